/** What makes a family's week, for who may set it: rhythms, limits, pace. */
import { lighterFrom, pauseFrom, versionOf, type Agenda, type Limits as KnownLimits } from '@samenspel/agenda'
import { isChild } from '@samenspel/family-case'
import type { PersonId } from '@samenspel/kernel'
import type { Place } from '../../graphql/types/appointments.ts'
import type { Limits, Pace, PersonRhythm } from '../../graphql/types/week.ts'
import { shown } from '../gate.ts'
import { carersOf, parentsAtHome, peopleAtHome } from '../household.ts'
import type { CaseRecord } from '../case-record.ts'
import { blockView, placeView } from './appointments.ts'
import { actorName, known, type Reader } from './reader.ts'

/**
 * What holds for a family as a whole, and whose weeks somebody may set. It is nobody's record: the parents at home know it, and who
 * plans; for everybody else there is none.
 */
export type WeekToSet = { readonly people: readonly PersonId[]; readonly limits: KnownLimits; readonly pace: Agenda['pace'] }

/** @param plans whether this reader plans for the family */
export const weekToSet = ({ file: { family }, agenda }: CaseRecord, { person, isPortal, today, opened }: Reader, plans: boolean): WeekToSet | undefined => {
  const known = { limits: agenda.rhythm.limits, pace: agenda.pace }
  const home = peopleAtHome(family)
  if (isPortal) {
    if (!parentsAtHome(family).includes(person)) return undefined
    if (opened.isGuarded) return { ...known, people: [person] }
    return { ...known, people: home.filter((member) => member.memberId === person || (isChild(member) && carersOf(family, member.memberId, today).includes(person))).map(({ memberId }) => memberId) }
  }
  const hidden = new Set([...agenda.rhythm.byPerson.keys()].filter((id) => !shown(opened, 'rhythm').some(({ item }) => item.id === id)))
  return plans ? { ...known, people: home.filter(({ memberId }) => opened.named.has(memberId) && !hidden.has(memberId)).map(({ memberId }) => memberId) } : undefined
}

/** What was set for each of these, if anything; the hours only where they opened. */
export const rhythmsView = (reader: Reader, week: WeekToSet | undefined): readonly PersonRhythm[] => {
  const known = new Map(shown(reader.opened, 'rhythm').map(({ item, place }) => [item.value.person, { item, place }] as const))
  return (week?.people ?? []).flatMap((person): readonly PersonRhythm[] => {
    const found = known.get(person)
    if (found === undefined) return [{ memberId: person, blocks: [] }]
    const { item: { value }, place } = found
    return place?.rhythm === undefined ? [] : [{ memberId: person, version: versionOf(value), blocks: place.rhythm.map((block) => blockView(reader, { ...block, persons: [person] })) }]
  })
}

export const limitsView = (reader: Reader, week: WeekToSet | undefined): Limits | undefined =>
  week && { ...week.limits.caps, sitter: week.limits.sitter, withoutCar: known(reader, week.limits.withoutCar ?? []), dayHours: week.limits.dayHours ?? [], ...(week.limits.version !== undefined && { version: week.limits.version }) }

/** Which parent asked for a pause is told to who coordinates alone: between parents it is nobody's doing. */
export const paceView = (reader: Reader, week: WeekToSet | undefined): Pace | undefined => {
  if (week === undefined) return undefined
  const pause = pauseFrom(week.pace, reader.today)
  return {
    lighterWeeks: lighterFrom(week.pace, reader.today).map(({ week: monday }) => monday),
    ...(pause !== undefined && { pause: { id: pause.pauseId, from: pause.from, reviewOn: pause.reviewOn, ...(pause.until !== undefined && { until: pause.until }), ...(!reader.isPortal && { by: actorName(reader, pause.by) }) } }),
  }
}

/** Every place of an organisation that is known to be in the team. */
export const placesOfTeam = (reader: Reader): readonly Place[] =>
  [...new Set(shown(reader.opened, 'teamMember').map(({ item: { value } }) => value.organisation))].flatMap((id) => reader.directory.organisation(id)?.locations.flatMap(({ locationId }) => placeView(reader, locationId) ?? []) ?? [])

/** The places of day centres whose people are in the team. */
export const dayCentresView = (reader: Reader, week: WeekToSet | undefined): readonly Place[] => {
  if (week === undefined) return []
  const organisations = new Set(shown(reader.opened, 'teamMember').map(({ item: { value } }) => value.organisation))
  return [...organisations].flatMap((id) => {
    const found = reader.directory.organisation(id)
    return found?.discipline !== 'dayCentre' ? [] : found.locations.flatMap(({ locationId }) => placeView(reader, locationId) ?? [])
  })
}
