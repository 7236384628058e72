import { describe, expect, test } from '@jest/globals'
import { agenda as noAgenda, type AgendaEvent } from '@samenspel/agenda'
import type { OpenCase } from '@samenspel/family-case'
import { momentsOfWish, reasonsOf } from './reasons.ts'

const at = '2027-01-04T10:00:00.000Z'
const wished = (from: string, preferred: string) => momentsOfWish({ at, from, preferred }, 'Europe/Amsterdam')

describe('a date that is wished for (A-08)', () => {
  test('opens four weeks before its first day, and is reminded of two weeks before the day that is wished for', () => {
    expect(wished('2027-03-01', '2027-03-08')).toEqual({ opensAt: '2027-02-01T08:00:00.000Z', remindAt: '2027-02-22T08:00:00.000Z' })
  })
  test('over summer time both come at the same time on the clock', () => {
    expect(wished('2027-04-19', '2027-04-26')).toEqual({ opensAt: '2027-03-22T08:00:00.000Z', remindAt: '2027-04-12T07:00:00.000Z' })
  })
  test('within four weeks it is open at once; within two nobody is reminded of what they just heard', () => {
    expect(wished('2027-01-18', '2027-01-25')).toEqual({ remindAt: '2027-01-11T08:00:00.000Z' })
    expect(wished('2027-01-06', '2027-01-12')).toEqual({})
  })

  const people = (...persons: readonly (readonly [string, string])[]) => persons.map(([memberId, role]) => ({ memberId, role, inHousehold: true }))
  const file = { family: { jurisdiction: 'NL', members: people(['child', 'child'], ['mother', 'mother'], ['father', 'father']) }, careTeam: { coordinator: 'coordinator', members: [] } } as unknown as OpenCase
  const need = (needId: string, attendance: readonly (readonly string[])[], more: object = {}) =>
    ({ type: 'NeedAdded', by: { person: 'worker', role: 'professional' }, at, needId, attendance, from: '2027-03-01', preferred: '2027-03-08', ...more }) as unknown as AgendaEvent
  const reasons = (event: AgendaEvent) => reasonsOf(event, { family: 'family', eventId: 'event', agenda: noAgenda.initial, file })

  test('is told to the parents who come along, each for themselves; where only the child goes, to both', () => {
    const told = (event: AgendaEvent) => reasons(event).map(({ person, about, due }) => [person, about.kind, due?.slice(0, 10)])
    expect(told(need('one', [['mother', 'child']]))).toEqual([['mother', 'wish', '2027-02-01'], ['mother', 'target', '2027-02-22'], ['coordinator', 'target', '2027-02-22']])
    expect(told(need('two', [['child']])).map(([person]) => person)).toEqual(['mother', 'father', 'mother', 'father', 'coordinator'])
  })
  test('of a series there is one mail when it opens and one reminder, however many weeks it has', () => {
    const weeks = ['one', 'two', 'three'].flatMap((id) => reasons(need(id, [['mother', 'child']], { series: 'series' })))
    expect(new Set(weeks.map(({ id }) => id)).size).toBe(3)
  })
})
