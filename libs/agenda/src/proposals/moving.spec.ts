import { describe, expect, test } from '@jest/globals'
import { fold } from '@samenspel/kernel'
import { specify } from '@samenspel/kernel/testing'
import fc from 'fast-check'
import { agenda } from '../agenda.ts'
import type { AgendaCommand } from '../events.ts'
import { appointmentsWith, appointmentStatus, needStatus, proposalsWith } from '../statuses.ts'
import { aboutChild, adults, child, coordinator, father, members, mother, neurologistPart, now, physiotherapy, physiotherapyPart, proposal, self, therapyPart, today, zone } from '../testing/family.ts'
import { answer, confirm, happened, send, threeNeeds } from '../testing/story.ts'
import { newWorld, settle, settleUndisturbed, type World } from '../testing/world.ts'
import type { ProposedPart } from './events.ts'

const anAgenda = specify(agenda)
const stands = [...threeNeeds, send(proposal('light', physiotherapyPart, therapyPart)), answer('light', mother), confirm('light', ['physiotherapy-1', 'physio'], ['therapy-1', 'therapist'])]
const laterThatWeek = { ...physiotherapyPart, appointmentId: 'physiotherapy-2', date: '2027-01-14', insteadOf: 'physiotherapy-1' } as const satisfies ProposedPart
const statusOf = (id: string, ...commands: readonly AgendaCommand[]) => {
  const state = fold(agenda, happened(...commands))
  const appointment = state.proposals.appointments.get(id)
  return appointment && appointmentStatus(state, appointment)
}

describe('a proposal that moves what is confirmed', () => {
  test('leaves it where it is until everybody who attends agreed, and then only the new one stands (A-07)', () => {
    const sent = [...stands, send(proposal('move', laterThatWeek))]
    expect(statusOf('physiotherapy-1', ...sent)).toBe('confirmed')
    const moved = [...sent, answer('move', mother), confirm('move', ['physiotherapy-2', 'physio'])]
    expect(statusOf('physiotherapy-1', ...moved)).toBe('moved')
    expect(statusOf('physiotherapy-2', ...moved)).toBe('confirmed')
    expect(statusOf('therapy-1', ...moved)).toBe('confirmed')
    const state = fold(agenda, happened(...moved))
    expect([...state.needs.byId.values()].filter((need) => needStatus(state, need) === 'planned').map(({ needId }) => needId)).toEqual(['physiotherapy', 'therapy'])
  })
  test('may lie in the time of what it moves, and in that of no other appointment', () => {
    expect(statusOf('physiotherapy-2', ...stands, send(proposal('move', { ...laterThatWeek, date: '2027-01-12', start: '09:30', end: '10:00' })))).toBe('proposed')
    anAgenda.given(...happened(...stands)).when(send(proposal('move', { ...laterThatWeek, date: '2027-01-12', start: '10:30', end: '11:00' }))).thenRefused('double-booked')
  })
  test('that comes to nothing changes nothing', () => {
    const released = [...stands, send(proposal('move', laterThatWeek)), answer('move', mother), { type: 'ReleaseBundle', by: coordinator, at: now, proposalId: 'move', because: 'slot-taken' } as const]
    expect(statusOf('physiotherapy-1', ...released)).toBe('confirmed')
  })
  test.each<readonly [string, Partial<ProposedPart>, string]>([
    ['what is not there', { insteadOf: 'elsewhere' }, 'unknown-appointment'], ['an appointment of another need', { insteadOf: 'therapy-1' }, 'unknown-appointment'],
  ])('of %s is refused', (_, change, code) => { anAgenda.given(...happened(...stands)).when(send(proposal('move', { ...laterThatWeek, ...change }))).thenRefused(code) })
  test('is refused for what was called off or has begun; and without naming what it moves, as ever', () => {
    const cancelled = happened(...stands, { type: 'CancelAppointment', by: self(mother), at: now, zone, appointmentId: 'physiotherapy-1' })
    anAgenda.given(...cancelled).when(send(proposal('move', laterThatWeek))).thenRefused('not-confirmed')
    const begun = { at: '2027-01-12T08:15:00.000Z', zone }
    anAgenda.given(...happened(...stands)).when({ ...send(proposal('move', laterThatWeek)), ...begun } as ReturnType<typeof send>).thenRefused('already-begun')
    anAgenda.given(...happened(...stands, send(proposal('move', laterThatWeek)))).when({ ...answer('move', mother), ...begun } as ReturnType<typeof answer>).thenRefused('already-begun')
    const silent: ProposedPart = { ...physiotherapyPart, appointmentId: 'physiotherapy-2', date: '2027-01-14' }
    anAgenda.given(...happened(...stands)).when(send(proposal('move', silent))).thenRefused('need-planned')
  })
  test('ends what could be done with the former time', () => {
    const moved = happened(...stands, send(proposal('move', laterThatWeek)), answer('move', mother), confirm('move', ['physiotherapy-2', 'physio']))
    anAgenda.given(...moved).when({ type: 'CancelAppointment', by: self(mother), at: now, zone, appointmentId: 'physiotherapy-1' }).thenRefused('appointment-moved')
    anAgenda.given(...moved).when({ type: 'RecordOutcome', by: coordinator, at: '2027-01-20T08:15:00.000Z', zone, appointmentId: 'physiotherapy-1', outcome: 'tookPlace' }).thenRefused('appointment-moved')
  })
  test('holds for several at once: they can change places', () => {
    const both = [{ ...laterThatWeek, date: '2027-01-12', start: '10:30', end: '11:00' }, { ...therapyPart, appointmentId: 'therapy-2', start: '09:15', end: '10:00', insteadOf: 'therapy-1' }] as const
    expect(statusOf('therapy-2', ...stands, send(proposal('change', ...both)))).toBe('proposed')
  })
  test('leaves an appointment that is not of it alone', () => {
    expect(statusOf('neurologist-1', ...stands, send(proposal('more', neurologistPart, laterThatWeek)))).toBe('proposed')
  })
})

// ── Over the calendars

const date = '2027-01-12'
const partAt = (appointmentId: string, start: string, end: string, insteadOf?: string): ProposedPart => ({
  appointmentId, bundleId: appointmentId, needId: 'physio', practitioners: ['physio'], date, start, end, modality: { kind: 'onsite', place: 'day-centre' }, attendees: [child, mother], evening: false, homeMinutes: 15, glued: false,
  ...(insteadOf !== undefined && { insteadOf }),
})
const ask = (world: World, family: string, proposalId: string, part: ProposedPart): void => {
  world.ask(family, { type: 'SendProposals', by: coordinator, at: world.now(), zone, adults, proposals: [proposal(proposalId, part)] })
  world.ask(family, { type: 'AnswerProposal', by: self(mother), at: world.now(), zone, proposalId, person: mother, answer: 'yes' })
}
/** North stands at ten; it now agrees to a quarter past, in part its own former time. */
const begin = (): World => {
  const world = newWorld(['physio'])
  world.askCalendar('physio', { type: 'OfferFreeTime', by: coordinator, at: now, today, practitioner: 'physio', freeTimeId: 'morning', date, from: '09:00', to: '12:00', modalities: ['onsite'], places: ['day-centre'] })
  for (const family of ['north', 'south']) world.ask(family, { ...physiotherapy, type: 'AddNeed', by: coordinator, at: now, subject: aboutChild, today, members, needId: 'physio', attendance: [[child, mother], [child, father]] })
  ask(world, 'north', 'first', partAt('first', '10:00', '10:30'))
  settleUndisturbed(world, 'north')
  return world
}
const takenBy = (world: World) => [...world.calendarOf('physio').state.taken.values()].map(({ appointmentId, state }) => [appointmentId, state])

describe('over the calendars', () => {
  test('the former time is given up only with the new one booked', () => {
    const world = begin()
    ask(world, 'north', 'move', partAt('move', '10:15', '10:45', 'first'))
    settleUndisturbed(world, 'north')
    expect(takenBy(world)).toEqual([['move', 'booked']])
  })
  test('another family’s time is no time of one’s own: then everything stays as it was', () => {
    const world = begin()
    ask(world, 'south', 'other', partAt('other', '10:30', '11:00'))
    settleUndisturbed(world, 'south')
    ask(world, 'north', 'move', partAt('move', '10:15', '10:45', 'first'))
    settleUndisturbed(world, 'north')
    expect(takenBy(world)).toEqual([['first', 'booked'], ['other', 'booked']])
    expect(proposalsWith(world.agendaOf('north').state, 'released').map(({ proposalId }) => proposalId)).toEqual(['move'])
  })
  test('whatever workers race or stop half-way, exactly one of the two times is booked in the end', () => {
    fc.assert(fc.property(fc.array(fc.nat(2), { maxLength: 60 }), fc.boolean(), (turns, contested) => {
      const world = begin()
      ask(world, 'north', 'move', partAt('move', '10:15', '10:45', 'first'))
      if (contested) ask(world, 'south', 'other', partAt('other', '10:30', '11:00'))
      const workers = [settle(world, 'north'), settle(world, 'north'), settle(world, 'south')]
      for (const turn of turns) workers[turn]?.next()
      settleUndisturbed(world, 'north')
      settleUndisturbed(world, 'south')
      settleUndisturbed(world, 'north')
      const [standing, ...more] = appointmentsWith(world.agendaOf('north').state, 'confirmed')
      expect(more).toEqual([])
      expect(takenBy(world).filter(([id]) => id !== 'other')).toEqual([[standing?.appointmentId, 'booked']])
    }), { numRuns: 60 })
  })
})
