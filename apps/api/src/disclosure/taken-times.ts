import type { Taken } from '@samenspel/agenda'
import type { FamilyId, Id, IsoDate } from '@samenspel/kernel'
import type { OwnCalendar } from '../graphql/types/own-calendar.ts'
import type { Session } from '../sessions/sessions.ts'
import { look, type DisclosingParts } from './disclosing.ts'
import { shown } from './gate.ts'
import { readLines } from './log-lines.ts'
import { askingOf } from './viewer.ts'

export const byTime = (a: { readonly date: IsoDate; readonly from: string }, b: { readonly date: IsoDate; readonly from: string }): number => a.date + a.from < b.date + b.from ? -1 : 1

/** What is taken of somebody's time; for whom and for what where that opens to them, and then the family's log has its line. */
export const takenView = async (parts: DisclosingParts, session: Session, taken: readonly Taken[], operation: string): Promise<OwnCalendar['taken']> => {
  const asking = await askingOf(session, parts.files)
  const known = new Map<Id, { readonly label: string; readonly familyId: FamilyId; readonly familyName: string }>()
  for (const [family, own] of Map.groupBy(taken, ({ familyId }) => familyId)) {
    const looked = await look(parts, asking, family, operation, 'quietly')
    if (looked === undefined) continue
    const ids = new Set(own.map(({ appointmentId }) => appointmentId))
    // A time that was given up and taken back stands in the calendar under another id than the appointment.
    const opened = shown(looked.opened, 'appointment').filter(({ item }) => item.value.holds.some((hold) => ids.has(hold)))
    if (opened.length === 0) continue
    await parts.log.write(family, readLines(looked.occasion, { ...looked.opened, items: opened }, new Set(['appointments']), () => false))
    for (const { item: { value } } of opened) for (const hold of value.holds) known.set(hold, { label: value.need.label, familyId: family, familyName: looked.opened.head.name })
  }
  return taken.map(({ appointmentId, date, from, to, state, modality }) => ({ id: `${date} ${from}`, date, from, to, state, modality: modality.kind, ...known.get(appointmentId) })).sort(byTime)
}
