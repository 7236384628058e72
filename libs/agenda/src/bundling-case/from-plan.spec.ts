import { describe, expect, test } from '@jest/globals'
import { bundlesOf } from '../bundles.ts'
import type { ProposedPart } from '../proposals/events.ts'
import { child, father, mother } from '../testing/family.ts'
import { factsOf, travelMinutes, twoWeeksFrom } from '../testing/planning.ts'
import type { BundlingPlan, PlanAppointment } from './format.ts'
import { fromPlan } from './from-plan.ts'
import { toBundlingCase } from './to-bundling-case.ts'

const planning = toBundlingCase(factsOf(), twoWeeksFrom)
const tuesday = '2027-01-12', friday = '2027-01-15'
const physiotherapy: PlanAppointment = { family: 'family', need: 'physiotherapy', date: tuesday, start: '09:15', modality: 'onsite', place: 'day-centre', attendees: ['child', 'parentA'], professionals: ['physio'] }
const therapy: PlanAppointment = { family: 'family', need: 'therapy', date: tuesday, start: '10:15', modality: 'onsite', place: 'mental-health', attendees: ['parentA'], professionals: ['therapist'] }
const neurologist: PlanAppointment = { family: 'family', need: 'neurologist', date: friday, start: '14:00', modality: 'onsite', place: 'hospital', attendees: ['child', 'parentA', 'parentB'], professionals: ['neurologist'] }
const eveningTherapy: PlanAppointment = { family: 'family', need: 'therapy', date: tuesday, start: '20:00', modality: 'digital', attendees: ['parentA'], professionals: ['therapist'] }

const planned = (appointments: readonly PlanAppointment[], more: Partial<BundlingPlan> = {}, of = planning) => {
  let ids = 0
  return fromPlan({ planning: of, plan: { case: 'family', appointments, ...more }, firstFree: { case: 'family', appointments: [{ ...physiotherapy, date: '2027-01-11', start: '09:00' }] }, newId: () => `id-${++ids}` })
}
const partOf = (appointments: readonly PlanAppointment[], need: string, of = planning): ProposedPart | undefined => planned(appointments, {}, of).parts.find(({ needId }) => needId === need)

describe('a plan as parts of a proposal', () => {
  test('names our own people, places and times', () => {
    expect(partOf([neurologist], 'neurologist')).toEqual({
      appointmentId: 'id-2', bundleId: 'id-1', needId: 'neurologist', date: friday, start: '14:00', end: '14:30', modality: { kind: 'onsite', place: 'hospital' },
      attendees: [child, mother, father], practitioners: ['neurologist'], homeMinutes: 25, glued: false, evening: false,
    })
  })
  test('counts who interprets among the professionals, so that their time is held too', () => {
    expect(partOf([{ ...neurologist, interpreter: 'interpreter' }], 'neurologist')?.practitioners).toEqual(['neurologist', 'interpreter'])
    expect(partOf([{ ...neurologist, interpreter: 'interpreter:physio' }], 'neurologist')?.practitioners).toEqual(['neurologist', 'physio'])
  })
  test('joins what is done in one go', () => {
    const [first, second, third] = planned([physiotherapy, therapy, neurologist]).parts
    expect(first?.bundleId).toBe(second?.bundleId)
    expect(third?.bundleId).not.toBe(first?.bundleId)
  })
  test('keeps apart what lies far apart, and the evening', () => {
    const [morning, afternoon] = planned([physiotherapy, { ...therapy, start: '11:15' }]).parts
    expect(afternoon?.bundleId).not.toBe(morning?.bundleId)
    const [visit, evening] = planned([physiotherapy, eveningTherapy]).parts
    expect(evening?.bundleId).not.toBe(visit?.bundleId)
    expect(evening).toMatchObject({ evening: true, homeMinutes: 0, modality: { kind: 'digital' } })
  })
  test('knows that a visit after bringing the child is no trip of its own', () => {
    const atDayCentre = { homeMinutes: 15, onMinutes: 0 }
    expect(partOf([physiotherapy], 'physiotherapy')?.glued).toEqual({ from: '08:50', to: '09:00', ...atDayCentre })
    expect(partOf([{ ...physiotherapy, start: '14:15' }], 'physiotherapy')?.glued).toEqual({ from: '15:00', to: '15:10', ...atDayCentre })
    expect(partOf([{ ...physiotherapy, start: '15:15' }], 'physiotherapy')?.glued).toEqual({ from: '15:00', to: '15:10', ...atDayCentre })
    expect(partOf([{ ...physiotherapy, start: '10:00' }], 'physiotherapy')?.glued).toBe(false)
    expect(partOf([{ ...physiotherapy, date: friday }], 'physiotherapy')?.glued).toBe(false)
    expect(partOf([{ ...physiotherapy, attendees: ['child', 'parentB'] }], 'physiotherapy')?.glued).toBe(false)
  })
  test('knows when a parent goes on from the day centre to another place', () => {
    const goesOn = { ...therapy, start: '09:30' }
    expect(partOf([goesOn], 'therapy')?.glued).toEqual({ from: '08:50', to: '09:00', homeMinutes: 15, onMinutes: 15 })
    expect(partOf([{ ...goesOn, start: '09:00' }], 'therapy')?.glued).toBe(false)
  })
  test('keeps where each need would have stood on its own', () => {
    expect(partOf([physiotherapy], 'physiotherapy')?.firstFree).toMatchObject({ date: '2027-01-11', start: '09:00', end: '09:30' })
    expect(partOf([therapy], 'therapy')).not.toHaveProperty('firstFree')
  })
  test('keeps what fits nowhere, with what stands in the way', () => {
    expect(planned([physiotherapy], { conflicts: [{ family: 'family', need: 'therapy', rules: ['offer', 'unavailable'], needs: ['physiotherapy'] }] }).unplanned).toEqual([
      { needId: 'neurologist', rules: [], otherNeeds: [] },
      { needId: 'therapy', rules: ['offer', 'unavailable'], otherNeeds: ['physiotherapy'] },
    ])
  })
})

describe('who minds the child', () => {
  const minding = (appointment: PlanAppointment, of = planning) => partOf([appointment], appointment.need, of)?.minding
  const facts = factsOf()
  const withSitter = toBundlingCase({ ...facts, agenda: { ...facts.agenda, rhythm: { ...facts.agenda.rhythm, limits: { ...facts.agenda.rhythm.limits, sitter: true } } } }, twoWeeksFrom)
  test('is the day centre, on its days', () => { expect(minding(therapy)).toEqual({ kind: 'day-centre' }) })
  test('is the other parent, when not at work', () => { expect(minding({ ...therapy, date: friday })).toEqual({ kind: 'other-parent', person: father }) })
  test('is the sitter where there is one', () => { expect(minding({ ...therapy, date: friday }, withSitter)).toEqual({ kind: 'sitter' }) })
  test('is nobody in the evening and during the nap: the child is in bed', () => {
    expect(minding(eveningTherapy)).toEqual({ kind: 'in-bed' })
    expect(minding({ ...eveningTherapy, date: friday, start: '13:00' })).toEqual({ kind: 'in-bed' })
  })
  test('is no question when the child comes along', () => { expect(minding(neurologist)).toBeUndefined() })
})

describe('bundles, for who may see these parts', () => {
  const between = (from: string, to: string) => travelMinutes(from, to)
  const sent = (parts: readonly ProposedPart[], asked: readonly string[] = [mother]) => parts.map((part) => ({ ...part, asked }))
  const day = sent(planned([physiotherapy, therapy, eveningTherapy]).parts)

  test('are one visit with its stops and an evening at home', () => {
    expect(bundlesOf(day, between).map(({ kind, start, end, parts }) => [kind, start, end, parts.length])).toEqual([['visit', '09:15', '11:00', 2], ['evening', '20:00', '20:45', 1]])
  })
  test('tell when to leave and to be back, bringing the child included, and what the way costs', () => {
    // 15 to the day centre, 15 on to the practice, 20 home; without the 30 of bringing the child.
    expect(bundlesOf(day, between)[0]?.travel).toEqual({ leaveAt: '08:35', backAt: '11:20', minutes: 20 })
    expect(bundlesOf(day, between)[1]).not.toHaveProperty('travel')
  })
  test('tell nothing of a part that is not among them', () => {
    const [withoutTherapy] = bundlesOf(day.filter(({ needId }) => needId !== 'therapy'), between)
    expect(withoutTherapy).toMatchObject({ start: '09:15', end: '09:45', travel: { leaveAt: '08:35', backAt: '10:00', minutes: 0 } })
  })
  test('tell no time to leave where nobody knows where the family lives', () => {
    const unknown = day.map((part) => ({ ...part, homeMinutes: 0 }))
    expect(bundlesOf(unknown, between)[0]).not.toHaveProperty('travel')
  })
  test('of the child alone at the day centre ask nobody to travel', () => {
    const alone = sent(planned([{ ...physiotherapy, attendees: ['child'] }]).parts, [mother, father])
    expect(bundlesOf(alone, between)[0]).toMatchObject({ kind: 'visit' })
    expect(bundlesOf(alone, between)[0]).not.toHaveProperty('travel')
  })
  test('at home and by picture by day have their own kinds', () => {
    const [part] = day
    const kinds = (['home', 'digital'] as const).map((kind) => part === undefined ? [] : bundlesOf([{ ...part, modality: { kind } }], between).map((bundle) => bundle.kind))
    expect(kinds).toEqual([['home'], ['digital']])
  })
})
