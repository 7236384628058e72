import { describe, expect, test } from '@jest/globals'
import { fold, type Actor } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import { emergencies } from './decide.ts'
import type { EmergencyCommand, EmergencyEvent, NewOpening } from './events.ts'
import { isBlocked, isOpen } from './state.ts'

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const by: Actor = { person: id(1), role: 'professional', discipline: 'hospital' }
const officer: Actor = { person: id(2), role: 'privacyOfficer' }
const zone = 'Europe/Amsterdam'
const ofCase = { subject: { kind: 'case' } } as const
const about = { kind: 'child', person: id(4) } as const
const asked = (n: number, at: string): Extract<EmergencyCommand, { type: 'OpenAccess' }> =>
  ({ type: 'OpenAccess', by, at, zone, secondFactor: true, openingId: id(n), familyId: id(n + 100), about, reason: 'lifeInDanger', words: 'Ligt op de spoed.' })
const opened = (n: number, at: string): EmergencyEvent => {
  const { openingId, familyId, reason, words }: NewOpening = asked(n, at)
  return { type: 'AccessOpened', ...ofCase, by, at, openingId, familyId, about, reason, words }
}
const reviewed = (n: number, at: string): EmergencyEvent => ({ type: 'AccessReviewed', ...ofCase, by: officer, at, openingId: id(n), judgment: 'justified', words: 'Goed gehandeld.' })
const sought = (at: string): EmergencyEvent => ({ type: 'AccessSought', ...ofCase, by, at })
const { given } = specify(emergencies)

describe('L-10: somebody opens a record in an emergency', () => {
  const at = '2026-11-24T09:00:00.000Z'
  test('with a reason and a second factor', () => {
    given().when(asked(10, at)).then(opened(10, at))
    given().when({ ...asked(10, at), words: ' ' }).thenRefused('text-empty')
    given().when({ ...asked(10, at), secondFactor: false }).thenRefused('second-factor-missing')
    given().when({ ...asked(10, at), reason: 'curious' as 'other' }).thenRefused('choice-unknown')
  })
  test('as a professional', () => {
    for (const role of ['familyMember', 'privacyOfficer'] as const) given().when({ ...asked(10, at), by: { person: id(3), role } }).thenRefused('not-a-professional')
  })
  test('for four hours, the last moment not included', () => {
    expect(['2026-11-24T08:59:59.999Z', at, '2026-11-24T12:59:59.999Z', '2026-11-24T13:00:00.000Z'].map((now) => isOpen({ at }, now))).toEqual([false, true, true, false])
  })
  test('once at a time for one person', () => {
    given(opened(10, at)).when({ ...asked(11, '2026-11-24T10:00:00.000Z'), familyId: id(110) }).thenRefused('emergency-already-open')
    given(opened(10, at)).when({ ...asked(11, '2026-11-24T13:00:00.000Z'), familyId: id(110) }).then({ ...opened(11, '2026-11-24T13:00:00.000Z'), familyId: id(110) } as EmergencyEvent)
  })
  test('three times a day, in the zone of the case', () => {
    // 23:30 and 00:30 in Amsterdam.
    const evening = ['2026-11-24T20:00:00.000Z', '2026-11-24T21:00:00.000Z', '2026-11-24T22:30:00.000Z'].map((when, i) => opened(10 + i, when))
    given(...evening).when(asked(13, '2026-11-24T22:59:59.999Z')).thenRefused('emergency-too-many')
    given(...evening).when(asked(13, '2026-11-24T23:00:00.000Z')).then(opened(13, '2026-11-24T23:00:00.000Z'))
    given(...evening).when({ ...asked(13, '2026-11-24T22:59:59.999Z'), by: { ...by, person: id(9) } }).then({ ...opened(13, '2026-11-24T22:59:59.999Z'), by: { ...by, person: id(9) } })
  })
  test('after five attempts in vain not before a day has passed; found or not, the answer is the same', () => {
    const attempts = Array.from({ length: 5 }, (_, i) => sought(`2026-11-24T09:0${i}:00.000Z`))
    const now = '2026-11-24T10:00:00.000Z'
    given(...attempts.slice(1)).when(asked(10, now)).then(opened(10, now))
    given(...attempts).when(asked(10, now)).thenRefused('emergency-too-many-attempts')
    given(...attempts).when({ type: 'SeekAccess', by, at: now, secondFactor: true }).thenRefused('emergency-too-many-attempts')
    given(...attempts).when({ type: 'SeekAccess', by, at: '2026-11-25T09:00:00.000Z', secondFactor: true }).then(sought('2026-11-25T09:00:00.000Z'))
  })
})

describe('L-10: an opening is looked at', () => {
  const at = '2026-11-24T09:00:00.000Z'
  const review = { type: 'ReviewAccess', by: officer, at: '2026-11-25T09:00:00.000Z', openingId: id(10), judgment: 'justified', words: 'Goed gehandeld.' } as const satisfies EmergencyCommand
  test('by a privacy officer, with a judgment and words, once', () => {
    given(opened(10, at)).when(review).then(reviewed(10, review.at))
    given(opened(10, at), reviewed(10, review.at)).when(review).thenRefused('emergency-reviewed-already')
    given(opened(10, at)).when({ ...review, by }).thenRefused('not-privacy-officer')
    given(opened(10, at)).when({ ...review, words: '' }).thenRefused('text-empty')
    given(opened(10, at)).when({ ...review, judgment: 'fine' as 'partly' }).thenRefused('choice-unknown')
    given().when(review).thenRefused('emergency-unknown')
  })
  test('within five days: after that, who opened it opens none until it was', () => {
    const [before, after] = ['2026-11-29T08:59:59.999Z', '2026-11-29T09:00:00.000Z']
    given(opened(10, at)).when(asked(11, before)).then(opened(11, before))
    given(opened(10, at)).when(asked(11, after)).thenRefused('emergency-review-overdue')
    given(opened(10, at)).when({ type: 'SeekAccess', by, at: after, secondFactor: true }).thenRefused('emergency-review-overdue')
    given(opened(10, at), reviewed(10, after)).when(asked(11, after)).then(opened(11, after))
    expect(isBlocked(fold(emergencies, [opened(10, at)]), id(9), after)).toBe(false)
  })
})
