import { describe, expect, test } from '@jest/globals'
import { momentOf } from '@samenspel/kernel'
import { checkPlan, explainTimes, plan, type Appointment, type BundlingCase, type Family, type Need, type Room } from './index.ts'
import { familyWays, wayBefore, wayFrom } from './model/ways.ts'
import { aNeed, firstWeek, offers, secondWeek, smallCase, smallFamily, type OfferedOn } from './testing/small-case.ts'

const [monday, tuesday] = firstWeek

const caseOf = (family: Partial<Family>, needs: readonly Need[], free: readonly OfferedOn[], world: Partial<BundlingCase> = {}): BundlingCase => ({
  ...smallCase(smallFamily({ ...family, needs }), { 'pro-1': offers(...free), 'pro-2': offers(...free) }), ...world,
})
/** The plan, which the checker allows; and what the checker says of it in a world without the addition is not asked. */
const planned = async (...given: Parameters<typeof caseOf>): Promise<readonly Appointment[]> => {
  const instance = caseOf(...given)
  const { appointments } = await plan(instance)
  expect(checkPlan(instance, appointments).violations).toEqual([])
  return appointments
}
const firstReason = (...given: Parameters<typeof caseOf>) => explainTimes(caseOf(...given), 'family-1', 'n1').refused[0]?.rule
const morning: OfferedOn = [monday, ['10:00', '11:00']]
const work = { parentB: { [monday]: [['08:30', '17:00', 'work'] as const] } }

describe('brothers and sisters', () => {
  const sister = { id: 'child:sister', naps: [], childMinutesPerDay: 60, away: {}, comesAlong: false } as const
  const mothersTalk = aNeed('n1', { attendance: [['parentA']] })
  test('at home need somebody to mind them, also when the child does not', async () => {
    const atCentre = { dayCentre: { place: 'day-centre', days: [monday], from: '08:00', to: '15:00', transport: 'taxi', dropOff: ['08:00', '08:00'], pickUp: ['15:00', '15:00'] } } as const
    expect(await planned({ ...atCentre, unavailable: work }, [mothersTalk], [morning])).toHaveLength(1)
    expect(await planned({ ...atCentre, unavailable: work, children: [sister] }, [mothersTalk], [morning])).toEqual([])
    expect(firstReason({ ...atCentre, unavailable: work, children: [sister] }, [mothersTalk], [morning])).toBe('minding')
    expect(await planned({ ...atCentre, children: [sister] }, [mothersTalk], [morning])).toHaveLength(1)
    expect(await planned({ ...atCentre, unavailable: work, children: [{ ...sister, away: { [monday]: [['08:30', '14:30']] } }] }, [mothersTalk], [morning])).toHaveLength(1)
  })
  test('come along where another child is seen, if they may', async () => {
    const withChild = aNeed('n1', { attendance: [['child', 'parentA']] })
    expect(await planned({ unavailable: work, children: [sister] }, [withChild], [morning])).toEqual([])
    expect(await planned({ unavailable: work, children: [{ ...sister, comesAlong: true }] }, [withChild], [morning])).toHaveLength(1)
  })
  test('are seen together, each within what it can bear', async () => {
    const both = aNeed('n1', { attendance: [['child', 'child:sister', 'parentA']] })
    expect((await planned({ children: [sister] }, [both], [morning]))[0]?.attendees).toEqual(['child', 'parentA', 'child:sister'])
    expect(firstReason({ children: [{ ...sister, childMinutesPerDay: 45 }] }, [both], [morning])).toBe('childMinutes')
    expect(firstReason({ children: [{ ...sister, naps: [['10:30', '12:00']] }] }, [both], [morning])).toBe('nap')
  })
})

describe('an interpreter', () => {
  const talk = (id: string, attendee: 'parentA' | 'parentB', pro: string) => aNeed(id, { attendance: [[attendee]], modalities: ['digital'], staffing: [[pro]], interpreter: 'ti' })
  const speaks = (languages: readonly string[]) => ({ languages, free: { [monday]: [['10:00', '11:00'] as const] } })
  test('is there the whole time, and speaks the language', async () => {
    const one = [talk('n1', 'parentA', 'pro-1')]
    expect((await planned({ child: null }, one, [morning], { interpreters: { i1: speaks(['ar']), i2: speaks(['ti']) } }))[0]?.interpreter).toBe('i2')
    expect(await planned({ child: null }, one, [morning], { interpreters: { i1: speaks(['ar']) } })).toEqual([])
    expect(firstReason({ child: null }, one, [morning], { interpreters: { i1: speaks(['ar']) } })).toBe('interpreter')
    expect(firstReason({ child: null }, one, [morning])).toBe('interpreter')
  })
  test('is never at two appointments at once; of two each takes one', async () => {
    const two = [talk('n1', 'parentA', 'pro-1'), talk('n2', 'parentB', 'pro-2')]
    expect(await planned({ child: null }, two, [morning], { interpreters: { i1: speaks(['ti']) } })).toHaveLength(1)
    expect(new Set((await planned({ child: null }, two, [morning], { interpreters: { i1: speaks(['ti']), i2: speaks(['ti']) } })).map(one => one.interpreter))).toEqual(new Set(['i1', 'i2']))
  })
})

describe('rooms that are used up', () => {
  const visit = (id: string, attendee: 'parentA' | 'parentB', pro: string, more: Partial<Need> = {}) => aNeed(id, { attendance: [[attendee]], staffing: [[pro]], ...more })
  const room = (id: string, ...equipment: readonly string[]): Room => ({ id, equipment, free: { [monday]: [['09:00', '12:00']] } })
  const two = [visit('n1', 'parentA', 'pro-1'), visit('n2', 'parentB', 'pro-2')]
  test('hold one appointment at a time', async () => {
    expect(await planned({ child: null }, two, [morning], { roomsAt: { hospital: [room('r1')] } })).toHaveLength(1)
    expect(new Set((await planned({ child: null }, two, [morning], { roomsAt: { hospital: [room('r1'), room('r2')] } })).map(one => one.room))).toEqual(new Set(['r1', 'r2']))
    expect(firstReason({ child: null }, two, [morning], { roomsAt: { hospital: [] } })).toBe('room')
  })
  test('are chosen so that who needs equipment gets the room that has it', async () => {
    const needs = [visit('n1', 'parentA', 'pro-1'), visit('n2', 'parentB', 'pro-2', { equipment: ['eeg'] })]
    const found = await planned({ child: null }, needs, [morning], { roomsAt: { hospital: [room('r1', 'eeg'), room('r2')] } })
    expect(found.map(one => [one.need, one.room])).toEqual([['n1', 'r2'], ['n2', 'r1']])
    expect(firstReason({ child: null }, [visit('n1', 'parentA', 'pro-1', { equipment: ['eeg'] })], [morning], { roomsAt: { hospital: [room('r2')] } })).toBe('equipment')
  })
  test('are left to who comes after by families on the same calendars', async () => {
    const one = caseOf({ child: null }, [visit('n1', 'parentA', 'pro-1')], [morning], { roomsAt: { hospital: [room('r1')] } })
    const other = { ...smallFamily({ child: null, needs: [visit('n1', 'parentA', 'pro-2')] }), id: 'family-2' }
    const region = { ...one, families: [...one.families, other] }
    const found = await plan(region)
    expect(checkPlan(region, found.appointments).violations).toEqual([])
    expect(found.appointments).toHaveLength(1)
    const both = { ...region, roomsAt: { hospital: [room('r1'), room('r2')] } }
    expect((await plan(both)).appointments.map(each => each.room).sort()).toEqual(['r1', 'r2'])
  })
})

describe('rush hours', () => {
  const usual = [[0, 15, 25], [15, 0, 20], [25, 20, 0]] as const
  const slower = (extra: number) => usual.map(row => row.map(minutes => minutes === 0 ? 0 : minutes + extra))
  const travel = [{ from: '08:00', to: '09:00', minutes: slower(10) }, { from: '09:00', to: '09:05', minutes: slower(5) }]
  const { car } = familyWays({ travelMinutes: usual, travel })
  test('who leaves later never arrives earlier, and everybody leaves as late as possible', () => {
    for (const to of [1, 2]) {
      for (let departure = 6 * 60; departure < 12 * 60; departure += 5) expect(wayFrom(car, 0, to, departure)).toBeLessThanOrEqual(wayFrom(car, 0, to, departure + 5) + 5)
      for (let start = 8 * 60 + 30; start < 11 * 60; start += 5) {
        const latest = [...Array(24).keys()].map(step => start - step * 5).find(departure => departure + wayFrom(car, 0, to, departure) <= start)
        expect(start - wayBefore(car, 0, to, start)).toBe(latest)
      }
    }
  })
  test('begin a visit that is no longer in time from home', async () => {
    const early: OfferedOn = [monday, ['08:30', '09:30']]
    const visit = aNeed('n1', { attendance: [['parentA']] })
    expect(await planned({ child: null }, [visit], [early])).toHaveLength(1)
    expect(await planned({ child: null, travel: [{ ...travel[0]!, minutes: slower(10) }, travel[1]!] }, [visit], [early])).toEqual([])
    expect(firstReason({ child: null, travel }, [visit], [early])).toBe('travel')
  })
  test('a day centre in the rush weighs nothing on its own', async () => {
    const dayCentre = { place: 'day-centre', days: [monday], from: '09:00', to: '15:00', transport: 'parentA', dropOff: ['08:50', '09:00'], pickUp: ['15:00', '15:10'] } as const
    const call = aNeed('n1', { attendance: [['parentA']], modalities: ['digital'] })
    expect((await plan(caseOf({ dayCentre, travel }, [call], [morning]))).burden).toEqual([0, 0, 0, 0, 1, 0, 0])
  })
  test('who has no car takes longer alone, and not together', async () => {
    const slow = slower(40)
    const early: OfferedOn = [monday, ['08:30', '09:30']]
    const withoutCar = { parent: 'parentB', travelMinutes: slow } as const
    expect(await planned({ child: null, withoutCar }, [aNeed('n1', { attendance: [['parentB']] })], [early])).toEqual([])
    expect(await planned({ child: null, withoutCar }, [aNeed('n1', { attendance: [['parentA']] })], [early])).toHaveLength(1)
    expect(await planned({ child: null, withoutCar }, [aNeed('n1', { attendance: [['parentA', 'parentB']] })], [early])).toHaveLength(1)
  })
})

describe('preparation and recovery', () => {
  test('keep those who attend there, and the professional free', async () => {
    const eeg = aNeed('n1', { minutes: 30, attendance: [['parentA']], preparationMinutes: 15, recoveryMinutes: 30 })
    const next = (start: string, end: string): OfferedOn => [monday, ['10:00', '10:30'], [start, end]]
    const talk = aNeed('n2', { minutes: 30, attendance: [['parentA']], modalities: ['onsite@hospital'] })
    expect(await planned({ child: null }, [eeg, talk], [next('10:30', '11:00')])).toHaveLength(1)
    expect(await planned({ child: null }, [eeg, talk], [next('11:00', '11:30')])).toHaveLength(2)
    // The same professional goes on at once with the other parent.
    expect(await planned({ child: null }, [eeg, { ...talk, attendance: [['parentB']] }], [next('10:30', '11:00')])).toHaveLength(2)
  })
  test('leave home earlier for it, and come home later', async () => {
    const eeg = aNeed('n1', { attendance: [['parentA']], preparationMinutes: 15 })
    expect(await planned({ child: null, unavailable: { parentA: { [monday]: [['08:00', '09:35', 'schoolRun']] } } }, [{ ...eeg, preparationMinutes: 0 }], [morning])).toHaveLength(1)
    expect(await planned({ child: null, unavailable: { parentA: { [monday]: [['08:00', '09:35', 'schoolRun']] } } }, [eeg], [morning])).toEqual([])
  })
})

test('a mother who expects a child has a measure of her own', async () => {
  const needs = [aNeed('n1', { attendance: [['parentA']] }), aNeed('n2', { attendance: [['parentA']], staffing: [['pro-2']] })]
  const free: readonly OfferedOn[] = [[monday, ['10:00', '12:00']]]
  expect(await planned({ child: null }, needs, free)).toHaveLength(2)
  expect(await planned({ child: null, pregnancy: { mother: 'parentA', minutesPerDay: 60 } }, needs, free)).toHaveLength(1)
  expect(await planned({ child: null, pregnancy: { mother: 'parentB', minutesPerDay: 60 } }, needs, free)).toHaveLength(2)
  expect(firstReason({ child: null, pregnancy: { mother: 'parentA', minutesPerDay: 30 } }, needs, free)).toBe('motherMinutes')
})

describe('a family says', () => {
  test('how early and how late an appointment may be, by weekday', async () => {
    const free: readonly OfferedOn[] = [[monday, ['10:00', '12:00']], [tuesday, ['10:00', '12:00']]]
    expect(await planned({ dayHours: { 1: ['10:30', '17:00'], 2: ['10:00', '10:45'] } }, [aNeed('n1')], free)).toMatchObject([{ date: monday, start: '10:30' }])
    expect(firstReason({ dayHours: { 1: ['13:00', '17:00'], 2: ['08:00', '10:45'] } }, [aNeed('n1')], free)).toBe('dayHours')
  })
  test('how many appointments a week holds, with what stands already', async () => {
    const caps = { ...smallFamily().caps, contactsPerWeek: 2 }
    const needs = [aNeed('n1'), aNeed('n2')]
    const free: readonly OfferedOn[] = [[monday, ['10:00', '11:00']], [tuesday, ['10:00', '11:00']]]
    expect(await planned({ caps }, needs, free)).toHaveLength(2)
    expect(await planned({ caps, used: { [monday]: { trips: 0, evenings: 0, contacts: 1 } } }, needs, free)).toHaveLength(1)
    expect(await planned({ caps, used: { [monday]: { trips: 0, evenings: 0, contacts: 5 } } }, needs, free)).toEqual([])
    expect(firstReason({ caps, used: { [monday]: { trips: 0, evenings: 0, contacts: 2 } } }, needs, free)).toBe('contactsPerWeek')
  })
  test('how many trips and evenings a week holds, with what stands already', async () => {
    const needs = [aNeed('n1')]
    expect(await planned({ used: { [monday]: { trips: 3, evenings: 0, contacts: 0 } } }, needs, [morning])).toHaveLength(1)
    expect(await planned({ used: { [monday]: { trips: 4, evenings: 0, contacts: 0 } } }, needs, [morning])).toEqual([])
    const call = aNeed('n1', { modalities: ['digital'], attendance: [['parentA']] })
    expect(await planned({ used: { [monday]: { trips: 0, evenings: 2, contacts: 0 } } }, [call], [[monday, ['19:30', '20:30']]])).toEqual([])
    expect(await planned({ used: { [secondWeek[0]]: { trips: 0, evenings: 2, contacts: 0 } } }, [call], [[monday, ['19:30', '20:30']]])).toHaveLength(1)
  })
})

test('on a holiday nothing is planned, and at a place that is closed nothing is on site', async () => {
  const need = aNeed('n1', { modalities: ['onsite@hospital', 'home'] })
  expect(await planned({}, [need], [morning], { closed: { hospital: [monday] } })).toMatchObject([{ modality: 'home' }])
  expect(await planned({}, [need], [morning], { holidays: [monday] })).toEqual([])
  expect(firstReason({}, [need], [morning], { holidays: [monday] })).toBe('closed')
})

describe('a series that keeps its time', () => {
  const two = (changes: Partial<Need> = {}) => ['n1', 'n2'].map(id => aNeed(id, { series: 's', sameTime: true, ...changes }))
  test('has one weekday and start', async () => {
    const free: readonly OfferedOn[] = [[monday, ['10:00', '11:00']], [secondWeek[0], ['11:00', '12:00']], [secondWeek[1], ['10:00', '11:00']]]
    expect(await planned({}, two(), free)).toHaveLength(1)
    expect(await planned({}, two({ sameTime: false }), free)).toHaveLength(2)
    expect((await planned({}, two(), [...free, [secondWeek[2], ['09:00', '10:00']], [firstWeek[2], ['09:00', '12:00']]])).map(({ date, start }) => [date, start])).toEqual([[firstWeek[2], '09:00'], [secondWeek[2], '09:00']])
  })
  test.each([
    ['over the change to summer time of 28 March 2027', '2027-03-22', '2027-03-29', 167],
    ['over the change to winter time of 25 October 2026', '2026-10-19', '2026-10-26', 169],
  ])('stays at its time on the clock %s', async (_, before, after, apart) => {
    const week = (first: string) => [0, 1, 2, 3, 4].map(days => Temporal.PlainDate.from(first).add({ days }).toString())
    const planningDays = [...week(before), ...week(after)]
    const free: readonly OfferedOn[] = [[before, ['10:00', '11:00']], [after, ['09:00', '10:00'], ['10:00', '11:00'], ['11:00', '12:00']]]
    const needs = two().map((need, index) => ({ ...need, from: index === 0 ? before : after, preferred: before, deadline: planningDays[index === 0 ? 4 : 9]! }))
    const hours = Object.fromEntries(planningDays.map(date => [date, [['08:00', '21:00'] as const]]))
    const found = await planned({}, needs, free, { planningDays, rooms: { hospital: hours } })
    expect(found.map(({ date, start }) => [date, start])).toEqual([[before, '10:00'], [after, '10:00']])
    const [first, second] = found.map(({ date, start }) => Temporal.Instant.from(momentOf(date, start, 'Europe/Amsterdam')))
    expect(first!.until(second!).total('hours')).toBe(apart)
  })
})
