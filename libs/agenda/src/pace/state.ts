import { addDays, without, type IsoDate } from '@samenspel/kernel'
import { mondayOf } from '../bundling-case/days.ts'
import type { Fact } from '../terms.ts'
import type { PaceEvent, PauseDetails } from './events.ts'

export type Pause = Fact & PauseDetails
export type LighterWeek = Fact & { readonly week: IsoDate }

export type Pace = {
  /** The last pause that nobody has ended; it may be over by itself. */
  readonly pause?: Pause
  readonly lighterWeeks: ReadonlyMap<IsoDate, LighterWeek>
}

export const ordinaryPace: Pace = { lighterWeeks: new Map() }

export const evolvePace = (pace: Pace, event: PaceEvent): Pace => {
  switch (event.type) {
    case 'PlanningPaused':
      return { ...pace, pause: without(event, 'type') }
    case 'PauseReviewMoved':
      return pace.pause?.pauseId === event.pauseId ? { ...pace, pause: movedTo(pace.pause, event.reviewOn) } : pace
    case 'PlanningResumed':
      return pace.pause?.pauseId === event.pauseId ? { lighterWeeks: pace.lighterWeeks } : pace
    case 'WeekLightened':
      return { ...pace, lighterWeeks: new Map([...pace.lighterWeeks, [event.week, without(event, 'type')]]) }
    case 'WeekMadeOrdinary':
      return { ...pace, lighterWeeks: new Map([...pace.lighterWeeks].filter(([week]) => week !== event.week)) }
  }
}

/** Who is away longer is back the day that is asked. */
const movedTo = (pause: Pause, reviewOn: IsoDate): Pause => ({ ...pause, reviewOn, ...(pause.until !== undefined && { until: addDays(reviewOn, -1) }) })

/** Whether nothing new is planned on a day. */
export const isPaused = ({ pause }: Pace, date: IsoDate): boolean =>
  pause !== undefined && pause.from <= date && (pause.until === undefined || date <= pause.until)

/** Whether hardly anything is planned in the week of a day. */
export const isLighter = ({ lighterWeeks }: Pace, date: IsoDate): boolean => lighterWeeks.has(mondayOf(date))

/** The pause that holds today or is to come. */
export const pauseFrom = ({ pause }: Pace, today: IsoDate): Pause | undefined =>
  pause === undefined || (pause.until !== undefined && pause.until < today) ? undefined : pause

/** The pause in which the family is on a day. */
export const restOn = (pace: Pace, date: IsoDate): Pause | undefined => isPaused(pace, date) ? pace.pause : undefined

/** The lighter weeks that are not over, in order. */
export const lighterFrom = ({ lighterWeeks }: Pace, today: IsoDate): readonly LighterWeek[] =>
  [...lighterWeeks.values()].filter(({ week }) => week >= mondayOf(today)).sort((a, b) => a.week < b.week ? -1 : 1)
