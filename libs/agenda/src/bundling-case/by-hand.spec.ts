import { describe, expect, test } from '@jest/globals'
import { brother, child, mother, physiotherapy, therapy } from '../testing/family.ts'
import { factsOf, onSite, twoWeeksFrom } from '../testing/planning.ts'
import { addNeed } from '../testing/story.ts'
import { offeredWays, placedByHand, planByHand, type PlacedByHand } from './by-hand.ts'
import { toBundlingCase } from './to-bundling-case.ts'

const planning = toBundlingCase(factsOf(), twoWeeksFrom)
const tuesday = '2027-01-12'

describe('a plan by hand', () => {
  const part: PlacedByHand = { needId: physiotherapy.needId, date: tuesday, start: '09:15', modality: { kind: 'onsite', place: 'day-centre' }, attendees: [child, mother], practitioners: ['physio'] }

  test('names people by their place in the family, and back again', () => {
    const [placed] = planByHand(planning, [part]).appointments
    expect(placed).toEqual({ family: 'family', need: 'physiotherapy', date: tuesday, start: '09:15', modality: 'onsite', place: 'day-centre', attendees: ['child', 'parentA'], professionals: ['physio'] })
    expect(placed && placedByHand(planning, placed)).toEqual(part)
  })
  test('leaves out whoever has no place in the case, so that the rules see who is missing', () => {
    expect(planByHand(planning, [{ ...part, attendees: [child, 'a neighbour'] }]).appointments[0]?.attendees).toEqual(['child'])
  })
})

describe('the ways to place a need on a day', () => {
  test('are all inside the time that is offered, with each of those who could come along', () => {
    const ways = offeredWays(planning, physiotherapy.needId, tuesday)
    expect(new Set(ways.map(({ start }) => start))).toEqual(new Set(['09:00', '09:15', '09:30', '09:45', '10:00', '10:15', '10:30', '10:45', '11:00', '11:15', '11:30']))
    expect(new Set(ways.map(({ attendees }) => attendees.join(' ')))).toEqual(new Set(['child parentA', 'child parentB']))
  })
  test('keep to the form for which a time is offered: in the evening by picture only', () => {
    const ways = offeredWays(planning, therapy.needId, tuesday)
    expect(new Set(ways.filter(({ start }) => start >= '19:00').map(({ modality }) => modality))).toEqual(new Set(['digital']))
    expect(new Set(ways.filter(({ start }) => start < '12:00').map(({ modality }) => modality))).toEqual(new Set(['onsite', 'digital']))
    expect(ways.map(({ start }) => start).at(-1)).toBe('20:15')
  })
  test('are none on a day without offered time, and none for a need that the case does not hold', () => {
    expect(offeredWays(planning, physiotherapy.needId, '2027-01-16')).toEqual([])
    expect(offeredWays(planning, 'somebody else’s', tuesday)).toEqual([])
  })
})

describe('a need with a brother and an interpreter', () => {
  const facts = factsOf(addNeed({ ...physiotherapy, needId: 'both', attendance: [[child, brother, mother]], interpreter: { language: 'ti', by: ['eden'] } }))
  const interpreted = toBundlingCase({ ...facts, calendars: new Map([...facts.calendars, ['eden', onSite('day-centre', '10:00', '11:00')]]) }, twoWeeksFrom)
  const part: PlacedByHand = { needId: 'both', date: tuesday, start: '10:00', modality: { kind: 'onsite', place: 'day-centre' }, attendees: [child, mother, brother], practitioners: ['physio', 'eden'] }

  test('names both children, and apart from who holds it who interprets', () => {
    const [placed] = planByHand(interpreted, [part]).appointments
    expect(placed).toMatchObject({ professionals: ['physio'], interpreter: 'eden' })
    expect(new Set(placed?.attendees)).toEqual(new Set(['child', 'child:brother', 'parentA']))
    expect(placed && placedByHand(interpreted, placed).practitioners).toEqual(['physio', 'eden'])
  })
  test('can be placed while both have time, and by nobody alone', () => {
    const ways = offeredWays(interpreted, 'both', tuesday)
    expect(new Set(ways.map(({ start }) => start))).toEqual(new Set(['10:00', '10:15', '10:30']))
    expect(new Set(ways.map(({ interpreter }) => interpreter))).toEqual(new Set(['eden']))
  })
})
