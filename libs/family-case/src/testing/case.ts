/** An invented family and its team, for the specs: their past is made by real commands, so it is a past that can be. */
import { isRefused, momentOf, type Actor, type IsoInstant } from '@samenspel/kernel'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand, FamilyCaseEvent } from '../messages.ts'
import type { FamilyCase, OpenCase } from '../state.ts'

/** A made-up id that is easy to tell apart in a failing test. */
export const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

export const child = id(1)
export const brother = id(2)
export const mother = id(3)
export const father = id(4)
export const grandmother = id(5)
export const practice = id(11)
export const dayCentre = id(12)
export const clinic = id(13)

const professional = (number: number, organisation: string, discipline: NonNullable<Actor['discipline']>): Actor =>
  ({ person: id(number), role: 'professional', organisation, discipline })

export const coordinator = professional(21, practice, 'imhSpecialist')
export const substitute = professional(22, practice, 'imhSpecialist')
export const groupWorker = professional(23, dayCentre, 'dayCentre')
export const coach = professional(24, dayCentre, 'dayCentre')
export const therapist = professional(25, clinic, 'adultMentalHealth')
export const stranger = professional(26, dayCentre, 'dayCentre')
export const standIn: Actor = { ...substitute, onBehalfOf: coordinator.person }

export const asFamily = (person: string): Actor => ({ person, role: 'familyMember' })

/** A moment of the spec's first days, by the clock of the case. Monday 11 January 2027 unless another day is given. */
export const at = (time = '10:00', day = '2027-01-11'): IsoInstant => momentOf(day, time, 'Europe/Amsterdam')

export const now = { at: at() } as const
export const coordinating = { by: coordinator, ...now, registrationValid: true } as const

export const fiveLevels = [-2, -1, 0, 1, 2].map((value) => ({ value, text: `What we see at ${value}` }))
export const sixLevels = [{ value: -3, text: 'Further back' }, ...fiveLevels]

export const aGoal = { title: 'Wondering together', route: 'bond', scale: 'five', levels: fiveLevels, start: -1, isParentsOwn: false } as const

export const openFamily: Extract<FamilyCaseCommand, { type: 'OpenFamily' }> = {
  type: 'OpenFamily', ...coordinating, at: at('09:00', '2027-01-04'),
  familyId: id(100), name: 'Fam. Voorbeeld', jurisdiction: 'NL', caseNumber: 'D-0001',
  members: [
    { memberId: child, role: 'child', firstName: 'Pim', birthDate: '2025-11-02', isIndexChild: true, inHousehold: true },
    { memberId: brother, role: 'sibling', firstName: 'Bas', birthDate: '2020-06-12', isIndexChild: false, inHousehold: true },
    { memberId: mother, role: 'mother', firstName: 'Ina', isIndexChild: false, inHousehold: true },
    { memberId: father, role: 'father', firstName: 'Kees', isIndexChild: false, inHousehold: true },
    { memberId: grandmother, role: 'grandparent', firstName: 'Toos', isIndexChild: false, inHousehold: false },
  ],
  coordinator: { membershipId: id(31), practitionerId: coordinator.person, organisation: practice },
  mentalisingGoal: { goalId: id(41), version: id(42), ...aGoal },
}

const setUp = { ...coordinating, at: at('09:30', '2027-01-04') } as const
const joins = (number: number, { person, organisation, discipline }: Actor, more: { readonly isCoach?: boolean } = {}): FamilyCaseCommand => ({
  type: 'AddTeamMember', ...setUp, membershipId: id(number), practitionerId: person, organisation: organisation!, discipline: discipline!, from: '2027-01-04',
  isCoach: more.isCoach ?? false, subject: { kind: 'child', person: child }, category: 'contact',
})
const authority = (number: number, adult: string): FamilyCaseCommand => ({
  type: 'RecordAuthority', ...setUp, authorityId: id(number), child, adult, status: 'verified', basis: 'byLaw', source: 'populationRegister', from: '2025-11-02',
})

/** What happens to a case when commands are carried out one after the other. @throws when one of them is refused. */
export const play = (commands: readonly FamilyCaseCommand[], start: FamilyCase = familyCase.initial): readonly FamilyCaseEvent[] => {
  let state = start
  return commands.flatMap((command) => {
    const decision = familyCase.decide(command, state)
    if (isRefused(decision)) throw new Error(`${command.type}: ${JSON.stringify(decision.refusal)}`)
    state = decision.events.reduce(familyCase.evolve, state)
    return decision.events
  })
}

export const stateOf = (events: readonly FamilyCaseEvent[]): OpenCase => {
  const state = events.reduce(familyCase.evolve, familyCase.initial)
  if (!state.isOpen) throw new Error('this case was never opened')
  return state
}

/** The case as it stands after a week: team, substitute, and two parents with authority over the youngest. */
export const past: readonly FamilyCaseEvent[] = play([
  openFamily,
  joins(32, substitute), joins(33, groupWorker), joins(34, coach, { isCoach: true }), joins(35, therapist),
  { type: 'AppointSubstitute', ...setUp, practitionerId: substitute.person, substituteRegistrationValid: true },
  authority(36, mother), authority(37, father),
])

/** The case after some more commands. */
export const pastWith = (...commands: readonly FamilyCaseCommand[]): readonly FamilyCaseEvent[] => [...past, ...play(commands, stateOf(past))]
