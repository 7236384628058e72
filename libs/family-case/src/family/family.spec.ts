import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { familyCase } from '../family-case.ts'
import type { FamilyCaseCommand, FamilyCaseEvent } from '../messages.ts'
import {
  aGoal, asFamily, at, brother, child, coordinating, coordinator, father, grandmother, groupWorker, id, mother, openFamily, past, pastWith, play, standIn, stateOf, substitute,
} from '../testing/case.ts'
import { indexSubject } from './family.ts'

const aCase = specify(familyCase)
type Of<Type extends FamilyCaseCommand['type']> = Extract<FamilyCaseCommand, { type: Type }>

describe('opening a family', () => {
  test('it starts with its people, one coordinator and the goal of mentalising (K-01, K-05)', () => {
    const state = stateOf(play([openFamily]))
    expect(state.family.members.map(({ memberId, subject }) => [memberId, subject])).toEqual([
      [child, { kind: 'child', person: child }], [brother, { kind: 'sibling', person: brother }],
      ...[mother, father, grandmother].map((person) => [person, { kind: 'adult', person }]),
    ])
    expect(state.careTeam.coordinator).toBe(coordinator.person)
    expect(state.careTeam.members).toMatchObject([{ practitionerId: coordinator.person, discipline: 'imhSpecialist', from: '2027-01-04' }])
    expect(state.plan.goals).toMatchObject([{ isMentalising: true, subject: { kind: 'child', person: child }, title: aGoal.title }])
  })
  test('each fact of the opening is about one person, or about the case', () => {
    const [first, ...rest] = play([openFamily])
    expect(first).toEqual({
      type: 'FamilyOpened', subject: { kind: 'case' }, by: coordinator, at: openFamily.at,
      familyId: id(100), name: 'Fam. Voorbeeld', jurisdiction: 'NL', caseNumber: 'D-0001',
    })
    expect(rest.map(({ type }) => type)).toEqual([...Array<string>(5).fill('MemberAdded'), 'TeamMemberAdded', 'CoordinatorAppointed', 'GoalAdded'])
  })
  test.each<[string, string, Partial<Of<'OpenFamily'>>]>([
    ['by a specialist whose registration has lapsed', 'registration-not-valid', { registrationValid: false }],
    ['by somebody who will not coordinate it', 'not-coordinator', { by: groupWorker }],
    ['without a name', 'text-empty', { name: ' ' }],
    ['without the child it is about', 'index-child-missing', { members: openFamily.members.slice(1) }],
    ['with two children it is about', 'index-child-exists', {
      members: [...openFamily.members, { memberId: id(9), role: 'child', firstName: 'Kim', birthDate: '2025-11-02', isIndexChild: true, inHousehold: true }],
    }],
    ['with one person twice', 'id-in-use', { members: [...openFamily.members, openFamily.members[2]!] }],
    ['with a goal that lacks a text', 'level-text-missing', { mentalisingGoal: { ...openFamily.mentalisingGoal, levels: aGoal.levels.slice(1) } }],
  ])('not %s', (_, code, change) => {
    aCase.given().when({ ...openFamily, ...change }).thenRefused(code)
  })
  test('not twice', () => {
    aCase.given(...past).when(openFamily).thenRefused('already-opened')
  })
  test('nothing can be asked of a family that is not there', () => {
    aCase.given().when({ type: 'CompleteAction', by: coordinator, at: at(), actionId: id(900) }).thenRefused('family-unknown')
  })
})

describe('members', () => {
  const add: Of<'AddMember'> = { type: 'AddMember', ...coordinating, memberId: id(6), role: 'stepParent', firstName: 'Jo', phone: '000', isIndexChild: false, inHousehold: true }

  test('somebody new is known under their own record', () => {
    aCase.given(...past).when(add).then({
      type: 'MemberAdded', subject: { kind: 'adult', person: id(6) }, by: coordinator, at: add.at, category: 'contact',
      memberId: id(6), role: 'stepParent', firstName: 'Jo', phone: '000', isIndexChild: false, inHousehold: true,
    })
  })
  test('what a caller sends along by mistake is not stored', () => {
    const decision = familyCase.decide({ ...add, ...{ password: 'secret' } }, stateOf(past))
    expect(JSON.stringify(decision)).not.toContain('secret')
    expect(JSON.stringify(decision)).not.toContain('registrationValid')
  })
  test.each<[string, string, Partial<Of<'AddMember'>>]>([
    ['who is known already', 'id-in-use', { memberId: mother }],
    ['without a first name', 'text-empty', { firstName: '' }],
    ['with a name of a page', 'text-too-long', { name: 'x'.repeat(201) }],
    ['who is a grown-up and the child it is about', 'index-child-role', { isIndexChild: true }],
    ['who is a second child it is about', 'index-child-exists', { role: 'child', birthDate: '2026-01-01', isIndexChild: true }],
    ['who is a child of no known age', 'birth-date-missing', { role: 'sibling' }],
    ['who is born tomorrow', 'date-in-future', { role: 'sibling', birthDate: '2027-01-12' }],
    ['who is born on a day that does not exist', 'date-impossible', { role: 'sibling', birthDate: '2026-02-30' }],
    ['who is a grown-up and due', 'only-of-unborn-child', { dueDate: '2027-05-01' }],
    ['who is unborn and carried by nobody', 'pregnant-person-unknown', { role: 'unbornChild', dueDate: '2027-05-01' }],
    ['who is unborn and carried by a child', 'pregnant-person-unknown', { role: 'unbornChild', dueDate: '2027-05-01', carriedBy: brother }],
    ['who is unborn without a due date', 'due-date-missing', { role: 'unbornChild', carriedBy: mother }],
    ['who is due in more than a pregnancy', 'date-too-late', { role: 'unbornChild', dueDate: '2027-11-08', carriedBy: mother }],
    ['in an unknown role', 'choice-unknown', { role: 'neighbour' as 'other' }],
    ['at the word of a worker of the group', 'not-coordinator', { by: groupWorker }],
    ['at the word of a parent', 'not-coordinator', { by: asFamily(mother) }],
    ['at the word of a coordinator whose registration has lapsed', 'registration-not-valid', { registrationValid: false }],
    ['at the word of a substitute in her own name', 'not-on-behalf', { by: substitute }],
  ])('nobody is added %s', (_, code, change) => {
    aCase.given(...past).when({ ...add, ...change }).thenRefused(code)
  })
  test('the substitute acts on behalf of the coordinator, and that is kept', () => {
    expect(play([{ ...add, by: standIn }], stateOf(past))).toMatchObject([{ by: { person: substitute.person, onBehalfOf: coordinator.person } }])
  })
})

describe('before and after birth (G-09)', () => {
  const unborn = id(7)
  const pregnancy = play([{
    ...openFamily,
    members: [
      { memberId: unborn, role: 'unbornChild', firstName: 'Baby', dueDate: '2027-03-01', carriedBy: mother, isIndexChild: true, inHousehold: true },
      { memberId: mother, role: 'mother', firstName: 'Ina', isIndexChild: false, inHousehold: true },
    ],
  }])
  const birth: Of<'RecordBirth'> = {
    type: 'RecordBirth', ...coordinating, at: at('10:00', '2027-03-05'), memberId: unborn, birthDate: '2027-03-03', firstName: 'Noor', goalVersion: id(43),
  }

  test('the pregnancy is the record of the pregnant person', () => {
    const state = stateOf(pregnancy)
    expect(indexSubject(state.family)).toEqual({ kind: 'unborn', person: mother })
    expect(state.plan.goals[0]?.subject).toEqual({ kind: 'unborn', person: mother })
  })
  test('birth opens a record of the child, and the mentalising goal is recorded anew under it', () => {
    aCase.given(...pregnancy).when(birth).then(
      {
        type: 'ChildBorn', subject: { kind: 'child', person: unborn }, by: coordinator, at: birth.at, category: 'contact',
        memberId: unborn, birthDate: '2027-03-03', firstName: 'Noor',
      },
      { type: 'GoalChanged', subject: { kind: 'child', person: unborn }, by: coordinator, at: birth.at, category: 'plan', goalId: id(41), version: id(43), ...aGoal },
    )
    const state = stateOf([...pregnancy, ...play([birth], stateOf(pregnancy))])
    expect(state.family.members.find(({ memberId }) => memberId === unborn)).toMatchObject({ role: 'child', birthDate: '2027-03-03', firstName: 'Noor', at: birth.at })
    expect(indexSubject(state.family)).toEqual({ kind: 'child', person: unborn })
    expect(state.plan.goals).toMatchObject([{ isMentalising: true, version: id(43) }])
  })
  test('a child is born once, and not tomorrow', () => {
    aCase.given(...pregnancy, ...play([birth], stateOf(pregnancy))).when(birth).thenRefused('not-unborn')
    aCase.given(...pregnancy).when({ ...birth, birthDate: '2027-03-06' }).thenRefused('date-in-future')
    aCase.given(...pregnancy).when({ ...birth, memberId: id(99) }).thenRefused('person-unknown')
  })
  test('the goal gets a new version, and goes with the child it was set for', () => {
    aCase.given(...pregnancy).when({ ...birth, goalVersion: id(42) }).thenRefused('id-in-use')
    const twin: FamilyCaseCommand = {
      type: 'AddMember', ...coordinating, memberId: id(8), role: 'unbornChild', firstName: 'Baby', dueDate: '2027-03-01', carriedBy: mother, isIndexChild: false, inHousehold: true,
    }
    const twins = [...pregnancy, ...play([twin], stateOf(pregnancy))]
    expect(play([{ ...birth, memberId: id(8) }], stateOf(twins)).map(({ type }) => type)).toEqual(['ChildBorn'])
  })
  test('before birth there is no relation to record, only the pregnancy', () => {
    aCase.given(...pregnancy).when({ type: 'AddDyad', ...coordinating, dyadId: id(50), persons: [mother, unborn], kind: 'parentAndChild' }).thenRefused('person-unknown')
  })
})

describe('dyads', () => {
  const add: Of<'AddDyad'> = { type: 'AddDyad', ...coordinating, dyadId: id(50), persons: [mother, child], kind: 'parentAndChild' }

  test('a relation is a record of its own, with its own subject', () => {
    aCase.given(...past).when(add).then({
      type: 'DyadAdded', subject: { kind: 'relation', persons: [child, mother] }, by: coordinator, at: add.at, category: 'relationship', dyadId: id(50), kind: 'parentAndChild',
    })
  })
  test('a worker of the group can be somebody to the child', () => {
    expect(play([{ ...add, persons: [groupWorker.person, child], kind: 'caregiverAndChild' }], stateOf(past))).toHaveLength(1)
  })
  test('not twice, not with oneself, not between two professionals, not with a stranger', () => {
    aCase.given(...pastWith(add)).when({ ...add, dyadId: id(51), persons: [child, mother] }).thenRefused('dyad-exists')
    aCase.given(...past).when({ ...add, persons: [child, child] }).thenRefused('person-unknown')
    aCase.given(...past).when({ ...add, persons: [groupWorker.person, coordinator.person] }).thenRefused('person-unknown')
    aCase.given(...past).when({ ...add, persons: [child, id(99)] }).thenRefused('person-unknown')
  })
})

describe('whom to ring', () => {
  test('the newest number of a kind is the one that is shown', () => {
    const line: Of<'RecordHelpLine'> = { type: 'RecordHelpLine', ...coordinating, helpLineId: id(60), kind: 'ownGp', label: 'Huisarts Dorp', number: '000 11' }
    const events: readonly FamilyCaseEvent[] = pastWith(line, { ...line, helpLineId: id(61), number: '000 22' }, { ...line, helpLineId: id(62), kind: 'outOfHoursGp' })
    expect(stateOf(events).family.helpLines.map(({ kind, number }) => [kind, number])).toEqual([['ownGp', '000 22'], ['outOfHoursGp', '000 11']])
    aCase.given(...events).when({ ...line, helpLineId: id(62) }).thenRefused('id-in-use')
    aCase.given(...events).when({ ...line, helpLineId: id(63), number: '' }).thenRefused('text-empty')
  })
})

describe('home', () => {
  test('the household is where it was last recorded', () => {
    const home: Of<'RecordHome'> = { type: 'RecordHome', ...coordinating, homeId: id(61), address: 'Dorpsstraat 1', point: { x: 2, y: 3.5 } }
    const moved = { ...home, homeId: id(62), address: 'Laan 2', point: { x: 4, y: 4 } }
    expect(stateOf(pastWith(home, moved)).family.home).toMatchObject({ address: 'Laan 2', point: { x: 4, y: 4 }, category: 'contact' })
    aCase.given(...pastWith(home)).when(home).thenRefused('id-in-use')
    aCase.given(...pastWith(home)).when({ ...moved, address: ' ' }).thenRefused('text-empty')
    aCase.given(...pastWith(home)).when({ ...moved, point: { x: Number.NaN, y: 0 } }).thenRefused('coordinates-impossible')
  })
})

describe('parents who may not meet', () => {
  const apart = (value: boolean): Of<'SetParentsApart'> => ({ type: 'SetParentsApart', ...coordinating, apart: value })
  test('is about the case, until somebody says otherwise', () => {
    expect(stateOf(past).family.parentsApart).toBeUndefined()
    expect(pastWith(apart(true)).at(-1)).toEqual({ type: 'ParentsApartSet', subject: { kind: 'case' }, by: coordinating.by, at: coordinating.at, apart: true })
    expect(stateOf(pastWith(apart(true))).family.parentsApart).toBe(true)
    expect(stateOf(pastWith(apart(true), apart(false))).family.parentsApart).toBe(false)
  })
  test('is said once, and only by who coordinates', () => {
    aCase.given(...past).when(apart(false)).thenNothing()
    aCase.given(...pastWith(apart(true))).when(apart(true)).thenNothing()
    aCase.given(...past).when({ ...apart(true), by: groupWorker }).thenRefused('not-coordinator')
  })
})
