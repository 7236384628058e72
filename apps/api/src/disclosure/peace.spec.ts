import { describe, expect, test } from '@jest/globals'
import { peaceOf } from './peace.ts'

const family = { jurisdiction: 'NL' }
const pause = { from: '2026-11-24', reviewOn: '2026-12-08' }
type Record = Parameters<typeof peaceOf>[0]
const peace = (now: string, { silence, rest }: { readonly silence?: object; readonly rest?: object }) =>
  peaceOf({ file: { family: { ...family, silence } }, agenda: { pace: { pause: rest, lighterWeeks: new Map() } } } as unknown as Record, now)

describe('a family is left in peace', () => {
  test('from the first moment of a pause in its own zone, also after the day on which somebody would ask (K-13)', () => {
    expect(['2026-11-23T22:59:59.000Z', '2026-11-23T23:00:00.000Z', '2027-03-01T09:00:00.000Z'].map((now) => peace(now, { rest: pause }))).toEqual([undefined, 'rest', 'rest'])
  })
  test('until the last day of who is away has passed (K-13)', () => {
    expect(['2026-11-30T22:59:59.000Z', '2026-11-30T23:00:00.000Z'].map((now) => peace(now, { rest: { ...pause, until: '2026-11-30' } }))).toEqual(['rest', undefined])
  })
  test('after a loss, whatever else is so', () => {
    expect(peace('2026-11-24T09:00:00.000Z', { silence: {}, rest: pause })).toBe('loss')
    expect(peace('2026-11-24T09:00:00.000Z', {})).toBeUndefined()
  })
})
