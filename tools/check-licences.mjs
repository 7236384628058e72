// Fails when a package that ships has a licence that is not on the list. Run with `node tools/check-licences.mjs`.
import { shippedPackages } from './shipped-packages.mjs'

/** Whoever gets the program may use, change and pass on these parts, with a notice at most. */
const allowed = new Set(['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'OFL-1.1', 'CC0-1.0', 'Unlicense'])
/** Packages that name no licence where packages do, and what stands in the text that comes with them. */
const read = { 'png-js 2.0.0': 'MIT' }
const partsOf = (licence) => licence.replaceAll(/[()]/g, '').split(' AND ')
const packages = shippedPackages().map((one) => ({ ...one, licence: read[`${one.name} ${one.version}`] ?? one.licence }))
const refused = packages.filter(({ licence }) => !partsOf(licence).every((part) => allowed.has(part)))
for (const { name, version, licence } of refused) console.error(`${name} ${version} has the licence ${licence}, which is not on the list of tools/check-licences.mjs.`)
console.log(`${packages.length} packages ship, with ${new Set(packages.map(({ licence }) => licence)).size} licences.`)
process.exit(refused.length === 0 ? 0 : 1)
