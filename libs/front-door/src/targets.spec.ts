import { describe, expect, test } from '@jest/globals'
import { waitFor } from './targets.ts'

describe('waiting for a first talk (K-02)', () => {
  test('is to take at most a month in Flanders, and four weeks in the Netherlands', () => {
    expect(waitFor('firstTalk', 'BE', '2027-01-31T12:00:00.000Z', '2027-02-10')).toEqual({ since: '2027-01-31', target: '2027-02-28', days: 10, isLate: false })
    expect(waitFor('firstTalk', 'NL', '2027-01-31T12:00:00.000Z', '2027-03-01')).toEqual({ since: '2027-01-31', target: '2027-02-28', days: 29, isLate: true })
  })
  test('begins on the day that it is where it is received, and ends with the talk, also a late one', () => {
    expect(waitFor('firstTalk', 'NL', '2027-01-31T23:30:00.000Z', '2027-06-01', '2027-02-04')).toEqual({ since: '2027-02-01', target: '2027-03-01', endedOn: '2027-02-04', days: 3, isLate: false })
    expect(waitFor('answer', 'BE', '2027-01-04T08:00:00.000Z', '2027-06-01', '2027-01-12')).toMatchObject({ target: '2027-01-09', days: 8, isLate: true })
  })
})
