/**
 * What a family wants to carry and at what pace, in a copy. It is nobody's record, so no item: who sets it takes it along, and who asked
 * for a pause stands nowhere, since between parents that is nobody's doing.
 */
import { versionOf, type Agenda } from '@samenspel/agenda'
import type { CaseRecord } from '../case-record.ts'
import { weekToSet } from '../views/week.ts'
import type { Entry, Line, Writer } from './entries.ts'
import type { LeafOfEvent } from './events.ts'

export type WeekEntry = { readonly entry: Entry; readonly made: readonly LeafOfEvent[] }

/** @returns nothing for who doesn't set the week of this family, and of what nobody ever said */
export const weekEntries = (writer: Writer, record: CaseRecord, events: readonly LeafOfEvent[]): readonly WeekEntry[] => {
  const week = weekToSet(record, writer.reader, false)
  return week === undefined ? [] : [...limitsEntry(writer, week.limits, events), ...paceEntry(writer, week.pace, events)]
}

type Fields = Readonly<Record<string, unknown>>
const fieldsOf = ({ event }: LeafOfEvent): Fields => event

const limitsEntry = ({ text, dates }: Writer, { caps, sitter, dayHours = [], version }: Agenda['rhythm']['limits'], events: readonly LeafOfEvent[]): readonly WeekEntry[] => {
  const made = events.filter(({ event }) => event.type === 'LimitsSet').filter((one) => versionOf(fieldsOf(one) as { readonly version?: string; readonly at: string }) === version).slice(-1)
  if (made.length === 0) return []
  const counted = (key: 'trips' | 'evenings' | 'perDay' | 'contacts', count: number | undefined): readonly Line[] => count === undefined ? [] : [{ label: text(`limits.${key}`), text: String(count) }]
  const minutes = (key: 'childMinutes' | 'wait' | 'home' | 'motherMinutes', count: number | undefined): readonly Line[] => count === undefined ? [] : [{ label: text(`limits.${key}`), text: text('minutes', { count }) }]
  const lines: readonly Line[] = [
    ...counted('trips', caps.tripsPerWeek), ...counted('evenings', caps.eveningsPerWeek), ...counted('perDay', caps.appointmentsPerDay), ...counted('contacts', caps.contactsPerWeek),
    ...minutes('childMinutes', caps.childMinutesPerDay), ...minutes('motherMinutes', caps.motherMinutesPerDay), ...minutes('wait', caps.waitMinutes), ...minutes('home', caps.homeMinutes),
    { label: text('limits.sitter'), text: text(sitter ? 'yes' : 'no') },
    // 5 January 2026 was a Monday.
    ...dayHours.map(({ weekday, from, to }): Line => ({ label: text('limits.hours', { day: dates.weekday(`2026-01-${String(4 + weekday).padStart(2, '0')}`) }), text: dates.times(from, to) })),
  ]
  return [{ entry: { section: 'wishes', title: text('title.limits'), lines }, made }]
}

const paceEntry = ({ text, dates }: Writer, { pause, lighterWeeks }: Agenda['pace'], events: readonly LeafOfEvent[]): readonly WeekEntry[] => {
  const pauses = pause === undefined ? [] : events.filter((one) => one.event.type === 'PlanningPaused' && fieldsOf(one)['pauseId'] === pause.pauseId)
  const lighter = events.filter((one) => one.event.type === 'WeekLightened' && lighterWeeks.get(String(fieldsOf(one)['week']))?.at === fieldsOf(one)['at'])
  const made = [...pauses, ...lighter]
  if (made.length === 0) return []
  const lines: readonly Line[] = [
    ...pause === undefined ? [] : [{ label: text('pace.pause'), text: pause.until === undefined ? text('from', { from: dates.date(pause.from) }) : text('between', { from: dates.date(pause.from), until: dates.date(pause.until) }) }],
    ...[...lighterWeeks.keys()].sort().map((week): Line => ({ label: text('pace.lighter'), text: dates.date(week) })),
  ]
  return [{ entry: { section: 'wishes', title: text('title.pace'), lines }, made }]
}
