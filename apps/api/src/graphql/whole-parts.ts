/**
 * Parts of an answer that are completed apart from the rest. What the API says of a family is read from a view of it, in which everything
 * stands that may be shown: below it no field asks anybody anything. So a view and what is asked of it give the same for as long as the
 * view stands, and whoever made the view says how long that is.
 *
 * The fields that give a view are resolved for every request, as anywhere. What fails below has the path and the error that it would have
 * had there.
 */
import {
  defaultFieldResolver, execute, executeSync, getNamedType, GraphQLError, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLScalarType, GraphQLSchema, isListType, isNonNullType, isObjectType, Kind, lexicographicSortSchema, OperationTypeNode,
  responsePathAsArray, visit, type DocumentNode, type ExecutionArgs, type ExecutionResult, type FieldNode, type GraphQLFieldResolver, type GraphQLOutputType, type GraphQLResolveInfo,
} from 'graphql'
import { notesStanding, type Standing } from './writing.ts'

/** Uses what was worked out of a view under a name, or works it out, for as long as the view stands; nothing for what is no such view. */
export type KeepOf = (view: object) => (<Value>(name: string, work: () => Value) => Value) | undefined

export type WholeParts = {
  /** The type of the views. */
  readonly type: string
  /** Those of its fields that have arguments. */
  readonly fields: Readonly<Record<string, (view: never, given: never) => unknown>>
  readonly keepOf: KeepOf
}

/** @returns what executes a document as `execute` of graphql does */
export const openExecuting = (schema: GraphQLSchema, parts: WholeParts): (args: Omit<ExecutionArgs, 'schema'>) => Promise<ExecutionResult> => {
  const complete = openCompleting(schema, parts)
  const failed = new WeakMap<object, GraphQLError[]>()
  const standing = new WeakMap<object, Standing[]>()
  const apart = withLeaves(schema, parts.type, (view, at, context, info) => {
    const { value, errors, isKept } = complete(view, at, info)
    if (isKept === true && typeof value === 'object' && value !== null) {
      const known = standing.get(context) ?? []
      standing.set(context, known)
      known.push({ path: at, value })
    }
    if (errors.length === 0) return value
    const others = failed.get(context) ?? []
    failed.set(context, others)
    const [first, ...more] = errors
    // Where nothing is left, what stands above decides what becomes of it.
    others.push(...value === null ? more : errors)
    if (value === null) throw first!
    return value
  })
  return async (args) => {
    const { document, contextValue } = args
    if (!isQuestion(document) || typeof contextValue !== 'object' || contextValue === null) return execute({ ...args, schema })
    const result = await execute({ ...args, schema: apart })
    const stands = standing.get(contextValue)
    if (result.data !== null && result.data !== undefined && stands !== undefined) notesStanding(result.data, stands)
    const errors = [...result.errors ?? [], ...failed.get(contextValue) ?? []]
    return errors.length === 0 ? result : { ...result, errors }
  }
}

/** Questions that ask nothing about the schema itself: it is asked of the schema as it is. */
const isQuestion = (document: DocumentNode): boolean => {
  const known = questions.get(document)
  if (known !== undefined) return known
  let is = true
  visit(document, {
    OperationDefinition: ({ operation }) => { if (operation !== OperationTypeNode.QUERY) is = false },
    Field: ({ name: { value } }) => { if (value === '__schema' || value === '__type') is = false },
  })
  questions.set(document, is)
  return is
}

const questions = new WeakMap<DocumentNode, boolean>()

// ── Where views stand

type Path = readonly (string | number)[]

/** The same schema, in which a view is a leaf: it is completed at once and left as it is. */
const withLeaves = (schema: GraphQLSchema, type: string, complete: (view: object, at: Path, context: object, info: GraphQLResolveInfo) => unknown): GraphQLSchema => {
  const copy = lexicographicSortSchema(schema)
  const leaf = new GraphQLScalarType({ name: `Whole${type}`, serialize: (value) => value })
  const completed = (value: unknown, at: Path, context: object, info: GraphQLResolveInfo): unknown => {
    if (value instanceof Promise) return value.then((one: unknown) => completed(one, at, context, info))
    if (Array.isArray(value)) return value.map((one: unknown, index) => completed(one, [...at, index], context, info))
    return typeof value === 'object' && value !== null ? complete(value, at, context, info) : value
  }
  for (const owner of Object.values(copy.getTypeMap())) {
    if (!isObjectType(owner)) continue
    for (const field of Object.values(owner.getFields())) {
      if (getNamedType(field.type).name !== type) continue
      const resolve: GraphQLFieldResolver<unknown, object> = field.resolve ?? defaultFieldResolver
      field.type = inPlace(field.type, leaf)
      field.resolve = (source: unknown, given: Readonly<Record<string, unknown>>, context: object, info: GraphQLResolveInfo) => completed(resolve(source, given, context, info), responsePathAsArray(info.path), context, info)
    }
  }
  return copy
}

const inPlace = (type: GraphQLOutputType, leaf: GraphQLScalarType): GraphQLOutputType =>
  isNonNullType(type) ? new GraphQLNonNull(inPlace(type.ofType, leaf) as GraphQLScalarType) : isListType(type) ? new GraphQLList(inPlace(type.ofType, leaf)) : leaf

// ── Completing one

/** `isKept`: the very same value is used again for as long as the view stands. */
type Completed = { readonly value: unknown; readonly errors: readonly GraphQLError[]; readonly isKept?: boolean }

const openCompleting = (schema: GraphQLSchema, { type, fields, keepOf }: WholeParts): (view: object, at: Path, info: GraphQLResolveInfo) => Completed => {
  const whole = wholeOf(schema, type, fields)
  return (view, at, info) => {
    const { document, name, variables } = askedOf(info)
    const given = Object.fromEntries(variables.flatMap((one) => one in info.variableValues ? [[one, info.variableValues[one]]] : []))
    const run = (): Completed => {
      const { data, errors = [] } = executeSync({ schema: whole, document, rootValue: { view }, variableValues: given })
      return { value: data?.['view'] ?? null, errors }
    }
    const keep = name === undefined ? undefined : keepOf(view)
    const completed = keep === undefined ? run() : keepUnlessFailed(() => keep(`${name} ${JSON.stringify(given)}`, () => unlessFailed(run())))
    if (completed.errors.length === 0) return keep === undefined ? completed : { ...completed, isKept: true }
    return { ...completed, errors: completed.errors.map((error) => new GraphQLError(error.message, { nodes: error.nodes, path: [...at, ...(error.path ?? []).slice(1)], originalError: error.originalError, extensions: error.extensions })) }
  }
}

/** What failed isn't kept. */
class Failed extends Error {
  constructor(readonly completed: Completed) { super('failed') }
}
const unlessFailed = (completed: Completed): Completed => {
  if (completed.errors.length > 0) throw new Failed(completed)
  return completed
}
const keepUnlessFailed = (work: () => Completed): Completed => {
  try { return work() } catch (error) {
    if (error instanceof Failed) return error.completed
    throw error
  }
}

/** A schema of which the view is all there is. */
const wholeOf = (schema: GraphQLSchema, type: string, fields: WholeParts['fields']): GraphQLSchema => {
  const copy = lexicographicSortSchema(schema)
  const view = copy.getType(type)
  if (!isObjectType(view)) throw new Error(`${type} is no type of views.`)
  for (const [name, give] of Object.entries(fields)) view.getFields()[name]!.resolve = (source: unknown, given: unknown) => give(source as never, given as never)
  return new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Whole', fields: { view: { type: view } } }) })
}

type Asked = { readonly document: DocumentNode; readonly variables: readonly string[]; readonly name: string | undefined }

/** What is asked of a view, as a document of its own; without a name where it is put together from several fields. */
const askedOf = (info: GraphQLResolveInfo): Asked => {
  const [only, ...others] = info.fieldNodes
  const known = only === undefined || others.length > 0 ? undefined : asked.get(only)
  if (known !== undefined) return known
  const made = documentOf(info, only === undefined || others.length > 0 ? undefined : String(count += 1))
  if (only !== undefined && others.length === 0) asked.set(only, made)
  return made
}

const asked = new WeakMap<FieldNode, Asked>()
let count = 0

const documentOf = ({ fieldNodes, fragments, operation }: GraphQLResolveInfo, name: string | undefined): Asked => {
  const selections = fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? [])
  const used = new Set<string>()
  const spread = new Set<string>()
  const look = (node: Parameters<typeof visit>[0]): void => {
    visit(node, {
      Variable: ({ name: { value } }) => { used.add(value) },
      FragmentSpread: ({ name: { value } }) => {
        const fragment = fragments[value]
        if (spread.has(value) || fragment === undefined) return
        spread.add(value)
        look(fragment)
      },
    })
  }
  look({ kind: Kind.SELECTION_SET, selections })
  return {
    name, variables: [...used],
    document: {
      kind: Kind.DOCUMENT,
      definitions: [
        {
          kind: Kind.OPERATION_DEFINITION, operation: OperationTypeNode.QUERY, variableDefinitions: (operation.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value)),
          selectionSet: { kind: Kind.SELECTION_SET, selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'view' }, selectionSet: { kind: Kind.SELECTION_SET, selections } }] },
        },
        ...[...spread].flatMap((one) => fragments[one] ?? []),
      ],
    },
  }
}
