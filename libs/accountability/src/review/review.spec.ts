import { describe, expect, test } from '@jest/globals'
import type { Actor } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import fc from 'fast-check'
import { review } from './decide.ts'
import type { ReviewCommand, ReviewEvent } from './events.ts'
import type { Look, Looks } from './looks.ts'
import { findingsIn, mostFamiliesAnHour, rules, surnamesOf, type Rule } from './rules.ts'

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const [worker, former, neighbour, child] = [id(21), id(22), id(23), id(1)]
const names: Readonly<Record<string, string>> = { [worker]: 'Lotte Jansen', [former]: 'Ruud Bos', [neighbour]: 'Pieter van den Brink-Şahin' }
const nameOf = (person: string) => names[person]

let made = 500
const look = (person: string, at: string, more: Partial<Look> = {}): Look =>
  ({ id: id(made++), at, person, organisation: id(11), isRefused: false, isEmergency: false, isOfOneFamily: true, ...more })
const file = (looks: readonly Look[], more: Partial<Looks> = {}): Looks => ({
  family: id(100), zone: 'Europe/Amsterdam', names: ['Gezin Verhoeven', 'Sem Verhoeven'], members: [child], ownFamily: [], isWatched: false, looks,
  team: [{ person: worker, from: '2026-01-01' }, { person: former, from: '2026-01-01', until: '2026-11-01' }, { person: neighbour, from: '2026-01-01' }], ...more,
})
const found = (...files: readonly Looks[]): readonly (readonly [Rule, string])[] => findingsIn(files, nameOf).map(({ rule, person }) => [rule, person] as const)

describe('what stands out (L-13)', () => {
  test('is nothing of a day of work', () => {
    expect(found(file([look(worker, '2026-11-24T08:00:00.000Z'), look(worker, '2026-11-24T16:30:00.000Z')]))).toEqual([])
  })
  test.each<[string, Rule, Looks]>([
    ['somebody who left the team and still reads what they wrote', 'outsideTeam', file([look(former, '2026-11-24T10:00:00.000Z')])],
    ['somebody who tries the address of a file', 'refused', file([look(id(30), '2026-11-24T10:00:00.000Z', { isRefused: true })])],
    ['an emergency', 'emergency', file([look(id(30), '2026-11-24T10:00:00.000Z', { isEmergency: true })])],
    ['somebody of the same name, accents, small words and double names aside', 'sameSurname', file([look(neighbour, '2026-11-24T10:00:00.000Z')], { names: ['Gezin Sahin'] })],
    ['somebody of the family itself', 'ownFamily', file([look(worker, '2026-11-24T10:00:00.000Z')], { ownFamily: [worker] })],
    ['a look at three at night', 'afterHours', file([look(worker, '2026-11-24T02:00:00.000Z')])],
    ['a look into a case under extra watch', 'extraWatch', file([look(worker, '2026-11-24T10:00:00.000Z')], { isWatched: true })],
  ])('is %s', (_, rule, looks) => {
    expect(found(looks).map(([one]) => one)).toEqual([rule])
  })
  test('a day in the team still counts as the team, and the day after does not', () => {
    expect(found(file([look(former, '2026-11-01T10:00:00.000Z')]))).toEqual([])
    expect(found(file([look(former, '2026-11-02T10:00:00.000Z')]))).toEqual([['outsideTeam', former]])
  })
  test('night is night where the family lives, also on the day the clock changes', () => {
    expect(found(file([look(worker, '2026-10-25T04:59:00.000Z')]))).toEqual([['afterHours', worker]])
    expect(found(file([look(worker, '2026-10-25T05:00:00.000Z')]))).toEqual([])
    expect(found(file([look(worker, '2026-11-24T20:59:00.000Z'), look(worker, '2026-11-24T21:00:00.000Z')]))).toEqual([['afterHours', worker]])
  })
  test('what a team member was refused does not stand out', () => {
    expect(found(file([look(worker, '2026-11-24T10:00:00.000Z', { isRefused: true })]))).toEqual([])
  })
  test('looks of one person on one day are one finding, which keeps its key when there is one more', () => {
    const two = [look(former, '2026-11-24T10:00:00.000Z'), look(former, '2026-11-24T11:00:00.000Z')]
    const [before] = findingsIn([file(two)], nameOf), [after, ...more] = findingsIn([file([...two, look(former, '2026-11-24T12:00:00.000Z')])], nameOf)
    expect([before?.looks, after?.looks, more]).toEqual([2, 3, []])
    expect(after?.key).toBe(before?.key)
  })
})

describe('many families within an hour', () => {
  const one = (number: number, at: string, more: Partial<Look> = {}) => file([look(worker, at, more)], { family: id(1000 + number) })
  const minutes = (count: number) => Temporal.Instant.from('2026-11-24T09:00:00.000Z').add({ minutes: count }).toString({ fractionalSecondDigits: 3 })

  test('is one finding, with how many', () => {
    const files = Array.from({ length: mostFamiliesAnHour + 2 }, (_, index) => one(index, minutes(index)))
    expect(findingsIn(files, nameOf)).toMatchObject([{ rule: 'manyFamilies', person: worker, families: mostFamiliesAnHour + 2, looks: mostFamiliesAnHour + 2 }])
    expect(found(...files.slice(0, mostFamiliesAnHour + 1))).toEqual([['manyFamilies', worker]])
    expect(found(...files.slice(0, mostFamiliesAnHour))).toEqual([])
  })
  test('is not a list of one\'s own families, nor the same family many times, nor a day that is spread out', () => {
    expect(found(...Array.from({ length: 40 }, (_, index) => one(index, minutes(index), { isOfOneFamily: false })))).toEqual([])
    expect(found(file(Array.from({ length: 40 }, (_, index) => look(worker, minutes(index)))))).toEqual([])
    expect(found(...Array.from({ length: 40 }, (_, index) => one(index, minutes(index * 6))))).toEqual([])
  })
  test('is counted as one counts by hand, wherever the looks stand', () => {
    fc.assert(fc.property(fc.array(fc.record({ family: fc.integer({ min: 0, max: 20 }), minute: fc.integer({ min: 0, max: 120 }) }), { minLength: 15, maxLength: 50 }), (some) => {
      const most = Math.max(0, ...some.map(({ minute }) => new Set(some.filter((other) => other.minute <= minute && other.minute > minute - 60).map(({ family }) => family)).size))
      const findings = findingsIn(some.map(({ family, minute }) => one(family, minutes(minute))), nameOf)
      expect(findings.map(({ families }) => families)).toEqual(most > mostFamiliesAnHour ? [most] : [])
    }), { numRuns: 60 })
  })
})

describe('snooping (T3)', () => {
  test('whoever looks where they have no business is found, every time', () => {
    const scenario = fc.record({
      kind: fc.constantFrom<Rule>('outsideTeam', 'refused', 'sameSurname', 'ownFamily', 'afterHours', 'extraWatch', 'emergency'),
      minute: fc.integer({ min: 8 * 60, max: 20 * 60 }), noise: fc.integer({ min: 0, max: 20 }),
    })
    fc.assert(fc.property(scenario, ({ kind, minute, noise }) => {
      const at = (kind === 'afterHours' ? Temporal.Instant.from('2026-11-24T23:00:00Z') : Temporal.Instant.from('2026-11-24T00:00:00Z').add({ minutes: minute })).toString({ fractionalSecondDigits: 3 })
      const snooper = kind === 'sameSurname' ? neighbour : kind === 'outsideTeam' || kind === 'refused' || kind === 'emergency' ? id(40) : worker
      const ordinary = Array.from({ length: noise }, (_, index) => look(id(60 + index), '2026-11-24T10:00:00.000Z'))
      const looks = [...ordinary, look(snooper, at, { isRefused: kind === 'refused', isEmergency: kind === 'emergency' })]
      const team = [...file([]).team, ...ordinary.map(({ person }) => ({ person, from: '2026-01-01' }))]
      const findings = found(file(looks, { team, isWatched: kind === 'extraWatch', ownFamily: kind === 'ownFamily' ? [worker] : [], names: kind === 'sameSurname' ? ['Gezin Brink'] : ['Gezin Verhoeven'] }))
      expect(findings).toContainEqual([kind, snooper])
      if (kind !== 'extraWatch') expect(findings).toEqual([[kind, snooper]])
    }))
  })
})

test('surnames are compared as people hear them', () => {
  expect([...surnamesOf(['Gezin El Amrani', 'Ömer Şahin', "Jan van 't Hof", 'Cher'])]).toEqual(['amrani', 'sahin', 'hof', 'cher'])
  expect([...surnamesOf(['', '  ', 'Gezin'])]).toEqual([])
})

describe('a finding', () => {
  const officer: Actor = { person: id(20), role: 'privacyOfficer', organisation: id(11) }
  const at = '2027-03-01T09:00:00.000Z'
  const ofCase = { subject: { kind: 'case' } } as const
  const judge: Extract<ReviewCommand, { type: 'JudgeLook' }> = { type: 'JudgeLook', by: officer, at, findingId: id(200), rule: 'afterHours', verdict: 'fits', word: 'An evening visit.' }
  const judged: ReviewEvent = { type: 'LookJudged', ...ofCase, by: officer, at, findingId: id(200), rule: 'afterHours', verdict: 'fits', word: 'An evening visit.' }
  const { given } = specify(review)

  test('is judged with a word, once, by the privacy officer alone (L-08)', () => {
    given().when(judge).then(judged)
    given(judged).when({ ...judge, verdict: 'doesNotFit' }).thenRefused('finding-judged')
    given().when({ ...judge, word: ' ' }).thenRefused('text-empty')
    given().when({ ...judge, word: 'x'.repeat(10_001) }).thenRefused('text-too-long')
    given().when({ ...judge, verdict: 'maybe' as 'fits' }).thenRefused('choice-unknown')
    given().when({ ...judge, rule: 'hunch' as Rule }).thenRefused('choice-unknown')
    for (const role of ['professional', 'familyMember', 'system'] as const) given().when({ ...judge, by: { person: id(21), role } }).thenRefused('not-privacy-officer')
  })
  test('is opened again', () => {
    given(judged).when({ type: 'ReopenLook', by: officer, at, findingId: id(200) }).then({ type: 'LookReopened', ...ofCase, by: officer, at, findingId: id(200) })
    given().when({ type: 'ReopenLook', by: officer, at, findingId: id(200) }).thenRefused('finding-not-judged')
    given(judged, { type: 'LookReopened', ...ofCase, by: officer, at, findingId: id(200) }).when(judge).then(judged)
  })
  test('of a case under extra watch comes with every look, until the watch ends', () => {
    given().when({ type: 'SetExtraWatch', by: officer, at, isWatched: true }).then({ type: 'ExtraWatchSet', ...ofCase, by: officer, at, isWatched: true })
    given().when({ type: 'SetExtraWatch', by: officer, at, isWatched: false }).then()
  })
  test('of what came due is that it stays until a day, for a reason, and not beyond the day by which it must be gone (P-07, L-09)', () => {
    const keep: Extract<ReviewCommand, { type: 'KeepDueRecord' }> = { type: 'KeepDueRecord', by: officer, at, record: 'careRecord', of: { person: child, controller: id(11) }, until: '2030-01-01', today: '2027-03-01', latest: '2047-03-01', word: 'A complaint is under way.' }
    const kept: ReviewEvent = { type: 'DueRecordKept', ...ofCase, by: officer, at, record: 'careRecord', of: { person: child, controller: id(11) }, until: '2030-01-01', word: 'A complaint is under way.' }
    given().when(keep).then(kept)
    given().when({ ...keep, until: '2047-03-01' }).then({ ...kept, until: '2047-03-01' })
    given().when({ ...keep, until: '2047-03-02' }).thenRefused('date-too-late')
    given().when({ ...keep, until: '2027-03-01' }).thenRefused('date-in-past')
    given().when({ ...keep, word: ' ' }).thenRefused('text-empty')
    // A record of care is somebody's; lines and tracks are of the family.
    given().when({ ...keep, record: 'accessLog' }).thenRefused('choice-unknown')
    const { of: _, ...ofNobody } = keep
    given().when(ofNobody).thenRefused('choice-unknown')
  })
  test('has a rule that the list knows', () => { expect(new Set(rules).size).toBe(rules.length) })
})
