// `npm run sbom -- [FILE]`: writes a software bill of materials (CycloneDX 1.5) of what ships, and prints its licences.
// Made from the lock file alone, so that the same lock file gives the same list, to be compared with that of another version.
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { shippedPackages } from './shipped-packages.mjs'

const root = join(import.meta.dirname, '..')
const file = resolve(process.env.INIT_CWD ?? root, process.argv[2] ?? 'sbom.cdx.json')
const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const packages = shippedPackages()

const purlOf = (one) => `pkg:npm/${one.name.replace('@', '%40')}@${one.version}`
const licenceOf = (licence) => (/ AND | OR /.test(licence) ? { expression: licence } : { license: { id: licence } })
/** The lock file has them in base64, the list in digits. */
const hashesOf = (integrity) => (integrity ?? '').split(' ').filter((one) => one.startsWith('sha512-')).map((one) => ({ alg: 'SHA-512', content: Buffer.from(one.slice('sha512-'.length), 'base64').toString('hex') }))

const list = {
  bomFormat: 'CycloneDX', specVersion: '1.5', version: 1,
  metadata: { component: { type: 'application', name, version, licenses: [licenceOf(license)] } },
  components: packages.map((one) => ({ type: 'library', 'bom-ref': purlOf(one), name: one.name, version: one.version, purl: purlOf(one), licenses: [licenceOf(one.licence)], hashes: hashesOf(one.integrity) })),
}
writeFileSync(file, `${JSON.stringify(list, undefined, 2)}\n`)

for (const [licence, some] of [...Map.groupBy(packages, ({ licence }) => licence)].sort(([, a], [, b]) => b.length - a.length)) {
  console.log(`${licence}: ${some.length < 6 ? some.map((one) => one.name).join(', ') : `${some.length} packages`}`)
}
console.log(`${packages.length} packages in ${file}.`)
