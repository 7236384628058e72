import { expect, test } from '@jest/globals'
import { buildSchema, Kind, parse, print, validate, type DocumentNode } from 'graphql'
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as desk from './desk.ts'
import * as parentPages from './parent-pages.ts'
import * as mail from './mail.ts'
import * as parent from './parent.ts'

const root = resolve(import.meta.dirname, '../../..')
const schema = buildSchema(readFileSync(resolve(root, 'apps/api/schema.graphql'), 'utf8'))
const written = (app: string): DocumentNode =>
  parse(globSync(`${import.meta.dirname}/${app}/*.graphql`).toSorted().map((path) => readFileSync(path, 'utf8')).join('\n'))

/** Every operation and fragment of a document, by name, as text. */
const definitions = (documents: readonly DocumentNode[]): Record<string, string> =>
  Object.fromEntries(documents.flatMap((document) => document.definitions)
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION)
    .map((definition) => [definition.name?.value ?? '', print(definition)]))

const apps: [string, Record<string, unknown>][] = [['parent', parent], ['parent-pages', parentPages], ['desk', desk], ['mail', mail]]

test.each(apps)('what the %s app asks is valid for the schema', (app) => {
  expect(validate(schema, written(app)).map((error) => error.message)).toEqual([])
})

test.each(apps)('the generated documents of the %s app are those that are written', (app, generated) => {
  const documents = Object.entries(generated).filter(([name]) => name.endsWith('Document')).map(([, document]) => document as DocumentNode)
  const used = definitions(documents)
  const asWritten = definitions([written(app)])
  expect(Object.keys(used).length).toBeGreaterThan(0)
  expect(asWritten).toMatchObject(used)
  expect(Object.keys(asWritten).filter((name) => !(name in used) && !asWritten[name]?.startsWith('fragment'))).toEqual([])
})

test('the parents never fetch what only the desk may ask', () => {
  const names = JSON.stringify(Object.keys({ ...parent, ...parentPages }))
  expect(names).not.toMatch(/Contribution|LifeEvent|Planner|Reflection/)
})
