import type { Id } from '@samenspel/kernel'
import { change, put, without } from '../checks.ts'
import type { AppointmentId, Fact } from '../terms.ts'
import type { CalendarEvent, FreeTime, HoldDetails } from './events.ts'

/** A time that is taken: held while a family's bundle is being confirmed, then booked. */
export type Taken = Fact & HoldDetails & { readonly state: 'held' | 'booked' }

export type Calendar = {
  readonly freeTime: ReadonlyMap<Id, Fact & FreeTime>
  readonly taken: ReadonlyMap<AppointmentId, Taken>
  /** What was released or cancelled: it never comes back, however late an old request to hold it arrives. */
  readonly ended: ReadonlySet<AppointmentId>
}

export const emptyCalendar: Calendar = { freeTime: new Map(), taken: new Map(), ended: new Set() }

export const evolveCalendar = (calendar: Calendar, event: CalendarEvent): Calendar => {
  switch (event.type) {
    case 'FreeTimeOffered': {
      const offered = without(event, 'type')
      return { ...calendar, freeTime: put(calendar.freeTime, offered.freeTimeId, offered) }
    }
    case 'FreeTimeWithdrawn':
      return { ...calendar, freeTime: drop(calendar.freeTime, event.freeTimeId) }
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

const drop = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> => new Map([...map].filter(([one]) => one !== key))
