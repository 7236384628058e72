import { formatDocument } from '@urql/core'
import { Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql'
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Name of the file, in a built app, that lists what the app may ask. */
export const trustedDocumentsFile = 'trusted-documents.json'

/** What is written in a folder of `src`. */
const writtenIn = (folder) => parse(globSync(join(import.meta.dirname, 'src', folder, '*.graphql')).sort().map((file) => readFileSync(file, 'utf8')).join('\n'), { noLocation: true }).definitions
const named = (definitions, kind) => new Map(definitions.filter((one) => one.kind === kind).map((one) => [one.name.value, one]))

/** The operations of some folders of `src`: by name, each with its fragments, in the form in which a cache of urql sends it. */
export const operationsIn = (folders) => {
  const operations = new Map()
  const definitions = folders.flatMap(writtenIn)
  const fragments = named(definitions, Kind.FRAGMENT_DEFINITION)
  for (const operation of definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)) {
    const name = operation.name.value
    if (operations.has(name)) throw new Error(`${name} is asked for twice by one app: ids go by name`)
    operations.set(name, print(formatDocument({ kind: Kind.DOCUMENT, definitions: [operation, ...usedBy(operation, fragments)] })))
  }
  return operations
}

/**
 * The documents of a folder as a built app holds them: each as its text, which is read when it is asked for the first time, and each fragment
 * once. The trees that are generated hold a fragment again wherever it is used, twelve times as many bytes, and all of them are made at the start.
 */
const asTexts = (folder) => {
  const definitions = writtenIn(folder)
  const fragments = named(definitions, Kind.FRAGMENT_DEFINITION)
  const textOf = (definition) => JSON.stringify(stripIgnoredCharacters(print(definition)))
  return [
    "import { readLater } from '../../read-later.ts'",
    ...[...fragments].map(([name, fragment]) => `const in${name} = ${textOf(fragment)}`),
    ...[...named(definitions, Kind.OPERATION_DEFINITION)].map(([name, operation]) => `export const ${name}Document = /* @__PURE__ */ readLater(${[textOf(operation), ...usedBy(operation, fragments).map((used) => `in${used.name.value}`)].join(' + ')})`),
  ].join('\n')
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

/**
 * What names a list: the first 96 bits of SHA-256 over all its documents. The lists are made here, so no more is needed to tell them apart. An operation's id is its name with this behind it, so that an id means one
 * document forever, and an app needs to know one word instead of an id for each operation.
 */
export const listOf = (operations) => `.${createHash('sha256').update(JSON.stringify([...operations])).digest('base64url').slice(0, 16)}`

/**
 * For Vite: the app asks by ids, and beside it stands the list of what they mean, which the server reads.
 * @param {readonly string[]} folders which documents the app has
 * @returns {import('vite').Plugin}
 */
export const trustedDocuments = (folders) => {
  const operations = operationsIn(folders)
  const list = listOf(operations)
  return {
    name: 'samenspel-trusted-documents',
    apply: 'build',
    load: (id) => {
      if (id.endsWith('/libs/graphql-documents/src/trusted-list.ts')) return `export const trustedList = ${JSON.stringify(list)}`
      const folder = /\/libs\/graphql-documents\/src\/generated\/([^/]+)\/graphql\.ts$/.exec(id)?.[1]
      return folder === undefined ? undefined : asTexts(folder)
    },
    generateBundle() {
      const documents = Object.fromEntries([...operations].map(([name, document]) => [`${name}${list}`, { name, document }]))
      this.emitFile({ type: 'asset', fileName: trustedDocumentsFile, source: `${JSON.stringify(documents, undefined, 1)}\n` })
    },
  }
}
