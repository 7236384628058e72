import { describe, expect, test } from '@jest/globals'
import { minutesOf, system, timeOf } from '@samenspel/kernel'
import fc from 'fast-check'
import { appointmentsWith, proposalsWith } from '../statuses.ts'
import { aboutChild, adults, child, coordinator, father, members, mother, now, physiotherapy, self, today, zone } from '../testing/family.ts'
import { expectAllOrNone, newWorld, settle, settleUndisturbed, type Worker, type World } from '../testing/world.ts'
import { holdSeconds } from './holding.ts'
import type { ProposalDraft } from './events.ts'

const professionals = ['physio', 'therapist', 'neurologist']
const families = ['north', 'south', 'west']
const date = '2027-01-12'

/** Parts that follow one another, half an hour each, from a start on. */
type Plan = { readonly start: string; readonly with: readonly string[] }
type Plans = Readonly<Record<string, readonly Plan[]>>

const begin = (plans: Plans): World => {
  const world = newWorld(professionals)
  for (const practitioner of professionals) {
    world.askCalendar(practitioner, { type: 'OfferFreeTime', by: coordinator, at: now, today, practitioner, freeTimeId: `morning of ${practitioner}`, date, from: '09:00', to: '12:00', modalities: ['onsite'], places: ['day-centre'] })
  }
  for (const [family, proposals] of Object.entries(plans)) {
    for (const practitioner of professionals) {
      world.ask(family, { ...physiotherapy, type: 'AddNeed', by: coordinator, at: now, subject: aboutChild, today, members, needId: practitioner, staffing: [[practitioner]], attendance: [[child, mother], [child, father], [child, mother, father]] })
    }
    world.ask(family, { type: 'SendProposals', by: coordinator, at: now, zone, adults, proposals: proposals.map((plan, index) => draft(`${family}-${index}`, plan, index === 0 ? adults : [father])) })
    expect(proposalsWith(world.agendaOf(family).state, 'sent')).toHaveLength(proposals.length)
  }
  return world
}

const draft = (proposalId: string, plan: Plan, attending: readonly string[]): ProposalDraft => ({
  proposalId, kind: 'fewestTravelDays', proven: true, travelDaysPossiblyFewer: 0, unplanned: [],
  parts: plan.with.map((practitioner, index) => ({
    appointmentId: `${proposalId}-${practitioner}`, bundleId: proposalId, needId: practitioner, practitioners: [practitioner],
    date, start: later(plan.start, index * 30), end: later(plan.start, index * 30 + 30),
    modality: { kind: 'onsite', place: 'day-centre' }, attendees: [child, ...attending], evening: false, homeMinutes: 15, glued: false,
  })),
})

const later = (time: string, minutes: number) => timeOf(minutesOf(time) + minutes)

const answer = (world: World, family: string, which: number, person: string) => {
  world.ask(family, { type: 'AnswerProposal', by: self(person), at: world.now(), zone, proposalId: `${family}-${which}`, person, answer: 'yes' })
}
/** Both parents say yes to the first proposal. */
const agree = (world: World, family: string): World => {
  for (const person of adults) answer(world, family, 0, person)
  return world
}
/** A bundle that stands in every calendar. */
const agreed = (family: string): World => {
  const world = agree(begin(rivals), family)
  settleAll(world)
  return world
}
const cancelled = (world: World, appointmentId = 'north-0-physio'): World => {
  world.ask('north', { type: 'CancelAppointment', by: self(mother), at: world.now(), zone, appointmentId })
  settleAll(world)
  return world
}
let undone = 0
const undo = (world: World, family: string, appointmentId = 'north-0-physio') => {
  world.ask(family, { type: 'ReinstateAppointment', by: self(mother), at: world.now(), zone, appointmentId, holdId: `hold-${undone += 1}` })
}
const settleAll = (world: World) => { for (const family of families) settleUndisturbed(world, family) }
const progress = (world: World, family: string, which = 0) => world.agendaOf(family).state.proposals.byId.get(`${family}-${which}`)?.progress

/** Both want the therapist, at times that overlap. */
const rivals: Plans = { north: [{ start: '09:00', with: ['physio', 'therapist'] }], south: [{ start: '09:15', with: ['therapist', 'neurologist'] }] }

describe('confirming a bundle over several calendars', () => {
  test('when everybody agrees, every calendar is booked', () => {
    const world = agree(begin(rivals), 'north')
    settleAll(world)
    expect(appointmentsWith(world.agendaOf('north').state, 'confirmed')).toHaveLength(2)
    expectAllOrNone(world, families)
  })

  test('stopped after any step, for a moment or for an hour, it ends with all parts or none', () => {
    const turns = settleUndisturbed(agree(begin(rivals), 'north'), 'north')
    expect(turns).toBeGreaterThan(20)
    for (let stopAt = 0; stopAt <= turns; stopAt++) {
      for (const pause of [0, holdSeconds, 3600]) {
        const world = agree(begin(rivals), 'north')
        const worker = settle(world, 'north')
        for (let turn = 0; turn < stopAt; turn++) worker.next()
        world.wait(pause)
        settleAll(world)
        expectAllOrNone(world, families)
        if (pause === 0) expect(progress(world, 'north')).toMatchObject({ status: 'confirmed' })
      }
    }
  })

  test('of two families that want the same time one gets it, and the other hears that it was taken', () => {
    const world = agree(agree(begin(rivals), 'north'), 'south')
    settleAll(world)
    expect(progress(world, 'north')).toMatchObject({ status: 'confirmed' })
    expect(progress(world, 'south')).toMatchObject({ status: 'released', releasedBecause: 'slot-taken' })
    expectAllOrNone(world, families)
  })

  test('an expired hold is used by another family only after its own family let it go', () => {
    const world = agree(begin(rivals), 'north')
    const worker = settle(world, 'north')
    while (world.calendarOf('therapist').state.taken.size === 0) worker.next()
    world.wait(holdSeconds)
    agree(world, 'south')
    settleUndisturbed(world, 'south')
    expect(progress(world, 'north')).toMatchObject({ status: 'released', releasedBecause: 'took-too-long' })
    expect(progress(world, 'south')).toMatchObject({ status: 'confirmed' })
    settleAll(world)
    expectAllOrNone(world, families)
  })

  test('time that is no longer offered releases the whole bundle', () => {
    const world = begin(rivals)
    world.askCalendar('therapist', { type: 'WithdrawFreeTime', by: coordinator, at: now, freeTimeId: 'morning of therapist' })
    agree(world, 'north')
    settleAll(world)
    expect(progress(world, 'north')).toMatchObject({ status: 'released', releasedBecause: 'no-longer-offered' })
    expectAllOrNone(world, families)
  })

  test('a cancelled part is freed in its calendar, the other parts stay', () => {
    const world = agree(begin(rivals), 'north')
    settleAll(world)
    world.ask('north', { type: 'CancelAppointment', by: self(mother), at: world.now(), zone, appointmentId: 'north-0-physio' })
    settleAll(world)
    expect(world.calendarOf('physio').state.taken.size).toBe(0)
    expect(world.calendarOf('therapist').state.taken.size).toBe(1)
    expectAllOrNone(world, families)
  })

  test('a cancelled part that is taken back is booked again, and two workers make no difference', () => {
    const world = cancelled(agreed('north'))
    undo(world, 'north')
    const [one, other] = [settle(world, 'north'), settle(world, 'north')]
    while ([one.next(), other.next()].some(({ done }) => done !== true));
    expect(appointmentsWith(world.agendaOf('north').state, 'confirmed')).toHaveLength(2)
    expect(world.calendarOf('physio').state.taken.size).toBe(1)
    expectAllOrNone(world, families)
  })

  test('taking back is stopped after any step, for a moment or for an hour, and ends whole', () => {
    const begun = () => { const world = cancelled(agreed('north')); undo(world, 'north'); return world }
    const turns = settleUndisturbed(begun(), 'north')
    expect(turns).toBeGreaterThan(8)
    for (let stopAt = 0; stopAt <= turns; stopAt++) {
      for (const pause of [0, 3600]) {
        const world = begun()
        const worker = settle(world, 'north')
        for (let turn = 0; turn < stopAt; turn++) worker.next()
        world.wait(pause)
        settleAll(world)
        expectAllOrNone(world, families)
        if (pause === 0) expect(appointmentsWith(world.agendaOf('north').state, 'confirmed')).toHaveLength(2)
      }
    }
  })

  test('what another family took meanwhile stays theirs, and taking back changes nothing', () => {
    const world = cancelled(agreed('north'), 'north-0-therapist')
    agree(world, 'south')
    settleAll(world)
    undo(world, 'north', 'north-0-therapist')
    settleAll(world)
    expect(progress(world, 'south')).toMatchObject({ status: 'confirmed' })
    expect(world.agendaOf('north').state.proposals.appointments.get('north-0-therapist')?.course).toMatchObject({ kind: 'cancelled', notReinstated: 'slot-taken' })
    expectAllOrNone(world, families)
  })

  test('what was cancelled and taken back again and again stands once', () => {
    const world = cancelled(agreed('north'))
    for (let round = 0; round < 3; round++) {
      undo(world, 'north')
      settleAll(world)
      cancelled(world)
    }
    undo(world, 'north')
    settleAll(world)
    expect(world.calendarOf('physio').state.taken.size).toBe(1)
    expectAllOrNone(world, families)
  })

  test('a proposal that is withdrawn while it is being confirmed leaves nothing behind', () => {
    const world = agree(begin(rivals), 'north')
    const worker = settle(world, 'north')
    while (world.calendarOf('therapist').state.taken.size === 0) worker.next()
    world.ask('north', { type: 'WithdrawProposal', by: coordinator, at: world.now(), proposalId: 'north-0' })
    while (worker.next().done !== true);
    expect(progress(world, 'north')).toMatchObject({ status: 'withdrawn' })
    expectAllOrNone(world, families)
  })

  test('when a bundle is released, another one that all agreed to meanwhile takes its turn', () => {
    const world = agree(begin({ north: [{ start: '09:00', with: ['physio'] }, { start: '10:00', with: ['therapist'] }] }), 'north')
    answer(world, 'north', 1, father)
    expect(progress(world, 'north', 1)).toEqual({ status: 'sent' })
    world.ask('north', { type: 'ReleaseBundle', by: system, at: world.now(), proposalId: 'north-0', because: 'slot-taken' })
    settleAll(world)
    expect(progress(world, 'north', 1)).toMatchObject({ status: 'confirmed' })
    expectAllOrNone(world, families)
  })

  test('whatever the order in which workers run, stop and meet: all or none, and nobody is booked twice', () => {
    const ends = new Map<string, number>()
    fc.assert(fc.property(plans, fc.array(deed, { minLength: 10, maxLength: 70, size: 'max' }), (given, deeds) => {
      const world = begin(given)
      const workers: Worker[] = []
      for (const one of deeds) happen(world, workers, one)
      settleAll(world)
      settleAll(world)
      expectAllOrNone(world, families)
      for (const family of families) ends.set(progress(world, family)?.status ?? '', (ends.get(progress(world, family)?.status ?? '') ?? 0) + 1)
    }), { numRuns: 300 })
    // The property says something only when all ends are met.
    expect([...ends.keys()].sort()).toEqual(['confirmed', 'released', 'sent', 'withdrawn'])
  })
})

/** Few times and few professionals, so that the families meet in the calendars. */
const plan: fc.Arbitrary<Plan> = fc.record({ start: fc.constantFrom('09:00', '09:15', '09:30'), with: fc.shuffledSubarray(professionals, { minLength: 2 }) })
const plans: fc.Arbitrary<Plans> = fc.record(Object.fromEntries(families.map((family) => [family, fc.array(plan, { minLength: 1, maxLength: 2 })])))

type Deed =
  | { readonly kind: 'agree' | 'start' | 'cancel' | 'undo'; readonly family: string }
  | { readonly kind: 'answer-second' | 'withdraw'; readonly family: string }
  | { readonly kind: 'work' | 'kill'; readonly worker: number; readonly turns: number }
  | { readonly kind: 'wait'; readonly seconds: number }

const family = fc.constantFrom(...families)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('agree'), family }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('answer-second'), family }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('start'), family }) },
  { weight: 14, arbitrary: fc.record({ kind: fc.constant('work'), worker: fc.nat({ max: 5 }), turns: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('kill'), worker: fc.nat({ max: 5 }), turns: fc.constant(0) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait'), seconds: fc.constantFrom(5, 60, holdSeconds, 600) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel'), family }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo'), family }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw'), family }) },
)

const happen = (world: World, workers: Worker[], one: Deed) => {
  switch (one.kind) {
    case 'agree':
      agree(world, one.family)
      break
    case 'answer-second':
      answer(world, one.family, 1, father)
      break
    case 'start':
      workers.push(settle(world, one.family))
      break
    case 'work':
      for (let turn = 0; turn < one.turns; turn++) workers[one.worker % Math.max(workers.length, 1)]?.next()
      break
    case 'kill':
      workers.splice(one.worker % Math.max(workers.length, 1), 1)
      break
    case 'wait':
      world.wait(one.seconds)
      break
    case 'cancel':
      for (const { appointmentId } of appointmentsWith(world.agendaOf(one.family).state, 'confirmed').slice(0, 1)) {
        world.ask(one.family, { type: 'CancelAppointment', by: self(mother), at: world.now(), zone, appointmentId })
      }
      break
    case 'undo':
      for (const { appointmentId } of appointmentsWith(world.agendaOf(one.family).state, 'cancelled').slice(0, 1)) undo(world, one.family, appointmentId)
      break
    case 'withdraw':
      world.ask(one.family, { type: 'WithdrawProposal', by: coordinator, at: world.now(), proposalId: `${one.family}-0` })
  }
}
