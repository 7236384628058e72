import { describe, expect, test } from '@jest/globals'
import { addNeed, answer, confirm, send } from '../testing/story.ts'
import { aboutChild, brother, child, father, mother, neurologist, neurologistPart, physiotherapy, physiotherapyPart, proposal, therapy, therapyPart, coordinator, now, today } from '../testing/family.ts'
import { childsWeek, factsOf, fathersWeek, offering, onSite, changeRhythm, twoWeeksFrom } from '../testing/planning.ts'
import { usualLimits } from '../rhythm/state.ts'
import { planningDays } from './days.ts'
import type { PlanningFacts } from './facts.ts'
import type { CaseFamily } from './format.ts'
import { fromPlan } from './from-plan.ts'
import { toBundlingCase } from './to-bundling-case.ts'

const familyOf = (facts: PlanningFacts, period = twoWeeksFrom): CaseFamily => {
  const [family] = toBundlingCase(facts, period).case.families
  if (family === undefined) throw new Error('no family')
  return family
}
const needOf = (facts: PlanningFacts, id: string) => familyOf(facts).needs.find((need) => need.id === id)
const monday = '2027-01-11', tuesday = '2027-01-12', wednesday = '2027-01-13', friday = '2027-01-15'
const neurologistConfirmed = [send(proposal('sooner', neurologistPart)), answer('sooner', mother), answer('sooner', father), confirm('sooner', ['neurologist-1', 'neurologist'])]

describe('the days of a case', () => {
  test('are the working days of whole weeks, from the week of the first day on', () => {
    expect(planningDays('2027-01-13', 1)).toEqual(['2027-01-11', '2027-01-12', '2027-01-13', '2027-01-14', '2027-01-15'])
    expect(planningDays('2027-01-16', 2).slice(0, 1)).toEqual(['2027-01-18'])
    expect(planningDays('2027-03-22', 2)).toHaveLength(10)
  })
  test('before the first day are not planned, and lateness counts from a planning day', () => {
    const facts = factsOf(addNeed({ ...physiotherapy, needId: 'weekend', from: '2027-01-16', preferred: '2027-01-16' }))
    const [family] = toBundlingCase(facts, { ...twoWeeksFrom, from: wednesday }).case.families
    expect(family?.needs.map(({ id, from, preferred }) => [id, from, preferred])).toEqual([
      ['physiotherapy', wednesday, wednesday], ['neurologist', wednesday, wednesday], ['therapy', wednesday, wednesday], ['weekend', '2027-01-16', '2027-01-18'],
    ])
  })
})

describe('the ways of a case', () => {
  test('count as none where nobody knows where the family lives, and between places on one spot, which it says', () => {
    const notKnown = (change: Partial<PlanningFacts> = {}) => toBundlingCase({ ...factsOf(), ...change }, twoWeeksFrom).notKnown
    expect(notKnown()).toBeUndefined()
    expect(notKnown({ isHomeUnknown: true })).toEqual({ home: true, together: [] })
    expect(notKnown({ travelMinutes: (from, to) => from === to || ![from, to].includes('home') ? 0 : 15 })).toEqual({ home: false, together: [['day-centre', 'hospital', 'mental-health']] })
    // Beside a place the family lives, it says itself.
    expect(notKnown({ travelMinutes: (from, to) => from === to || [from, to].toSorted().join() === 'day-centre,home' ? 0 : 15 })).toBeUndefined()
  })
  test('are of no matter to who goes nowhere', () => {
    const facts = factsOf()
    const { rhythm, needs } = facts.agenda
    const atHome = { ...facts.agenda, rhythm: { ...rhythm, byPerson: new Map() }, needs: { ...needs, byId: new Map() } }
    expect(toBundlingCase({ ...facts, isHomeUnknown: true, agenda: atHome }, twoWeeksFrom).notKnown).toBeUndefined()
  })
})

describe('the family in a case', () => {
  test('has the parent who brings the child to the day centre as parent A', () => {
    expect(toBundlingCase(factsOf(), twoWeeksFrom).persons).toEqual({ child, parentA: mother, parentB: father, 'child:brother': brother })
    expect(familyOf(factsOf()).dayCentre).toEqual({
      place: 'day-centre', from: '09:00', to: '15:00', transport: 'parentA', dropOff: ['08:50', '09:00'], pickUp: ['15:00', '15:10'],
      days: [monday, tuesday, '2027-01-14', '2027-01-18', '2027-01-19', '2027-01-21'],
    })
  })
  test('has an evening that begins when the eldest is in bed too', () => { expect(familyOf(factsOf()).bedtime).toBe('19:30') })
  test('is asked for nothing while the children are put to bed', () => {
    const { parentA, parentB } = familyOf(factsOf()).unavailable
    expect(parentA[friday]).toContainEqual(['18:30', '19:30', 'protectedRest'])
    expect(parentB[friday]).toContainEqual(['18:30', '19:30', 'protectedRest'])
  })
  test('keeps school runs, time with the eldest, protected rest and work free, each with its reason', () => {
    const { parentA, parentB } = familyOf(factsOf()).unavailable
    expect(parentA[monday]).toEqual(expect.arrayContaining([['08:10', '08:35', 'schoolRun'], ['10:00', '12:00', 'protectedRest'], ['14:20', '14:45', 'schoolRun']]))
    expect(parentA[wednesday]).toEqual(expect.arrayContaining([['12:00', '12:25', 'schoolRun'], ['12:30', '17:00', 'siblingTime']]))
    expect(parentB[monday]).toContainEqual(['08:30', '17:00', 'work'])
    expect(parentB[friday]?.map(([, , reason]) => reason)).not.toContain('work')
  })
  test('has preferred rest once a day, with everybody who shares it', () => {
    expect(familyOf(factsOf()).rest).toEqual([monday, '2027-01-18'].map((date) => ({ id: `evening together ${date}`, date, persons: ['parentA', 'parentB'], from: '19:30', to: '21:00' })))
  })
  test('has neither school nor day centre on a closed day, and nobody offers time', () => {
    const closed = { ...factsOf(), closedDays: [monday] }
    expect(familyOf(closed).dayCentre?.days).not.toContain(monday)
    expect(familyOf(closed).unavailable.parentA[monday]?.map(([, , reason]) => reason)).not.toContain('schoolRun')
    const { professionals, rooms } = toBundlingCase(closed, twoWeeksFrom).case
    for (const { free } of Object.values(professionals)) expect(free).not.toHaveProperty(monday)
    for (const times of Object.values(rooms)) expect(times).not.toHaveProperty(monday)
  })
  test('has a brother whom somebody minds but at school, and who comes along where the child is seen', () => {
    expect(familyOf(factsOf()).children).toEqual([expect.objectContaining({ id: 'child:brother', naps: [], childMinutesPerDay: 90, comesAlong: true })])
    const away = familyOf(factsOf()).children?.[0]?.away
    expect(away?.[monday]).toEqual([['08:30', '14:30']])
    expect(familyOf({ ...factsOf(), closedDays: [monday] }).children?.[0]?.away).not.toHaveProperty(monday)
    expect(toBundlingCase(factsOf(), twoWeeksFrom).case.families[0]?.unavailable.parentA[tuesday]?.map(([, , reason]) => reason)).not.toContain('siblingTime')
  })
  test('asks a brother when he has an appointment of his own', () => {
    expect(needOf(factsOf(addNeed({ ...physiotherapy, needId: 'both', attendance: [[child, brother, mother]] })), 'both')?.attendance).toEqual([['child', 'child:brother', 'parentA']])
  })
  test('keeps the hours that the family gives, and what it carries in a week', () => {
    const caps = { ...usualLimits.caps, contactsPerWeek: 4 }
    const facts = factsOf({ type: 'SetLimits', by: coordinator, at: now, caps, sitter: false, dayHours: [{ weekday: 1, from: '09:30', to: '16:00' }] })
    expect(familyOf(facts)).toMatchObject({ caps: { contactsPerWeek: 4 }, dayHours: { 1: ['09:30', '16:00'] } })
  })
  test('of one parent has nobody else to mind the child', () => {
    const facts: PlanningFacts = { ...factsOf(), household: { ...factsOf().household, parents: [mother] } }
    const { unavailable, needs } = familyOf(facts)
    expect(unavailable.parentB[monday]).toEqual([['00:00', '23:59', 'work']])
    expect(needs.map(({ id, attendance }) => [id, attendance])).toEqual([['physiotherapy', [['child', 'parentA']]], ['therapy', [['parentA']]]])
    expect(toBundlingCase(facts, twoWeeksFrom).leftOut).toEqual([{ needId: 'neurologist', because: 'attendance-unknown' }])
  })
  test('before birth has no child', () => {
    const facts: PlanningFacts = { ...factsOf(), household: { child: null, parents: [mother, father], siblings: [], parentsApart: false } }
    const { case: { families }, persons } = toBundlingCase(facts, twoWeeksFrom)
    expect(families[0]).toMatchObject({ child: null, dayCentre: null, bedtime: '21:00' })
    expect(families[0]?.needs.map(({ id }) => id)).toEqual(['therapy'])
    expect(persons).toEqual({ parentA: mother, parentB: father })
    expect(families[0]).not.toHaveProperty('pregnancy')
  })
  test('before birth has the measure of the mother, and still somebody for the brother', () => {
    const facts: PlanningFacts = { ...factsOf(), household: { child: null, parents: [mother, father], siblings: [brother], parentsApart: false, expecting: mother } }
    expect(familyOf(facts)).toMatchObject({ child: null, pregnancy: { mother: 'parentA', minutesPerDay: 120 }, children: [{ id: 'child:brother' }] })
  })
  test('in a lighter week has at most one visit and one evening, and one appointment a day less', () => {
    expect(familyOf(factsOf(), { ...twoWeeksFrom, lighter: true }).caps).toMatchObject({ tripsPerWeek: 1, eveningsPerWeek: 1, appointmentsPerDay: 2 })
    expect(familyOf(factsOf()).caps).toMatchObject({ tripsPerWeek: 3, eveningsPerWeek: 1, appointmentsPerDay: 3 })
  })
})

describe('what is confirmed', () => {
  test('stays, and blocks who attends with the way there and back; the other parent takes the child nowhere else meanwhile', () => {
    const { unavailable, needs } = familyOf(factsOf(...neurologistConfirmed))
    expect(needs.map(({ id }) => id)).toEqual(['physiotherapy', 'therapy'])
    expect(unavailable.parentA[friday]).toContainEqual(['13:35', '14:55', 'protectedRest'])
    expect(unavailable.parentB[friday]).toContainEqual(['13:35', '14:55', 'protectedRest'])
  })
  test('of one parent alone, that parent does not mind the child meanwhile', () => {
    const facts = factsOf(send(proposal('hers', therapyPart)), answer('hers', mother), confirm('hers', ['therapy-1', 'therapist']))
    expect(familyOf(facts).unavailable.parentA[tuesday]).toContainEqual(['10:10', '11:35', 'work'])
    expect(familyOf(facts).unavailable.parentB[tuesday]).toEqual([['08:30', '17:00', 'work'], ['18:30', '19:30', 'protectedRest']])
  })
  test('in the evening uses up the evenings of its week', () => {
    const evening = { ...therapyPart, start: '20:00', end: '20:45', modality: { kind: 'digital' }, homeMinutes: 0, evening: true } as const
    const facts = factsOf(send(proposal('hers', evening)), answer('hers', mother), confirm('hers', ['therapy-1', 'therapist']))
    expect(familyOf(facts).used).toEqual({ [monday]: { trips: 0, evenings: 1, contacts: 1 } })
  })
  test('takes its trip off the trips of its week; a stop while bringing the child is none', () => {
    expect(familyOf(factsOf(...neurologistConfirmed)).used).toEqual({ [monday]: { trips: 1, evenings: 0, contacts: 1 } })
    const glued = factsOf(send(proposal('glued', physiotherapyPart)), answer('glued', mother), confirm('glued', ['physiotherapy-1', 'physio']))
    expect(familyOf(glued).used).toEqual({ [monday]: { trips: 0, evenings: 0, contacts: 1 } })
    expect(familyOf(factsOf())).not.toHaveProperty('used')
  })
  test('keeps those who attend there while they prepare and recover', () => {
    const facts = factsOf({ type: 'WithdrawNeed', by: coordinator, at: now, needId: 'neurologist' }, addNeed({ ...neurologist, needId: 'eeg', preparationMinutes: 20, recoveryMinutes: 30 }),
      send(proposal('eeg', { ...neurologistPart, needId: 'eeg' })), answer('eeg', mother), answer('eeg', father), confirm('eeg', ['neurologist-1', 'neurologist']))
    expect(familyOf(facts).unavailable.parentA[friday]).toContainEqual(['13:15', '15:25', 'protectedRest'])
  })
  test('narrows the window of what must come after it, and gives its series the same professionals', () => {
    const series = { ...physiotherapy, series: 'physio', staffing: [['physio'], ['physio-2']], attendance: [[child, mother]] }
    const first = { ...physiotherapy, ...series, needId: 'first' }, second = { ...physiotherapy, ...series, needId: 'second' }
    const part = { appointmentId: 'first-1', bundleId: 'b', needId: 'first', date: tuesday, start: '09:15', end: '09:45', modality: { kind: 'onsite', place: 'day-centre' }, attendees: [child, mother], practitioners: ['physio-2'], evening: false, homeMinutes: 15, glued: false } as const
    const facts = factsOf(addNeed(first), addNeed(second), { type: 'AddOrderRule', by: coordinator, at: now, before: 'first', after: 'second', minDays: 4, maxDays: 7 },
      send(proposal('begin', part)), answer('begin', mother), confirm('begin', ['first-1', 'physio-2']))
    expect(needOf(facts, 'second')).toMatchObject({ from: '2027-01-16', deadline: '2027-01-19', staffing: [['physio-2']] })
    expect(familyOf(facts).order).toEqual([])
  })
  test('leaves out what must come before it and has no day left, and a proposal says so', () => {
    const facts = factsOf({ type: 'AddOrderRule', by: coordinator, at: now, before: 'physiotherapy', after: 'neurologist', minDays: 14 },
      send(proposal('soon', neurologistPart)), answer('soon', mother), answer('soon', father), confirm('soon', ['neurologist-1', 'neurologist']))
    const planning = toBundlingCase(facts, twoWeeksFrom)
    expect(planning.leftOut).toEqual([{ needId: 'physiotherapy', because: 'order-impossible' }])
    const nothing = { case: '', appointments: [] }
    expect(fromPlan({ planning, plan: nothing, firstFree: nothing, newId: () => 'new' }).unplanned).toContainEqual({ needId: 'physiotherapy', rules: ['window'], otherNeeds: [] })
  })
})

describe('what is asked', () => {
  test('is a need of the case, in the words of the format', () => {
    expect(needOf(factsOf(), 'physiotherapy')).toEqual({
      id: 'physiotherapy', label: 'Fysiotherapie', minutes: 30, urgency: 1, from: monday, deadline: '2027-01-22', preferred: monday,
      modalities: ['onsite@day-centre'], attendance: [['child', 'parentA'], ['child', 'parentB']], staffing: [['physio']],
    })
  })
  test('is left out when its last day is over, and asked again after a withdrawal of its proposal', () => {
    const { leftOut } = toBundlingCase(factsOf(), { ...twoWeeksFrom, from: '2027-01-18' })
    expect(leftOut).toEqual([{ needId: 'therapy', because: 'window-past' }])
    const asked = factsOf(send(proposal('soon', neurologistPart)), { type: 'WithdrawProposal', by: coordinator, at: now, proposalId: 'soon' })
    expect(familyOf(asked).needs).toHaveLength(3)
  })
  test('says who may interpret, how long people prepare, and that a series keeps its time', () => {
    const facts = factsOf(addNeed({ ...therapy, needId: 'talk', interpreter: { language: 'ti', by: ['interpreter', 'physio'] }, preparationMinutes: 10, series: 'talks', sameTime: true }))
    expect(needOf(facts, 'talk')).toMatchObject({ interpreter: 'talk', preparationMinutes: 10, series: 'talks', sameTime: true })
    expect(needOf(facts, 'talk')).not.toHaveProperty('recoveryMinutes')
    // Who also holds an appointment stands there twice, each time under a name of its own.
    expect(Object.entries(toBundlingCase(facts, twoWeeksFrom).case.interpreters ?? {}).map(([id, { languages }]) => [id, languages])).toEqual([['interpreter', ['talk']], ['interpreter:physio', ['talk']]])
  })
  test('asks for equipment where the rooms are known', () => {
    const facts = factsOf(addNeed({ ...neurologist, needId: 'eeg', equipment: ['eeg'] }))
    expect(needOf(facts, 'eeg')).not.toHaveProperty('equipment')
    const listed: PlanningFacts = { ...facts, rooms: (place) => place === 'hospital' ? [{ id: 'room 1', equipment: ['eeg'], free: () => [{ from: '09:00', to: '12:00' }] }] : undefined }
    expect(needOf(listed, 'eeg')?.equipment).toEqual(['eeg'])
    const { roomsAt } = toBundlingCase({ ...listed, closedDays: [tuesday] }, twoWeeksFrom).case
    expect(roomsAt?.['hospital']?.[0]).toMatchObject({ id: 'room 1', equipment: ['eeg'], free: { [monday]: [['09:00', '12:00']] } })
    expect(roomsAt?.['hospital']?.[0]?.free).not.toHaveProperty(tuesday)
    expect(Object.keys(roomsAt ?? {})).toEqual(['hospital'])
  })
  test('keeps its order among what is still to be planned', () => {
    expect(familyOf(factsOf({ type: 'AddOrderRule', by: coordinator, at: now, before: 'physiotherapy', after: 'neurologist', minDays: 2 })).order)
      .toEqual([{ before: 'physiotherapy', after: 'neurologist', minDays: 2 }])
  })
})

describe('professionals in a case', () => {
  test('are free when they offer time that is neither held nor booked', () => {
    const facts = factsOf()
    const physio = onSite('day-centre')
    const held = { ...physio, taken: new Map([['a', { subject: { kind: 'case' as const }, by: coordinator, at: now, appointmentId: 'a', familyId: 'other', date: monday, from: '09:30', to: '10:00', modality: { kind: 'onsite' as const, place: 'day-centre' }, expiresAt: now, state: 'held' as const }]]) }
    const { professionals } = toBundlingCase({ ...facts, calendars: new Map([...facts.calendars, ['physio', held]]) }, twoWeeksFrom).case
    expect(professionals['physio']?.free[monday]).toEqual([['09:00', '09:30'], ['10:00', '12:00']])
    expect(professionals['physio']?.free[tuesday]).toEqual([['09:00', '12:00']])
  })
  test('who offer mornings in every form and evenings by picture are asked for both', () => {
    const { case: { professionals } } = toBundlingCase(factsOf(), twoWeeksFrom)
    expect(professionals['therapist']?.free[monday]).toEqual([['09:00', '12:00'], ['19:00', '21:00']])
    expect(needOf(factsOf(), 'therapy')?.staffing).toEqual([['therapist']])
    expect(professionals['therapist']?.freeFor?.['digital']?.[monday]).toEqual([['09:00', '12:00'], ['19:00', '21:00']])
    expect(professionals['therapist']?.freeFor?.['onsite@mental-health']?.[monday]).toEqual([['09:00', '12:00']])
  })
  test('who offer one form by day are not asked for another then', () => {
    const facts = factsOf()
    const therapist = offering(
      { freeTimeId: 'a', date: monday, from: '09:00', to: '12:00', modalities: ['onsite'], places: ['mental-health'] },
      { freeTimeId: 'b', date: monday, from: '13:00', to: '14:00', modalities: ['digital'], places: [] })
    const planning = toBundlingCase({ ...facts, calendars: new Map([...facts.calendars, ['therapist', therapist]]) }, twoWeeksFrom)
    expect(planning.case.families[0]?.needs.find(({ id }) => id === 'therapy')).toMatchObject({ modalities: ['onsite@mental-health', 'digital'], staffing: [['therapist']] })
    expect(planning.case.professionals['therapist']?.freeFor).toEqual({ 'onsite@mental-health': { [monday]: [['09:00', '12:00']] }, digital: { [monday]: [['13:00', '14:00']] } })
  })
  test('of whom no calendar is known are never free', () => {
    const facts = { ...factsOf(addNeed({ ...therapy, needId: 'other', staffing: [['unknown']] })) }
    expect(toBundlingCase(facts, twoWeeksFrom).case.professionals['unknown']?.free).toEqual({})
  })
})

describe('places in a case', () => {
  test('are home and where something is asked; travel is symmetric, in fives, and never longer than a detour', () => {
    const { places, families } = toBundlingCase(factsOf(), twoWeeksFrom).case
    expect(places).toEqual(['home', 'day-centre', 'hospital', 'mental-health'])
    expect(families[0]?.travelMinutes).toEqual([[0, 15, 25, 20], [15, 0, 20, 15], [25, 20, 0, 15], [20, 15, 15, 0]])
    const detour: PlanningFacts = { ...factsOf(), travelMinutes: (from, to) => from === to ? 0 : [from, to].sort().join() === 'home,hospital' ? 90 : 10 }
    expect(familyOf(detour).travelMinutes[0]).toEqual([0, 10, 20, 10])
  })
  test('the day centre sees the child alone only while the child is there', () => {
    const inTheGroup = factsOf(changeRhythm(child, childsWeek), changeRhythm(father, fathersWeek), ...neurologistConfirmed)
    expect(toBundlingCase(inTheGroup, twoWeeksFrom).case.rooms['day-centre']?.[friday]).toEqual([['08:00', '13:35'], ['14:55', '18:00']])
  })
})

describe('the pace that a family asks for', () => {
  const subject = aboutChild
  test('leaves nothing to plan on the days of a pause, whoever offers time', () => {
    const paused = factsOf({ type: 'PausePlanning', by: coordinator, at: now, subject, pauseId: 'pause', from: '2027-01-11', reason: 'away', until: '2027-01-15', today })
    const { case: { rooms, professionals } } = toBundlingCase(paused, twoWeeksFrom)
    const days = new Set([...Object.values(rooms), ...Object.values(professionals).map(({ free }) => free)].flatMap((times) => Object.keys(times)))
    expect([...days].sort()).toEqual(['2027-01-18', '2027-01-19', '2027-01-20', '2027-01-21', '2027-01-22'])
  })
  test('lowers the caps of the weeks that are to be lighter, and of no other', () => {
    const lighter = factsOf({ type: 'LightenWeeks', by: coordinator, at: now, subject, weeks: ['2027-01-18', '2027-02-01'], today })
    expect(toBundlingCase(lighter, twoWeeksFrom).case.families[0]?.weekCaps).toEqual({ '2027-01-18': { appointmentsPerDay: 2, tripsPerWeek: 1, eveningsPerWeek: 1 } })
    expect(toBundlingCase(factsOf(), twoWeeksFrom).case.families[0]).not.toHaveProperty('weekCaps')
  })
  test('counts the visit that stands in a lighter week already', () => {
    const facts = factsOf(...neurologistConfirmed, { type: 'LightenWeeks', by: coordinator, at: now, subject, weeks: ['2027-01-11'], today })
    const [family] = toBundlingCase(facts, twoWeeksFrom).case.families
    expect(family?.weekCaps?.['2027-01-11']).toMatchObject({ tripsPerWeek: 1, eveningsPerWeek: 1 })
    expect(family?.used?.['2027-01-11']).toEqual({ trips: 1, evenings: 0, contacts: 1 })
  })
})
