import { addDays, nothingToDo, record, refuse, refuseText, type Decision, type IsoDate } from '@samenspel/kernel'
import { mondayOf } from '../bundling-case/days.ts'
import { firstRefusal, hasDouble, refuseDate } from '../checks.ts'
import type { ProposalsEvent } from '../proposals/events.ts'
import { withdrawn } from '../proposals/decide.ts'
import type { Agenda } from '../state.ts'
import { proposalsWith } from '../statuses.ts'
import { pauseReasons, type PaceCommand, type PaceEvent } from './events.ts'
import { pauseFrom, type Pace } from './state.ts'

/** How far ahead, in days, a pause may begin and a lighter week may lie. */
export const farthestDays = 366
/** The longest time, in days, until somebody asks a family that rests how it is. */
export const longestToReview = 92

type As<Type extends PaceCommand['type']> = Extract<PaceCommand, { readonly type: Type }>

/**
 * Refusals: `date-invalid`, `in-the-past`, `too-far-ahead`, `dates-reversed`, `already-paused`, `unknown-pause`, `week-missing`, `not-a-monday`,
 * `pause-without-reason`, `pause-without-review`, `review-too-soon`, `review-too-far`, `text-empty`, `text-too-long`.
 */
export const decidePace = (command: PaceCommand, agenda: Agenda): Decision<PaceEvent | ProposalsEvent> => {
  const { pace } = agenda
  switch (command.type) {
    case 'PausePlanning': return pause(command, agenda)
    case 'MovePauseReview': return moveReview(command, pace)
    case 'ResumePlanning': return resume(command, pace)
    case 'LightenWeeks': return lighten(command, pace)
    case 'MakeWeekOrdinary': return makeOrdinary(command, pace)
  }
}

const pause = (command: As<'PausePlanning'>, agenda: Agenda): Decision<PaceEvent | ProposalsEvent> => {
  const { by, at, subject, pauseId, from, until, reason, words, today, takeBack } = command
  const current = pauseFrom(agenda.pace, today)
  if (current?.from === from && current.until === until && (until !== undefined || current.reviewOn === command.reviewOn)) return nothingToDo
  const refused = firstRefusal(
    () => refuseDate('from', from),
    () => until === undefined ? undefined : refuseDate('until', until),
    () => from < today ? refuse('in-the-past') : undefined,
    () => refuseFar(from, today),
    () => until !== undefined && until < from ? refuse('dates-reversed') : undefined,
    () => pauseReasons.includes(reason) ? undefined : refuse('pause-without-reason'),
    () => words === undefined ? undefined : refuseText('words', words),
    // Two parents may press at the same time: the second reads what stands, and chooses again.
    () => current === undefined ? undefined : refuse('already-paused'),
  )
  if (refused !== undefined) return refused
  const reviewOn = until === undefined ? command.reviewOn : addDays(until, 1)
  // Of rest a person asks how it is; only who is away is back by a day that is known.
  if (reviewOn === undefined || (until !== undefined && reason !== 'away')) return refuse('pause-without-review')
  return (until === undefined ? refuseReview(reviewOn, from) : undefined) ?? record<PaceEvent | ProposalsEvent>(
    { type: 'PlanningPaused', subject, by, at, pauseId, from, reason, ...(words !== undefined && { words }), reviewOn, ...(until !== undefined && { until }) },
    ...takeBack === true ? proposalsWith(agenda, 'sent').map((proposal) => withdrawn(command, proposal, 'withdrawn')) : [],
  )
}

/** A review lies after the day from which it counts, and within the longest time. */
const refuseReview = (reviewOn: IsoDate, from: IsoDate) =>
  refuseDate('reviewOn', reviewOn)
  ?? (reviewOn <= from ? refuse('review-too-soon') : undefined)
  ?? (reviewOn > addDays(from, longestToReview) ? refuse('review-too-far', { latest: addDays(from, longestToReview) }) : undefined)

const moveReview = ({ by, at, pauseId, reviewOn, today }: As<'MovePauseReview'>, pace: Pace): Decision<PaceEvent> => {
  const current = pauseFrom(pace, today)
  if (current?.pauseId !== pauseId) return refuse('unknown-pause')
  if (current.reviewOn === reviewOn) return nothingToDo
  return refuseReview(reviewOn, today > current.from ? today : current.from) ?? record({ type: 'PauseReviewMoved', subject: current.subject, by, at, pauseId, reviewOn })
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
