import { addDays, isRefused, longestLine, nothingToDo, record, refuse, refuseText, without, type Decision, type Id, type IsoDate, type IsoInstant, type Refusal } from '@samenspel/kernel'
import { firstRefusal, hasDouble, overlapOnDay, refuseDate, refuseOffGrid, refuseTimes } from '../checks.ts'
import type { Ask } from '../terms.ts'
import type { CalendarCommand, CalendarEvent, FreeTime, HoldDetails } from './events.ts'
import { isOffered, withoutLapsed } from './free-time.ts'
import { evolveCalendar, type Calendar, type Taken } from './state.ts'

/**
 * Refusals: `date-invalid`, `time-invalid`, `times-reversed`, `time-off-grid`, `window-past`, `modality-missing`, `place-missing`, `free-time-known`,
 * `unknown-free-time`, `time-in-use`, `lapse-invalid`, `too-many-offers`, `period-reversed`, `period-too-long`, `already-away`, `hold-ended`, `held-differently`, `slot-taken`, `not-offered`, `not-held`, `is-booked`, `not-booked`.
 */
export const decideCalendar = (command: CalendarCommand, calendar: Calendar): Decision<CalendarEvent> => {
  switch (command.type) {
    case 'OfferFreeTime': return offer(command, calendar)
    case 'WithdrawFreeTime': return withdraw(command, calendar)
    case 'ChangeOffers': return changeOffers(command, calendar)
    case 'WithdrawTime': return withdrawTime(command, calendar)
    case 'GiveTimeBack': return giveTimeBack(command, calendar)
    case 'PlaceHold': return hold(command, calendar)
    default: return settle(command, calendar.taken.get(command.appointmentId))
  }
}

/** The most offers that one command changes. */
export const mostOffers = 400

/**
 * New offers first, so that what replaces another carries what is held in it. What was withdrawn already, and what is offered
 * already under its id, is left alone: the same command again changes nothing.
 */
const changeOffers = ({ by, at, practitioner, today, offer: offers, withdraw: goes, restore }: Extract<CalendarCommand, { readonly type: 'ChangeOffers' }>, calendar: Calendar): Decision<CalendarEvent> => {
  if (offers.length + goes.length + restore.length > mostOffers) return refuse('too-many-offers', { most: mostOffers })
  const steps: readonly ((now: Calendar) => Decision<CalendarEvent>)[] = [
    ...restore.map((freeTimeId) => (now: Calendar) => restored({ by, at, today, freeTimeId }, now)),
    ...offers.map((freeTime) => (now: Calendar) => now.freeTime.has(freeTime.freeTimeId) ? nothingToDo : offer({ type: 'OfferFreeTime', by, at, practitioner, today, ...freeTime }, now)),
    ...goes.map((freeTimeId) => (now: Calendar) => now.withdrawn.has(freeTimeId) ? nothingToDo : withdraw({ type: 'WithdrawFreeTime', by, at, freeTimeId }, now)),
  ]
  let now = calendar
  const events: CalendarEvent[] = []
  for (const step of steps) {
    const decision = step(now)
    if (isRefused(decision)) return decision
    now = decision.events.reduce(evolveCalendar, now)
    events.push(...decision.events)
  }
  return record(...events)
}

const restored = ({ by, at, today, freeTimeId }: Ask & { readonly today: IsoDate; readonly freeTimeId: Id }, calendar: Calendar): Decision<CalendarEvent> => {
  if (calendar.freeTime.has(freeTimeId)) return nothingToDo
  const former = calendar.withdrawn.get(freeTimeId)
  if (former === undefined) return refuse('unknown-free-time')
  return former.date < today ? refuse('window-past') : record({ type: 'FreeTimeRestored', subject: former.subject, by, at, freeTimeId })
}

const offer = (command: Extract<CalendarCommand, { readonly type: 'OfferFreeTime' }>, calendar: Calendar): Decision<CalendarEvent> => {
  const { practitioner, today } = command
  const offered = without(command, 'type', 'practitioner', 'today')
  if (calendar.freeTime.has(offered.freeTimeId)) return refuse('free-time-known')
  return firstRefusal(
    () => refuseDate('date', offered.date),
    () => refuseOffGrid(offered),
    () => offered.date < today ? refuse('window-past') : undefined,
    () => refuseForms(offered),
    () => offered.lapsesAt === undefined || isLater(offered.lapsesAt, offered.at) ? undefined : refuse('lapse-invalid'),
  ) ?? record({ ...offered, type: 'FreeTimeOffered', subject: { kind: 'adult', person: practitioner } })
}

/** @returns whether it is a moment, after the other. */
const isLater = (moment: IsoInstant, at: IsoInstant): boolean => {
  try {
    return Temporal.Instant.compare(moment, at) > 0
  } catch {
    return false
  }
}

const refuseForms = ({ modalities, places }: FreeTime) => {
  if (modalities.length === 0 || hasDouble(modalities)) return refuse('modality-missing')
  return modalities.includes('onsite') === (places.length > 0) ? firstRefusal(...places.map((place) => () => refuseText('places', place, longestLine))) : refuse('place-missing')
}

const withdraw = ({ by, at, freeTimeId }: Extract<CalendarCommand, { readonly type: 'WithdrawFreeTime' }>, calendar: Calendar): Decision<CalendarEvent> => {
  const offered = calendar.freeTime.get(freeTimeId)
  if (offered === undefined) return refuse('unknown-free-time')
  const rest = { ...calendar, freeTime: new Map([...calendar.freeTime].filter(([id]) => id !== freeTimeId)) }
  const isNeeded = [...calendar.taken.values()].some((taken) => overlapOnDay(taken, offered) && isOffered(calendar, taken) && !isOffered(rest, taken))
  return isNeeded ? refuse('time-in-use') : record({ type: 'FreeTimeWithdrawn', subject: offered.subject, by, at, freeTimeId })
}

/** The longest absence that is said at once, in days. */
const longestAway = 366

const withdrawTime = ({ by, at, practitioner, today, withdrawalId, from, until, between }: Extract<CalendarCommand, { readonly type: 'WithdrawTime' }>, { away }: Calendar): Decision<CalendarEvent> => {
  if (away.has(withdrawalId)) return nothingToDo
  const refused = firstRefusal(
    () => refuseDate('from', from), () => refuseDate('until', until), () => between === undefined ? undefined : refuseTimes(between),
    () => until < from ? refuse('period-reversed') : undefined,
    () => until < today ? refuse('window-past') : undefined,
    () => until > addDays(from, longestAway) ? refuse('period-too-long') : undefined,
    () => [...away.values()].some((other) => other.from <= from && until <= other.until && (other.between === undefined || (between !== undefined && other.between.from <= between.from && between.to <= other.between.to))) ? refuse('already-away') : undefined,
  )
  return refused ?? record({ type: 'TimeWithdrawn', subject: { kind: 'adult', person: practitioner }, by, at, withdrawalId, from, until, ...(between !== undefined && { between }) })
}

const giveTimeBack = ({ by, at, withdrawalId }: Extract<CalendarCommand, { readonly type: 'GiveTimeBack' }>, { away }: Calendar): Decision<CalendarEvent> => {
  const former = away.get(withdrawalId)
  return former === undefined ? nothingToDo : record({ type: 'TimeGivenBack', subject: former.subject, by, at, withdrawalId })
}

const hold = (command: Extract<CalendarCommand, { readonly type: 'PlaceHold' }>, calendar: Calendar): Decision<CalendarEvent> => {
  const wanted = without(command, 'type')
  const same = calendar.taken.get(wanted.appointmentId)
  if (same !== undefined) return same.date === wanted.date && same.from === wanted.from && same.to === wanted.to ? nothingToDo : refuse('held-differently')
  return refuseDate('date', wanted.date) ?? refuseOffGrid(wanted) ?? refuseHold(wanted, withoutLapsed(calendar, wanted.at)) ?? record({ ...wanted, type: 'HoldPlaced' })
}

/** Why a calendar, of which lapsed offers were left out, can't hold a time that it does not hold yet: `hold-ended`, `slot-taken`, `not-offered`. */
export const refuseHold = (wanted: HoldDetails, calendar: Calendar): { readonly refusal: Refusal } | undefined => {
  if (calendar.ended.has(wanted.appointmentId)) return refuse('hold-ended')
  if (takenInstead(wanted, calendar).length > 0) return refuse('slot-taken')
  return wanted.isRoom === true || isOffered(calendar, wanted) ? undefined : refuse('not-offered')
}

/** What stands where a hold is wanted. A hold that has expired still stands: only the family that placed it lets it go. */
export const takenInstead = (wanted: HoldDetails, { taken }: Calendar): readonly Taken[] => {
  const givesWay = (other: Taken) => other.familyId === wanted.familyId && wanted.insteadOf?.includes(other.appointmentId) === true
  return [...taken.values()].filter((other) => other.appointmentId !== wanted.appointmentId && overlapOnDay(other, wanted) && !givesWay(other))
}

type Settling = Extract<CalendarCommand, { readonly type: 'ReleaseHold' | 'ConfirmHold' | 'CancelBooking' }>

const settle = ({ type, by, at, appointmentId }: Settling, taken: Taken | undefined): Decision<CalendarEvent> => {
  if (taken === undefined) return type === 'ConfirmHold' ? refuse('not-held') : nothingToDo
  const fact = { subject: taken.subject, by, at, appointmentId }
  switch (type) {
    case 'ReleaseHold': return taken.state === 'held' ? record({ type: 'HoldReleased', ...fact }) : refuse('is-booked')
    case 'ConfirmHold': return taken.state === 'held' ? record({ type: 'HoldConfirmed', ...fact }) : nothingToDo
    case 'CancelBooking': return taken.state === 'booked' ? record({ type: 'BookingCancelled', ...fact }) : refuse('not-booked')
  }
}
