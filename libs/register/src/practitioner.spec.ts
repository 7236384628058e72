import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { addDays, fold, isRefused, system } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import { groupsOn, hasValidRegistration, practitioner, worksOn, type PractitionerCommand, type PractitionerEvent } from './practitioner.ts'

type Of<Type extends PractitionerCommand['type']> = Extract<PractitionerCommand, { type: Type }>
const aPractitioner = specify(practitioner)
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const recorded = { by: system, at: '2027-01-11T09:00:00.000Z' } as const

const register: Of<'RegisterPractitioner'> = {
  type: 'RegisterPractitioner', ...recorded, practitionerId: id(1), name: 'A. Voorbeeld', title: 'IMH-specialist', discipline: 'imhSpecialist', organisation: id(2),
}
const registered: PractitionerEvent = {
  type: 'PractitionerRegistered', subject: { kind: 'adult', person: id(1) }, ...recorded,
  practitionerId: id(1), name: 'A. Voorbeeld', title: 'IMH-specialist', discipline: 'imhSpecialist', organisation: id(2),
}
const enter: Of<'RecordImhRegistration'> = { type: 'RecordImhRegistration', ...recorded, registrationId: id(3), number: 'IMH-7', from: '2024-02-29', termMonths: 60 }
const entered: PractitionerEvent = {
  type: 'ImhRegistrationRecorded', subject: { kind: 'adult', person: id(1) }, ...recorded, registrationId: id(3), number: 'IMH-7', from: '2024-02-29', until: '2029-02-27',
}

describe('practitioners', () => {
  test('one is known by name, title, discipline and organisation', () => {
    aPractitioner.given().when(register).then(registered)
    expect(aPractitioner.given(registered).state()).toEqual({
      id: id(1), name: 'A. Voorbeeld', title: 'IMH-specialist', discipline: 'imhSpecialist', organisation: id(2), registrations: [], duties: [],
    })
    expect(aPractitioner.given({ ...registered, phone: '000' }).state()).toMatchObject({ phone: '000' })
  })
  test('not twice, not without a name, not in an unknown discipline', () => {
    aPractitioner.given(registered).when(register).thenRefused('already-registered')
    aPractitioner.given().when({ ...register, name: ' ' }).thenRefused('text-empty')
    aPractitioner.given().when({ ...register, title: 'x'.repeat(201) }).thenRefused('text-too-long')
    aPractitioner.given().when({ ...register, phone: '' }).thenRefused('text-empty')
    aPractitioner.given().when({ ...register, discipline: 'florist' as 'gp' }).thenRefused('choice-unknown')
  })
})

describe('work in a group of children', () => {
  const leader = { person: id(9), role: 'professional', organisation: id(2) } as const
  const duty: Of<'RecordGroupDuty'> = { type: 'RecordGroupDuty', by: leader, at: recorded.at, dutyId: id(7), groupId: id(5), organisation: id(2), leader: id(9), from: '2027-01-12', until: '2027-01-31' }
  const onDuty: PractitionerEvent = { type: 'GroupDutyRecorded', subject: { kind: 'adult', person: id(1) }, by: leader, at: recorded.at, dutyId: id(7), groupId: id(5), organisation: id(2), from: '2027-01-12', until: '2027-01-31' }
  const end: Of<'EndGroupDuty'> = { type: 'EndGroupDuty', by: leader, at: recorded.at, dutyId: id(7), until: '2027-01-20', leader: id(9) }

  test('is recorded by who leads the group, and holds on its days (K-14)', () => {
    aPractitioner.given(registered).when(duty).then(onDuty)
    const state = fold(practitioner, [registered, onDuty])
    expect(['2027-01-11', '2027-01-12', '2027-01-31', '2027-02-01'].map((day) => groupsOn(state, day))).toEqual([[], [id(5)], [id(5)], []])
  })
  test.each<[string, string, Partial<typeof duty>]>([
    ['by who is on duty', 'not-group-leader', { by: { ...leader, person: id(1) } }],
    ['of who works elsewhere', 'works-elsewhere', { organisation: id(3) }],
    ['that ends before it begins', 'period-reversed', { until: '2027-01-11' }],
    ['on a day that does not exist', 'date-impossible', { from: '2027-02-30' }],
  ])('is not recorded %s', (_, code, change) => { aPractitioner.given(registered).when({ ...duty, ...change }).thenRefused(code) })
  test('ends on another day, as its leader says', () => {
    aPractitioner.given(registered, onDuty).when(end).then({ type: 'GroupDutyEnded', subject: { kind: 'adult', person: id(1) }, by: leader, at: recorded.at, dutyId: id(7), until: '2027-01-20' })
    aPractitioner.given(registered, onDuty).when({ ...end, until: '2027-01-31' }).thenNothing()
    aPractitioner.given(registered, onDuty).when({ ...end, by: { ...leader, person: id(1) } }).thenRefused('not-group-leader')
    aPractitioner.given(registered).when(end).thenRefused('duty-unknown')
  })
})

describe('working for an organisation', () => {
  const keeper = { person: id(9), role: 'professional', organisation: id(2) } as const
  const end: Of<'EndEmployment'> = { type: 'EndEmployment', by: keeper, at: recorded.at, organisation: id(2), until: '2027-01-31' }
  const ended: PractitionerEvent = { type: 'EmploymentEnded', subject: { kind: 'adult', person: id(1) }, by: keeper, at: recorded.at, until: '2027-01-31' }
  const resume: Of<'ResumeEmployment'> = { type: 'ResumeEmployment', by: keeper, at: recorded.at, organisation: id(2) }
  const resumed: PractitionerEvent = { type: 'EmploymentResumed', subject: { kind: 'adult', person: id(1) }, by: keeper, at: recorded.at }
  const worksOnDays = (...events: readonly PractitionerEvent[]) => ['2027-01-31', '2027-02-01'].map((day) => worksOn(fold(practitioner, events), day))

  test('ends after a day, and begins again', () => {
    aPractitioner.given(registered).when(end).then(ended)
    aPractitioner.given(registered, ended).when(resume).then(resumed)
    expect([worksOnDays(), worksOnDays(registered), worksOnDays(registered, ended), worksOnDays(registered, ended, resumed)]).toEqual([[false, false], [true, true], [true, false], [true, true]])
  })
  test('is not prolonged by ending it later; earlier it can end', () => {
    aPractitioner.given(registered, ended).when({ ...end, until: '2027-03-01' }).thenNothing()
    aPractitioner.given(registered, ended).when({ ...end, until: '2027-01-10' }).then({ ...ended, until: '2027-01-10' })
    aPractitioner.given(registered).when(resume).thenNothing()
  })
  test('is ended and resumed by no other organisation, and only of who is known', () => {
    for (const command of [end, resume]) {
      aPractitioner.given(registered).when({ ...command, organisation: id(3) }).thenRefused('works-elsewhere')
      aPractitioner.given().when(command).thenRefused('practitioner-unknown')
    }
    aPractitioner.given(registered).when({ ...end, until: '2027-02-30' }).thenRefused('date-impossible')
  })
  test('stays ended whatever else is chosen after it', () => {
    expect(worksOnDays(registered, ended, { type: 'MeetingWayChosen', subject: { kind: 'adult', person: id(1) }, ...recorded })).toEqual([true, false])
  })
})

describe('how talks by picture begin', () => {
  const choose = (way?: { readonly kind: 'link'; readonly url: string } | { readonly kind: 'call' }): Of<'ChooseMeetingWay'> => ({ type: 'ChooseMeetingWay', ...recorded, ...(way !== undefined && { way }) })
  const link = { kind: 'link', url: 'https://beeld.example.org/kamer/1' } as const
  const chosen: PractitionerEvent = { type: 'MeetingWayChosen', subject: { kind: 'adult', person: id(1) }, ...recorded, way: link }
  test('is what a practitioner chose last, or nothing', () => {
    aPractitioner.given(registered).when(choose(link)).then(chosen)
    aPractitioner.given(registered, chosen).when(choose({ kind: 'call' })).then({ ...chosen, way: { kind: 'call' } })
    aPractitioner.given(registered, chosen).when(choose()).then({ type: 'MeetingWayChosen', subject: { kind: 'adult', person: id(1) }, ...recorded })
    expect(practitioner.evolve(fold(practitioner, [registered, chosen]), { type: 'MeetingWayChosen', subject: { kind: 'adult', person: id(1) }, ...recorded })).not.toHaveProperty('meeting')
  })
  test('the same again changes nothing', () => {
    aPractitioner.given(registered, chosen).when(choose(link)).thenNothing()
    aPractitioner.given(registered).when(choose()).thenNothing()
  })
  test('only of a practitioner who is known, by a link that is one', () => {
    aPractitioner.given().when(choose(link)).thenRefused('practitioner-unknown')
    aPractitioner.given(registered).when(choose({ kind: 'link', url: 'http://beeld.example.org' })).thenRefused('link-invalid')
  })
})

describe('registration as IMH specialist (K-01)', () => {
  test('it holds for the term that is set, both days included', () => {
    aPractitioner.given(registered).when(enter).then(entered)
    const state = fold(practitioner, [registered, entered])
    expect(['2024-02-28', '2024-02-29', '2029-02-27', '2029-02-28'].map((day) => hasValidRegistration(state, day))).toEqual([false, true, true, false])
  })
  test('who is unknown, or never registered, has none', () => {
    expect([undefined, fold(practitioner, [registered])].map((state) => hasValidRegistration(state, '2027-01-11'))).toEqual([false, false])
  })
  test('a re-registration follows the one before, with or without a gap, and never overlaps it', () => {
    const again = { ...enter, registrationId: id(4), from: '2029-02-28' }
    expect(practitioner.decide(again, fold(practitioner, [registered, entered]))).toMatchObject({ events: [{ from: '2029-02-28', until: '2034-02-27' }] })
    aPractitioner.given(registered, entered).when({ ...again, from: '2029-02-27' }).thenRefused('registration-overlaps')
    aPractitioner.given(registered, entered).when({ ...again, registrationId: id(3) }).thenRefused('id-in-use')
  })
  test('only of a specialist who is known, from a real day, for a real term', () => {
    aPractitioner.given().when(enter).thenRefused('practitioner-unknown')
    aPractitioner.given({ ...registered, discipline: 'hospital' }).when(enter).thenRefused('not-an-imh-specialist')
    aPractitioner.given(registered).when({ ...enter, from: '2025-02-29' }).thenRefused('date-impossible')
    aPractitioner.given(registered).when({ ...enter, termMonths: 0 }).thenRefused('term-impossible')
    aPractitioner.given(registered).when({ ...enter, termMonths: 1.5 }).thenRefused('term-impossible')
    aPractitioner.given(registered).when({ ...enter, number: '' }).thenRefused('text-empty')
  })
  test('whatever is recorded, no day is covered twice', () => {
    const from = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2024-01-01', days))
    const registrations = fc.array(fc.record({ from, termMonths: fc.integer({ min: 1, max: 12 }) }), { maxLength: 8 })
    fc.assert(fc.property(registrations, (asked) => {
      let state = fold(practitioner, [registered])
      asked.forEach((registration, index) => {
        const decision = practitioner.decide({ ...enter, ...registration, registrationId: id(100 + index) }, state)
        state = isRefused(decision) ? state : decision.events.reduce(practitioner.evolve, state)
      })
      const inOrder = [...state?.registrations ?? []].sort((a, b) => a.from < b.from ? -1 : 1)
      inOrder.slice(1).forEach((registration, index) => expect(inOrder[index]!.until < registration.from).toBe(true))
      if (asked.length > 0) expect(inOrder.length).toBeGreaterThan(0)
    }))
  })
})
