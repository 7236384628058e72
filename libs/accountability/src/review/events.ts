/** What the privacy officer found of looks into a family's file that stood out (L-13), in the stream `review-<familyId>`. */
import type { Id, IsoDate, OrganisationId, PersonId } from '@samenspel/kernel'
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
  /** The least time to keep something is over, and it is kept on until a day, for a reason (L-09, P-07). */
  | Fact<'DueRecordKept', Kept & { until: IsoDate; word: string }>

/** What comes due: lines of the access log and safety tracks, which no erasure of a person reaches, and the records of a person. */
export const keptRecords = ['careRecord', 'accessLog', 'safetyTrack'] as const
export type KeptRecord = (typeof keptRecords)[number]

/** What is kept on. `of`: whose record of care, and which organisation has it (`case`: the family itself); of the others there is one for a family. */
export type Kept = { readonly record: KeptRecord; readonly of?: { readonly person: PersonId; readonly controller: OrganisationId } }

export type ReviewCommand =
  | Request<'JudgeLook', { findingId: Id; rule: Rule; verdict: Verdict; word: string }>
  | Request<'ReopenLook', { findingId: Id }>
  | Request<'SetExtraWatch', { isWatched: boolean }>
  /** `latest`: the day by which it must be gone, when there is one. */
  | Request<'KeepDueRecord', Kept & { until: IsoDate; word: string; today: IsoDate; latest?: IsoDate }>

/** Every event of the stream, with the version that is written today. */
export const reviewEvents: Readonly<Record<ReviewEvent['type'], { readonly version: number; readonly retention: 'accountability' }>> = {
  LookJudged: { version: 1, retention: 'accountability' },
  LookReopened: { version: 1, retention: 'accountability' },
  ExtraWatchSet: { version: 1, retention: 'accountability' },
  DueRecordKept: { version: 1, retention: 'accountability' },
}
