import { describe, expect, test } from '@jest/globals'
import { father, mother, neurologistPart, physiotherapyPart, proposal, therapyPart } from '../testing/family.ts'
import { answer, confirm, send } from '../testing/story.ts'
import { factsOf, twoWeeksFrom } from '../testing/planning.ts'
import { otherDaysCase } from './other-days.ts'
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

describe('the case of other days for parts of a proposal', () => {
  const days = (unsuitable: Parameters<typeof otherDaysCase>[2] = []) => otherDaysCase(factsOf(...sent), ['physiotherapy-1', 'therapy-1'], unsuitable, twoWeeksFrom)
  const offered = (name: string, planning = days()) => Object.entries(planning?.case.professionals[name]?.free ?? {}).filter(([, times]) => times.length > 0).map(([date]) => date)
  test('asks for all of them together, and not on the days on which they are proposed now', () => {
    const planning = days()
    expect(planning?.case.families[0]?.needs.map(({ id }) => id)).toEqual(expect.arrayContaining(['physiotherapy', 'therapy']))
    expect(planning?.case.families[0]?.needs).toHaveLength(2)
    expect(offered('physio')).not.toContain('2027-01-12')
    // The other part of the proposal stays where it is.
    expect(planning?.case.families[0]?.unavailable.parentA['2027-01-15']).toContainEqual(['13:35', '14:55', 'protectedRest'])
  })
  test('keeps to what does not suit, in every week', () => {
    const free = days()?.case.professionals
    const [date] = offered('physio')
    const weekday = Temporal.PlainDate.from(date!).dayOfWeek as 1
    const without = days([{ weekday, part: 'morning' }, { weekday, part: 'afternoon' }, { weekday, part: 'evening' }])?.case.professionals
    expect(free?.['physio']?.free[date!]).not.toEqual([])
    expect(Object.entries(without?.['physio']?.free ?? {}).filter(([day]) => Temporal.PlainDate.from(day).dayOfWeek === weekday).flatMap(([, times]) => times)).toEqual([])
  })
  test('is none when one of them is not there', () => { expect(otherDaysCase(factsOf(...sent), ['therapy-1', 'elsewhere'], [], twoWeeksFrom)).toBeUndefined() })
})
