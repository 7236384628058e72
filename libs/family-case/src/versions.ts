/** Texts that several people edit: nothing typed is lost, and nothing unseen is overwritten. */
import { refuse, type Objection } from './refusals.ts'

/**
 * Somebody else was first. Both texts come back, and the version to begin from now, so that nothing typed is lost and a next
 * try can't overwrite anything unseen.
 */
const changedMeanwhile = (version: string, yours: string, theirs: string): NonNullable<Objection> =>
  refuse('changed-meanwhile', { yours, theirs, version })

/**
 * What stands against writing a text: an edit names the wording that it began from, and brings an id of its own. A first text began
 * from nothing.
 * @param yours what was sent, as people read it
 * @param current what stands there now, as people read it; nothing for a first text
 */
export const refuseEdit = ({ from, version }: { readonly from?: string; readonly version: string }, yours: string, current: { readonly version: string; readonly text: string } | undefined): Objection => {
  if (current === undefined) return from === undefined ? undefined : refuse('text-unknown')
  if (from !== current.version) return changedMeanwhile(current.version, yours, current.text)
  return version === current.version ? refuse('id-in-use') : undefined
}

/** Whether two contents say the same, whatever the order of their fields. */
export const isSameContent = (a: object, b: object): boolean => inOrder(a) === inOrder(b)

const inOrder = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) =>
  typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a < b ? -1 : 1)) : inner)
