import { largestPage } from './limits.ts'
import { Refused } from './refused.ts'

export type Page<Node> = { readonly nodes: readonly Node[]; readonly pageInfo: { readonly endCursor?: string; readonly hasNextPage: boolean } }

/**
 * One page of a list. The cursor is the random id of the last one shown, so it carries no number that counts what is hidden.
 * @throws Refused `list-too-long`; an unknown cursor begins at the top
 */
export const pageOf = <Node>(all: readonly Node[], first: number, after: string | undefined, idOf: (node: Node) => string): Page<Node> => {
  if (first < 1 || first > largestPage) throw new Refused('list-too-long', { longest: largestPage })
  const from = after === undefined ? 0 : all.findIndex((node) => idOf(node) === after) + 1
  const nodes = all.slice(from, from + first)
  const last = nodes.at(-1)
  return { nodes, pageInfo: { hasNextPage: from + first < all.length, ...(last !== undefined && { endCursor: idOf(last) }) } }
}
