import { put, without, type Id } from '@samenspel/kernel'
import { change } from '../checks.ts'
import type { AppointmentId, Fact } from '../terms.ts'
import type { Away, CalendarEvent, FreeTime, HoldDetails } from './events.ts'

/** A time that is taken: held while a family's bundle is being confirmed, then booked. */
export type Taken = Fact & HoldDetails & { readonly state: 'held' | 'booked' }

export type Calendar = {
  readonly freeTime: ReadonlyMap<Id, Fact & FreeTime>
  /** What was withdrawn, to offer it again when it was a mistake. */
  readonly withdrawn: ReadonlyMap<Id, Fact & FreeTime>
  /** When somebody can't be there after all. */
  readonly away: ReadonlyMap<Id, Fact & Away>
  readonly taken: ReadonlyMap<AppointmentId, Taken>
  /** What was released or cancelled: it never comes back, however late an old request to hold it arrives. */
  readonly ended: ReadonlySet<AppointmentId>
}

export const emptyCalendar: Calendar = { freeTime: new Map(), withdrawn: new Map(), away: new Map(), taken: new Map(), ended: new Set() }

export const evolveCalendar = (calendar: Calendar, event: CalendarEvent): Calendar => {
  switch (event.type) {
    case 'FreeTimeOffered': {
      const offered = without(event, 'type')
      return { ...calendar, freeTime: put(calendar.freeTime, offered.freeTimeId, offered) }
    }
    case 'FreeTimeWithdrawn':
      return moved(calendar, 'freeTime', 'withdrawn', event.freeTimeId)
    case 'FreeTimeRestored':
      return moved(calendar, 'withdrawn', 'freeTime', event.freeTimeId)
    case 'TimeWithdrawn': {
      const away = without(event, 'type')
      return { ...calendar, away: put(calendar.away, away.withdrawalId, away) }
    }
    case 'TimeGivenBack':
      return { ...calendar, away: drop(calendar.away, event.withdrawalId) }
    case 'HoldPlaced': {
      const hold = without(event, 'type')
      return { ...calendar, taken: put(calendar.taken, hold.appointmentId, { ...hold, state: 'held' }) }
    }
    case 'HoldConfirmed':
      return { ...calendar, taken: change(calendar.taken, event.appointmentId, (hold) => ({ ...hold, state: 'booked' })) }
    case 'HoldReleased':
    case 'BookingCancelled':
      return { ...calendar, taken: drop(calendar.taken, event.appointmentId), ended: new Set([...calendar.ended, event.appointmentId]) }
  }
}

const moved = (calendar: Calendar, from: 'freeTime' | 'withdrawn', to: 'freeTime' | 'withdrawn', id: Id): Calendar => {
  const offered = calendar[from].get(id)
  return offered === undefined ? calendar : { ...calendar, [from]: drop(calendar[from], id), [to]: put(calendar[to], id, offered) }
}

const drop = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> => new Map([...map].filter(([one]) => one !== key))
