import { expect, test } from '@jest/globals'
import { isRefused, timeOf, type IsoDate } from '@samenspel/kernel'
import fc from 'fast-check'
import type { AgendaCommand } from '../events.ts'
import { agenda } from '../agenda.ts'
import { partsOf, proposalsWith } from '../statuses.ts'
import { aboutChild, adults, child, coordinator, members, mother, now, physiotherapy, self, today, zone } from '../testing/family.ts'
import { expectAllOrNone, newWorld, settle, settleUndisturbed, type Worker, type World } from '../testing/world.ts'
import { wantedHolds } from './decide.ts'

const professionals = ['physio', 'therapist', 'neurologist', 'interpreter']
const families = ['north', 'south']
const days: readonly IsoDate[] = ['2027-01-12', '2027-01-13']
const quarter = (index: number) => timeOf(9 * 60 + index * 15)

type Wanted = { readonly team: readonly string[]; readonly interpreted: boolean; readonly day: number; readonly start: number; readonly minutes: number; readonly order: boolean }
type Offer = { readonly practitioner: string; readonly day: number; readonly from: number; readonly length: number }
type Deed = { readonly kind: 'start' | 'work' | 'withdraw-need' | 'withdraw-time' | 'offer-again'; readonly family: number; readonly which: number }

const needs = fc.array(fc.record<Wanted>({
  team: fc.shuffledSubarray(['physio', 'therapist', 'neurologist'], { minLength: 1, maxLength: 2 }), interpreted: fc.boolean(),
  day: fc.nat({ max: 1 }), start: fc.nat({ max: 8 }), minutes: fc.constantFrom(15, 30, 45), order: fc.boolean(),
}), { minLength: 1, maxLength: 4 })
const offers = fc.array(fc.record<Offer>({ practitioner: fc.constantFrom(...professionals), day: fc.nat({ max: 1 }), from: fc.nat({ max: 4 }), length: fc.integer({ min: 4, max: 14 }) }), { minLength: 4, maxLength: 14 })
const deeds = fc.array(fc.record<Deed>({
  kind: fc.constantFrom('start', 'work', 'work', 'work', 'work', 'withdraw-need', 'withdraw-time', 'offer-again'), family: fc.nat({ max: 1 }), which: fc.nat({ max: 12 }),
}), { maxLength: 40 })

const offerAll = (world: World, list: readonly Offer[], round: number): void => list.forEach(({ practitioner, day, from, length }, index) => {
  world.askCalendar(practitioner, { type: 'OfferFreeTime', by: coordinator, at: now, today, practitioner, freeTimeId: `${round} ${index}`, date: days[day]!, from: quarter(from), to: quarter(from + length), modalities: ['onsite'], places: ['day-centre'] })
})

/** Asks the needs, and proposes each where it was thrown; not every time is offered, and not every order kept. */
const ask = (world: World, family: string, wanted: readonly Wanted[]): void => {
  const id = (index: number) => `${family} ${index}`
  wanted.forEach(({ team, interpreted, minutes, order }, index) => {
    world.ask(family, {
      ...physiotherapy, type: 'AddNeed', by: coordinator, at: now, subject: aboutChild, today, members, needId: id(index), minutes, attendance: [[child, mother]], staffing: [team],
      ...(interpreted && { interpreter: { language: 'ti', by: ['interpreter'] } }),
    })
    if (order && index > 0) world.ask(family, { type: 'AddOrderRule', by: coordinator, at: now, before: id(index - 1), after: id(index), minDays: 0, maxDays: 3 })
  })
  const command: AgendaCommand = {
    type: 'SendProposals', by: coordinator, at: now, zone, adults,
    proposals: [{
      proposalId: family, kind: 'fewestTravelDays', proven: true, travelDaysPossiblyFewer: 0, unplanned: [],
      parts: wanted.map(({ team, interpreted, day, start, minutes }, index) => ({
        appointmentId: id(index), bundleId: `${family} ${day}`, needId: id(index), practitioners: interpreted ? [...team, 'interpreter'] : team, date: days[day]!,
        start: quarter(start + index), end: timeOf(9 * 60 + (start + index) * 15 + minutes), modality: { kind: 'onsite', place: 'day-centre' }, attendees: [child, mother], evening: false, homeMinutes: 15, glued: false,
      })),
    }],
  }
  if (isRefused(agenda.decide(command, world.agendaOf(family).state))) return
  world.ask(family, command)
  world.ask(family, { type: 'AnswerProposal', by: self(mother), at: now, zone, proposalId: family, person: mother, answer: 'yes' })
}

test('whatever is asked and offered, a confirmed bundle is never half', () => {
  let confirmed = 0, released = 0
  fc.assert(fc.property(offers, needs, needs, deeds, (offered, north, south, happening) => {
    const world = newWorld(professionals)
    offerAll(world, offered, 0)
    ask(world, 'north', north)
    ask(world, 'south', south)
    const workers: Worker[] = []
    for (const { kind, family, which } of happening) {
      const name = families[family]!
      const practitioner = professionals[which % professionals.length]!
      switch (kind) {
        case 'start': workers.push(settle(world, name)); break
        case 'work': for (let turn = 0; turn <= which; turn++) workers[which % Math.max(workers.length, 1)]?.next(); break
        case 'withdraw-need': world.ask(name, { type: 'WithdrawNeed', by: coordinator, at: now, needId: `${name} ${which % 4}` }); break
        case 'withdraw-time': world.askCalendar(practitioner, { type: 'WithdrawFreeTime', by: coordinator, at: now, freeTimeId: `0 ${which}` }); break
        case 'offer-again': offerAll(world, offered, which + 1)
      }
    }
    for (const family of [...families, ...families]) settleUndisturbed(world, family)
    expectAllOrNone(world, families)
    for (const family of families) {
      const { state } = world.agendaOf(family)
      for (const proposal of proposalsWith(state, 'confirmed')) {
        confirmed++
        // Every part of every organisation, and who interprets.
        for (const { practitioners, appointmentId } of partsOf(state, proposal.proposalId)) for (const one of practitioners) expect(world.calendarOf(one).state.taken.get(appointmentId)?.state).toBe('booked')
        expect(wantedHolds(state, proposal).length).toBe(partsOf(state, proposal.proposalId).flatMap(({ practitioners }) => practitioners).length)
      }
      released += proposalsWith(state, 'released').length
    }
  }), { numRuns: 150, seed: 21 })
  expect(Math.min(confirmed, released)).toBeGreaterThan(10)
})
