import { describe, expect, test } from '@jest/globals'
import { isRefused, timeOf } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import fc from 'fast-check'
import { overlapOnDay } from '../checks.ts'
import { aboutMother, now, today } from '../testing/family.ts'
import { calendar } from './calendar.ts'
import type { CalendarCommand, CalendarEvent, FreeTime } from './events.ts'
import { mostOffers } from './decide.ts'
import { freeOn, isOffered, withoutLapsed } from './free-time.ts'

const aCalendar = specify(calendar)
const by = { person: 'therapist', role: 'professional' } as const
const date = '2027-01-12'
const atPlace = { kind: 'onsite', place: 'mental-health' } as const
const morning: FreeTime = { freeTimeId: 'morning', date, from: '09:00', to: '12:00', modalities: ['onsite'], places: ['mental-health'] }
const evening: FreeTime = { freeTimeId: 'evening', date, from: '19:30', to: '21:00', modalities: ['digital'], places: [] }

const offer = (freeTime: FreeTime): CalendarCommand => ({ type: 'OfferFreeTime', by, at: now, practitioner: 'therapist', today, ...freeTime })
const offered = (freeTime: FreeTime): CalendarEvent => ({ type: 'FreeTimeOffered', subject: { kind: 'adult', person: 'therapist' }, by, at: now, ...freeTime })
const holding = (appointmentId: string, from: string, to: string, change: object = {}) =>
  ({ subject: aboutMother, by, at: now, appointmentId, familyId: 'family', date, from, to, modality: atPlace, expiresAt: '2027-01-04T08:02:00.000Z', ...change })
const hold = (...details: Parameters<typeof holding>): CalendarCommand => ({ type: 'PlaceHold', ...holding(...details) })
const held = (...details: Parameters<typeof holding>): CalendarEvent => ({ type: 'HoldPlaced', ...holding(...details) })
const ask = (type: 'ReleaseHold' | 'ConfirmHold' | 'CancelBooking', appointmentId: string): CalendarCommand => ({ type, by, at: now, appointmentId })
const fact = (type: 'HoldReleased' | 'HoldConfirmed' | 'BookingCancelled', appointmentId: string): CalendarEvent => ({ type, subject: aboutMother, by, at: now, appointmentId })
const withdraw = (freeTimeId: string): CalendarCommand => ({ type: 'WithdrawFreeTime', by, at: now, freeTimeId })

describe('free time', () => {
  test('is offered by the professional, in the forms and at the places that suit', () => { aCalendar.given().when(offer(morning)).then(offered(morning)) })
  test.each<readonly [string, Partial<FreeTime>, string]>([
    ['on a day that does not exist', { date: '2027-02-29' }, 'date-invalid'],
    ['in the past', { date: '2027-01-03' }, 'window-past'],
    ['off the quarter', { from: '09:05' }, 'time-off-grid'],
    ['that ends before it begins', { to: '08:00' }, 'times-reversed'],
    ['in no form', { modalities: [], places: [] }, 'modality-missing'],
    ['on site, but nowhere', { places: [] }, 'place-missing'],
    ['at a place, but not on site', { modalities: ['digital'] }, 'place-missing'],
  ])('%s is refused', (_, change, code) => { aCalendar.given().when(offer({ ...morning, ...change })).thenRefused(code) })
  test('is offered once under one id', () => { aCalendar.given(offered(morning)).when(offer(morning)).thenRefused('free-time-known') })

  test('is withdrawn, unless somebody counts on it', () => {
    const free = [offered(morning), offered(evening)]
    aCalendar.given(...free, held('a', '19:30', '20:15', { modality: { kind: 'digital' } })).when(withdraw('morning')).then({ type: 'FreeTimeWithdrawn', subject: { kind: 'adult', person: 'therapist' }, by, at: now, freeTimeId: 'morning' })
    aCalendar.given(...free, held('a', '09:00', '09:45')).when(withdraw('morning')).thenRefused('time-in-use')
    aCalendar.given(...free, held('a', '09:00', '09:45'), offered({ ...morning, freeTimeId: 'also', to: '10:00' })).when(withdraw('morning')).then({ type: 'FreeTimeWithdrawn', subject: { kind: 'adult', person: 'therapist' }, by, at: now, freeTimeId: 'morning' })
    aCalendar.given().when(withdraw('morning')).thenRefused('unknown-free-time')
  })
  test('is what is offered for a form, without what is held or booked', () => {
    const state = aCalendar.given(offered(morning), offered(evening), held('a', '09:30', '10:15')).state()
    expect(freeOn(state, date, atPlace)).toEqual([{ from: '09:00', to: '09:30' }, { from: '10:15', to: '12:00' }])
    expect(freeOn(state, date, { kind: 'digital' })).toEqual([{ from: '19:30', to: '21:00' }])
    expect(freeOn(state, date, { kind: 'onsite', place: 'hospital' })).toEqual([])
  })
})

describe('holding a time', () => {
  const given = [offered(morning), offered(evening)]
  test('once, while a bundle is being confirmed', () => {
    aCalendar.given(...given).when(hold('a', '09:00', '09:45')).then(held('a', '09:00', '09:45'))
    aCalendar.given(...given, held('a', '09:00', '09:45')).when(hold('a', '09:00', '09:45')).thenNothing()
    aCalendar.given(...given, held('a', '09:00', '09:45')).when(hold('a', '10:00', '10:45')).thenRefused('held-differently')
  })
  test('not where another is held or booked, also when that hold has expired', () => {
    aCalendar.given(...given, held('a', '09:00', '09:45')).when({ ...hold('b', '09:30', '10:15'), at: '2027-01-05T08:00:00.000Z' }).thenRefused('slot-taken')
    aCalendar.given(...given, held('a', '09:00', '09:45'), fact('HoldConfirmed', 'a')).when(hold('b', '09:30', '10:15')).thenRefused('slot-taken')
    aCalendar.given(...given, held('a', '09:00', '09:45')).when(hold('b', '09:45', '10:30')).then(held('b', '09:45', '10:30'))
  })
  test('only inside what is offered for its form', () => {
    aCalendar.given(...given).when(hold('a', '11:30', '12:15')).thenRefused('not-offered')
    aCalendar.given(...given).when(hold('a', '09:00', '09:45', { modality: { kind: 'digital' } })).thenRefused('not-offered')
    aCalendar.given(...given).when(hold('a', '09:00', '09:45', { modality: { kind: 'onsite', place: 'hospital' } })).thenRefused('not-offered')
    aCalendar.given(...given, offered({ ...morning, freeTimeId: 'noon', from: '12:00', to: '13:00' })).when(hold('a', '11:30', '12:15')).then(held('a', '11:30', '12:15'))
  })
  test('never again after it was let go, however late it is asked', () => {
    aCalendar.given(...given, held('a', '09:00', '09:45'), fact('HoldReleased', 'a')).when(hold('a', '09:00', '09:45')).thenRefused('hold-ended')
  })
  test('ends in a booking or a release', () => {
    const past = [...given, held('a', '09:00', '09:45')]
    aCalendar.given(...past).when(ask('ConfirmHold', 'a')).then(fact('HoldConfirmed', 'a'))
    aCalendar.given(...past, fact('HoldConfirmed', 'a')).when(ask('ConfirmHold', 'a')).thenNothing()
    aCalendar.given(...past).when(ask('ReleaseHold', 'a')).then(fact('HoldReleased', 'a'))
    aCalendar.given(...past, fact('HoldReleased', 'a')).when(ask('ReleaseHold', 'a')).thenNothing()
    aCalendar.given(...given).when(ask('ConfirmHold', 'a')).thenRefused('not-held')
    aCalendar.given(...past, fact('HoldConfirmed', 'a')).when(ask('ReleaseHold', 'a')).thenRefused('is-booked')
  })
  test('a booking is cancelled, and its time is free again', () => {
    const past = [...given, held('a', '09:00', '09:45'), fact('HoldConfirmed', 'a')]
    aCalendar.given(...past).when(ask('CancelBooking', 'a')).then(fact('BookingCancelled', 'a'))
    aCalendar.given(...past, fact('BookingCancelled', 'a')).when(hold('b', '09:00', '09:45')).then(held('b', '09:00', '09:45'))
    aCalendar.given(...given, held('a', '09:00', '09:45')).when(ask('CancelBooking', 'a')).thenRefused('not-booked')
  })
})

describe('offers that change together', () => {
  const change = (asked: Partial<Extract<CalendarCommand, { type: 'ChangeOffers' }>>): CalendarCommand => ({ type: 'ChangeOffers', by, at: now, practitioner: 'therapist', today, offer: [], withdraw: [], restore: [], ...asked })
  const withdrawn = (freeTimeId: string): CalendarEvent => ({ type: 'FreeTimeWithdrawn', subject: { kind: 'adult', person: 'therapist' }, by, at: now, freeTimeId })
  test('are all changed, or none', () => {
    aCalendar.given(offered(evening)).when(change({ offer: [morning], withdraw: ['evening'] })).then(offered(morning), withdrawn('evening'))
    aCalendar.given(offered(evening)).when(change({ offer: [morning, { ...morning, freeTimeId: 'b', to: '08:00' }], withdraw: ['evening'] })).thenRefused('times-reversed')
    aCalendar.given(offered(morning), held('a', '09:00', '09:45'), offered(evening)).when(change({ withdraw: ['evening', 'morning'] })).thenRefused('time-in-use')
  })
  test('a new offer carries what was held in the one that it replaces', () => {
    aCalendar.given(offered(morning), held('a', '09:00', '09:45')).when(change({ offer: [{ ...morning, freeTimeId: 'short', to: '10:00' }], withdraw: ['morning'] })).then(offered({ ...morning, freeTimeId: 'short', to: '10:00' }), withdrawn('morning'))
  })
  test('what was withdrawn by mistake is offered again, as it was', () => {
    aCalendar.given(offered(morning), withdrawn('morning')).when(change({ restore: ['morning'] })).then({ type: 'FreeTimeRestored', subject: { kind: 'adult', person: 'therapist' }, by, at: now, freeTimeId: 'morning' })
    const again = aCalendar.given(offered(morning), withdrawn('morning'), { type: 'FreeTimeRestored', subject: { kind: 'adult', person: 'therapist' }, by, at: now, freeTimeId: 'morning' })
    expect(freeOn(again.state(), date, atPlace)).toEqual([{ from: '09:00', to: '12:00' }])
    aCalendar.given(offered(morning), withdrawn('morning')).when(change({ restore: ['morning'], today: '2027-01-13' })).thenRefused('window-past')
    aCalendar.given().when(change({ restore: ['morning'] })).thenRefused('unknown-free-time')
  })
  test('the same again changes nothing', () => {
    aCalendar.given(offered(morning)).when(change({ offer: [morning], restore: ['morning'] })).thenNothing()
    aCalendar.given(offered(morning), withdrawn('morning')).when(change({ withdraw: ['morning'] })).thenNothing()
  })
  test('are not without number', () => {
    aCalendar.given().when(change({ offer: Array.from({ length: mostOffers + 1 }, (_, index) => ({ ...morning, freeTimeId: String(index) })) })).thenRefused('too-many-offers')
  })
})

describe('an offer that lapses', () => {
  const until = (lapsesAt: string) => offered({ ...morning, lapsesAt })
  test('does so at a moment that is still to come', () => {
    aCalendar.given().when(offer({ ...morning, lapsesAt: '2027-01-08T08:00:00.000Z' })).then(until('2027-01-08T08:00:00.000Z'))
    aCalendar.given().when(offer({ ...morning, lapsesAt: now })).thenRefused('lapse-invalid')
    aCalendar.given().when(offer({ ...morning, lapsesAt: 'soon' })).thenRefused('lapse-invalid')
  })
  test('is not planned in and not held from that moment on, and not a moment earlier', () => {
    const state = aCalendar.given(until('2027-01-08T08:00:00.000Z')).state()
    expect([now, '2027-01-08T07:59:59.999Z', '2027-01-08T08:00:00.000Z'].map((at) => freeOn(withoutLapsed(state, at), date, atPlace).length)).toEqual([1, 1, 0])
    aCalendar.given(until('2027-01-08T08:00:00.000Z')).when(hold('a', '09:00', '09:45')).then(held('a', '09:00', '09:45'))
    aCalendar.given(until('2027-01-08T08:00:00.000Z')).when({ ...hold('a', '09:00', '09:45'), at: '2027-01-08T08:00:00.000Z' }).thenRefused('not-offered')
  })
  test('lets what is held in it become a booking', () => {
    aCalendar.given(until('2027-01-08T08:00:00.000Z'), held('a', '09:00', '09:45')).when({ ...ask('ConfirmHold', 'a'), at: '2027-01-09T08:00:00.000Z' }).then({ ...fact('HoldConfirmed', 'a'), at: '2027-01-09T08:00:00.000Z' })
  })
})

describe('a calendar, whatever is asked of it', () => {
  const quarter = (from: number) => timeOf(8 * 60 + from * 15)
  const span = fc.tuple(fc.nat({ max: 12 }), fc.integer({ min: 1, max: 6 })).map(([from, length]) => ({ from: quarter(from), to: quarter(from + length) }))
  const id = fc.constantFrom('a', 'b', 'c', 'd')
  const command: fc.Arbitrary<CalendarCommand> = fc.oneof(
    fc.tuple(id, span).map(([freeTimeId, times]) => offer({ ...morning, freeTimeId, ...times })),
    id.map(withdraw),
    fc.tuple(id, span).map(([appointmentId, { from, to }]) => hold(appointmentId, from, to)),
    fc.tuple(fc.constantFrom('ReleaseHold' as const, 'ConfirmHold' as const, 'CancelBooking' as const), id).map(([type, appointmentId]) => ask(type, appointmentId)),
  )
  test('never holds two things at once, and nothing outside what is offered', () => {
    fc.assert(fc.property(fc.array(command, { maxLength: 60, size: 'max' }), (commands) => {
      let state = calendar.initial
      for (const one of commands) {
        const decision = calendar.decide(one, state)
        if (!isRefused(decision)) state = decision.events.reduce(calendar.evolve, state)
        const taken = [...state.taken.values()]
        expect(taken.some((a, index) => taken.slice(index + 1).some((b) => overlapOnDay(a, b)))).toBe(false)
        for (const one of taken) expect(isOffered(state, one)).toBe(true)
      }
    }))
  })
})

describe('time that is withdrawn for a while', () => {
  const about = { kind: 'adult', person: 'therapist' } as const
  const away = (change: object = {}): CalendarCommand => ({ type: 'WithdrawTime', by, at: now, today, practitioner: 'therapist', withdrawalId: 'away', from: date, until: '2027-01-14', ...change })
  const withdrawn = (change: object = {}): CalendarEvent => ({ type: 'TimeWithdrawn', subject: about, by, at: now, withdrawalId: 'away', from: date, until: '2027-01-14', ...change })
  const given = [offered(morning), held('a', '09:30', '10:15')]

  test('is offered to nobody any more, and what is booked in it stands', () => {
    aCalendar.given(...given).when(away()).then(withdrawn())
    const state = aCalendar.given(...given, withdrawn()).state()
    expect(freeOn(state, date, atPlace)).toEqual([])
    expect(isOffered(state, { date, from: '09:00', to: '09:30', modality: atPlace })).toBe(false)
    expect([...state.taken.keys()]).toEqual(['a'])
    aCalendar.given(...given, withdrawn()).when(hold('b', '11:00', '11:30')).thenRefused('not-offered')
  })
  test('may be some hours of each day', () => {
    const state = aCalendar.given(...given, withdrawn({ between: { from: '08:00', to: '11:00' } })).state()
    expect(freeOn(state, date, atPlace)).toEqual([{ from: '11:00', to: '12:00' }])
  })
  test('can be given back, and is then offered as it was', () => {
    aCalendar.given(...given, withdrawn()).when({ type: 'GiveTimeBack', by, at: now, withdrawalId: 'away' }).then({ type: 'TimeGivenBack', subject: about, by, at: now, withdrawalId: 'away' })
    aCalendar.given(...given).when({ type: 'GiveTimeBack', by, at: now, withdrawalId: 'away' }).then()
    const state = aCalendar.given(...given, withdrawn(), { type: 'TimeGivenBack', subject: about, by, at: now, withdrawalId: 'away' }).state()
    expect(freeOn(state, date, atPlace)).toEqual([{ from: '09:00', to: '09:30' }, { from: '10:15', to: '12:00' }])
  })
  test.each<readonly [string, object, string]>([
    ['that ends before it begins', { until: '2027-01-11' }, 'period-reversed'], ['in the past', { from: '2027-01-01', until: '2027-01-03' }, 'window-past'],
    ['without an end', { until: '2029-01-01' }, 'period-too-long'], ['on a day that does not exist', { until: '2027-02-30' }, 'date-invalid'], ['with hours that end before they begin', { between: { from: '12:00', to: '09:00' } }, 'times-reversed'],
  ])('%s is refused', (_, change, code) => { aCalendar.given().when(away(change)).thenRefused(code) })
  test('is said once: the same again changes nothing, and what lies in it already is refused', () => {
    aCalendar.given(withdrawn()).when(away()).then()
    aCalendar.given(withdrawn()).when(away({ withdrawalId: 'other', from: '2027-01-13' })).thenRefused('already-away')
    aCalendar.given(withdrawn()).when(away({ withdrawalId: 'other', until: '2027-01-20' })).then(withdrawn({ withdrawalId: 'other', until: '2027-01-20' }))
  })
})
