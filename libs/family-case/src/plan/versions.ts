import { refuse, type Objection } from '../refusals.ts'

/**
 * Somebody else was first. Both texts come back, and the version to begin from now, so that nothing typed is lost and a next
 * try can't overwrite anything unseen.
 */
export const changedMeanwhile = (version: string, yours: string, theirs: string): NonNullable<Objection> =>
  refuse('changed-meanwhile', { yours, theirs, version })

/** Whether two contents say the same, whatever the order of their fields. */
export const isSameContent = (a: object, b: object): boolean => inOrder(a) === inOrder(b)

const inOrder = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) =>
  typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a < b ? -1 : 1)) : inner)
