/** Everything that the API can tell somebody, asked from its own schema: a field that is added tomorrow is asked too. */
import { buildSchema, getNamedType, isObjectType, type GraphQLField, type GraphQLObjectType } from 'graphql'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Caller } from './api.ts'

const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../../api/schema.graphql'), 'utf8'))

/** Every field below a type, each type once on the way down. */
const selectionOf = (type: GraphQLObjectType, above: readonly string[] = []): string =>
  Object.values(type.getFields()).flatMap((field) => {
    const below = getNamedType(field.type)
    if (!isObjectType(below)) return [field.name]
    return above.includes(below.name) ? [] : [`${field.name}${argumentsOf(field)} { ${selectionOf(below, [...above, type.name])} }`]
  }).join(' ')

const largestPage = 100
const argumentsOf = (field: GraphQLField<unknown, unknown>): string => field.args.some(({ name }) => name === 'first') ? `(first: ${largestPage})` : ''

const objectOf = (name: string): GraphQLObjectType => {
  const type = schema.getType(name)
  if (!isObjectType(type)) throw new Error(`${name} is no type of the schema`)
  return type
}

/** What nests so deeply that each of its parts takes a question of its own. */
const deep = 'proposals'
/** How many fields of a family one question asks. */
const atOnce = 8

/** Questions that together ask every field of a family, none of them larger than the API allows. */
const familyQuestions = (() => {
  const fields = Object.values(objectOf('Family').getFields())
  const asked = (field: GraphQLField<unknown, unknown>, below: string) => `${field.name}${argumentsOf(field)} { ${below} }`
  const wide = fields.filter(({ name }) => name !== deep).map((field) => {
    const below = getNamedType(field.type)
    return isObjectType(below) ? asked(field, selectionOf(below, ['Family'])) : field.name
  })
  const ofDeep = Object.values(objectOf('Proposal').getFields())
  const parts = [
    `${deep} { ${ofDeep.filter(({ type }) => !isObjectType(getNamedType(type))).map(({ name }) => name).join(' ')} }`,
    ...ofDeep.flatMap((part) => {
      const below = getNamedType(part.type)
      return isObjectType(below) ? [`${deep} { ${asked(part, selectionOf(below, ['Family', 'Proposal']))} }`] : []
    }),
  ]
  const together = Array.from({ length: Math.ceil(wide.length / atOnce) }, (_, index) => wide.slice(index * atOnce, (index + 1) * atOnce).join(' '))
  return [...together, ...parts]
})()

/** The words of everything right below a type, as lists of families ask them. */
const overviewOf = (type: GraphQLObjectType): string => Object.values(type.getFields()).flatMap((field) => {
  const below = getNamedType(field.type)
  if (!isObjectType(below)) return [field.name]
  const words = Object.values(below.getFields()).filter(({ type: kind }) => !isObjectType(getNamedType(kind))).map(({ name }) => name)
  return words.length === 0 ? [] : [`${field.name}${argumentsOf(field)} { ${words.join(' ')} }`]
}).join(' ')

/** Asks page after page, as long as there are more. */
const pages = async (caller: Caller, ask: (after: string) => string): Promise<readonly string[]> => {
  const texts: string[] = []
  let after = ''
  do {
    const text = await caller.raw(ask(after))
    texts.push(text)
    const next = /"endCursor":"([^"]+)"/.exec(text)?.[1]
    after = next !== undefined && text.includes('"hasNextPage":true') ? `, after: ${JSON.stringify(next)}` : ''
  } while (after !== '')
  return texts
}

/** All that one person gets to hear about one family, in one text. Refusals are part of it. */
export const everythingHeardBy = async (caller: Caller, familyId: string, forms: readonly string[] = []): Promise<string> => {
  const id = JSON.stringify(familyId)
  const texts = [
    ...await Promise.all(familyQuestions.map((question) => caller.raw(`{ family(id: ${id}) { ${question} } }`))),
    ...await pages(caller, (after) => `{ families(first: 10${after}) { nodes { ${overviewOf(objectOf('Family'))} } pageInfo { endCursor hasNextPage } } }`),
    ...await pages(caller, (after) => `{ family(id: ${id}) { contributions(first: ${largestPage}${after}) { ${selectionOf(objectOf('ContributionConnection'))} } } }`),
    ...await pages(caller, (after) => `{ accessLog(familyId: ${id}, first: ${largestPage}${after}) { ${selectionOf(objectOf('AccessLogConnection'))} } }`),
    await caller.raw(`{ me { ${selectionOf(objectOf('Me'))} } }`),
    await caller.raw(`{ planner(familyId: ${id}) { ${selectionOf(objectOf('Planner'))} } }`),
    await caller.raw(`{ accessLogCases(first: ${largestPage}) { ${selectionOf(objectOf('CaseReferenceConnection'))} } }`),
    ...await Promise.all(forms.map((form) => caller.raw(`{ draft(familyId: ${id}, form: ${JSON.stringify(form)}) { ${selectionOf(objectOf('Draft'))} } }`))),
  ]
  const misunderstood = texts.find((text) => /"code":"(request-invalid|query-too-deep|query-too-costly|list-too-long|internal)"/.test(text))
  if (misunderstood !== undefined) throw new Error(`${caller.persona} could not ask everything: ${misunderstood.slice(0, 400)}`)
  return texts.join('\n')
}

/** What the planner found, which only who asked may read. */
export const runHeardBy = (caller: Caller, runId: string): Promise<string> =>
  caller.raw(`query ($id: ID!) { proposalRun(id: $id) { ${selectionOf(objectOf('ProposalRun'))} } }`, { id: runId })
