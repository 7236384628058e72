import { describe, expect, test } from '@jest/globals'
import { heldBy, isStaffedBy } from './staffed.ts'

const plain: Parameters<typeof isStaffedBy>[0] = { staffing: [['neurologist'], ['physio', 'speech']] }
const interpreted = { staffing: [['neurologist']], interpreter: { language: 'ti', by: ['eden', 'samuel'] } }

describe('who is at an appointment', () => {
  test('holds it, but for who interprets', () => {
    expect(heldBy(interpreted, ['neurologist', 'eden'])).toEqual(['neurologist'])
    expect(heldBy(plain, ['speech', 'physio'])).toEqual(['speech', 'physio'])
  })
  test.each([
    [['neurologist'], true], [['speech', 'physio'], true], [['physio'], false], [['neurologist', 'eden'], false],
  ])('%j is one of the alternatives of a need without an interpreter: %s', (practitioners, allowed) => { expect(isStaffedBy(plain, practitioners)).toBe(allowed) })
  test.each([
    [['neurologist', 'eden'], true], [['neurologist', 'samuel'], true], [['neurologist'], false], [['neurologist', 'eden', 'samuel'], false], [['eden'], false],
  ])('%j is one of the alternatives of a need with an interpreter: %s', (practitioners, allowed) => { expect(isStaffedBy(interpreted, practitioners)).toBe(allowed) })
})
