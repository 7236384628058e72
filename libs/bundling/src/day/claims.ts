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
  const claimNumbers = new Map<number, number>()
  /** What was added to which set when, and the set that it made. */
  const added = new Map<number, number>()
  const intern = (claims: readonly Claim[]): number => {
    const sorted = [...claims].sort((a, b) => a.what - b.what || a.by - b.by || a.from - b.from || a.until - b.until)
    const key = sorted.map(({ what, by, from, until }) => `${what}/${by}/${from}/${until}`).join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, sets.length)
    sets.push(sorted)
    return sets.length - 1
  }
  const running = (set: number, now: number): readonly Claim[] => (sets[set] ?? []).filter(claim => claim.until > now)
  /** When a claim began makes no difference any more. */
  const begun = (claim: Claim, now: number): Claim => claim.from > 0 && claim.from <= now ? { ...claim, from: 0 } : claim
  const atOnce = (a: Claim, b: Claim): boolean => a.what === b.what && a.from < b.until && b.from < a.until
  const clashes = (set: number, wanted: Claim, now: number, fits: (by: number) => boolean): boolean => {
    if (set === 0) return false
    for (const claim of sets[set]!) if (claim.until > now && atOnce(claim, wanted) && fits(claim.by)) return true
    return false
  }
  const numberOf = ({ what, by, from, until }: Claim): number => {
    const key = ((what * 8 + by) * 2048 + from) * 2048 + until
    const number = claimNumbers.get(key) ?? claimNumbers.size
    claimNumbers.set(key, number)
    return number
  }
  return {
    clashes: (set, wanted, now) => clashes(set, wanted, now, anybody),
    clashesWithOther: (set, wanted, now) => clashes(set, wanted, now, other => (other | wanted.by) === bothParents),
    add: (set, claim, now) => {
      const key = (set * 65_536 + numberOf(claim)) * 2048 + now
      const known = added.get(key)
      if (known !== undefined) return known
      const made = intern([...running(set, now), claim].map(one => begun(one, now)))
      added.set(key, made)
      return made
    },
    prune: (set, now) => set === 0 || sets[set]!.every(claim => claim.until > now && (claim.from === 0 || claim.from > now)) ? set : intern(running(set, now).map(one => begun(one, now))),
  }
}

const anybody = (): boolean => true
