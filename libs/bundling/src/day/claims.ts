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
  const claimNumbers = new Map<number, number>()
  /** What was added to which set when, and the set that it made. */
  const added = new Map<number, number>()
  const intern = (claims: readonly Claim[]): number => {
    const sorted = [...claims].sort((a, b) => a.what - b.what || a.by - b.by || a.until - b.until)
    const key = sorted.map(({ what, by, until }) => `${what}/${by}/${until}`).join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, sets.length)
    sets.push(sorted)
    return sets.length - 1
  }
  const running = (set: number, now: number): readonly Claim[] => (sets[set] ?? []).filter(claim => claim.until > now)
  const clashes = (set: number, what: number, now: number, fits: (by: number) => boolean): boolean => {
    if (set === 0) return false
    for (const claim of sets[set]!) if (claim.what === what && claim.until > now && fits(claim.by)) return true
    return false
  }
  const numberOf = ({ what, by, until }: Claim): number => {
    const key = (what * 4 + (by >> 1)) * 2048 + until
    const number = claimNumbers.get(key) ?? claimNumbers.size
    claimNumbers.set(key, number)
    return number
  }
  return {
    clashes: (set, { what }, now) => clashes(set, what, now, anybody),
    clashesWithOther: (set, { what, by }, now) => clashes(set, what, now, other => (other | by) === bothParents),
    add: (set, claim, now) => {
      const key = (set * 65_536 + numberOf(claim)) * 2048 + now
      const known = added.get(key)
      if (known !== undefined) return known
      const made = intern([...running(set, now), claim])
      added.set(key, made)
      return made
    },
    prune: (set, now) => set === 0 || sets[set]!.every(claim => claim.until > now) ? set : intern(running(set, now)),
  }
}

const anybody = (): boolean => true
