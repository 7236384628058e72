import { formatDocument } from '@urql/core'
import { Kind, parse, print, visit } from 'graphql'
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Name of the file, in a built app, that lists what the app may ask. */
export const trustedDocumentsFile = 'trusted-documents.json'

/** The operations of some folders of `src`: by name, each with its fragments, in the form in which a cache of urql sends it. */
export const operationsIn = (folders) => {
  const operations = new Map()
  for (const folder of folders) {
    const { definitions } = parse(globSync(join(import.meta.dirname, 'src', folder, '*.graphql')).sort().map((file) => readFileSync(file, 'utf8')).join('\n'))
    const fragments = new Map(definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]))
    for (const operation of definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)) {
      const name = operation.name.value
      if (operations.has(name)) throw new Error(`${name} is asked for twice by one app: ids go by name`)
      operations.set(name, print(formatDocument({ kind: Kind.DOCUMENT, definitions: [operation, ...usedBy(operation, fragments)] })))
    }
  }
  return operations
}

const usedBy = (operation, fragments) => {
  const used = new Set()
  const follow = (node) => visit(node, { FragmentSpread: ({ name }) => {
    const fragment = fragments.get(name.value)
    if (fragment === undefined || used.has(fragment)) return
    used.add(fragment)
    follow(fragment)
  } })
  follow(operation)
  return [...used]
}

/** Sixteen bytes of SHA-256 name a document as surely as all of it: nobody finds another one with the same. */
export const idOf = (document) => createHash('sha256').update(document).digest('base64url').slice(0, 22)

/**
 * For Vite: the app asks by ids, and beside it stands the list of what they mean, which the server reads.
 * @param {readonly string[]} folders which documents the app has
 * @returns {import('vite').Plugin}
 */
export const trustedDocuments = (folders) => {
  const operations = operationsIn(folders)
  return {
    name: 'samenspel-trusted-documents',
    apply: 'build',
    load(id) {
      if (!id.endsWith('/libs/graphql-documents/src/trusted-ids.ts')) return undefined
      return `export const trustedIds = ${JSON.stringify(Object.fromEntries([...operations].map(([name, document]) => [name, idOf(document)])))}`
    },
    generateBundle() {
      const source = JSON.stringify(Object.fromEntries([...operations].map(([name, document]) => [idOf(document), { name, document }])), undefined, 1)
      this.emitFile({ type: 'asset', fileName: trustedDocumentsFile, source })
    },
  }
}
