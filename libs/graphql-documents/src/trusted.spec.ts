import { expect, test } from '@jest/globals'
import { createRequest, formatDocument, getOperationName, stringifyDocument } from '@urql/core'
import { Kind, parse, print, stripIgnoredCharacters, type DocumentNode } from 'graphql'
// @ts-expect-error A build step, in plain JavaScript.
import * as build from '../trusted-documents.mjs'
import * as desk from './desk.ts'
import * as mail from './mail.ts'
import * as parentPages from './parent-pages.ts'
import * as parent from './parent.ts'
import { readLater } from './read-later.ts'
import { asTrusted, fetchTrusted, subscribeTrusted } from './trusted.ts'

const { operationsIn, trustedDocuments } = build as unknown as {
  readonly operationsIn: (folders: readonly string[]) => ReadonlyMap<string, string>
  readonly trustedDocuments: (folders: readonly string[]) => { load: (id: string) => string | undefined; generateBundle: (this: { emitFile: (file: { source: string }) => void }) => void }
}

test('an app asks by the id of what it asks, with the variables and nothing else', () => {
  expect(JSON.parse(asTrusted(JSON.stringify({ operationName: 'FamilyQuery', query: 'query FamilyQuery { me }', variables: { id: '1' }, extensions: {} }), '.list'))).toEqual({ id: 'FamilyQuery.list', variables: { id: '1' } })
  expect(subscribeTrusted({ query: 'subscription FamilyQuery { me }', operationName: 'FamilyQuery', variables: { id: '1' } }, '.list')).toEqual({ query: '', extensions: { id: 'FamilyQuery.list' }, variables: { id: '1' } })
})

test('without a list the document is sent as it is: while developing there is none', async () => {
  const sent: unknown[] = []
  const before = globalThis.fetch
  globalThis.fetch = (_input, init) => { sent.push(init?.body); return Promise.resolve(new Response()) }
  try {
    await fetchTrusted('/graphql', { body: '{"query":"{ me }"}' })
  } finally {
    globalThis.fetch = before
  }
  expect(sent).toEqual(['{"query":"{ me }"}'])
  expect(subscribeTrusted({ query: '{ me }', operationName: undefined, variables: undefined })).toEqual({ query: '{ me }', variables: undefined })
})

test.each([
  ['desk', [desk, mail], ['desk', 'mail']], ['parents', [parent, parentPages, mail], ['parent', 'parent-pages', 'mail']],
] as const)('the list of the %s app holds all that it asks, as it asks it', (_app, generated, folders) => {
  const listed = operationsIn(folders)
  const asked = generated.flatMap((all) => Object.entries(all).filter(([name]) => name.endsWith('Document')).map(([, document]) => document as DocumentNode))
  expect(asked.length).toBe(listed.size)
  const words = (document: string): string => document.replaceAll(/#.*$/gm, '').split(/[\s,]+/).filter(Boolean).toSorted().join(' ')
  for (const document of asked) {
    const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as { readonly name: { readonly value: string } }
    expect(words(listed.get(operation.name.value) ?? '')).toBe(words(stringifyDocument(formatDocument(document))))
  }
})

test.each([
  ['desk', desk], ['parent', parent], ['parent-pages', parentPages], ['mail', mail],
])('a built app holds the documents of %s as texts, which say the same', async (folder, generated) => {
  const code = trustedDocuments([folder]).load(`/somewhere/libs/graphql-documents/src/generated/${folder}/graphql.ts`) ?? ''
  const texts = await import(`data:text/javascript,${encodeURIComponent(code.replace(/^import .*$/m, 'const readLater = (text) => text'))}`) as Record<string, string>
  const documents = Object.entries(generated).filter(([name]) => name.endsWith('Document'))
  expect(Object.keys(texts).toSorted()).toEqual(documents.map(([name]) => name).toSorted())
  const parts = (document: DocumentNode): string[] => document.definitions.map((definition) => stripIgnoredCharacters(print(definition))).toSorted()
  for (const [name, document] of documents) {
    expect(parts(parse(texts[name] ?? ''))).toEqual(parts(document as DocumentNode))
    // It can be used wherever the tree can.
    const later = readLater(texts[name] ?? '')
    expect(parts(later as DocumentNode)).toEqual(parts(document as DocumentNode))
    expect(getOperationName(later)).toBe(getOperationName(document as DocumentNode))
    expect(createRequest(later, {}).key).toBe(createRequest(later, {}).key)
  }
})

test('a build writes the list beside the app, and its name into it; another document is another list', () => {
  const built = (folders: readonly string[]) => {
    const plugin = trustedDocuments(folders)
    let written = ''
    plugin.generateBundle.call({ emitFile: ({ source }) => { written = source } })
    expect(plugin.load('/somewhere/else.ts')).toBeUndefined()
    const name = /^export const trustedList = "(\.[\w-]{16})"$/.exec(plugin.load('/somewhere/libs/graphql-documents/src/trusted-list.ts') ?? '')?.[1] ?? ''
    return { name, documents: JSON.parse(written) as Record<string, { readonly name: string; readonly document: string }> }
  }
  const { name: list, documents } = built(['mail'])
  for (const [id, { name, document }] of Object.entries(documents)) {
    expect(id).toBe(`${name}${list}`)
    expect(document).toContain(name)
  }
  expect(built(['mail', 'parent']).name).not.toBe(list)
})
