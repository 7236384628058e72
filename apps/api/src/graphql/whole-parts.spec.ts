import { describe, expect, test } from '@jest/globals'
import { buildSchema, execute, GraphQLError, isObjectType, parse, type ExecutionResult } from 'graphql'
import { openExecuting, type KeepOf } from './whole-parts.ts'
import { writeAnswer } from './writing.ts'

const schema = buildSchema(`
  type Query { family(id: ID!): Family, families: Page, old: [Family!], words: String! }
  type Page { nodes: [Family!]! }
  type Family { id: ID!, name: String, members: [Member!]!, entries(first: Int = 2, after: String): [Entry!]! }
  type Member { id: ID!, age: Int, role: Role }
  type Entry { id: ID!, text: String! }
  enum Role { CHILD PARENT }
`)
const fails = (): never => { throw new GraphQLError('not now', { extensions: { code: 'not-now' } }) }
const views = {
  whole: { id: 'whole', name: 'Roos', members: [{ id: 'child', age: 3, role: 'CHILD' }], all: [{ id: 'e1', text: 'one' }, { id: 'e2', text: 'two' }, { id: 'e3', text: 'three' }] },
  partly: { id: 'partly', get name() { return fails() }, members: [{ id: 'child', get age() { return fails() } }], all: [] },
  broken: { id: 'broken', name: 'Teun', members: [{ id: null }], all: [{ id: 'e1', text: 'one' }] },
} as const
const entries = ({ all }: { readonly all: readonly unknown[] }, { first, after }: { readonly first: number; readonly after?: string | null }) => {
  if (first > 100) fails()
  return all.slice(after === undefined || after === null ? 0 : 1).slice(0, first)
}
/** As the schema resolves them where nothing is completed apart. */
const query = schema.getQueryType()!.getFields()
query['family']!.resolve = (_root, { id }: { readonly id: keyof typeof views | 'nobody' }) => Promise.resolve(id === 'nobody' ? undefined : views[id])
query['families']!.resolve = () => ({ nodes: [views.whole, views.broken] })
query['old']!.resolve = () => Promise.resolve([views.whole, views.partly])
query['words']!.resolve = () => 'words'
const family = schema.getType('Family')
if (isObjectType(family)) family.getFields()['entries']!.resolve = entries

const documents: readonly (readonly [string, Readonly<Record<string, unknown>>?])[] = [
  ['{ words __typename family(id: "whole") { id name members { id age role __typename } __typename } }'],
  ['{ family(id: "nobody") { id } other: family(id: "whole") { called: name entries { text } } }'],
  ['query($first: Int!, $after: String) { family(id: "whole") { entries(first: $first, after: $after) { id } } }', { first: 1, after: 'e1' }],
  ['query($first: Int!, $after: String) { family(id: "whole") { entries(first: $first, after: $after) { id } } }', { first: 1 }],
  ['query($with: Boolean!) { family(id: "whole") { id ...More @include(if: $with) ... @skip(if: $with) { name } } } fragment More on Family { members { ...Who } } fragment Who on Member { id }', { with: true }],
  ['query($with: Boolean!) { family(id: "whole") { id ...More @include(if: $with) ... @skip(if: $with) { name } } } fragment More on Family { members { ...Who } } fragment Who on Member { id }', { with: false }],
  ['{ family(id: "whole") { id } ... on Query { family(id: "whole") { members { id } } } }'],
  ['{ family(id: "partly") { id name members { age } } }'],
  ['{ family(id: "broken") { id members { id } } words }'],
  ['{ family(id: "whole") { entries(first: 500) { id } } words }'],
  ['{ families { nodes { id } } }'],
  ['{ families { nodes { id members { id } } } words }'],
  ['{ old { id name } }'],
  ['{ old { id members { age id } } words }'],
  ['query A { words } query B { family(id: "whole") { id } }'],
  ['query($id: ID!) { family(id: $id) { id } }', {}],
  ['{ __schema { queryType { name fields { name type { name kind } } } } family(id: "whole") { id } }'],
  ['{ __type(name: "Family") { kind fields { name } } }'],
]

const plain = ({ data, errors }: ExecutionResult) => JSON.parse(JSON.stringify({ data, errors: errors?.map((error) => [error.message, error.path, error.extensions]).sort() })) as unknown

const keepEverything = (): { readonly keepOf: KeepOf; readonly worked: string[] } => {
  const known = new WeakMap<object, Map<string, unknown>>()
  const worked: string[] = []
  return {
    worked,
    keepOf: (view) => <Value>(name: string, work: () => Value): Value => {
      const own = known.get(view) ?? new Map<string, unknown>()
      known.set(view, own)
      if (!own.has(name)) {
        worked.push(name)
        own.set(name, work())
      }
      return own.get(name) as Value
    },
  }
}

describe('what is completed apart', () => {
  test.each(documents)('gives what graphql gives, kept or not: %s', async (text, variableValues = {}) => {
    const document = parse(text)
    for (const operationName of text.includes('query B') ? ['B', undefined] : [undefined]) {
      const expected = plain(await execute({ schema, document, variableValues, operationName, contextValue: {} }))
      for (const keepOf of [() => undefined, keepEverything().keepOf]) {
        const executing = openExecuting(schema, { type: 'Family', fields: { entries }, keepOf })
        const ask = async () => {
          const answer = await executing({ document, variableValues, operationName, contextValue: {} })
          expect(writeAnswer(answer)).toBe(`${JSON.stringify(answer)}\n`)
          return plain(answer)
        }
        expect(await ask()).toEqual(expected)
        expect(await ask()).toEqual(expected)
      }
    }
  })

  test('is completed once for a view, the fields that are asked and what is given with them; what failed is tried again', async () => {
    const { keepOf, worked } = keepEverything()
    const executing = openExecuting(schema, { type: 'Family', fields: { entries }, keepOf })
    const document = parse('query($id: ID!, $first: Int) { family(id: $id) { id entries(first: $first) { id } } }')
    const ask = (variableValues: Readonly<Record<string, unknown>>, one = document) => executing({ document: one, variableValues, contextValue: {} })
    await ask({ id: 'whole', first: 1 })
    await ask({ id: 'whole', first: 1 })
    expect(worked.length).toBe(1)
    await ask({ id: 'whole', first: 2 })
    await ask({ id: 'whole', first: 1 }, parse('{ family(id: "whole") { name } }'))
    expect(worked.length).toBe(3)
    await ask({ id: 'broken', first: 500 })
    await ask({ id: 'broken', first: 500 })
    expect(worked.length).toBe(5)
  })

  test('is written once while it is kept, and each time where it is not', async () => {
    const document = parse('{ words families { nodes { id name } } }')
    for (const [keepOf, times] of [[keepEverything().keepOf, 1], [() => undefined, 3]] as const) {
      const executing = openExecuting(schema, { type: 'Family', fields: { entries }, keepOf })
      let written = 0
      for (let asked = 0; asked < 3; asked += 1) {
        const answer = await executing({ document, contextValue: {} })
        const { nodes } = answer.data?.['families'] as { readonly nodes: readonly { name: unknown }[] }
        // Whoever writes it as JSON looks here.
        Object.defineProperty(nodes[0], 'name', { get: () => { written += 1; return 'Roos' }, enumerable: true, configurable: true })
        expect(JSON.parse(writeAnswer(answer))).toEqual({ data: { words: 'words', families: { nodes: [{ id: 'whole', name: 'Roos' }, { id: 'broken', name: 'Teun' }] } } })
      }
      expect(written).toBe(times)
    }
  })
})
