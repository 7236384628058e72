import { describe, expect, test } from '@jest/globals'
import { father, mother, neurologistPart, physiotherapyPart, proposal, therapyPart } from '../testing/family.ts'
import { answer, confirm, send } from '../testing/story.ts'
import { factsOf, twoWeeksFrom } from '../testing/planning.ts'
import { changedParts, standingCase } from './standing-case.ts'

const facts = factsOf(send(proposal('light', physiotherapyPart, therapyPart, neurologistPart)), answer('light', mother), answer('light', father),
  confirm('light', ['physiotherapy-1', 'physio'], ['therapy-1', 'therapist'], ['neurologist-1', 'neurologist']))
const appointment = (id: string) => { const found = facts.agenda.proposals.appointments.get(id); if (found === undefined) throw new Error(id); return found }
const [physiotherapy, therapy] = [appointment('physiotherapy-1'), appointment('therapy-1')]

describe('the case of a plan that is made again', () => {
  test('asks for what stands once more, and lets everything else stand in the way', () => {
    const { planning, at } = standingCase(facts, twoWeeksFrom, [physiotherapy, therapy])
    const family = planning.case.families[0]
    expect(family?.needs.map(({ id }) => id)).toEqual(['physiotherapy', 'therapy'])
    // The visit to the neurologist on Friday stays; the Tuesday is free to be planned anew.
    expect(family?.unavailable.parentA['2027-01-15']).toContainEqual(['13:35', '14:55', 'protectedRest'])
    expect(family?.unavailable.parentA['2027-01-12']).not.toContainEqual(['10:10', '11:35', 'work'])
    expect(at(therapy)).toMatchObject({ need: 'therapy', date: '2027-01-12', start: '10:30', modality: 'onsite', place: 'mental-health', attendees: ['parentA'], professionals: ['therapist'] })
  })
  test('knows no place of what is not asked', () => { expect(standingCase(facts, twoWeeksFrom, [therapy]).at(physiotherapy)).toBeUndefined() })
})

describe('of a plan that was made again', () => {
  const made = [{ ...physiotherapyPart, appointmentId: 'new-1', bundleId: 'new visit' }, { ...therapyPart, appointmentId: 'new-2', bundleId: 'new visit', start: '11:00', end: '11:45' }]
  test('only what differs is proposed, in the place of what it moves, and as a stop of the visit that stays', () => {
    expect(changedParts(made, [physiotherapy, therapy], new Set(['physiotherapy']))).toEqual([{ ...made[1], bundleId: 'tuesday', insteadOf: 'therapy-1' }])
  })
  test('a part that moves nothing takes the place of nothing', () => {
    expect(changedParts(made, [physiotherapy], new Set(['physiotherapy']))[0]).not.toHaveProperty('insteadOf')
  })
})
