import { describe, expect, test } from '@jest/globals'
import { plan, type Appointment, type Family, type Need } from './index.ts'
import { aNeed, firstWeek, offers, secondWeek, smallCase, smallFamily, type OfferedOn } from './testing/small-case.ts'

const [monday, tuesday] = firstWeek

/** Plans the needs of a family when one professional offers one time; the others nothing. */
const planned = async (family: Partial<Family>, needs: readonly Need[], ...free: readonly OfferedOn[]): Promise<readonly Appointment[]> =>
  (await plan(smallCase(smallFamily({ ...family, needs }), { 'pro-1': offers(...free), 'pro-2': offers(...free) }))).appointments

describe('in the evening, when the last child is in bed,', () => {
  const call = aNeed('n1', { modalities: ['digital'], attendance: [['parentA']] })
  test('parents can be called', async () => {
    expect(await planned({}, [call], [monday, ['19:30', '20:30']])).toEqual([
      { family: 'family-1', need: 'n1', date: monday, start: '19:30', modality: 'digital', attendees: ['parentA'], professionals: ['pro-1'] }])
  })
  test('no child is asked for, nobody comes or goes, and nothing runs across bedtime', async () => {
    expect(await planned({}, [{ ...call, attendance: [['child', 'parentA']] }], [monday, ['19:30', '20:30']])).toEqual([])
    expect(await planned({}, [{ ...call, modalities: ['home', 'onsite@hospital'] }], [monday, ['19:30', '20:30']])).toEqual([])
    expect(await planned({}, [call], [monday, ['19:15', '20:15']])).toEqual([])
  })
  test('a week has no more evenings than the family can bear', async () => {
    const two = [call, { ...call, id: 'n2' }]
    expect(await planned({}, two, [monday, ['19:30', '20:30']], [tuesday, ['19:30', '20:30']])).toHaveLength(2)
    const caps = { ...smallFamily().caps, eveningsPerWeek: 1 }
    expect(await planned({ caps }, two, [monday, ['19:30', '20:30']], [tuesday, ['19:30', '20:30']])).toHaveLength(1)
    expect(await planned({ caps }, two, [monday, ['19:30', '20:30']], [secondWeek[0], ['19:30', '20:30']])).toHaveLength(2)
  })
})

describe('parents who may not meet', () => {
  const together = aNeed('n1', { attendance: [['parentA', 'parentB']], modalities: ['onsite@hospital', 'digital'] })
  test('are asked for together only in a call', async () => {
    expect((await planned({ parentsApart: true, sitter: true, bedtime: '19:00' }, [together], [monday, ['19:00', '20:00']])).map(one => one.modality)).toEqual(['digital'])
    expect(await planned({ parentsApart: true, sitter: true }, [{ ...together, modalities: ['onsite@hospital'] }], [monday, ['09:00', '11:00']])).toEqual([])
  })
  test('are never at one place within half an hour of each other', async () => {
    const needs = [aNeed('n1', { attendance: [['parentA']], minutes: 30 }), aNeed('n2', { attendance: [['parentB']], minutes: 30, staffing: [['pro-2']] })]
    const family = { parentsApart: true, sitter: true }
    expect(await planned(family, needs, [monday, ['09:00', '10:15']])).toHaveLength(1)
    expect(await planned(family, needs, [monday, ['09:00', '10:30']])).toHaveLength(2)
    expect(await planned({ sitter: true }, needs, [monday, ['09:00', '10:15']])).toHaveLength(2)
  })
})

describe('a family that expects a child', () => {
  test('needs nobody to mind one', async () => {
    const work = { parentB: { [monday]: [['08:30', '17:00', 'work'] as const] } }
    const alone = [aNeed('n1', { attendance: [['parentA']] })]
    expect(await planned({ child: null, unavailable: work }, alone, [monday, ['09:00', '10:00']])).toHaveLength(1)
    expect(await planned({ unavailable: work }, alone, [monday, ['09:00', '10:00']])).toEqual([])
  })
})

describe('one professional', () => {
  test('is never with both parents at once', async () => {
    const needs = [aNeed('n1', { attendance: [['parentA']], modalities: ['digital'] }), aNeed('n2', { attendance: [['parentB']], modalities: ['digital'] })]
    expect(await planned({ child: null }, needs, [monday, ['10:00', '11:00']])).toHaveLength(1)
    expect(await planned({ child: null }, [needs[0]!, { ...needs[1]!, staffing: [['pro-2']] }], [monday, ['10:00', '11:00']])).toHaveLength(2)
  })
  test('leaves an appointment to a colleague to be free for another', async () => {
    const needs = [
      aNeed('n1', { attendance: [['parentA']], modalities: ['digital'], staffing: [['pro-1'], ['pro-2']] }),
      aNeed('n2', { attendance: [['parentB']], modalities: ['digital'], staffing: [['pro-1']] }),
    ]
    const found = await planned({ child: null }, needs, [monday, ['10:00', '11:00']])
    expect(found.map(one => one.professionals)).toEqual([['pro-2'], ['pro-1']])
  })
  test('stays the same for a whole series', async () => {
    const two = (changes: Partial<Need>) => ['n1', 'n2'].map(id => aNeed(id, { staffing: [['pro-1'], ['pro-2']], ...changes }))
    const instance = (needs: readonly Need[]) => smallCase(smallFamily({ needs }), { 'pro-1': offers([monday, ['10:00', '11:00']]), 'pro-2': offers([tuesday, ['10:00', '11:00']]) })
    expect((await plan(instance(two({ series: 's1' })))).appointments).toHaveLength(1)
    expect((await plan(instance(two({})))).appointments).toHaveLength(2)
  })
})

describe('the order of needs', () => {
  test('counts in calendar days, over the weekend too', async () => {
    const needs = [aNeed('n1'), aNeed('n2', { staffing: [['pro-2']] })]
    const free: readonly OfferedOn[] = [[firstWeek[4], ['10:00', '11:00']], [secondWeek[0], ['10:00', '11:00']]]
    const order = (minDays: number, maxDays: number) => ({ order: [{ before: 'n1', after: 'n2', minDays, maxDays }] })
    expect(await planned(order(3, 3), needs, ...free)).toHaveLength(2)
    expect(await planned(order(4, 7), needs, ...free)).toHaveLength(1)
    expect(await planned(order(1, 2), needs, ...free)).toHaveLength(1)
  })
})
