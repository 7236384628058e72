import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { familyCase } from '../family-case.ts'
import { holdsAuthority } from '../family/authority.ts'
import type { FamilyCaseCommand } from '../messages.ts'
import { asFamily, at, brother, child, coordinating, coordinator, father, grandmother, groupWorker, id, mother, openFamily, past, pastWith, play, standIn, stateOf } from '../testing/case.ts'
import { isSilent } from './state.ts'

const aCase = specify(familyCase)
type Of<Type extends FamilyCaseCommand['type']> = Extract<FamilyCaseCommand, { type: Type }>
const asCoordinator = { by: coordinator, at: at() } as const
const lost: Of<'RecordLoss'> = { type: 'RecordLoss', ...asCoordinator, silenceId: id(1200), memberId: child, on: '2027-01-09' }
const takenBack: Of<'TakeBackLoss'> = { type: 'TakeBackLoss', ...asCoordinator, memberId: child }
const again: Of<'ResumeMessages'> = { type: 'ResumeMessages', ...asCoordinator }
const ofChild = { kind: 'child', person: child } as const

describe('when a child dies', () => {
  test('nothing reaches the family by itself from that moment, and the child stays in the file', () => {
    aCase.given(...past).when(lost).then(
      { type: 'MemberStatusRecorded', subject: ofChild, ...asCoordinator, category: 'contact', memberId: child, status: 'died', on: '2027-01-09' },
      { type: 'MessagesStopped', subject: { kind: 'case' }, ...asCoordinator, silenceId: id(1200) },
    )
    const { family } = stateOf(pastWith(lost))
    expect([isSilent(family), family.members.find(({ memberId }) => memberId === child)]).toMatchObject([true, { firstName: 'Pim', passed: { status: 'died', on: '2027-01-09' } }])
  })
  test('no day needs to be named, and a registration that ended keeps nobody from it', () => {
    const undated: typeof lost = { type: 'RecordLoss', ...asCoordinator, silenceId: id(1200), memberId: child }
    aCase.given(...past).when(undated).then({ type: 'MemberStatusRecorded', subject: ofChild, ...asCoordinator, category: 'contact', memberId: child, status: 'died' }, expect.objectContaining({ type: 'MessagesStopped' }) as never)
    aCase.given(...past).when({ ...lost, by: standIn }).then(expect.objectContaining({ type: 'MemberStatusRecorded' }) as never, expect.objectContaining({ type: 'MessagesStopped' }) as never)
  })
  test.each<readonly [string, Partial<typeof lost>, string]>([
    ['by a colleague', { by: groupWorker }, 'not-coordinator'], ['by a parent in the app', { by: asFamily(mother) }, 'not-coordinator'], ['of somebody unknown', { memberId: id(99) }, 'person-unknown'],
    ['on a day to come', { on: '2027-01-12' }, 'date-in-future'], ['before the birth', { on: '2025-11-01' }, 'date-too-early'], ['on no day at all', { on: '2027-02-30' }, 'date-impossible'],
  ])('%s it is refused', (_, change, code) => { aCase.given(...past).when({ ...lost, ...change }).thenRefused(code) })
  test('once said is enough; a second loss keeps the first silence', () => {
    aCase.given(...pastWith(lost)).when(lost).thenNothing()
    aCase.given(...pastWith(lost)).when({ ...lost, silenceId: id(1201), memberId: brother }).then(expect.objectContaining({ type: 'MemberStatusRecorded', memberId: brother }) as never)
  })
})

describe('when a pregnancy ends in loss', () => {
  const unborn = id(7)
  const expecting = play([{ ...openFamily, members: [...openFamily.members.filter(({ memberId }) => memberId !== child), { memberId: unborn, role: 'unbornChild', firstName: 'Baby', dueDate: '2027-03-01', carriedBy: mother, isIndexChild: true, inHousehold: true }] }])
  const ended: Of<'RecordLoss'> = { ...lost, memberId: unborn }
  test('it is said in the record of who carried it', () => {
    aCase.given(...expecting).when(ended).then(
      { type: 'MemberStatusRecorded', subject: { kind: 'unborn', person: mother }, ...asCoordinator, category: 'contact', memberId: unborn, status: 'pregnancyEnded', on: '2027-01-09' },
      expect.objectContaining({ type: 'MessagesStopped' }) as never,
    )
  })
  test('no birth follows, unless it was a mistake', () => {
    const birth: FamilyCaseCommand = { type: 'RecordBirth', ...coordinating, at: at('10:00', '2027-03-05'), memberId: unborn, birthDate: '2027-03-03', firstName: 'Noor', goalVersion: id(43) }
    const after = [...expecting, ...play([ended], stateOf(expecting))]
    aCase.given(...after).when(birth).thenRefused('loss-recorded')
    const mistaken = [...after, ...play([{ ...takenBack, memberId: unborn }], stateOf(after))]
    expect(aCase.given(...mistaken).state()).toMatchObject({ family: { members: expect.arrayContaining([expect.not.objectContaining({ passed: expect.anything() })]) } })
    expect(familyCase.decide(birth, stateOf(mistaken))).toMatchObject({ events: [{ type: 'ChildBorn' }, { type: 'GoalChanged' }] })
  })
})

describe('when a grown-up dies', () => {
  test('who brought up a child: the family is left in peace, and authority ends with that day', () => {
    const mourned = pastWith({ ...lost, memberId: mother })
    expect(mourned.slice(-2)).toMatchObject([{ type: 'MemberStatusRecorded', memberId: mother, status: 'died', subject: { kind: 'adult' } }, { type: 'MessagesStopped' }])
    const { family } = stateOf(mourned)
    expect(['2027-01-09', '2027-01-10'].map((day) => holdsAuthority(family, mother, child, day))).toEqual([true, false])
    expect(holdsAuthority(family, father, child, '2027-01-10')).toBe(true)
  })
  test('where the family named no day, authority ends with the day on which it was written down, where they live', () => {
    const { family } = stateOf(pastWith({ ...lost, on: undefined, memberId: mother, at: '2027-01-11T23:30:00.000Z' }))
    expect(['2027-01-12', '2027-01-13'].map((day) => holdsAuthority(family, mother, child, day))).toEqual([true, false])
  })
  test('nobody asks them to do anything or to come', () => {
    const mourned = pastWith({ ...lost, memberId: grandmother })
    aCase.given(...mourned).when({ type: 'AddAction', by: coordinator, at: at(), actionId: id(530), text: 'Call', owner: grandmother }).thenRefused('person-unknown')
  })
  test('somebody else: it is kept with them, and stops nothing; taking it back neither begins nor ends a silence', () => {
    aCase.given(...past).when({ ...lost, memberId: grandmother }).then(expect.objectContaining({ type: 'MemberStatusRecorded', memberId: grandmother }) as never)
    aCase.given(...pastWith({ ...lost, memberId: grandmother })).when({ ...takenBack, memberId: grandmother }).then(expect.objectContaining({ type: 'MemberStatusCorrected' }) as never)
    aCase.given(...pastWith(lost, { ...lost, memberId: grandmother })).when({ ...takenBack, memberId: grandmother }).then(expect.objectContaining({ type: 'MemberStatusCorrected' }) as never)
  })
})

describe('afterwards', () => {
  test('a mistake is taken back whole', () => {
    aCase.given(...pastWith(lost)).when(takenBack).then(
      { type: 'MemberStatusCorrected', subject: ofChild, ...asCoordinator, category: 'contact', memberId: child },
      { type: 'MessagesResumed', subject: { kind: 'case' }, ...asCoordinator, silenceId: id(1200) },
    )
    const { family } = stateOf(pastWith(lost, takenBack))
    expect(family).toEqual(stateOf(past).family)
    aCase.given(...past).when(takenBack).thenNothing()
  })
  test('it stays silent while another loss stands', () => {
    const both = pastWith(lost, { ...lost, silenceId: id(1201), memberId: brother })
    expect(isSilent(stateOf([...both, ...play([takenBack], stateOf(both))]).family)).toBe(true)
  })
  test('who coordinates lets messages begin again; the loss stays', () => {
    aCase.given(...pastWith(lost)).when(again).then({ type: 'MessagesResumed', subject: { kind: 'case' }, ...asCoordinator, silenceId: id(1200) })
    expect(stateOf(pastWith(lost, again)).family.members[0]).toMatchObject({ passed: { status: 'died' } })
    aCase.given(...past).when(again).thenNothing()
    aCase.given(...pastWith(lost)).when({ ...again, by: groupWorker }).thenRefused('not-coordinator')
  })
  test('forgetting the child breaks no silence', () => {
    const erased = pastWith(lost).reduce((state, event) => event.subject.kind === 'child' ? familyCase.evolveErased!(state, { erased: true, type: event.type, subject: event.subject, at: event.at }) : familyCase.evolve(state, event), familyCase.initial)
    expect(erased).toMatchObject({ family: { silence: { silenceId: id(1200) } } })
    const forgotten = pastWith(lost, again).reduce((state, event) => event.type === 'MessagesResumed' ? familyCase.evolveErased!(state, { erased: true, type: event.type, subject: event.subject, at: event.at }) : familyCase.evolve(state, event), familyCase.initial)
    expect(forgotten).toMatchObject({ family: { silence: { silenceId: id(1200) } } })
  })
})
