import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand } from '../messages.ts'
import { at, child, clinic, coach, coordinating, coordinator, groupWorker, id, mother, past, pastWith, stateOf, substitute, therapist } from '../testing/case.ts'
import { isInTeam, registeredThrough, substituteOn } from './state.ts'

const aCase = specify(familyCase)
type Of<Type extends FamilyCaseCommand['type']> = Extract<FamilyCaseCommand, { type: Type }>

const add: Of<'AddTeamMember'> = {
  type: 'AddTeamMember', ...coordinating, membershipId: id(200), practitionerId: id(201), organisation: clinic, discipline: 'adultMentalHealth', from: '2027-01-11',
  isCoach: false, subject: { kind: 'adult', person: mother }, category: 'mentalHealth',
}

describe('joining and leaving the team (C-14)', () => {
  test('who works for a parent alone is recorded with that parent', () => {
    aCase.given(...past).when(add).then({
      type: 'TeamMemberAdded', subject: { kind: 'adult', person: mother }, by: coordinator, at: add.at, category: 'mentalHealth',
      membershipId: id(200), practitionerId: id(201), organisation: clinic, discipline: 'adultMentalHealth', from: '2027-01-11', isCoach: false,
    })
  })
  test.each<[string, string, Partial<Of<'AddTeamMember'>>]>([
    ['who is in it already', 'already-in-team', { practitionerId: therapist.person }],
    ['who is of the family', 'id-in-use', { practitionerId: mother }],
    ['for a period that ends before it begins', 'period-reversed', { until: '2027-01-10' }],
    ['for a stranger', 'subject-unknown', { subject: { kind: 'adult', person: id(99) } }],
    ['for a parent as if she were a child', 'subject-unknown', { subject: { kind: 'child', person: mother } }],
    ['for nobody', 'subject-unknown', { subject: { kind: 'case' } }],
    ['under the safety track', 'safety-has-its-own-track', { category: 'safety' }],
    ['at the word of a colleague', 'not-coordinator', { by: groupWorker }],
  ])('nobody joins %s', (_, code, change) => {
    aCase.given(...past).when({ ...add, ...change }).thenRefused(code)
  })
  test('a membership ends with its last day, and the same person can join again later', () => {
    const events = pastWith({ type: 'EndTeamMembership', ...coordinating, membershipId: id(33), until: '2027-01-15' })
    const { careTeam } = stateOf(events)
    expect([isInTeam(careTeam, groupWorker.person, '2027-01-15'), isInTeam(careTeam, groupWorker.person, '2027-01-16')]).toEqual([true, false])
    const again = { ...add, practitionerId: groupWorker.person, organisation: groupWorker.organisation!, subject: { kind: 'child', person: child } } as const
    aCase.given(...events).when({ ...again, from: '2027-01-15' }).thenRefused('already-in-team')
    expect(familyCase.decide({ ...again, from: '2027-02-01' }, stateOf(events))).toMatchObject({ events: [{ type: 'TeamMemberAdded' }] })
  })
  test('who has left writes no more', () => {
    const events = pastWith({ type: 'EndTeamMembership', ...coordinating, membershipId: id(33), until: '2027-01-15' })
    const note: Of<'AddContribution'> = {
      type: 'AddContribution', by: groupWorker, at: at('23:59', '2027-01-15'), id: id(300), kind: 'note', subject: { kind: 'child', person: child }, category: 'development',
      setting: 'group', occurredOn: '2027-01-15', situation: 'Played with the water.',
    }
    expect(familyCase.decide(note, stateOf(events))).toMatchObject({ events: [{ type: 'ContributionAdded' }] })
    aCase.given(...events).when({ ...note, at: at('00:00', '2027-01-16') }).thenRefused('team-membership-ended')
  })
  test('ending: not what is unknown, not before it began, not twice', () => {
    const end: Of<'EndTeamMembership'> = { type: 'EndTeamMembership', ...coordinating, membershipId: id(33), until: '2027-01-10' }
    aCase.given(...past).when({ ...end, membershipId: id(99) }).thenRefused('membership-unknown')
    aCase.given(...past).when({ ...end, until: '2027-01-03' }).thenRefused('period-reversed')
    aCase.given(...past).when({ ...end, until: 'soon' }).thenRefused('date-impossible')
    aCase.given(...pastWith(end)).when({ ...end, until: '2027-02-01' }).thenRefused('already-ended')
    aCase.given(...pastWith(end)).when(end).thenNothing()
  })
})

describe('a place in the team that changes (C-14)', () => {
  const change: Of<'ChangeTeamMembership'> = { type: 'ChangeTeamMembership', ...coordinating, membershipId: id(33), until: '2027-06-30', isCoach: true, reason: 'Goes along to the next group.' }

  test('another last day and another role, with the reason, which stays to be read', () => {
    aCase.given(...past).when(change).then({
      type: 'TeamMembershipChanged', subject: { kind: 'child', person: child }, by: coordinator, at: change.at, category: 'contact', membershipId: id(33), until: '2027-06-30', isCoach: true, reason: change.reason,
    })
    expect(stateOf(pastWith(change)).careTeam.members.find(({ membershipId }) => membershipId === id(33))).toMatchObject({ until: '2027-06-30', isCoach: true, reason: change.reason })
  })
  test('a last day is taken away again before it has come', () => {
    const { careTeam } = stateOf(pastWith(change, { type: 'ChangeTeamMembership', ...coordinating, membershipId: id(33), isCoach: true, reason: 'Stays after all.' }))
    expect([isInTeam(careTeam, groupWorker.person, '2027-07-01'), careTeam.members.find(({ membershipId }) => membershipId === id(33))?.until]).toEqual([true, undefined])
  })
  test.each<[string, string, Partial<Of<'ChangeTeamMembership'>>]>([
    ['what is unknown', 'membership-unknown', { membershipId: id(99) }],
    ['to a day that has passed', 'date-in-past', { until: '2027-01-10' }],
    ['without a reason', 'text-empty', { reason: ' ' }],
    ['to a last day of who coordinates', 'is-coordinator', { membershipId: id(31) }],
    ['at the word of a colleague', 'not-coordinator', { by: groupWorker }],
    ['without a registration', 'registration-not-valid', { registrationValid: false }],
  ])('nothing changes %s', (_, code, more) => { aCase.given(...past).when({ ...change, ...more }).thenRefused(code) })
  test('who has left is invited anew, and is not let in again by a later day', () => {
    const left = pastWith({ type: 'EndTeamMembership', ...coordinating, membershipId: id(33), until: '2027-01-10', reason: 'Works in another group.' })
    expect(stateOf(left).careTeam.members.find(({ membershipId }) => membershipId === id(33))?.reason).toBe('Works in another group.')
    aCase.given(...left).when(change).thenRefused('already-ended')
  })
})

describe('coordination (K-01)', () => {
  const handOver: Of<'HandOverCoordination'> = { type: 'HandOverCoordination', ...coordinating, to: substitute.person, successorRegistrationValid: true }

  test('handing over is one pair: never two coordinators, never none', () => {
    aCase.given(...past).when(handOver).then(
      { type: 'CoordinationEnded', subject: { kind: 'case' }, by: coordinator, at: handOver.at, practitionerId: coordinator.person },
      { type: 'CoordinatorAppointed', subject: { kind: 'case' }, by: coordinator, at: handOver.at, practitionerId: substitute.person },
    )
    expect(stateOf(pastWith(handOver)).careTeam).toMatchObject({ coordinator: substitute.person, handedOver: { by: coordinator, at: handOver.at } })
    expect(stateOf(past).careTeam.handedOver).toBeUndefined()
  })
  test('who handed over coordinates no more', () => {
    aCase.given(...pastWith(handOver)).when(add).thenRefused('not-coordinator')
    expect(familyCase.decide({ ...add, by: substitute }, stateOf(pastWith(handOver)))).toMatchObject({ events: [{}] })
  })
  test('who takes over stands in for nobody any more', () => {
    expect(stateOf(pastWith(handOver)).careTeam.substitute).toBeUndefined()
  })
  test('also by who has no valid registration any more, for whom nothing else is left', () => {
    expect(familyCase.decide({ ...handOver, registrationValid: false }, stateOf(past))).toMatchObject({ events: [{ type: 'CoordinationEnded' }, { type: 'CoordinatorAppointed' }] })
    aCase.given(...past).when({ ...add, registrationValid: false }).thenRefused('registration-not-valid')
    aCase.given(...past).when({ ...handOver, by: groupWorker }).thenRefused('not-coordinator')
  })
  describe('to somebody of the first line, where the country lets them', () => {
    const onCall = { practitionerId: substitute.person, registrationValid: true, isAllowed: true }
    const toFirstLine: typeof handOver = { ...handOver, to: groupWorker.person, successorRegistrationValid: false, onCall }

    test('with a registered specialist of the team on call, by whose registration they coordinate', () => {
      const after = pastWith(toFirstLine)
      const { careTeam } = stateOf(after)
      expect([careTeam.coordinator, careTeam.specialistOnCall]).toEqual([groupWorker.person, substitute.person])
      expect(registeredThrough(careTeam, groupWorker.person, '2027-01-11')).toEqual([groupWorker.person, substitute.person])
      expect(registeredThrough(careTeam, coach.person, '2027-01-11')).toEqual([coach.person])
      expect(familyCase.decide({ ...add, by: groupWorker }, stateOf(after))).toMatchObject({ events: [{ type: 'TeamMemberAdded' }] })
    })
    test.each<[string, string, Partial<typeof onCall>]>([
      ['where the country asks for a specialist', 'not-an-imh-specialist', { isAllowed: false }],
      ['behind a specialist whose registration has ended', 'registration-not-valid', { registrationValid: false }],
      ['behind somebody who is no specialist', 'not-an-imh-specialist', { practitionerId: coach.person }],
      ['behind somebody outside the team', 'not-in-team', { practitionerId: id(99) }],
      ['behind themselves', 'same-person', { practitionerId: groupWorker.person }],
    ])('not %s', (_, code, more) => { aCase.given(...past).when({ ...toFirstLine, onCall: { ...onCall, ...more } }).thenRefused(code) })
    test('the specialist on call does not leave before another one stands there', () => {
      const after = pastWith(toFirstLine)
      aCase.given(...after).when({ type: 'EndTeamMembership', ...coordinating, by: groupWorker, membershipId: id(32), until: '2027-01-31' }).thenRefused('is-on-call')
      aCase.given(...after).when({ type: 'ChangeTeamMembership', ...coordinating, by: groupWorker, membershipId: id(32), until: '2027-01-31', isCoach: false, reason: 'Leaves.' }).thenRefused('is-on-call')
    })
    test('a specialist who takes over again needs nobody behind them', () => {
      const after = pastWith(toFirstLine, { ...handOver, by: groupWorker, to: coordinator.person })
      expect(stateOf(after).careTeam).toMatchObject({ coordinator: coordinator.person })
      expect(stateOf(after).careTeam.specialistOnCall).toBeUndefined()
    })
  })
  test('only to a registered specialist who is in the team to stay', () => {
    aCase.given(...past).when({ ...handOver, successorRegistrationValid: false }).thenRefused('registration-not-valid')
    aCase.given(...past).when({ ...handOver, to: groupWorker.person }).thenRefused('not-an-imh-specialist')
    aCase.given(...past).when({ ...handOver, to: id(99) }).thenRefused('not-in-team')
    aCase.given(...past).when({ ...handOver, to: coordinator.person }).thenRefused('already-coordinator')
    aCase.given(...pastWith({ type: 'EndTeamMembership', ...coordinating, membershipId: id(32), until: '2027-03-01' })).when(handOver).thenRefused('membership-ends')
  })
  test('not to who was a specialist here once, and is something else now', () => {
    const events = pastWith(
      { type: 'EndTeamMembership', ...coordinating, membershipId: id(32), until: '2027-01-05' },
      { ...add, practitionerId: substitute.person, discipline: 'hospital', subject: { kind: 'child', person: child }, category: 'contact' },
    )
    aCase.given(...events).when(handOver).thenRefused('not-an-imh-specialist')
  })
  test('the coordinator does not leave before somebody else coordinates', () => {
    aCase.given(...past).when({ type: 'EndTeamMembership', ...coordinating, membershipId: id(31), until: '2027-01-31' }).thenRefused('is-coordinator')
  })
})

describe('the substitute', () => {
  const appoint: Of<'AppointSubstitute'> = { type: 'AppointSubstitute', ...coordinating, practitionerId: substitute.person, substituteRegistrationValid: true }

  test('it is another registered specialist of the team', () => {
    aCase.given(...past).when(appoint).thenNothing()
    aCase.given(...past).when({ ...appoint, practitionerId: coordinator.person }).thenRefused('is-coordinator')
    aCase.given(...past).when({ ...appoint, practitionerId: groupWorker.person }).thenRefused('not-an-imh-specialist')
    aCase.given(...past).when({ ...appoint, practitionerId: id(99) }).thenRefused('not-in-team')
  })
  test('who left the team stands in for nobody', () => {
    const { careTeam } = stateOf(pastWith({ type: 'EndTeamMembership', ...coordinating, membershipId: id(32), until: '2027-01-15' }))
    expect([substituteOn(careTeam, '2027-01-15'), substituteOn(careTeam, '2027-01-16')]).toEqual([substitute.person, undefined])
  })
})
