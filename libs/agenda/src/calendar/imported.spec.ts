import { describe, expect, test } from '@jest/globals'
import { addDays, fold, isRefused } from '@samenspel/kernel'
import fc from 'fast-check'
import { aboutMother, now, today } from '../testing/family.ts'
import { calendar } from './calendar.ts'
import type { CalendarCommand, Offer } from './events.ts'
import { isOffered } from './free-time.ts'
import { importChanges } from './imported.ts'
import type { Calendar } from './state.ts'

const by = { person: 'therapist', role: 'professional' } as const
const at = (date: string, from: string, to: string): Offer => ({ date, from, to, modalities: ['onsite'], places: ['mental-health'] })
const month = { from: '2027-01-11', until: '2027-02-07' }

let ids = 0
/** Brings a file into a calendar, as a request does. */
const bring = (state: Calendar, offers: readonly Offer[], period = month): Calendar => {
  const { add, withdraw } = importChanges(state, { source: 'ics', offers, ...period })
  const command: CalendarCommand = {
    type: 'ChangeOffers', by, at: now, practitioner: 'therapist', today, restore: [],
    offer: add.map((offer) => ({ ...offer, freeTimeId: `imported-${ids += 1}`, source: 'ics' })), withdraw: withdraw.map(({ freeTimeId }) => freeTimeId),
  }
  const decision = calendar.decide(command, state)
  if (isRefused(decision)) throw new Error(decision.refusal.code)
  return decision.events.reduce(calendar.evolve, state)
}
const asked = (state: Calendar, command: CalendarCommand): Calendar => {
  const decision = calendar.decide(command, state)
  return isRefused(decision) ? state : decision.events.reduce(calendar.evolve, state)
}
const hold = (appointmentId: string, { date, from }: Offer, to: string): CalendarCommand =>
  ({ type: 'PlaceHold', subject: aboutMother, by, at: now, appointmentId, familyId: 'family', date, from, to, modality: { kind: 'onsite', place: 'mental-health' }, expiresAt: '2027-01-04T08:02:00.000Z' })
const offered = ({ freeTime }: Calendar) => [...freeTime.values()].map(({ date, from, to }) => `${date} ${from} ${to}`).sort()

const tuesday = at('2027-01-12', '09:00', '12:00'), wednesday = at('2027-01-13', '13:00', '15:00')

describe('a file with free time', () => {
  test('the same again changes nothing', () => {
    const once = bring(calendar.initial, [tuesday, wednesday])
    expect(offered(once)).toEqual(['2027-01-12 09:00 12:00', '2027-01-13 13:00 15:00'])
    expect(importChanges(once, { source: 'ics', offers: [wednesday, { ...tuesday }], ...month })).toEqual({ add: [], withdraw: [], inUse: [], same: 2 })
  })
  test('a newer one replaces what the former brought, and nothing else', () => {
    const byHand = fold(calendar, [{ type: 'FreeTimeOffered', subject: aboutMother, by, at: now, freeTimeId: 'by hand', ...at('2027-01-14', '09:00', '10:00') }])
    const once = bring(byHand, [tuesday, wednesday])
    expect(offered(bring(once, [at('2027-01-12', '10:00', '12:00')]))).toEqual(['2027-01-12 10:00 12:00', '2027-01-14 09:00 10:00'])
    expect(importChanges(once, { source: 'csv', offers: [], ...month }).withdraw).toEqual([])
    expect(importChanges(once, { source: 'ics', offers: [], from: '2027-01-13', until: '2027-01-13' }).withdraw.map(({ date }) => date)).toEqual(['2027-01-13'])
  })
  test('keeps an offer in which something is held or booked, unless a new one carries it', () => {
    const held = asked(bring(calendar.initial, [tuesday, wednesday]), hold('a', tuesday, '09:45'))
    const gone = importChanges(held, { source: 'ics', offers: [wednesday], ...month })
    expect([gone.withdraw.length, gone.inUse.map(({ date }) => date)]).toEqual([0, ['2027-01-12']])
    expect(offered(bring(held, [wednesday]))).toEqual(['2027-01-12 09:00 12:00', '2027-01-13 13:00 15:00'])
    expect(offered(bring(held, [at('2027-01-12', '08:30', '10:00')]))).toEqual(['2027-01-12 08:30 10:00'])
  })
  test('twice in one file counts once', () => { expect(importChanges(calendar.initial, { source: 'ics', offers: [tuesday, tuesday], ...month }).add).toHaveLength(1) })

  const quarter = fc.integer({ min: 32, max: 60 }).map((quarters) => `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String(quarters % 4 * 15).padStart(2, '0')}`)
  const offer = fc.record({ day: fc.nat({ max: 5 }), a: quarter, b: quarter }).filter(({ a, b }) => a < b).map(({ day, a, b }) => at(addDays(month.from, day), a, b))
  test('whatever comes one after the other: what is held stays inside what is offered, and the last file stands', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.array(offer, { maxLength: 6 }), fc.array(fc.nat({ max: 5 }), { maxLength: 2 })), { minLength: 1, maxLength: 5 }), (files) => {
      let state = calendar.initial
      for (const [offers, held] of files) {
        state = bring(state, offers)
        for (const { date, from, to } of offers) {
          expect(offered(state)).toContain(`${date} ${from} ${to}`)
        }
        for (const index of held) {
          const wanted = offers[index]
          if (wanted !== undefined) state = asked(state, hold(`${ids += 1}`, wanted, wanted.to))
        }
        const { taken } = state
        for (const one of taken.values()) expect(isOffered(state, one)).toBe(true)
        expect(importChanges(state, { source: 'ics', offers, ...month })).toMatchObject({ add: [], withdraw: [] })
      }
    }), { numRuns: 60 })
  })
})
