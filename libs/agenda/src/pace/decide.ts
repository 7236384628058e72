import { addDays, nothingToDo, record, refuse, type Decision, type IsoDate } from '@samenspel/kernel'
import { mondayOf } from '../bundling-case/days.ts'
import { firstRefusal, hasDouble, refuseDate } from '../checks.ts'
import type { PaceCommand, PaceEvent } from './events.ts'
import { pauseFrom, type Pace } from './state.ts'

/** How far ahead, in days, a pause may begin and a lighter week may lie. */
export const farthestDays = 366

type As<Type extends PaceCommand['type']> = Extract<PaceCommand, { readonly type: Type }>

/** Refusals: `date-invalid`, `in-the-past`, `too-far-ahead`, `dates-reversed`, `already-paused`, `unknown-pause`, `week-missing`, `not-a-monday`. */
export const decidePace = (command: PaceCommand, pace: Pace): Decision<PaceEvent> => {
  switch (command.type) {
    case 'PausePlanning': return pause(command, pace)
    case 'ResumePlanning': return resume(command, pace)
    case 'LightenWeeks': return lighten(command, pace)
    case 'MakeWeekOrdinary': return makeOrdinary(command, pace)
  }
}

const pause = ({ by, at, subject, pauseId, from, until, today }: As<'PausePlanning'>, pace: Pace): Decision<PaceEvent> => {
  const current = pauseFrom(pace, today)
  if (current?.from === from && current.until === until) return nothingToDo
  return firstRefusal(
    () => refuseDate('from', from),
    () => until === undefined ? undefined : refuseDate('until', until),
    () => from < today ? refuse('in-the-past') : undefined,
    () => refuseFar(from, today),
    () => until !== undefined && until < from ? refuse('dates-reversed') : undefined,
    // Two parents may press at the same time: the second reads what stands, and chooses again.
    () => current === undefined ? undefined : refuse('already-paused'),
  ) ?? record({ type: 'PlanningPaused', subject, by, at, pauseId, from, ...(until !== undefined && { until }) })
}

const refuseFar = (date: IsoDate, today: IsoDate) => date > addDays(today, farthestDays) ? refuse('too-far-ahead') : undefined

const resume = ({ by, at, pauseId }: As<'ResumePlanning'>, { pause: current }: Pace): Decision<PaceEvent> =>
  current?.pauseId === pauseId ? record({ type: 'PlanningResumed', subject: current.subject, by, at, pauseId }) : refuse('unknown-pause')

const lighten = ({ by, at, subject, weeks, today }: As<'LightenWeeks'>, { lighterWeeks }: Pace): Decision<PaceEvent> => {
  if (weeks.length === 0 || hasDouble(weeks)) return refuse('week-missing')
  return firstRefusal(...weeks.map((week) => () => refuseWeek(week, today)))
    ?? record(...weeks.filter((week) => !lighterWeeks.has(week)).map((week): PaceEvent => ({ type: 'WeekLightened', subject, by, at, week })))
}

const refuseWeek = (week: IsoDate, today: IsoDate) =>
  refuseDate('week', week)
  ?? (mondayOf(week) === week ? undefined : refuse('not-a-monday'))
  ?? (week < mondayOf(today) ? refuse('in-the-past') : refuseFar(week, today))

const makeOrdinary = ({ by, at, week }: As<'MakeWeekOrdinary'>, { lighterWeeks }: Pace): Decision<PaceEvent> => {
  const lighter = lighterWeeks.get(week)
  return lighter === undefined ? nothingToDo : record({ type: 'WeekMadeOrdinary', subject: lighter.subject, by, at, week })
}
