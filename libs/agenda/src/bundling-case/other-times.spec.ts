import { describe, expect, test } from '@jest/globals'
import { father, mother, neurologistPart, physiotherapyPart, proposal, therapyPart } from '../testing/family.ts'
import { answer, confirm, send } from '../testing/story.ts'
import { factsOf, twoWeeksFrom } from '../testing/planning.ts'
import { otherTimesCase } from './other-times.ts'

const sent = [send(proposal('light', physiotherapyPart, therapyPart, neurologistPart))]
const confirmed = [...sent, answer('light', mother), answer('light', father), confirm('light', ['physiotherapy-1', 'physio'], ['therapy-1', 'therapist'], ['neurologist-1', 'neurologist'])]

describe('the case of other times for one appointment', () => {
  test('asks for that one alone, with the same people, beside all that stands', () => {
    const planning = otherTimesCase(factsOf(...confirmed), 'therapy-1', twoWeeksFrom)
    const family = planning?.case.families[0]
    expect(family?.needs).toMatchObject([{ id: 'therapy', attendance: [['parentA']], staffing: [['therapist']] }])
    // The visit to the neurologist on Friday and the physiotherapy on Tuesday stay in the mother's way.
    expect(family?.unavailable.parentA['2027-01-15']).toContainEqual(['13:35', '14:55', 'protectedRest'])
    expect(family?.unavailable.parentA['2027-01-12']?.some(([from, , reason]) => reason === 'protectedRest' && from < '09:15')).toBe(true)
    // Its own time does not.
    expect(family?.unavailable.parentA['2027-01-12']).not.toContainEqual(['10:10', '11:35', 'work'])
  })
  test('of a proposal that nobody answered yet keeps its other parts where they are', () => {
    expect(otherTimesCase(factsOf(...sent), 'therapy-1', twoWeeksFrom)?.case.families[0]?.unavailable.parentA['2027-01-15']).toContainEqual(['13:35', '14:55', 'protectedRest'])
  })
  test('is none for what is not there', () => { expect(otherTimesCase(factsOf(...confirmed), 'elsewhere', twoWeeksFrom)).toBeUndefined() })
})
