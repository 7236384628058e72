import type { OpenCase } from '@samenspel/family-case'
import type { PersonId } from '@samenspel/kernel'

/**
 * What the log of a family came to, for each officer who looked. It is kept with the state of the case of which it was made, and goes with it: when
 * something is recorded, when that state has to make room, and at once after an erasure. What it came to names people, so nothing else holds it.
 */
export type KeptReviews<Reviewed> = {
  /** @param of what else it was made of: all must be the same */
  readonly find: (file: OpenCase, officer: PersonId, of: readonly unknown[]) => Reviewed | undefined
  readonly keep: (file: OpenCase, officer: PersonId, of: readonly unknown[], reviewed: Reviewed) => void
}

export const openKeptReviews = <Reviewed>(): KeptReviews<Reviewed> => {
  const kept = new WeakMap<OpenCase, Map<PersonId, { readonly of: readonly unknown[]; readonly reviewed: Reviewed }>>()
  return {
    find: (file, officer, of) => {
      const known = kept.get(file)?.get(officer)
      return known?.of.every((part, index) => part === of[index]) === true ? known.reviewed : undefined
    },
    keep: (file, officer, of, reviewed) => {
      const ofFile = kept.get(file) ?? new Map<PersonId, { readonly of: readonly unknown[]; readonly reviewed: Reviewed }>()
      kept.set(file, ofFile.set(officer, { of, reviewed }))
    },
  }
}
