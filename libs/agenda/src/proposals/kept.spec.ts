import { describe, expect, test } from '@jest/globals'
import { fold } from '@samenspel/kernel'
import { agenda } from '../agenda.ts'
import { keeping } from '../bundling-case/keeping.ts'
import { toBundlingCase } from '../bundling-case/to-bundling-case.ts'
import { calendar } from '../calendar/calendar.ts'
import { aboutChild, coordinator, mother, neurologistPart, now, physiotherapyPart, proposal, therapyPart, zone } from '../testing/family.ts'
import { factsOf, onSite, therapistsTime, twoWeeksFrom } from '../testing/planning.ts'
import { answer, happened, send, threeNeeds } from '../testing/story.ts'
import { changesSince, stillPossible } from './kept.ts'

const released = [
  send(proposal('light', physiotherapyPart, therapyPart, neurologistPart)), answer('light', mother), answer('light', 'father'),
  { type: 'ReleaseBundle', by: coordinator, at: now, proposalId: 'light', because: 'slot-taken' },
] as const
const state = fold(agenda, happened(...threeNeeds, ...released))
const [physio, neurologist] = [onSite('day-centre'), onSite('hospital', '13:00', '16:00')]
const taken = calendar.evolve(physio, {
  type: 'HoldPlaced', subject: aboutChild, by: coordinator, at: now, appointmentId: 'of another', familyId: 'other', date: '2027-01-12', from: '09:00', to: '09:30', modality: { kind: 'onsite', place: 'day-centre' }, expiresAt: now,
})
const possible = (calendars: ReadonlyMap<string, typeof physio>, at = now) => stillPossible(state, 'light', calendars, at, zone).map(({ needId }) => needId)
const all = new Map([['physio', physio], ['neurologist', neurologist], ['therapist', therapistsTime]])

describe('of a proposal that was let go', () => {
  test('every part can still be had whose time is free, for the professionals and for the family', () => {
    expect(possible(all)).toEqual(['physiotherapy', 'therapy', 'neurologist'])
    expect(possible(new Map([...all, ['physio', taken]]))).toEqual(['therapy', 'neurologist'])
    expect(possible(new Map([...all].filter(([name]) => name !== 'neurologist')))).toEqual(['physiotherapy', 'therapy'])
    expect(possible(all, '2027-01-12T09:00:00.000Z')).toEqual(['therapy', 'neurologist'])
  })
  test('the rest is planned around what stays: at the same hour, in the same form, with the same people', () => {
    const facts = factsOf(...released)
    const planning = toBundlingCase(facts, twoWeeksFrom)
    const kept = stillPossible(facts.agenda, 'light', new Map([...all, ['physio', taken]]), now, zone)
    const { professionals, families: [family] } = keeping(planning, kept).case
    expect(professionals['neurologist']?.free).toEqual({ '2027-01-15': [['14:00', '14:30']] })
    expect(professionals['therapist']?.freeFor).toEqual({ 'onsite@mental-health': { '2027-01-12': [['10:30', '11:15']] } })
    expect(professionals['physio']).toEqual(planning.case.professionals['physio'])
    const needs = new Map(family?.needs.map((need) => [need.id, need]))
    expect(needs.get('therapy')).toMatchObject({ from: '2027-01-12', deadline: '2027-01-12', preferred: '2027-01-12', modalities: ['onsite@mental-health'], attendance: [['parentA']], staffing: [['therapist']] })
    expect(needs.get('physiotherapy')).toEqual(planning.case.families[0]?.needs.find(({ id }) => id === 'physiotherapy'))
  })
  test('what stands elsewhere in a next one is counted', () => {
    expect(changesSince(state, 'light', proposal('next', physiotherapyPart, therapyPart, neurologistPart))).toBe(0)
    expect(changesSince(state, 'light', proposal('next', { ...physiotherapyPart, start: '10:00', end: '10:30' }, { ...therapyPart, modality: { kind: 'digital' } }, neurologistPart))).toBe(2)
  })
})
