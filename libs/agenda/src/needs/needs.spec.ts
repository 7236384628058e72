import { describe, expect, test } from '@jest/globals'
import { specify } from '@samenspel/kernel/testing'
import { agenda } from '../agenda.ts'
import type { AgendaCommand, AgendaEvent } from '../events.ts'
import { needStatus } from '../statuses.ts'
import { aboutChild, coordinator, neurologist, neurologistPart, now, physiotherapy, physiotherapyPart, proposal, therapy } from '../testing/family.ts'
import { addNeed, answer, confirm, happened, send, threeNeeds } from '../testing/story.ts'
import type { NeedDetails } from './events.ts'

const anAgenda = specify(agenda)
const changed = (change: Partial<NeedDetails>) => addNeed({ ...physiotherapy, ...change })
const order = (before: string, after: string, minDays = 3, maxDays?: number) =>
  ({ type: 'AddOrderRule' as const, by: coordinator, at: now, before, after, minDays, ...(maxDays !== undefined && { maxDays }) })
const withdraw = (needId: string) => ({ type: 'WithdrawNeed' as const, by: coordinator, at: now, needId })
const statusOf = (needId: string, events: readonly AgendaEvent[]) => {
  const state = anAgenda.given(...events).state()
  const need = state.needs.byId.get(needId)
  return need === undefined ? undefined : needStatus(state, need)
}

describe('a need', () => {
  test('is kept as it was asked, under the person it is about', () => {
    anAgenda.given().when(addNeed(physiotherapy)).then({ ...physiotherapy, type: 'NeedAdded', by: coordinator, at: now, subject: aboutChild })
  })
  test.each<readonly [string, Partial<NeedDetails>, string]>([
    ['without a name', { label: ' ' }, 'text-empty'],
    ['with a name that fills a page', { label: 'x'.repeat(201) }, 'text-too-long'],
    ['of twenty minutes', { minutes: 20 }, 'length-invalid'],
    ['of no time', { minutes: 0 }, 'length-invalid'],
    ['of a whole day', { minutes: 480 }, 'length-invalid'],
    ['until a day that does not exist', { deadline: '2027-02-30' }, 'date-invalid'],
    ['that ends before it begins', { from: '2027-01-20', deadline: '2027-01-15' }, 'window-reversed'],
    ['that is preferred after its last day', { preferred: '2027-02-15' }, 'window-reversed'],
    ['that lies in the past', { from: '2026-12-01', preferred: '2026-12-01', deadline: '2027-01-03' }, 'window-past'],
    ['in no form', { modalities: [] }, 'modality-missing'],
    ['twice in the same form', { modalities: [{ kind: 'digital' }, { kind: 'digital' }] }, 'modality-missing'],
    ['that nobody attends', { attendance: [[]] }, 'attendance-missing'],
    ['of a person of another family', { attendance: [['child', 'neighbour']] }, 'not-of-this-family'],
    ['that nobody holds', { staffing: [] }, 'staffing-missing'],
    ['with an interpreter whom nobody names', { interpreter: { language: 'ti', by: [] } }, 'interpreter-missing'],
    ['interpreted by who holds it', { interpreter: { language: 'ti', by: ['physio'] } }, 'interpreter-missing'],
    ['in a language without a name', { interpreter: { language: ' ', by: ['interpreter'] } }, 'text-empty'],
    ['with equipment without a name', { equipment: [''] }, 'text-empty'],
    ['after seven minutes of preparation', { preparationMinutes: 7 }, 'preparation-invalid'],
    ['with a recovery of a day', { recoveryMinutes: 1440 }, 'preparation-invalid'],
    ['at the same time as no others', { sameTime: true }, 'series-missing'],
    ['of which one professional stands there twice', { staffing: [['physio', 'physio']] }, 'staffing-missing'],
  ])('%s is refused', (_, change, code) => { anAgenda.given().when(changed(change)).thenRefused(code) })
  test('of an urgency that does not exist is refused', () => {
    anAgenda.given().when(changed({ urgency: 4 as 3 })).thenRefused('urgency-invalid')
  })
  test('for some weeks is one a week, each a week later than the one before', () => {
    const weekly = { ...physiotherapy, series: 'exercises', sameTime: true, interpreter: { language: 'ti', by: ['interpreter'] }, equipment: ['mat'], preparationMinutes: 5, recoveryMinutes: 15 } as const
    const asked = happened({ ...addNeed(weekly), furtherWeeks: ['second', 'third'] } as AgendaCommand)
    expect(asked).toEqual([
      { ...weekly, type: 'NeedAdded', by: coordinator, at: now, subject: aboutChild },
      { ...weekly, needId: 'second', from: '2027-01-18', deadline: '2027-01-29', preferred: '2027-01-18', type: 'NeedAdded', by: coordinator, at: now, subject: aboutChild },
      { ...weekly, needId: 'third', from: '2027-01-25', deadline: '2027-02-05', preferred: '2027-01-25', type: 'NeedAdded', by: coordinator, at: now, subject: aboutChild },
    ])
    anAgenda.given(...asked).when({ ...addNeed({ ...physiotherapy, needId: 'fourth', series: 'more' }), furtherWeeks: ['third'] } as AgendaCommand).thenRefused('need-known')
    anAgenda.given().when({ ...addNeed(physiotherapy), furtherWeeks: ['second'] } as AgendaCommand).thenRefused('series-missing')
    anAgenda.given().when({ ...addNeed({ ...physiotherapy, series: 'a' }), furtherWeeks: Array.from({ length: 26 }, (_, week) => `week ${week}`) } as AgendaCommand).thenRefused('series-too-long')
  })
  test('is asked once', () => { anAgenda.given(...happened(addNeed(physiotherapy))).when(addNeed(physiotherapy)).thenRefused('need-known') })

  test('is open, then proposed, then planned', () => {
    const asked = happened(...threeNeeds)
    const sent = [...threeNeeds, send(proposal('light', physiotherapyPart))]
    const confirmed = [...sent, answer('light', 'mother'), confirm('light', ['physiotherapy-1', 'physio'])]
    expect([asked, happened(...sent), happened(...confirmed)].map((events) => statusOf('physiotherapy', events))).toEqual(['open', 'proposed', 'planned'])
  })
  test.each(['slot-taken', 'no-longer-offered', 'took-too-long'] as const)('is open again when its bundle is released because of %s', (because) => {
    const events = happened(...threeNeeds, send(proposal('light', physiotherapyPart)), answer('light', 'mother'), { type: 'ReleaseBundle', by: coordinator, at: now, proposalId: 'light', because })
    expect(statusOf('physiotherapy', events)).toBe('open')
  })
  test('is open again when its appointment is cancelled', () => {
    const events = happened(...threeNeeds, send(proposal('light', physiotherapyPart)), answer('light', 'mother'), confirm('light', ['physiotherapy-1', 'physio']),
      { type: 'CancelAppointment', by: coordinator, at: now, appointmentId: 'physiotherapy-1', zone: 'Europe/Amsterdam' })
    expect(statusOf('physiotherapy', events)).toBe('open')
  })
})

describe('withdrawing a need', () => {
  test('takes the proposals along that would plan it, and leaves the others', () => {
    anAgenda.given(...happened(...threeNeeds, send(proposal('light', physiotherapyPart), proposal('soon', neurologistPart)))).when(withdraw('physiotherapy')).then(
      { type: 'NeedWithdrawn', subject: aboutChild, by: coordinator, at: now, needId: 'physiotherapy' },
      { type: 'ProposalWithdrawn', subject: { kind: 'case' }, by: coordinator, at: now, proposalId: 'light', because: 'need-withdrawn' },
    )
  })
  test('waits while it is being confirmed, and is refused once it is planned', () => {
    const confirming = [...threeNeeds, send(proposal('light', physiotherapyPart)), answer('light', 'mother')]
    anAgenda.given(...happened(...confirming)).when(withdraw('physiotherapy')).thenRefused('being-confirmed')
    anAgenda.given(...happened(...confirming, confirm('light', ['physiotherapy-1', 'physio']))).when(withdraw('physiotherapy')).thenRefused('need-planned')
  })
  test('twice changes nothing; of a need that nobody asked it is refused', () => {
    anAgenda.given(...happened(...threeNeeds, withdraw('physiotherapy'))).when(withdraw('physiotherapy')).thenNothing()
    anAgenda.given().when(withdraw('physiotherapy')).thenRefused('unknown-need')
  })
})

describe('the order of needs', () => {
  test('is kept once', () => {
    anAgenda.given(...happened(...threeNeeds, order('physiotherapy', 'neurologist'))).when(order('physiotherapy', 'neurologist')).thenNothing()
  })
  test('is said anew with other days, and taken back once', () => {
    const past = happened(...threeNeeds, order('physiotherapy', 'neurologist', 3))
    const fact = { subject: aboutChild, by: coordinator, at: now, before: 'physiotherapy', after: 'neurologist' }
    anAgenda.given(...past).when(order('physiotherapy', 'neurologist', 5, 9)).then({ ...fact, type: 'OrderRuleWithdrawn' }, { ...fact, type: 'OrderRuleAdded', minDays: 5, maxDays: 9 })
    const takeBack = { type: 'WithdrawOrderRule', by: coordinator, at: now, before: 'physiotherapy', after: 'neurologist' } as const
    anAgenda.given(...past).when(takeBack).then({ ...fact, type: 'OrderRuleWithdrawn' })
    anAgenda.given(...happened(...threeNeeds, order('physiotherapy', 'neurologist'), takeBack)).when(takeBack).thenNothing()
    anAgenda.given(...past).when({ ...takeBack, before: 'elsewhere' }).thenRefused('unknown-need')
    expect(anAgenda.given(...happened(...threeNeeds, order('physiotherapy', 'neurologist'), takeBack)).state().needs.order).toEqual([])
  })
  test('is asked together with the appointment: the least days for every week, the most for the first', () => {
    const before = happened(addNeed(neurologist))
    const weekly = { ...addNeed({ ...physiotherapy, series: 'exercises' }), furtherWeeks: ['second'], comesAfter: { needId: 'neurologist', minDays: 3, maxDays: 10 } } as AgendaCommand
    const state = anAgenda.given(...happened(addNeed(neurologist), weekly)).state()
    expect(state.needs.order).toEqual([{ before: 'neurologist', after: 'physiotherapy', minDays: 3, maxDays: 10 }, { before: 'neurologist', after: 'second', minDays: 3 }])
    expect(state.needs.byId.get('physiotherapy')).not.toHaveProperty('comesAfter')
    anAgenda.given().when(weekly).thenRefused('unknown-need')
    anAgenda.given(...before).when({ ...addNeed(physiotherapy), comesAfter: { needId: 'neurologist', minDays: 4, maxDays: 3 } } as AgendaCommand).thenRefused('gap-invalid')
  })
  test('of a need that is not asked any more is refused', () => {
    anAgenda.given(...happened(...threeNeeds, withdraw('physiotherapy'))).when(order('physiotherapy', 'neurologist')).thenRefused('unknown-need')
  })
  test('that goes round over a need that who asks does not know tells them nothing', () => {
    const past = happened(...threeNeeds, order('physiotherapy', 'therapy'), order('therapy', 'neurologist'))
    const known = { ...order('neurologist', 'physiotherapy'), known: ['physiotherapy', 'neurologist'] }
    anAgenda.given(...past).when(order('neurologist', 'physiotherapy')).thenRefused('order-circular')
    const all = happened(...threeNeeds, order('physiotherapy', 'therapy'), order('therapy', 'neurologist'), known)
    expect(anAgenda.given(...all).state().needs.order).toHaveLength(3)
    // What goes round already is looked through once.
    anAgenda.given(...all).when(order('neurologist', 'physiotherapy', 1)).thenRefused('order-circular')
  })
  test('never goes round in a circle', () => {
    const past = happened(...threeNeeds, order('physiotherapy', 'neurologist'), order('neurologist', 'therapy'))
    anAgenda.given(...past).when(order('therapy', 'physiotherapy')).thenRefused('order-circular')
    anAgenda.given(...past).when(order('therapy', 'therapy')).thenRefused('order-circular')
  })
  test('has whole days, the least not above the most', () => {
    const past = happened(...threeNeeds)
    anAgenda.given(...past).when(order('physiotherapy', 'neurologist', -1)).thenRefused('gap-invalid')
    anAgenda.given(...past).when(order('physiotherapy', 'neurologist', 1.5)).thenRefused('gap-invalid')
    anAgenda.given(...past).when(order('physiotherapy', 'neurologist', 5, 4)).thenRefused('gap-invalid')
  })
  test('is between needs of this family', () => { anAgenda.given(...happened(addNeed(therapy))).when(order('therapy', 'elsewhere')).thenRefused('unknown-need') })
})
