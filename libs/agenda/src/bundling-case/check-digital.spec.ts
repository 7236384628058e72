import { describe, expect, test } from '@jest/globals'
import { addNeed, answer, confirm, send } from '../testing/story.ts'
import { father, mother, neurologistPart, physiotherapy, physiotherapyPart, proposal, therapyPart } from '../testing/family.ts'
import { factsOf } from '../testing/planning.ts'
import { checkDigital } from './check-digital.ts'
import type { BundlingCase, BundlingPlan } from './format.ts'

const parts = [physiotherapyPart, therapyPart, neurologistPart]
const confirmed = [send(proposal('light', ...parts)), answer('light', mother), answer('light', father), confirm('light', ['physiotherapy-1', 'physio'], ['therapy-1', 'therapist'], ['neurologist-1', 'neurologist'])]
const facts = factsOf(...confirmed)
const nothingWrong = () => []

describe('whether an appointment may become digital', () => {
  test('is asked of the planner’s rules, with the whole week as it stands and as it would be', () => {
    const asked: { readonly week: BundlingCase; readonly plan: BundlingPlan }[] = []
    expect(checkDigital(facts, 'therapy-1', (week, plan) => { asked.push({ week, plan }); return [] })).toEqual({ violations: [], minding: { kind: 'day-centre' } })
    expect(asked.map(({ plan }) => plan.appointments.map(({ need, modality, place }) => [need, modality, place]))).toEqual([
      [['physiotherapy', 'onsite', 'day-centre'], ['therapy', 'digital', undefined], ['neurologist', 'onsite', 'hospital']],
      [['physiotherapy', 'onsite', 'day-centre'], ['therapy', 'onsite', 'mental-health'], ['neurologist', 'onsite', 'hospital']],
    ])
    expect(asked[0]?.week).toMatchObject({ places: ['home', 'day-centre', 'hospital', 'mental-health'], families: [{ bedtime: '19:30', dayCentre: { place: 'day-centre' } }] })
    expect(asked[0]?.week.planningDays).toEqual(['2027-01-11', '2027-01-12', '2027-01-13', '2027-01-14', '2027-01-15'])
    expect(asked[0]?.week.families[0]?.needs.find(({ id }) => id === 'therapy')).toMatchObject({ from: '2027-01-12', deadline: '2027-01-12', modalities: ['onsite@mental-health', 'digital'], attendance: [['parentA']], staffing: [['therapist']] })
  })
  test('is refused for what becomes worse, not for what was wrong before', () => {
    const digital = (plan: BundlingPlan) => plan.appointments.some(({ modality }) => modality === 'digital')
    expect(checkDigital(facts, 'therapy-1', () => ['unavailable']).violations).toEqual([])
    expect(checkDigital(facts, 'therapy-1', (_, plan) => digital(plan) ? ['unavailable', 'unavailable', 'travel'] : ['unavailable']).violations).toEqual(['unavailable', 'travel'])
  })
  test('is refused when a professional does not offer that, without asking further', () => {
    expect(checkDigital(facts, 'neurologist-1', () => { throw new Error('asked') })).toEqual({ violations: ['offer'] })
  })
  test('is no question for an appointment that is not there', () => { expect(checkDigital(facts, 'elsewhere', nothingWrong)).toEqual({ violations: ['shape'] }) })
  test('leaves out the other weeks', () => {
    const next = { ...physiotherapyPart, appointmentId: 'next', needId: 'second', date: '2027-01-19' }
    const more = factsOf(addNeed({ ...physiotherapy, needId: 'second' }), send(proposal('light', ...parts, next)), answer('light', mother), answer('light', father),
      confirm('light', ['physiotherapy-1', 'physio'], ['therapy-1', 'therapist'], ['neurologist-1', 'neurologist'], ['next', 'physio']))
    const asked: string[][] = []
    checkDigital(more, 'therapy-1', (week) => { asked.push(week.families.flatMap(({ needs }) => needs.map(({ id }) => id))); return [] })
    expect(asked).toHaveLength(2)
    expect(asked.flat()).not.toContain('second')
  })
})
