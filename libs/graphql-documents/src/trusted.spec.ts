import { expect, test } from '@jest/globals'
import { formatDocument, stringifyDocument } from '@urql/core'
import type { DocumentNode } from 'graphql'
// @ts-expect-error A build step, in plain JavaScript.
import * as build from '../trusted-documents.mjs'
import * as desk from './desk.ts'
import * as mail from './mail.ts'
import * as parentPages from './parent-pages.ts'
import * as parent from './parent.ts'
import { asTrusted, subscribeTrusted } from './trusted.ts'

const { idOf, operationsIn, trustedDocuments } = build as unknown as {
  readonly idOf: (document: string) => string
  readonly operationsIn: (folders: readonly string[]) => ReadonlyMap<string, string>
  readonly trustedDocuments: (folders: readonly string[]) => { load: (id: string) => string | undefined; generateBundle: (this: { emitFile: (file: { source: string }) => void }) => void }
}

const ids = { FamilyQuery: 'abc' }

test('an app asks by the id of what it asks, with the variables and nothing else', () => {
  expect(JSON.parse(asTrusted(JSON.stringify({ operationName: 'FamilyQuery', query: 'query FamilyQuery { me }', variables: { id: '1' }, extensions: {} }), ids))).toEqual({ id: 'abc', variables: { id: '1' } })
  expect(subscribeTrusted({ query: 'subscription FamilyQuery { me }', operationName: 'FamilyQuery', variables: { id: '1' } }, ids)).toEqual({ query: '', extensions: { id: 'abc' }, variables: { id: '1' } })
})

test('what has no id is sent as it is: while developing there are none', () => {
  const body = JSON.stringify({ operationName: 'toString', query: '{ me }' })
  expect(asTrusted(body, ids)).toBe(body)
  expect(asTrusted(body)).toBe(body)
  expect(subscribeTrusted({ query: '{ me }', operationName: undefined, variables: undefined }, ids)).toEqual({ query: '{ me }', variables: undefined })
})

test.each([
  ['desk', [desk, mail], ['desk', 'mail']], ['parents', [parent, parentPages, mail], ['parent', 'parent-pages', 'mail']],
] as const)('the list of the %s app holds all that it asks, as it asks it', (_app, generated, folders) => {
  const listed = operationsIn(folders)
  const asked = generated.flatMap((all) => Object.entries(all).filter(([name]) => name.endsWith('Document')).map(([, document]) => document as DocumentNode))
  expect(asked.length).toBe(listed.size)
  const words = (document: string): string => document.replaceAll(/#.*$/gm, '').split(/[\s,]+/).filter(Boolean).toSorted().join(' ')
  for (const document of asked) {
    const operation = document.definitions.find(({ kind }) => kind === 'OperationDefinition') as { readonly name: { readonly value: string } }
    expect(words(listed.get(operation.name.value) ?? '')).toBe(words(stringifyDocument(formatDocument(document))))
  }
})

test('a build writes the list beside the app, and the ids into it', () => {
  const plugin = trustedDocuments(['mail'])
  let list = ''
  plugin.generateBundle.call({ emitFile: ({ source }) => { list = source } })
  const listed = JSON.parse(list) as Record<string, { readonly name: string; readonly document: string }>
  for (const [id, { document }] of Object.entries(listed)) expect(idOf(document)).toBe(id)
  expect(plugin.load('/somewhere/libs/graphql-documents/src/trusted-ids.ts')).toBe(`export const trustedIds = ${JSON.stringify(Object.fromEntries(Object.entries(listed).map(([id, { name }]) => [name, id])))}`)
  expect(plugin.load('/somewhere/else.ts')).toBeUndefined()
})
