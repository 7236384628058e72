import { describe, expect, test } from '@jest/globals'
import { family, fixed, mother, proposal, visit, stop } from '../testing/family-of-test.ts'
import { confirmedProposal, hoursOf, openProposals, openSignal, placesOf, releasedProposal, stopsOf, thingsToBring, upcoming } from './model.ts'

const now = { date: '2026-12-01', time: '10:30' }

describe('the next moment', () => {
  test('is the nearest that is fixed; today counts until it is over (A-01)', () => {
    const later = fixed(visit('later', { date: '2026-12-08' }))
    const today = fixed(visit('today'))
    expect(upcoming(family({ bundles: [later, today] }), now)).toEqual([today, later])
    expect(upcoming(family({ bundles: [later, today] }), { ...now, time: '11:00' })).toEqual([later])
  })

  test('is never a proposal, nor a visit of which all was dropped', () => {
    const dropped = { ...visit('dropped'), parts: [stop('a', { status: 'CANCELLED' })] }
    expect(upcoming(family({ bundles: [visit('proposed'), dropped] }), now)).toEqual([])
  })
})

describe('a visit', () => {
  test('has its stops in the order of the day, without what was dropped', () => {
    const bundle = { ...visit('v'), parts: [...visit('v').parts, stop('x', { status: 'CANCELLED', start: '08:00' })] }
    expect(stopsOf(bundle).map(({ start }) => start)).toEqual(['09:30', '10:15'])
    expect(hoursOf(bundle)).toEqual({ from: '09:30', to: '11:00' })
  })

  test('names each place and each thing to bring once', () => {
    const bundle = { ...visit('v'), parts: [stop('a', { bring: 'het boekje' }), stop('b', { bring: 'het boekje' })] }
    expect(placesOf(bundle)).toHaveLength(1)
    expect(thingsToBring(bundle)).toEqual(['het boekje'])
  })
})

describe('proposals', () => {
  test('are open while sent or being fixed', () => {
    const all = (['DRAFT', 'SENT', 'CONFIRMING', 'CONFIRMED', 'RELEASED', 'WITHDRAWN'] as const).map((status) => proposal(status, { status }))
    expect(openProposals(family({ proposals: all })).map(({ status }) => status)).toEqual(['SENT', 'CONFIRMING'])
  })

  test('a released one is told until something newer comes', () => {
    const released = proposal('old', { status: 'RELEASED', sentAt: '2026-11-20T09:00:00.000Z' })
    expect(releasedProposal(family({ proposals: [released] }))).toBe(released)
    expect(releasedProposal(family({ proposals: [released, proposal('new', { status: 'CONFIRMED' })] }))).toBeUndefined()
  })

  test('a confirmed one is told while one of its moments is to come', () => {
    const confirmed = proposal('p', { status: 'CONFIRMED' })
    const with_ = family({ proposals: [confirmed] })
    expect(confirmedProposal(with_, [fixed(visit('p-visit'))])).toBe(confirmed)
    expect(confirmedProposal(with_, [])).toBeUndefined()
  })
})

test('a signal is mine, and open until somebody has called', () => {
  const signal = { id: 's', memberId: 'mother', choice: 'CALL_ME' as const, at: '2026-11-24T08:00:00.000Z', callBy: '2026-11-24T12:00:00.000Z', answeredAt: null, passedToSubstitute: false, remindersPaused: true, caller: family().coordinator! }
  expect(openSignal(family({ overloadSignals: [signal] }), mother)).toBe(signal)
  expect(openSignal(family({ overloadSignals: [{ ...signal, answeredAt: '2026-11-24T09:00:00.000Z' }] }), mother)).toBeUndefined()
  expect(openSignal(family({ overloadSignals: [{ ...signal, memberId: 'father' }] }), mother)).toBeUndefined()
})
