import type { AgendaCommand, Modality, Urgency } from '@samenspel/agenda'
import type { PersonId, Subject } from '@samenspel/kernel'
import type { Desk } from '../disclosure/acting.ts'
import { Refused } from '../graphql/refused.ts'
import type { NeedInput } from '../graphql/inputs.ts'
import { withoutNulls } from './inputs.ts'

/**
 * The command that asks an appointment of a family.
 * @throws Refused when who asks may not ask for this organisation, or names somebody or a place that isn't of the team.
 */
export const needOf = (given: NeedInput, desk: Desk): AgendaCommand => {
  const { organisationId, category, modalities: forms, placeIds, professionalIds, allTogether, weeks = 1, language, interpreterIds = [], attendance, urgency, preferred, sameTime, everyWeeks, toleranceDays, ...rest } = withoutNulls(given)
  const { by, at, today, members, team } = desk
  desk.mustAskFor(organisationId)
  const own = team.find(({ organisation }) => organisation === organisationId)
  if (own === undefined) throw new Refused('not-found')
  const isOfTeam = (person: PersonId) => team.some(({ practitionerId }) => practitionerId === person)
  if (![...professionalIds, ...interpreterIds].every(isOfTeam)) throw new Refused('not-found')
  for (const person of new Set(attendance.flat())) desk.mustKnow(person)
  const places = new Set(team.flatMap(({ organisation }) => desk.placesOf(organisation)))
  if (!placeIds.every((place) => places.has(place))) throw new Refused('not-found')
  if (!Number.isInteger(weeks) || weeks < 1) throw new Refused('series-missing')
  const discipline = team.find(({ practitionerId, organisation }) => organisation === organisationId && professionalIds.includes(practitionerId))?.discipline ?? own.discipline
  return {
    ...rest, type: 'AddNeed', by, at, today, members, subject: subjectOf(attendance, desk), category, discipline, organisation: organisationId,
    needId: desk.id('made'), furtherWeeks: Array.from({ length: weeks - 1 }, (_, week) => desk.id(`week ${week + 2}`)),
    // What is no whole number of the scale is refused by the agenda.
    urgency: urgency as Urgency, preferred: preferred ?? rest.from,
    modalities: forms.flatMap((kind): readonly Modality[] => kind === 'onsite' ? placeIds.map((place) => ({ kind, place })) : [{ kind }]),
    attendance, staffing: professionalIds.length === 0 ? [] : allTogether ? [professionalIds] : professionalIds.map((one) => [one]),
    ...((weeks > 1 || everyWeeks !== undefined) && { series: desk.id('series') }),
    ...(everyWeeks !== undefined && { recurrence: { everyWeeks, toleranceDays: toleranceDays ?? 0 } }), ...(sameTime === true && { sameTime }),
    ...((language !== undefined || interpreterIds.length > 0) && { interpreter: { language: language ?? '', by: interpreterIds } }),
  }
}

/** About one adult when only this one comes along in every alternative; else about the child. */
const subjectOf = (attendance: readonly (readonly PersonId[])[], { adults, indexSubject }: Desk): Subject => {
  const [only, ...others] = new Set(attendance.flat())
  return only !== undefined && others.length === 0 && adults.includes(only) ? { kind: 'adult', person: only } : indexSubject
}
