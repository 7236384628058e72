import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { familyCase } from '../family-case.ts'
import type { FamilyCase } from '../state.ts'
import { asFamily, at, child, coordinating, coordinator, groupWorker, id, mother, now, past, pastWith, play, stateOf } from '../testing/case.ts'
import { closingOf, type Course } from './state.ts'

const aCase = specify(familyCase)
const close = { type: 'CloseCase', ...coordinating, closingId: id(90), words: 'The goals are reached', hasAppointments: false } as const
const reopen = { type: 'ReopenCase', ...coordinating, words: 'The parents asked for it' } as const
const note = { type: 'AddContribution', by: groupWorker, ...now, id: id(61), kind: 'note', subject: { kind: 'child', person: child }, category: 'development', setting: 'group', occurredOn: '2027-01-10', situation: 'He laughed' } as const
const statement = { type: 'AddStatement', by: asFamily(mother), ...now, id: id(62), entry: { kind: 'contribution', id: id(61) }, entryBy: groupWorker.person, entryAbout: { kind: 'child', person: child }, entryCategory: 'development', text: 'It was otherwise' } as const

describe('a case', () => {
  test('is closed by who coordinates, with words for who may read the plan', () => {
    aCase.given(...past).when(close).then({ type: 'CaseClosed', subject: { kind: 'child', person: child }, by: coordinator, at: at(), category: 'plan', closingId: id(90), words: 'The goals are reached' })
    aCase.given(...past).when({ ...close, by: groupWorker }).thenRefused('not-coordinator')
    aCase.given(...past).when({ ...close, words: ' ' }).thenRefused('text-empty')
    aCase.given(...past).when({ ...close, hasAppointments: true }).thenRefused('appointments-ahead')
    aCase.given(...pastWith(close)).when({ ...close, closingId: id(91) }).thenRefused('case-closed')
  })
  test('that is closed takes nothing more in, and goes on when it is opened again (C-14)', () => {
    aCase.given(...pastWith(close)).when(note).thenRefused('case-closed')
    expect(play([note], stateOf(pastWith(close, reopen)))).toHaveLength(1)
    aCase.given(...past).when(reopen).thenRefused('case-not-closed')
  })
  test('that is closed still takes an own statement, a no, and what keeps somebody safe (P-03, P-15)', () => {
    const state = stateOf([...past, ...play([note, close], stateOf(past))])
    expect(play([statement], state)).toHaveLength(1)
    expect(play([{ type: 'ExcludeProfessional', by: asFamily(mother), ...now, safeguardId: id(63), professional: groupWorker.person }], state)).toHaveLength(1)
    expect(familyCase.decide({ ...statement, by: groupWorker, id: id(64) }, state)).toMatchObject({ refusal: { code: 'case-closed' } })
  })
  test('stays closed when its words are erased, and goes on when those of the reopening are erased too', () => {
    expect(closingOf(withoutWords(pastWith(close)))).toBeDefined()
    expect(closingOf(withoutWords(pastWith(close, reopen)))).toBeUndefined()
  })
})

/** The course of a case whose words of closing and reopening were erased. */
const withoutWords = (events: ReturnType<typeof pastWith>): Course => {
  const state = events.reduce<FamilyCase>((before, event) => event.type === 'CaseClosed' || event.type === 'CaseReopened'
    ? familyCase.evolveErased!(before, { erased: true, type: event.type, subject: event.subject, at: event.at })
    : familyCase.evolve(before, event), familyCase.initial)
  return state.isOpen ? state.course : []
}
