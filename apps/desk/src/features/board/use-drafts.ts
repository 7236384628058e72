import { useCallback, useMemo, useReducer } from 'react'
import { changed, emptyHistory, type Change, type History } from './draft.ts'

export type Drafts = {
  readonly of: (familyId: string) => History
  readonly change: (familyId: string, change: Change) => void
}

type Step = { readonly familyId: string; readonly change: Change }

/** The drafts of all families on the board, each with its own steps back. */
export const useDrafts = (): Drafts => {
  const [histories, step] = useReducer((all: ReadonlyMap<string, History>, { familyId, change }: Step) => {
    const before = all.get(familyId) ?? emptyHistory
    const after = changed(before, change)
    return after === before ? all : new Map(all).set(familyId, after)
  }, new Map<string, History>())
  const change = useCallback((familyId: string, made: Change) => step({ familyId, change: made }), [])
  return useMemo(() => ({ of: (familyId) => histories.get(familyId) ?? emptyHistory, change }), [histories, change])
}
