import type { AgendaCommand, Modality, Urgency } from '@samenspel/agenda'
import type { Id, PersonId, Subject } from '@samenspel/kernel'
import type { Desk } from '../disclosure/desk.ts'
import { Refused } from '../graphql/refused.ts'
import type { NeedInput, NeedOrderInput } from '../graphql/inputs.ts'
import { withoutNulls } from './inputs.ts'

/**
 * The command that asks an appointment of a family.
 * @throws Refused when who asks may not ask for this organisation, or names somebody or a place that isn't of the team.
 */
export const needOf = (given: NeedInput, desk: Desk): AgendaCommand => {
  const { organisationId, category, modalities: forms, placeIds, professionalIds, allTogether, weeks = 1, language, interpreterIds = [], attendance, urgency, preferred, sameTime, everyWeeks, toleranceDays, comesAfter, ...rest } = withoutNulls(given)
  const { by, at, today, members, team } = desk
  desk.mustAskFor(organisationId)
  const own = team.find(({ organisation }) => organisation === organisationId)
  if (own === undefined) throw new Refused('not-found')
  const isOfTeam = (person: PersonId) => team.some(({ practitionerId }) => practitionerId === person)
  if (![...professionalIds, ...interpreterIds].every(isOfTeam)) throw new Refused('not-found')
  for (const person of new Set(attendance.flat())) desk.mustKnow(person)
  const places = new Set(team.flatMap(({ organisation }) => desk.placesOf(organisation)))
  if (!placeIds.every((place) => places.has(place))) throw new Refused('not-found')
  if (comesAfter !== undefined) {
    mustOrder(desk, comesAfter.needId)
    mustBeLater(comesAfter)
  }
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
    ...(comesAfter !== undefined && { comesAfter: withoutNulls({ ...comesAfter }) }),
  }
}

/** Whoever says in which order appointments come sees each of them, and may ask for it. */
const mustOrder = ({ mustSee, mustAskFor, organisationOf }: Desk, ...needIds: readonly Id[]): void => {
  for (const needId of needIds) mustSee('need', needId)
  for (const needId of needIds) mustAskFor(organisationOf(needId))
}

/** On one day the planner doesn't say which comes first. */
const mustBeLater = ({ minDays }: Pick<NeedOrderInput, 'minDays'>): void => { if (minDays < 1) throw new Refused('gap-invalid') }

/** The command that puts one appointment before another. @throws Refused `not-found` when one of them isn't known to who asks, `not-coordinator`, `gap-invalid` */
export const orderOf = ({ beforeId, afterId, minDays, maxDays }: NeedOrderInput, desk: Desk): AgendaCommand => {
  mustOrder(desk, beforeId, afterId)
  mustBeLater({ minDays })
  return { type: 'AddOrderRule', by: desk.by, at: desk.at, known: desk.knownNeeds, before: beforeId, after: afterId, minDays, ...(maxDays != null && { maxDays }) }
}

/** The command that takes back what was said of the order of two appointments. @throws Refused as `orderOf` does */
export const withoutOrder = (before: Id, after: Id, desk: Desk): AgendaCommand => {
  mustOrder(desk, before, after)
  return { type: 'WithdrawOrderRule', by: desk.by, at: desk.at, before, after }
}

/** About one adult when only this one comes along in every alternative; else about the child. */
const subjectOf = (attendance: readonly (readonly PersonId[])[], { adults, indexSubject }: Desk): Subject => {
  const [only, ...others] = new Set(attendance.flat())
  return only !== undefined && others.length === 0 && adults.includes(only) ? { kind: 'adult', person: only } : indexSubject
}
