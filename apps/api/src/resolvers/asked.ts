import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql'

/**
 * The names of the fields that a request asks of an answer, fragments spread out.
 * @param path the fields to go down first: `nodes` for the fields of what a connection holds.
 */
export const fieldsAsked = (info: GraphQLResolveInfo, ...path: readonly string[]): ReadonlySet<string> => {
  const below = (selections: readonly SelectionSetNode[]): ReadonlyMap<string, readonly SelectionSetNode[]> => {
    const fields = new Map<string, readonly SelectionSetNode[]>()
    const visit = (selection: SelectionSetNode): void => {
      for (const node of selection.selections) {
        if (node.kind === Kind.FIELD) fields.set(node.name.value, [...fields.get(node.name.value) ?? [], ...node.selectionSet === undefined ? [] : [node.selectionSet]])
        else if (node.kind === Kind.INLINE_FRAGMENT) visit(node.selectionSet)
        else {
          const fragment = info.fragments[node.name.value]
          if (fragment !== undefined) visit(fragment.selectionSet)
        }
      }
    }
    selections.forEach(visit)
    return fields
  }
  const start = info.fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? [])
  return new Set(below(path.reduce<readonly SelectionSetNode[]>((selections, field) => below(selections).get(field) ?? [], start)).keys())
}
