import { describe, expect, test } from '@jest/globals'
import { fold } from '@samenspel/kernel'
import { agenda } from '../agenda.ts'
import { toBundlingCase } from '../bundling-case/to-bundling-case.ts'
import { fromPlan, toPlan } from '../bundling-case/from-plan.ts'
import type { FreeTime } from '../calendar/events.ts'
import { emptyCalendar } from '../calendar/state.ts'
import { fallenAway } from '../fallen-away.ts'
import { appointmentsWith, proposalsWith } from '../statuses.ts'
import { child, mother, now, physiotherapyPart, proposal, therapyPart, today } from '../testing/family.ts'
import { factsOf, onSite, twoWeeksFrom } from '../testing/planning.ts'
import { answer, confirm, happened, send, threeNeeds } from '../testing/story.ts'
import { expectAllOrNone, newWorld, settleUndisturbed } from '../testing/world.ts'
import { nextStep } from './next-step.ts'

const tuesday = '2027-01-12'
const inRoom = { ...physiotherapyPart, room: 'room' } as const
const offer = (place: string): FreeTime => ({ freeTimeId: place, date: tuesday, from: '09:00', to: '12:00', modalities: ['onsite'], places: [place] })
const by = { person: 'physio', role: 'professional' } as const

describe('a room', () => {
  test('is held with everything else of a visit, and of two families one gets it', () => {
    const world = newWorld(['physio', 'therapist', 'room'])
    world.askCalendar('physio', { type: 'OfferFreeTime', by, at: now, today, practitioner: 'physio', ...offer('day-centre') })
    world.askCalendar('therapist', { type: 'OfferFreeTime', by, at: now, today, practitioner: 'therapist', ...offer('mental-health') })
    for (const command of [...threeNeeds, send(proposal('light', inRoom)), answer('light', mother)]) world.ask('north', command)
    // Another professional at the same time, in the same room.
    for (const command of [...threeNeeds, send(proposal('light', { ...therapyPart, start: '09:15', end: '10:00', room: 'room', appointmentId: 'therapy-1' })), answer('light', mother)]) world.ask('south', command)
    for (const family of ['north', 'south']) settleUndisturbed(world, family)
    expectAllOrNone(world, ['north', 'south'])
    expect(proposalsWith(world.agendaOf('north').state, 'confirmed')).toHaveLength(1)
    expect(proposalsWith(world.agendaOf('south').state, 'released').map(({ progress }) => progress)).toMatchObject([{ releasedBecause: 'slot-taken' }])
    expect(world.calendarOf('therapist').state.taken.size).toBe(0)
    expect([...world.calendarOf('room').state.taken.values()]).toMatchObject([{ familyId: 'north', state: 'booked', isRoom: true }])
  })
  test('of a place that closed meanwhile is not confirmed any more', () => {
    const state = fold(agenda, happened(...threeNeeds, send(proposal('light', inRoom)), answer('light', mother)))
    const stepWhen = (isOpen: boolean) => nextStep({ familyId: 'family', agenda: state, calendars: new Map([['physio', onSite('day-centre')], ['room', emptyCalendar]]), now, isOpen: () => isOpen })
    expect(stepWhen(true)).toMatchObject({ kind: 'ask-calendar', practitioner: 'physio' })
    expect(stepWhen(false)).toMatchObject({ kind: 'ask-agenda', command: { type: 'ReleaseBundle', because: 'no-longer-offered' } })
  })
})

describe('the planner', () => {
  const facts = { ...factsOf(), rooms: (place: string) => place === 'day-centre' ? [{ id: 'small', equipment: [], free: () => [{ from: '09:00', to: '17:00' }] }, { id: 'large', equipment: ['Mat '], free: () => [{ from: '09:00', to: '12:00' }] }] : undefined }
  const taken = { subject: { kind: 'case' }, by, at: now, appointmentId: 'other', familyId: 'other', date: tuesday, from: '09:30', to: '10:00', modality: { kind: 'onsite', place: 'day-centre' }, expiresAt: now, isRoom: true, state: 'booked' } as const
  const used = { ...facts, calendars: new Map([...facts.calendars, ['small', { ...emptyCalendar, taken: new Map([['other', taken]]) }]]) }

  test('is told when a room is used by another family', () => {
    const { roomsAt } = toBundlingCase(used, twoWeeksFrom).case
    expect(roomsAt?.['day-centre']?.map(({ id, equipment, free }) => [id, equipment, free[tuesday]])).toEqual([
      ['small', [], [['09:00', '09:30'], ['10:00', '17:00']]], ['large', ['mat'], [['09:00', '12:00']]],
    ])
  })
  test('is told on which days a place is closed', () => {
    const closed = toBundlingCase({ ...facts, isClosed: (place, date) => place === 'hospital' && date === tuesday }, twoWeeksFrom).case
    expect(closed.closed).toEqual({ hospital: [tuesday] })
    expect(toBundlingCase(facts, twoWeeksFrom).case).not.toHaveProperty('closed')
  })
  test('has the room of an appointment kept, and finds one for what has none', () => {
    const planning = toBundlingCase(used, twoWeeksFrom)
    const [placed] = toPlan(planning, [physiotherapyPart])
    expect(placed?.room).toBe('large')
    expect(toPlan(planning, [{ ...physiotherapyPart, room: 'small' }])[0]?.room).toBe('small')
    expect(toPlan(planning, [{ ...physiotherapyPart, room: 'gone' }])[0]?.room).toBe('large')
    const sent = fromPlan({ planning, newId: () => 'id', plan: { case: 'family', appointments: [placed!] }, firstFree: { case: 'family', appointments: [] } })
    expect(sent.parts.map(({ room, attendees }) => [room, attendees])).toEqual([['large', [child, mother]]])
  })
})

describe('what can not go on', () => {
  const state = fold(agenda, happened(...threeNeeds, send(proposal('light', physiotherapyPart, therapyPart)), answer('light', mother), confirm('light', ['physiotherapy-1', 'physio'], ['therapy-1', 'therapist'])))
  const away = (between?: { readonly from: string; readonly to: string }) => new Map([['therapist', { ...emptyCalendar, away: new Map([['away', { subject: { kind: 'case' }, by, at: now, withdrawalId: 'away', from: '2027-01-11', until: tuesday, ...(between !== undefined && { between }) } as const]]) }]])
  const found = (calendars: ReturnType<typeof away>, isClosed: (place: string, date: string) => boolean = () => false) => fallenAway(appointmentsWith(state, 'confirmed'), calendars, isClosed).map(({ appointment, because }) => [appointment.appointmentId, because.kind])

  test('is what somebody was asked for who is away then', () => {
    expect(found(away())).toEqual([['therapy-1', 'away']])
    expect(found(away({ from: '08:00', to: '10:30' }))).toEqual([])
    expect(found(away({ from: '08:00', to: '11:00' }))).toEqual([['therapy-1', 'away']])
    expect(found(new Map())).toEqual([])
  })
  test('is what lies at a place that is closed then', () => {
    expect(found(new Map(), (place, date) => place === 'day-centre' && date === tuesday)).toEqual([['physiotherapy-1', 'closed']])
  })
})
