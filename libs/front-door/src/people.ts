/** Whom a referral names: who refers, the child or the pregnancy, the parents. */
import { addDays, dayOf, isDate, longestLine, refuseText, zoneOf, type IsoDate, type IsoInstant, type Jurisdiction, type PersonId, type Subject } from '@samenspel/kernel'
import { refuse, type Objection } from './refusals.ts'

export const referrerDisciplines = ['gp', 'midwife', 'maternityCare', 'childHealthClinic', 'neighbourhoodTeam', 'childcare', 'preschool', 'hospital', 'homeSupport', 'youthCare', 'adultMentalHealth', 'other'] as const
/** The field of somebody of the first line, wider than that of who works in a team. */
export type ReferrerDiscipline = (typeof referrerDisciplines)[number]

/** Who refers, or asks. Nobody proved who they are: it is what they wrote. */
export type Referrer = { readonly person: PersonId; readonly name: string; readonly discipline: ReferrerDiscipline; readonly organisation: string; /** A phone number or a mail address. */ readonly reach: string }

/** The child about whom it is; an unborn one has a due date instead of a birth date, and belongs to who carries it (G-09). */
export type ReferredChild = { readonly person: PersonId; readonly firstName?: string; readonly birthDate?: IsoDate; readonly dueDate?: IsoDate; readonly carriedBy?: PersonId }

export const referredRoles = ['mother', 'father', 'parent', 'stepParent', 'fosterParent', 'guardian'] as const
export type ReferredRole = (typeof referredRoles)[number]

export const agreements = ['yes', 'no', 'notAsked'] as const
/** What a parent said to being referred. */
export type Agreement = (typeof agreements)[number]

/** @property toldOn when the referral was talked about with this parent, by who refers; only of a parent who knows of it */
export type ReferredParent = {
  readonly person: PersonId
  readonly role: ReferredRole
  readonly firstName: string
  readonly name?: string
  readonly reach?: string
  readonly agrees: Agreement
  readonly toldOn?: IsoDate
}

/** What is kept of each: nothing else that was sent along. */
export const keptReferrer = ({ person, name, discipline, organisation, reach }: Referrer): Referrer => ({ person, name, discipline, organisation, reach })
export const keptChild = ({ person, firstName, birthDate, dueDate, carriedBy }: ReferredChild): ReferredChild =>
  ({ person, ...(firstName !== undefined && { firstName }), ...(carriedBy === undefined ? birthDate !== undefined && { birthDate } : { carriedBy, ...(dueDate !== undefined && { dueDate }) }) })
export const keptParent = ({ person, role, firstName, name, reach, agrees, toldOn }: ReferredParent): ReferredParent =>
  ({ person, role, firstName, ...(name !== undefined && { name }), ...(reach !== undefined && { reach }), agrees, ...(toldOn !== undefined && { toldOn }) })

/** Children until their sixth birthday are referred here, and from the beginning of a pregnancy. */
const oldestYears = 6
const longestPregnancy = 300
const mostParents = 4

export const aboutAdult = (person: PersonId): Subject => ({ kind: 'adult', person })
export const aboutChild = ({ person, carriedBy }: Pick<ReferredChild, 'person' | 'carriedBy'>): Subject => carriedBy === undefined ? { kind: 'child', person } : { kind: 'unborn', person: carriedBy }

export const todayOf = (at: IsoInstant, jurisdiction: Jurisdiction): IsoDate => dayOf(at, zoneOf(jurisdiction))

export const refuseLine = (field: string, text: string | undefined): Objection => text === undefined ? undefined : refuseText(field, text, longestLine)
export const refuseTexts = (texts: Readonly<Record<string, string | undefined>>): Objection => {
  for (const [field, text] of Object.entries(texts)) { const objection = text === undefined ? undefined : refuseText(field, text); if (objection !== undefined) return objection }
  return undefined
}
export const refuseChoice = (field: string, value: string, choices: readonly string[]): Objection => choices.includes(value) ? undefined : refuse('choice-unknown', { field })
/** A day that exists and has come. */
export const refusePastDay = (field: string, day: string, today: IsoDate): Objection =>
  !isDate(day) ? refuse('date-impossible', { field }) : day > today ? refuse('date-in-future', { field }) : day < '1900-01-01' ? refuse('date-too-early', { field, earliest: '1900-01-01' }) : undefined

export const refuseReferrer = ({ name, discipline, organisation, reach }: Referrer): Objection =>
  refuseLine('name', name) ?? refuseChoice('discipline', discipline, referrerDisciplines) ?? refuseLine('organisation', organisation) ?? refuseLine('reach', reach)

export const refuseChild = (child: ReferredChild, parents: readonly ReferredParent[], today: IsoDate): Objection => {
  const { firstName, birthDate, dueDate, carriedBy } = child
  if (carriedBy === undefined) {
    if (firstName === undefined) return refuse('text-empty', { field: 'firstName' })
    if (birthDate === undefined) return refuse('birth-date-missing')
    return refuseLine('firstName', firstName) ?? refusePastDay('birthDate', birthDate, today) ??
      (Temporal.PlainDate.from(birthDate).add({ years: oldestYears }).toString() <= today ? refuse('child-too-old', { field: 'birthDate' }) : undefined)
  }
  if (!parents.some(({ person }) => person === carriedBy)) return refuse('person-unknown', { field: 'carriedBy' })
  if (dueDate === undefined) return refuse('due-date-missing')
  if (!isDate(dueDate)) return refuse('date-impossible', { field: 'dueDate' })
  return refuseLine('firstName', firstName) ?? (dueDate > addDays(today, longestPregnancy) ? refuse('date-too-late', { field: 'dueDate' }) : dueDate < addDays(today, -longestPregnancy) ? refuse('date-too-early', { field: 'dueDate', earliest: addDays(today, -longestPregnancy) }) : undefined)
}

/** With names only when a parent knows and agrees: who didn't ask the family asks without names (C-12). */
export const refuseParents = (parents: readonly ReferredParent[], today: IsoDate): Objection => {
  if (parents.length === 0) return refuse('parents-missing')
  if (parents.length > mostParents) return refuse('people-too-many', { most: mostParents })
  if (new Set(parents.map(({ person }) => person)).size !== parents.length) return refuse('id-in-use', { field: 'parents' })
  for (const { role, firstName, name, reach, agrees, toldOn } of parents) {
    const objection = refuseChoice('role', role, referredRoles) ?? refuseLine('firstName', firstName) ?? refuseLine('name', name) ?? refuseLine('reach', reach) ?? refuseChoice('agrees', agrees, agreements) ??
      (toldOn === undefined ? undefined : refusePastDay('toldOn', toldOn, today))
    if (objection !== undefined) return objection
  }
  return parents.some(({ agrees }) => agrees === 'yes') ? undefined : refuse('parents-not-agreed')
}
