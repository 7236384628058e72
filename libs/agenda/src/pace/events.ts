import type { Id, IsoDate, Subject } from '@samenspel/kernel'
import type { Ask, Fact } from '../terms.ts'

/** Why a family rests, as it says so itself; it need not say. No judgement, and no illness. */
export const pauseReasons = ['unsaid', 'tooMuch', 'timeTogether', 'eventAtHome', 'away'] as const
export type PauseReason = (typeof pauseReasons)[number]

/**
 * The family rests from a day on (K-13). It never just lapses: on `reviewOn` a person asks how it is, and until a person ends it, it goes
 * on. Only who is away says until when, and is planned around: `until` is the last day, and the day after it the family is back.
 */
export type PauseDetails = {
  readonly pauseId: Id
  readonly from: IsoDate
  readonly reason: PauseReason
  /** What was said with it, for who coordinates. */
  readonly words?: string
  readonly reviewOn: IsoDate
  readonly until?: IsoDate
}

/** At what pace the family is asked for appointments. Under the child whose care is planned, so that both parents read it. */
export type PaceEvent =
  | (Fact & PauseDetails & { readonly type: 'PlanningPaused' })
  /** A person asked how it is, and it goes on: to be asked again on this day. */
  | (Fact & { readonly type: 'PauseReviewMoved'; readonly pauseId: Id; readonly reviewOn: IsoDate })
  | (Fact & { readonly type: 'PlanningResumed'; readonly pauseId: Id })
  /** In the week of this Monday hardly anything is planned. */
  | (Fact & { readonly type: 'WeekLightened'; readonly week: IsoDate })
  | (Fact & { readonly type: 'WeekMadeOrdinary'; readonly week: IsoDate })

export type PaceCommand =
  /**
   * `today`: the day of `at` in the zone of the case. Either `reviewOn` or `until`. `takeBack`: what was sent and waits for an answer is
   * taken back; what is confirmed stays in any case.
   */
  | (Ask & Omit<PauseDetails, 'reviewOn'> & { readonly type: 'PausePlanning'; readonly subject: Subject; readonly reviewOn?: IsoDate; readonly takeBack?: boolean; readonly today: IsoDate })
  | (Ask & { readonly type: 'MovePauseReview'; readonly pauseId: Id; readonly reviewOn: IsoDate; readonly today: IsoDate })
  | (Ask & { readonly type: 'ResumePlanning'; readonly pauseId: Id })
  | (Ask & { readonly type: 'LightenWeeks'; readonly subject: Subject; readonly weeks: readonly IsoDate[]; readonly today: IsoDate })
  | (Ask & { readonly type: 'MakeWeekOrdinary'; readonly week: IsoDate })
