import { describe, expect, test } from '@jest/globals'
import { fold } from '@samenspel/kernel'
import { agenda } from '../agenda.ts'
import { calendar } from '../calendar/calendar.ts'
import { aboutChild, coordinator, mother, neurologistPart, now, physiotherapyPart, proposal, therapyPart, zone } from '../testing/family.ts'
import { onSite, therapistsTime } from '../testing/planning.ts'
import { answer, happened, send, threeNeeds } from '../testing/story.ts'
import { stillPossible } from './kept.ts'

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
})
