/** What a parent fills in about an appointment of their own: pure functions over the form. */
import type { ElsewhereInput } from '@samenspel/graphql-documents/parent-pages'
import type { Appointment, Family, Me } from '../family/model.ts'

/** `where`: the id of a place that is known, or one of three words. */
export type Values = {
  readonly label: string
  readonly date: string
  readonly start: string
  readonly minutes: number
  readonly where: string
  readonly place: string
  readonly travel: number
  readonly attendees: readonly string[]
  readonly self: boolean
}

/** Lengths to choose from, in minutes. */
export const lengths = [15, 30, 45, 60, 90, 120, 240] as const
/** Ways to choose from, in minutes from home. */
export const ways = [0, 10, 15, 30, 45, 60, 90] as const

/** Who can go: everybody of the family who is born. */
export const going = (family: Family): Family['members'] => family.members.filter(({ role, passed }) => role !== 'UNBORN_CHILD' && passed === null)

/** A letter is mostly about the child, and the parent who types it goes along. */
export const newValues = (family: Family, me: Me): Values => ({
  label: '', date: '', start: '', minutes: 30, where: 'ONSITE', place: '', travel: 30, self: false,
  attendees: going(family).filter(({ id, role }) => id === me.id || role === 'CHILD').map(({ id }) => id),
})

export const valuesOf = (part: Appointment): Values => ({
  label: part.label, date: part.date, start: part.start ?? '', minutes: minutesOf(part.end ?? '00:00') - minutesOf(part.start ?? '00:00'), where: part.place?.id ?? part.modality,
  place: part.elsewhere?.place ?? '', travel: part.elsewhere?.travelMinutes ?? 0, attendees: part.attendees, self: part.elsewhere?.selfArranged ?? false,
})

/** What was kept of the form while it was being filled in. @returns nothing when that can't be read any more */
export const keptValues = (kept: string, first: Values): Values | undefined => {
  try {
    const values: unknown = JSON.parse(kept)
    return typeof values === 'object' && values !== null && Object.keys(first).every((key) => key in values) ? values as Values : undefined
  } catch {
    return undefined
  }
}

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** The fields that still have to be filled in. */
export const missingIn = ({ label, date, start, where, place, attendees }: Values): readonly ('label' | 'date' | 'start' | 'place' | 'attendees')[] => [
  ...(label.trim() === '' ? ['label' as const] : []), ...(date === '' ? ['date' as const] : []), ...(start === '' ? ['start' as const] : []),
  ...(where === 'ONSITE' && place.trim() === '' ? ['place' as const] : []), ...(attendees.length === 0 ? ['attendees' as const] : []),
]

export const inputOf = ({ label, date, start, minutes, where, place, travel, attendees, self }: Values): ElsewhereInput => {
  const shared = { label, date, start, minutes, attendees, selfArranged: self }
  if (where === 'HOME' || where === 'DIGITAL') return { ...shared, modality: where }
  return where === 'ONSITE' ? { ...shared, modality: 'ONSITE', place, travelMinutes: travel } : { ...shared, modality: 'ONSITE', placeId: where }
}

/** What stands fixed at the same time for one of those who go. */
export const overlapping = (family: Family, { date, start, minutes, attendees }: Values, but: string | undefined): readonly Appointment[] => {
  if (date === '' || start === '') return []
  const [from, to] = [minutesOf(start), minutesOf(start) + minutes]
  return family.bundles.flatMap(({ parts }) => parts).filter((part) => part.id !== but && part.status === 'CONFIRMED' && part.date === date && part.start !== null && part.end !== null
    && minutesOf(part.start) < to && from < minutesOf(part.end) && part.attendees.some((id) => attendees.includes(id)))
}
