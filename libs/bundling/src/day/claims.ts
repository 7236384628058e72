/**
 * Claims that still run: a professional asked for until some time, or a place where a parent is.
 * A day has few different sets of them, so each set gets a number and a state keeps only that.
 */
import { bothParents } from '../model/family-model.ts'

/** `by` says which parents a place is claimed by, as bits. */
export type Claim = { readonly what: number; readonly by: number; readonly until: number }

export type ClaimsTable = {
  /** Whether the same is claimed at this time. */
  readonly clashes: (set: number, claim: Claim, now: number) => boolean
  /** Whether another person claims the same at this time. */
  readonly clashesWithOther: (set: number, claim: Claim, now: number) => boolean
  /** The set with one claim more, and without those that have ended. */
  readonly add: (set: number, claim: Claim, now: number) => number
  /** The set without the claims that have ended. */
  readonly prune: (set: number, now: number) => number
}

export const claimsTable = (): ClaimsTable => {
  const sets: (readonly Claim[])[] = [[]]
  const numbers = new Map<string, number>([['', 0]])
  const intern = (claims: readonly Claim[]): number => {
    const sorted = [...claims].sort((a, b) => a.what - b.what || a.by - b.by || a.until - b.until)
    const key = sorted.map(({ what, by, until }) => `${what}/${by}/${until}`).join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, sets.length)
    sets.push(sorted)
    return sets.length - 1
  }
  /** A claim beside no other is asked for far more often than any other set. */
  const single = new Map<number, number>()
  const alone = (claim: Claim): number => {
    const key = (claim.what * 8 + claim.by) * 2048 + claim.until
    const known = single.get(key) ?? intern([claim])
    single.set(key, known)
    return known
  }
  const running = (set: number, now: number): readonly Claim[] => (sets[set] ?? []).filter(claim => claim.until > now)
  return {
    clashes: (set, { what }, now) => set !== 0 && running(set, now).some(claim => claim.what === what),
    clashesWithOther: (set, { what, by }, now) => set !== 0 && running(set, now).some(claim => claim.what === what && (claim.by | by) === bothParents),
    add: (set, claim, now) => set === 0 ? alone(claim) : intern([...running(set, now), claim]),
    prune: (set, now) => set === 0 || running(set, now).length === sets[set]?.length ? set : intern(running(set, now)),
  }
}
