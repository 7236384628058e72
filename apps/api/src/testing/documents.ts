import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { getNamedType, isObjectType, Kind, parse, print, TypeInfo, visit, visitWithTypeInfo, type DefinitionNode, type FragmentDefinitionNode, type GraphQLObjectType, type GraphQLSchema, type OperationDefinitionNode } from 'graphql'

/** One operation that a front end asks, with the fragments it needs. */
export type Document = {
  readonly app: 'desk' | 'parent'
  readonly name: string
  readonly kind: 'query' | 'mutation' | 'subscription'
  readonly text: string
  readonly variables: readonly string[]
}

const folder = join(import.meta.dirname, '../../../../libs/graphql-documents/src')

/** Every operation of both front ends, as they are written. */
export const documents = (): Promise<readonly Document[]> => read ??= readDocuments()
let read: Promise<readonly Document[]> | undefined

const readDocuments = async (): Promise<readonly Document[]> => [...await documentsOf('desk'), ...await documentsOf('parent'), ...await documentsOf('parent', 'parent-pages'), ...await documentsOf('parent', 'mail')]

const documentsOf = async (app: Document['app'], name: string = app): Promise<readonly Document[]> => {
  const files = (await Array.fromAsync(glob(join(folder, name, '*.graphql')))).sort()
  const definitions = files.flatMap((file): readonly DefinitionNode[] => parse(readFileSync(file, 'utf8')).definitions)
  const fragments = new Map(definitions.flatMap((one) => one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : []))
  return definitions.flatMap((one) => one.kind === Kind.OPERATION_DEFINITION ? [{
    app, name: one.name?.value ?? '', kind: one.operation,
    text: [one, ...fragmentsOf(one, fragments)].map(print).join('\n'),
    variables: (one.variableDefinitions ?? []).map(({ variable }) => variable.name.value),
  }] : [])
}

const fragmentsOf = (operation: OperationDefinitionNode, all: ReadonlyMap<string, FragmentDefinitionNode>): readonly FragmentDefinitionNode[] => {
  const used = new Set<FragmentDefinitionNode>()
  const follow = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, { FragmentSpread: ({ name }) => {
      const fragment = all.get(name.value)
      if (fragment === undefined || used.has(fragment)) return
      used.add(fragment)
      follow(fragment)
    } })
  }
  follow(operation)
  return [...used]
}

/** For every field of a family, asked or not by a front end: a query for all that lies below it. */
export const everyFieldOfFamily = (schema: GraphQLSchema): readonly { readonly field: string; readonly text: string }[] => {
  const family = schema.getType('Family')
  if (!isObjectType(family)) throw new Error('no type Family')
  return Object.values(family.getFields()).map(({ name }) => ({ field: name, text: `query ($id: ID!) { family(id: $id) { ${selected(family, name, 7)} } }` }))
}

const selected = (type: GraphQLObjectType, field: string, depth: number): string => {
  const below = getNamedType(type.getFields()[field]?.type)
  if (!isObjectType(below)) return field
  const fields = Object.values(below.getFields()).filter((one) => depth > 0 || !isObjectType(getNamedType(one.type)))
  return `${field} { ${fields.map(({ name }) => selected(below, name, depth - 1)).join(' ')} }`
}

/** Every text that an answer to a document may hold, as `Type.field`: no id, number, moment or word of a closed list. */
export const textsIn = (schema: GraphQLSchema, text: string): readonly string[] => {
  const found = new Set<string>()
  const types = new TypeInfo(schema)
  visit(parse(text), visitWithTypeInfo(types, { Field: () => {
    const [parent, field] = [types.getParentType(), types.getFieldDef()]
    if (parent !== undefined && parent !== null && field !== undefined && field !== null && getNamedType(field.type).name === 'String') found.add(`${parent.name}.${field.name}`)
  } }))
  return [...found]
}
