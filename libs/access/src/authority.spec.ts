import { describe, expect, test } from '@jest/globals'
import { holdersOfAuthority, holdsAuthority } from './authority.ts'
import { ageOn, hasCome, isDuring, momentIn } from './moments.ts'
import { factsOf, now } from './testing/family.ts'

describe('authority over time', () => {
  const withPeriods = (...periods: readonly { from: string; until?: string }[]) =>
    factsOf('NL', { authority: periods.map((period) => ({ child: 'child', adult: 'parent-1', period, verified: true })) })
  const gap = withPeriods({ from: '2024-03-10', until: '2026-05-01' }, { from: '2026-08-01' })

  test.each([['2024-03-09', false], ['2024-03-10', true], ['2026-05-01', true], ['2026-05-02', false], ['2026-07-31', false], ['2026-08-01', true], ['2030-01-01', true]])(
    'with an interruption, on %s', (day, expected) => { expect(holdsAuthority('parent-1', 'child', day, gap)).toBe(expected) })
  test('holds for this adult and this child only', () => {
    expect(holdsAuthority('parent-2', 'child', '2026-09-15', gap)).toBe(false)
    expect(holdsAuthority('parent-1', 'sibling', '2026-09-15', gap)).toBe(false)
  })
  test('ends on the eighteenth birthday', () => {
    expect(holdsAuthority('parent-1', 'child', '2042-03-09', gap)).toBe(true)
    expect(holdsAuthority('parent-1', 'child', '2042-03-10', gap)).toBe(false)
  })
  test('nobody holds it over a child whose age is unknown', () => {
    const facts = { ...gap, children: [{ person: 'child', letsParentsRead: true }] }
    expect(() => holdsAuthority('parent-1', 'child', '2026-09-15', facts)).toThrow('date-of-birth-unknown')
  })
  test('the holders of a day, each once', () => {
    const facts = withPeriods({ from: '2024-03-10' }, { from: '2025-01-01' })
    expect(holdersOfAuthority('child', '2026-09-15', facts)).toEqual(['parent-1'])
    expect(holdersOfAuthority('child', '2026-09-15', factsOf())).toEqual(['parent-1', 'parent-2'])
    expect(holdersOfAuthority('child', '2024-03-09', factsOf())).toEqual([])
  })
})

describe('birthdays', () => {
  test.each([
    ['2010-09-15', '2026-09-14', 15], ['2010-09-15', '2026-09-15', 16], ['2010-09-15', '2026-09-16', 16], ['2024-03-10', '2024-03-10', 0],
    ['2012-02-29', '2024-02-28', 11], ['2012-02-29', '2024-02-29', 12], ['2012-02-29', '2028-02-28', 15], ['2012-02-29', '2028-02-29', 16],
    ['2012-02-29', '2025-02-28', 12], ['2012-02-29', '2025-03-01', 13],
  ])('born on %s, on %s somebody is %i', (born, day, age) => { expect(ageOn(born, day)).toBe(age) })
  test.each([[undefined, '2026-09-15'], ['2025-02-29', '2026-09-15'], ['10-03-2024', '2026-09-15'], ['2024-03-10', 'today']])(
    'no age is guessed: born %s, on %s', (born, day) => { expect(() => ageOn(born, day)).toThrow('date-of-birth-unknown') })
})

describe('moments', () => {
  test('the day is that of the zone of the case', () => {
    expect(momentIn('NL', '2026-09-14T21:59:59.000Z').today).toBe('2026-09-14')
    expect(momentIn('BE', '2026-09-14T22:00:00.000Z').today).toBe('2026-09-15')
    expect(momentIn('NL', '2026-12-31T23:00:00.000Z').today).toBe('2027-01-01')
  })
  test('an interval holds from its first moment until just before its last', () => {
    const interval = { from: '2026-09-15T06:00:00.000Z', until: '2026-09-15T07:00:00.000Z' }
    const at = (time: string) => momentIn('NL', `2026-09-15T${time}Z`)
    expect(isDuring(interval, at('05:59:59.999'))).toBe(false)
    expect(isDuring(interval, at('06:00:00.000'))).toBe(true)
    expect(isDuring(interval, at('06:59:59.999'))).toBe(true)
    expect(isDuring(interval, at('07:00:00.000'))).toBe(false)
    expect(isDuring({ from: interval.from }, at('23:00:00.000'))).toBe(true)
  })
  test('moments are compared as moments, however they are written', () => {
    expect(hasCome('2026-09-15T10:00:00+02:00', momentIn('NL', now))).toBe(true)
    expect(hasCome('2026-09-15T08:00:00.000001Z', momentIn('NL', now))).toBe(false)
  })
})
