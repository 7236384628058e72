import {
  getNamedType, isListType, isNonNullType, Kind, type ASTVisitor, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLOutputType, type GraphQLSchema,
  type OperationDefinitionNode, type SelectionSetNode, type ValidationContext, GraphQLError, isObjectType,
} from 'graphql'
import { Refused } from './refused.ts'

/** What one document may ask, so that a short text can't cost the server much (security 3.1). */
export type Limits = {
  /** Fields below each other. */
  readonly depth: number
  /** Fields, each as often as the lists above it may repeat it. */
  readonly cost: number
  /** Fields of one document that are asked under another name. */
  readonly aliases: number
  /** Words and signs of a document. */
  readonly tokens: number
}

export const limits: Limits = { depth: 10, cost: 40_000, aliases: 15, tokens: 3_000 }

/** Milliseconds that one operation may take (security 3.1). */
export const longestOperation = 10_000

/** The most that one page of a list holds. */
export const largestPage = 100
/** How long a list without a page size is taken to be. */
const usualList = 6
/** How long a page is taken to be when the number stands in a variable or isn't given. */
const usualPage = 25

/** A validation rule that refuses what is too deep, too much, or renamed too often; introspection counts as anything else. */
export const limitRule = (allowed: Limits) => (context: ValidationContext): ASTVisitor => ({
  OperationDefinition: (operation: OperationDefinitionNode) => {
    const measured = measure(context.getSchema(), (name) => context.getFragment(name), operation)
    const code = measured.depth > allowed.depth ? 'query-too-deep' : measured.cost > allowed.cost || measured.aliases > allowed.aliases ? 'query-too-costly' : undefined
    if (code !== undefined) context.reportError(new GraphQLError(code, { nodes: operation, originalError: new Refused(code) }))
  },
})

export type Measured = { readonly depth: number; readonly cost: number; readonly aliases: number }

/** What the operation of a document asks: how deep, how much, how often under another name. */
export const measureDocument = (schema: GraphQLSchema, { definitions }: DocumentNode): Measured => {
  const fragment = (name: string): FragmentDefinitionNode | undefined =>
    definitions.find((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name)
  return definitions.flatMap((one) => one.kind === Kind.OPERATION_DEFINITION ? [measure(schema, fragment, one)] : []).reduce(together, nothing)
}

/** Counts with fragments spread out, each measured once per type, so that fragments in fragments stay cheap to count. */
const measure = (schema: GraphQLSchema, fragmentNamed: (name: string) => FragmentDefinitionNode | null | undefined, operation: OperationDefinitionNode): Measured => {
  const known = new Map<FragmentDefinitionNode, Measured>()
  const open = new Set<FragmentDefinitionNode>()

  const ofSelection = (selection: SelectionSetNode, parent: string | undefined): Measured =>
    selection.selections.map((node): Measured => {
      switch (node.kind) {
        case Kind.FIELD: return ofField(node, parent)
        case Kind.INLINE_FRAGMENT: return ofSelection(node.selectionSet, node.typeCondition?.name.value ?? parent)
        case Kind.FRAGMENT_SPREAD: return ofFragment(fragmentNamed(node.name.value))
      }
    }).reduce(together, nothing)

  // A fragment that holds itself is refused by another rule; here it only must not be counted forever.
  const ofFragment = (fragment: FragmentDefinitionNode | null | undefined): Measured => {
    if (fragment === null || fragment === undefined || open.has(fragment)) return nothing
    const counted = known.get(fragment)
    if (counted !== undefined) return counted
    open.add(fragment)
    const result = ofSelection(fragment.selectionSet, fragment.typeCondition.name.value)
    open.delete(fragment)
    known.set(fragment, result)
    return result
  }

  const ofField = (field: FieldNode, parent: string | undefined): Measured => {
    const type = typeOf(schema, parent, field.name.value)
    const below = field.selectionSet === undefined ? nothing : ofSelection(field.selectionSet, type === undefined ? undefined : getNamedType(type).name)
    const times = pageOf(field) ?? (type !== undefined && repeats(type, parent) ? usualList : 1)
    return { depth: below.depth + 1, cost: 1 + times * below.cost, aliases: below.aliases + (field.alias === undefined ? 0 : 1) }
  }

  return ofSelection(operation.selectionSet, schema.getRootType(operation.operation)?.name)
}

const nothing: Measured = { depth: 0, cost: 0, aliases: 0 }
const together = (a: Measured, b: Measured): Measured =>
  ({ depth: Math.max(a.depth, b.depth), cost: a.cost + b.cost, aliases: a.aliases + b.aliases })

const typeOf = (schema: GraphQLSchema, parent: string | undefined, field: string): GraphQLOutputType | undefined => {
  const type = parent === undefined ? undefined : schema.getType(parent)
  return isObjectType(type) ? type.getFields()[field]?.type : undefined
}

/** A connection repeats what is in it; the list right below it is that same page, not another one. */
const repeats = (type: GraphQLOutputType, parent: string | undefined): boolean => isConnection(getNamedType(type).name) || (isList(type) && !isConnection(parent))
const isConnection = (name: string | undefined): boolean => name?.endsWith('Connection') ?? false
const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type)

/** How often the page size of a field repeats what is below it; nothing when the field has no page size. */
const pageOf = (field: FieldNode): number | undefined => {
  const first = field.arguments?.find((argument) => argument.name.value === 'first')?.value
  if (first === undefined) return undefined
  return first.kind === Kind.INT ? Math.min(Number(first.value), largestPage) : usualPage
}
