import type { DraftPartInput, DraftWaysQuery } from '@samenspel/graphql-documents/desk'
import type { Proposal } from '../planner/planner.ts'

export type WaysOnDay = DraftWaysQuery['draftWays'][number]
export type Way = WaysOnDay['ways'][number]

/** One appointment of a draft. */
export type DraftPart = Omit<DraftPartInput, 'placeId'> & { readonly end: string; readonly placeId?: string; readonly isEvening: boolean }

/** A draft with what was, and what was taken back. */
export type History = { readonly past: readonly (readonly DraftPart[])[]; readonly now: readonly DraftPart[]; readonly future: readonly (readonly DraftPart[])[] }

export type Change =
  | { readonly type: 'place'; readonly part: DraftPart }
  | { readonly type: 'remove'; readonly needIds: readonly string[] }
  | { readonly type: 'replace'; readonly parts: readonly DraftPart[] }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  /** What was kept of an earlier time; it never overwrites what was made meanwhile. */
  | { readonly type: 'find'; readonly parts: readonly DraftPart[] }
  /** It was sent: there is nothing to go back to. */
  | { readonly type: 'forget' }

export const emptyHistory: History = { past: [], now: [], future: [] }
/** Steps that can be taken back. */
const mostSteps = 50

/** What becomes of a draft: each wish stands in it once, and every step can be taken back. */
export const changed = (history: History, change: Change): History => {
  const { past, now, future } = history
  const to = (next: readonly DraftPart[]): History => ({ past: [...past, now].slice(-mostSteps), now: next, future: [] })
  switch (change.type) {
    case 'place': return to([...now.filter(({ needId }) => needId !== change.part.needId), change.part].toSorted(byTime))
    case 'remove': {
      const left = now.filter(({ needId }) => !change.needIds.includes(needId))
      return left.length === now.length ? history : to(left)
    }
    case 'replace': return to(change.parts.toSorted(byTime))
    case 'undo': return past.length === 0 ? history : { past: past.slice(0, -1), now: past.at(-1) ?? [], future: [now, ...future] }
    case 'redo': return future.length === 0 ? history : { past: [...past, now], now: future[0] ?? [], future: future.slice(1) }
    case 'find': return past.length === 0 && now.length === 0 ? { ...history, now: change.parts } : history
    case 'forget': return emptyHistory
  }
}

const byTime = (a: DraftPart, b: DraftPart): number => (a.date + a.start).localeCompare(b.date + b.start)

/** A wish where one of its ways puts it. */
export const placedAs = (needId: string, date: string, way: Way): DraftPart => ({
  needId, date, start: way.start, end: way.end, modality: way.modality, attendees: way.attendees, professionals: way.professionals.map(({ id }) => id), isEvening: way.isEvening,
  ...(way.place !== null && { placeId: way.place.id }),
})

/** A draft as the server is asked about it. */
export const inputOf = (parts: readonly DraftPart[]): DraftPartInput[] => parts.map(({ needId, date, start, modality, placeId, attendees, professionals }) =>
  ({ needId, date, start, modality, placeId: placeId ?? null, attendees, professionals }))

/** A proposal as a draft to go on from. */
export const draftFrom = (proposal: Pick<Proposal, 'bundles'>): readonly DraftPart[] => proposal.bundles.flatMap(({ parts }) => parts.flatMap(({ needId, date, start, end, modality, place, attendees, professionals, isEvening }) =>
  needId === null || start === null || end === null ? [] : [{ needId, date, start, end, modality, attendees, professionals: professionals.map(({ id }) => id), isEvening, ...(place !== null && { placeId: place.id }) }]))

/** A draft as words of a form, and back: what isn't a draft is none. */
export const writeDraft = (parts: readonly DraftPart[]): string => JSON.stringify(parts)
export const readDraft = (text: string): readonly DraftPart[] => {
  try {
    const kept: unknown = JSON.parse(text)
    return Array.isArray(kept) ? kept.filter(isPart) : []
  } catch {
    return []
  }
}

const isPart = (value: unknown): value is DraftPart => {
  if (typeof value !== 'object' || value === null) return false
  const { needId, date, start, end, modality, attendees, professionals } = value as Record<string, unknown>
  return [needId, date, start, end, modality].every((one) => typeof one === 'string') && [attendees, professionals].every((list) => Array.isArray(list) && list.every((one) => typeof one === 'string'))
}
