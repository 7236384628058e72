/** What the privacy officer found of looks into a family's file that stood out (L-13), in the stream `review-<familyId>`. */
import type { Id, IsoDate } from '@samenspel/kernel'
import type { Fact, Request } from '../fact.ts'
import type { Rule } from './rules.ts'

export const verdicts = ['fits', 'doesNotFit'] as const
/** Whether the look belongs to somebody's work. */
export type Verdict = (typeof verdicts)[number]

export type ReviewEvent =
  /** `word`: why, in the officer's own words. */
  | Fact<'LookJudged', { findingId: Id; rule: Rule; verdict: Verdict; word: string }>
  | Fact<'LookReopened', { findingId: Id }>
  /** Every look into a case under extra watch is looked at: of somebody many people know, say. */
  | Fact<'ExtraWatchSet', { isWatched: boolean }>
  /** The time to keep something is over, and it is kept on until a day, for a reason (L-09). */
  | Fact<'DueRecordKept', { record: KeptRecord; until: IsoDate; word: string }>

/** What no erasure of a person reaches, so that how long it is kept is decided for itself. */
export const keptRecords = ['accessLog', 'safetyTrack'] as const
export type KeptRecord = (typeof keptRecords)[number]

export type ReviewCommand =
  | Request<'JudgeLook', { findingId: Id; rule: Rule; verdict: Verdict; word: string }>
  | Request<'ReopenLook', { findingId: Id }>
  | Request<'SetExtraWatch', { isWatched: boolean }>
  | Request<'KeepDueRecord', { record: KeptRecord; until: IsoDate; word: string; today: IsoDate }>

/** Every event of the stream, with the version that is written today. */
export const reviewEvents: Readonly<Record<ReviewEvent['type'], { readonly version: number; readonly retention: 'accountability' }>> = {
  LookJudged: { version: 1, retention: 'accountability' },
  LookReopened: { version: 1, retention: 'accountability' },
  ExtraWatchSet: { version: 1, retention: 'accountability' },
  DueRecordKept: { version: 1, retention: 'accountability' },
}
