/** The calendar of one professional, stream `calendar-<practitionerId>`: what is offered, held and booked. Nothing in it ever overlaps. */
import type { Decider } from '@samenspel/kernel'
import { decideCalendar } from './decide.ts'
import type { CalendarCommand, CalendarEvent } from './events.ts'
import { emptyCalendar, evolveCalendar, type Calendar } from './state.ts'

export const calendar: Decider<Calendar, CalendarCommand, CalendarEvent> = {
  initial: emptyCalendar,
  evolve: evolveCalendar,
  decide: decideCalendar,
}
