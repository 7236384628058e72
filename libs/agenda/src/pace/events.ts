import type { Id, IsoDate, Subject } from '@samenspel/kernel'
import type { Ask, Fact } from '../terms.ts'

/** From a day on nothing new is planned; until a day, or until somebody ends it. Both days included. */
export type PauseDetails = { readonly pauseId: Id; readonly from: IsoDate; readonly until?: IsoDate }

/** At what pace the family is asked for appointments. Under the child whose care is planned, so that both parents read it. */
export type PaceEvent =
  | (Fact & PauseDetails & { readonly type: 'PlanningPaused' })
  | (Fact & { readonly type: 'PlanningResumed'; readonly pauseId: Id })
  /** In the week of this Monday hardly anything is planned. */
  | (Fact & { readonly type: 'WeekLightened'; readonly week: IsoDate })
  | (Fact & { readonly type: 'WeekMadeOrdinary'; readonly week: IsoDate })

export type PaceCommand =
  /** `today`: the day of `at` in the zone of the case. */
  | (Ask & PauseDetails & { readonly type: 'PausePlanning'; readonly subject: Subject; readonly today: IsoDate })
  | (Ask & { readonly type: 'ResumePlanning'; readonly pauseId: Id })
  | (Ask & { readonly type: 'LightenWeeks'; readonly subject: Subject; readonly weeks: readonly IsoDate[]; readonly today: IsoDate })
  | (Ask & { readonly type: 'MakeWeekOrdinary'; readonly week: IsoDate })
