/**
 * Claims that still run: a professional or a room asked for until some time, or a place where a parent is.
 * A day has few different sets of them, so each set gets a number and a state keeps only that.
 */
import { bothParents } from '../model/family-model.ts'

/** `by` says which parents a place is claimed by, as bits. `from` may lie ahead: who attends can be there before. */
export type Claim = { readonly what: number; readonly by: number; readonly from: number; readonly until: number }

export type ClaimsTable = {
  /** Whether the same is claimed at the same time. */
  readonly clashes: (set: number, claim: Claim, now: number) => boolean
  /** Whether another person claims the same at the same time. */
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
    const sorted = [...claims].sort((a, b) => a.what - b.what || a.by - b.by || a.from - b.from || a.until - b.until)
    const key = sorted.map(({ what, by, from, until }) => `${what}/${by}/${from}/${until}`).join()
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
  /** When a claim began makes no difference any more. */
  const begun = (claim: Claim, now: number): Claim => claim.from > 0 && claim.from <= now ? { ...claim, from: 0 } : claim
  const atOnce = (a: Claim, b: Claim): boolean => a.what === b.what && a.from < b.until && b.from < a.until
  return {
    clashes: (set, wanted, now) => set !== 0 && running(set, now).some(claim => atOnce(claim, wanted)),
    clashesWithOther: (set, wanted, now) => set !== 0 && running(set, now).some(claim => atOnce(claim, wanted) && (claim.by | wanted.by) === bothParents),
    add: (set, claim, now) => set === 0 ? alone(claim) : intern([...running(set, now), claim].map(one => begun(one, now))),
    prune: (set, now) => set === 0 || sets[set]!.every(claim => claim.until > now && (claim.from === 0 || claim.from > now)) ? set : intern(running(set, now).map(one => begun(one, now))),
  }
}
