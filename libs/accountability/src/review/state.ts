import type { Id, IsoDate, Recorded } from '@samenspel/kernel'
import type { Kept, ReviewEvent, Verdict } from './events.ts'

export type Judgement = Recorded & { readonly verdict: Verdict; readonly word: string }

/** What was judged, by finding; a finding that isn't here is open. */
export type Review = { readonly judged: ReadonlyMap<Id, Judgement>; readonly isWatched: boolean; /** What is kept on, by `keptName`. */ readonly kept: ReadonlyMap<string, Recorded & { readonly until: IsoDate; readonly word: string }> }

/** One name for what is kept on. */
export const keptName = ({ record, of }: Kept): string => of === undefined ? record : `${record} ${of.person} ${of.controller}`

export const noReview: Review = { judged: new Map(), isWatched: false, kept: new Map() }

export const evolveReview = (review: Review, event: ReviewEvent): Review => {
  switch (event.type) {
    case 'LookJudged': {
      const { by, at, findingId, verdict, word } = event
      return { ...review, judged: new Map(review.judged).set(findingId, { by, at, verdict, word }) }
    }
    case 'LookReopened': return { ...review, judged: new Map([...review.judged].filter(([findingId]) => findingId !== event.findingId)) }
    case 'ExtraWatchSet': return { ...review, isWatched: event.isWatched }
    case 'DueRecordKept': {
      const { by, at, until, word } = event
      return { ...review, kept: new Map(review.kept).set(keptName(event), { by, at, until, word }) }
    }
  }
}
