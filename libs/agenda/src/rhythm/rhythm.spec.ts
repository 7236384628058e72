import { describe, expect, test } from '@jest/globals'
import { fold, momentOf } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import { agenda } from '../agenda.ts'
import { aboutChild, brother, child, coordinator, father, members, mother, now, self, zone } from '../testing/family.ts'
import { happened } from '../testing/story.ts'
import type { RhythmBlock, RhythmCommand, Weekday } from './events.ts'
import { usualLimits } from './state.ts'
import { blocksOf, eveningBegins, occurrences, sharedBlocks } from './week.ts'

const anAgenda = specify(agenda)
const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]
const bedtime = (id: string, from: string, to: string): RhythmBlock => ({ id, kind: 'bedtime', label: 'Naar bed', weekdays: everyDay, from, to })
const nap: RhythmBlock = { id: 'nap', kind: 'nap', label: 'Middagslaap', weekdays: everyDay, from: '12:30', to: '14:30' }
const rest: RhythmBlock = { id: 'rest', kind: 'preferredRest', label: 'Avond samen', weekdays: [1], from: '19:30', to: '21:00' }
const set = (person: string, ...blocks: readonly RhythmBlock[]): RhythmCommand =>
  ({ type: 'SetRhythm', by: self(person === child || person === brother ? mother : person), at: now, subject: person === child ? aboutChild : person === brother ? { kind: 'sibling', person } : { kind: 'adult', person }, person, blocks, members })
const rhythmAfter = (...commands: readonly RhythmCommand[]) => {
  const events = commands.flatMap((command) => {
    const decision = agenda.decide(command, agenda.initial)
    return 'events' in decision ? [...decision.events] : []
  })
  return anAgenda.given(...events).state().rhythm
}

describe('the rhythm of a family', () => {
  test('is set person by person, and replaces what was known of that person', () => {
    anAgenda.given().when(set(child, nap)).then({ type: 'RhythmSet', subject: aboutChild, by: self(mother), at: now, person: child, blocks: [nap] })
    expect(blocksOf(rhythmAfter(set(child, nap, bedtime('child', '18:30', '19:00')), set(child, nap)), 'bedtime')).toEqual([])
  })
  test('that is set as it stands changes nothing', () => {
    anAgenda.given({ type: 'RhythmSet', subject: aboutChild, by: self(mother), at: now, person: child, blocks: [nap] }).when(set(child, nap)).thenNothing()
  })
  test.each<readonly [string, RhythmBlock, string]>([
    ['ends before it begins', { ...nap, from: '14:30', to: '12:30' }, 'times-reversed'],
    ['has a time that does not exist', { ...nap, to: '25:00' }, 'time-invalid'],
    ['is on no day', { ...nap, weekdays: [] }, 'weekday-invalid'],
    ['is on an eighth day', { ...nap, weekdays: [8 as 7] }, 'weekday-invalid'],
    ['has no name', { ...nap, label: '' }, 'text-empty'],
    ['is driven by somebody of another family', { id: 'school', kind: 'school', label: 'School', weekdays: [1], from: '08:30', to: '14:30', runs: [{ by: 'neighbour', from: '08:10', to: '08:35' }] }, 'not-of-this-family'],
    ['has a run that ends before it begins', { id: 'school', kind: 'school', label: 'School', weekdays: [1], from: '08:30', to: '14:30', runs: [{ by: mother, from: '08:35', to: '08:10' }] }, 'times-reversed'],
  ])('a block that %s is refused', (_, block, code) => { anAgenda.given().when(set(child, block)).thenRefused(code) })
  test('of an adult is that adult\'s own; what they said may be typed in for them', () => {
    const fathers = { ...set(father, rest), by: self(mother) }
    anAgenda.given().when(fathers).thenRefused('not-yourself')
    anAgenda.given().when({ ...fathers, by: coordinator }).thenRefused('not-yourself')
    const typedIn = { ...coordinator, onBehalfOf: father }
    anAgenda.given().when({ ...fathers, by: typedIn }).then({ type: 'RhythmSet', subject: { kind: 'adult', person: father }, by: typedIn, at: now, person: father, blocks: [rest] })
  })
  test('of a person of another family is refused', () => { anAgenda.given().when(set('neighbour', nap)).thenRefused('not-of-this-family') })
  test('a block that both parents share is one block', () => {
    expect(sharedBlocks(rhythmAfter(set(mother, rest), set(father, rest)))).toEqual([{ ...rest, persons: [mother, father] }])
  })
})

describe('the rhythm that two people change at once', () => {
  const first = { ...set(child, nap), version: 'one' } as const
  const stands = agenda.decide(first, agenda.initial)
  const past = 'events' in stands ? stands.events : []
  const longer = { ...set(child, { ...nap, to: '15:00' }), version: 'two' } as const
  test('takes a change that was made from what stands', () => {
    anAgenda.given(...past).when({ ...longer, from: 'one' }).then({ type: 'RhythmSet', subject: aboutChild, by: self(mother), at: now, person: child, blocks: [{ ...nap, to: '15:00' }], version: 'two' })
  })
  test('loses none: a change made from what no longer stands is refused', () => {
    anAgenda.given(...past).when({ ...longer, from: 'an-older-one' }).thenRefused('rhythm-changed')
    anAgenda.given(...past).when(longer).thenRefused('rhythm-changed')
    anAgenda.given().when({ ...longer, from: 'one' }).thenRefused('rhythm-changed')
  })
  test('that was set before versions had a name is named by its moment', () => {
    anAgenda.given({ type: 'RhythmSet', subject: aboutChild, by: self(mother), at: now, person: child, blocks: [nap] }).when({ ...longer, from: now }).then(expect.anything() as never)
  })
  test('of limits goes the same way', () => {
    const { caps } = usualLimits
    const limits = (tripsPerWeek: number, version: string, from?: string): RhythmCommand => ({ type: 'SetLimits', by: self(mother), at: now, caps: { ...caps, tripsPerWeek }, sitter: false, version, ...(from !== undefined && { from }) })
    const set = agenda.decide(limits(1, 'one'), agenda.initial)
    const limited = 'events' in set ? set.events : []
    anAgenda.given(...limited).when(limits(2, 'two')).thenRefused('limits-changed')
    anAgenda.given(...limited).when(limits(2, 'two', 'one')).then({ type: 'LimitsSet', subject: { kind: 'case' }, by: self(mother), at: now, caps: { ...caps, tripsPerWeek: 2 }, sitter: false, version: 'two' })
  })
})

describe('the evening', () => {
  test('begins when the last child is in bed, ritual included, also when that is the eldest (A-04)', () => {
    const rhythm = rhythmAfter(set(child, bedtime('child', '18:30', '19:00')), set(brother, bedtime('brother', '19:15', '19:45')))
    expect(eveningBegins(rhythm, [child])).toBe('19:00')
    expect(eveningBegins(rhythm, [child, brother])).toBe('19:45')
  })
  test('begins at the latest bedtime when the days differ', () => {
    expect(eveningBegins(rhythmAfter(set(child, { ...bedtime('week', '18:30', '19:00'), weekdays: [1, 2, 3, 4] }, { ...bedtime('friday', '19:30', '20:00'), weekdays: [5] })), [child])).toBe('20:00')
  })
  test('does not come as long as nobody told a bedtime', () => {
    expect(eveningBegins(rhythmAfter(set(child, nap)), [child])).toBe('21:00')
    expect(eveningBegins(rhythmAfter(set(mother, bedtime('mother', '22:00', '22:30'))), [child])).toBe('21:00')
  })
})

describe('a block that comes back', () => {
  test('stays at its time on the clock when the clock changes', () => {
    const [before, after] = occurrences({ ...nap, weekdays: [5, 1] }, ['2027-03-26', '2027-03-27', '2027-03-29'])
    expect([before?.date, before?.from, after?.date, after?.from]).toEqual(['2027-03-26', '12:30', '2027-03-29', '12:30'])
    expect([before, after].map((one) => momentOf(one?.date ?? '', one?.from ?? '', zone))).toEqual(['2027-03-26T11:30:00.000Z', '2027-03-29T10:30:00.000Z'])
  })
})

describe('what a family wants to carry', () => {
  test('is as in an ordinary week until the family says otherwise', () => {
    const { caps } = usualLimits
    expect(agenda.initial.rhythm.limits).toEqual(usualLimits)
    anAgenda.given().when({ type: 'SetLimits', by: coordinator, at: now, caps: { ...caps, tripsPerWeek: 1 }, sitter: true })
      .then({ type: 'LimitsSet', subject: { kind: 'case' }, by: coordinator, at: now, caps: { ...caps, tripsPerWeek: 1 }, sitter: true })
    anAgenda.given().when({ type: 'SetLimits', by: coordinator, at: now, ...usualLimits }).thenNothing()
  })
  test('goes by bus or train for who has no car: each parent says it alone, and leaves the other as it was', () => {
    const said = (person: string, ownCar: boolean): RhythmCommand => ({ type: 'SetLimits', by: self(person), at: now, ...usualLimits, ownCar })
    const without = (...commands: readonly RhythmCommand[]) => fold(agenda, happened(...commands.map((command, index) => index === 0 ? command : { ...command, from: now }))).rhythm.limits.withoutCar
    expect(without(said(mother, false))).toEqual([mother])
    expect(without(said(mother, false), said(father, false))).toEqual([mother, father])
    expect(without(said(mother, false), said(father, false), said(mother, true))).toEqual([father])
    expect(happened(said(mother, true))).toEqual([])
    anAgenda.given().when({ ...said(mother, false), by: coordinator }).thenRefused('not-yourself')
  })
  test('is counted in whole things', () => {
    anAgenda.given().when({ type: 'SetLimits', by: coordinator, at: now, sitter: false, caps: { ...usualLimits.caps, tripsPerWeek: -1 } }).thenRefused('caps-invalid')
  })
})
