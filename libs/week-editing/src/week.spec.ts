import { describe, expect, test } from '@jest/globals'
import { at, broughtBy, everyDay, isSameWeek, moved, placeInDay, presetsFor, schoolRuns, toggled, withRuns, type Block } from './week.ts'

const centre: Block = { id: 'c', kind: 'DAY_CENTRE', label: 'De Wilgenboom', weekdays: [1, 2, 4], from: '09:00', to: '15:00', placeId: 'p' }
const school: Block = { id: 's', kind: 'SCHOOL', label: 'School', weekdays: [1], from: '08:30', to: '14:15', runs: [] }

describe('bringing and fetching', () => {
  test('go along when the hours of the day centre move, and stop with a taxi', () => {
    const brought = at(broughtBy(centre, 'anouk'), { from: '09:15' })
    expect(brought).toMatchObject({ broughtBy: 'anouk', dropOff: { from: '09:05', to: '09:15' }, pickUp: { from: '15:00', to: '15:10' } })
    expect(broughtBy(brought, undefined)).toEqual({ ...centre, from: '09:15' })
    expect(at(centre, { to: '14:30' })).toEqual({ ...centre, to: '14:30' })
  })
  test('to and from school are by one, by two, or by somebody else', () => {
    const both = withRuns(school, { bring: 'joost', fetch: 'anouk' })
    expect(schoolRuns(both)).toEqual({ bring: 'joost', fetch: 'anouk' })
    expect(schoolRuns(at(both, { from: '09:00', to: '15:00' }))).toEqual({ bring: 'joost', fetch: 'anouk' })
    expect(schoolRuns(withRuns(both, { fetch: 'anouk' }))).toEqual({ fetch: 'anouk' })
    expect(withRuns(both, {}).runs).toEqual([])
  })
})

describe('a week', () => {
  test('is the same whatever the order of its parts and their fields', () => {
    const { id, ...rest } = centre
    expect(isSameWeek([centre, school], [school, { ...rest, id }])).toBe(true)
    expect(isSameWeek([centre], [{ ...centre, weekdays: [1, 2] }])).toBe(false)
  })
  test('has days that switch on and off, in their order', () => {
    expect(toggled([1, 4], 2)).toEqual([1, 2, 4])
    expect(toggled(everyDay, 7)).toEqual([1, 2, 3, 4, 5, 6])
  })
  test('has times that stay inside their day', () => {
    expect([moved('09:00', 15), moved('00:00', -15), moved('23:45', 15), moved('08:50', -15)]).toEqual(['09:15', '00:00', '23:45', '08:35'])
    expect([placeInDay('06:00'), placeInDay('14:00'), placeInDay('23:00')]).toEqual([0, 0.5, 1])
  })
  test('has time with another child only where there is one', () => {
    const has = (children: number) => presetsFor(false, children).some(({ kind }) => kind === 'SIBLING_TIME')
    expect([0, 1, 2].map(has)).toEqual([false, false, true])
  })
  test('begins from presets that end after they begin', () => {
    for (const { from, to, weekdays } of [...presetsFor(true, 2), ...presetsFor(false, 2)]) expect([from < to, weekdays.length > 0]).toEqual([true, true])
  })
})
