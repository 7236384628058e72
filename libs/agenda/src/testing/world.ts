/**
 * A model of the event store with streams and expected revisions, in which workers do the steps of confirmations.
 * A worker is a generator: wherever it yields, others may go on, time may pass, or it is stopped for ever.
 */
import { expect } from '@jest/globals'
import { fold, isRefused, writeInstant, type Decider } from '@samenspel/kernel'
import { agenda } from '../agenda.ts'
import type { Agenda } from '../state.ts'
import { calendar } from '../calendar/calendar.ts'
import type { CalendarCommand, CalendarEvent } from '../calendar/events.ts'
import type { Calendar, Taken } from '../calendar/state.ts'
import { overlapOnDay } from '../checks.ts'
import type { AgendaCommand, AgendaEvent } from '../events.ts'
import { calendarsToSettle, nextStep, type NextStep } from '../proposals/next-step.ts'
import { calendarsFor, currentHold } from '../proposals/state.ts'
import { appointmentsWith, partsOf, proposalsWith } from '../statuses.ts'
import { now } from './family.ts'

type Read<State> = { readonly state: State; readonly revision: number }

export type World = {
  readonly now: () => string
  readonly wait: (seconds: number) => void
  readonly agendaOf: (family: string) => Read<Agenda>
  readonly calendarOf: (practitioner: string) => Read<Calendar>
  /** Writes, unless somebody else wrote since. */
  readonly append: (stream: string, expected: number, events: readonly (AgendaEvent | CalendarEvent)[]) => void
  readonly ask: (family: string, command: AgendaCommand) => void
  readonly askCalendar: (practitioner: string, command: CalendarCommand) => void
}

/** After every write all that must always hold is checked. */
export const newWorld = (professionals: readonly string[]): World => {
  const streams = new Map<string, readonly (AgendaEvent | CalendarEvent)[]>()
  let seconds = 0
  const read = <State, Command, Event extends AgendaEvent | CalendarEvent>(decider: Decider<State, Command, Event>, stream: string): Read<State> => {
    const events = (streams.get(stream) ?? []) as readonly Event[]
    return { state: fold(decider, events), revision: events.length }
  }
  const world: World = {
    now: () => writeInstant(Temporal.Instant.from(now).add({ seconds })),
    wait: (more) => { seconds += more },
    agendaOf: (family) => read(agenda, `agenda-${family}`),
    calendarOf: (practitioner) => read(calendar, `calendar-${practitioner}`),
    append: (stream, expected, events) => {
      const stored = streams.get(stream) ?? []
      if (stored.length !== expected || events.length === 0) return
      streams.set(stream, [...stored, ...events])
      if (events.some(({ type }) => type === 'BundleConfirmed' || type === 'AppointmentReinstated')) expectAllHeld(world, stream.slice('agenda-'.length))
      expectSoundCalendars(world, professionals)
    },
    ask: (family, command) => {
      const { state, revision } = world.agendaOf(family)
      const decision = agenda.decide(command, state)
      if (!isRefused(decision)) world.append(`agenda-${family}`, revision, decision.events)
    },
    askCalendar: (practitioner, command) => {
      const { state, revision } = world.calendarOf(practitioner)
      const decision = calendar.decide(command, state)
      if (!isRefused(decision)) world.append(`calendar-${practitioner}`, revision, decision.events)
    },
  }
  return world
}

/** At the moment of the decision every calendar holds its part. */
const expectAllHeld = (world: World, family: string) => {
  const { state } = world.agendaOf(family)
  for (const appointment of appointmentsWith(state, 'confirmed')) {
    for (const practitioner of calendarsFor(appointment)) {
      expect(world.calendarOf(practitioner).state.taken.has(currentHold(appointment))).toBe(true)
    }
  }
}

/** Nobody is in two places at once, but for a hold in the time that the same family gives up for it; and nothing is booked but by the one decision over all parts. */
const expectSoundCalendars = (world: World, professionals: readonly string[]) => {
  for (const practitioner of professionals) {
    const taken = [...world.calendarOf(practitioner).state.taken.values()]
    expect(taken.some((one, index) => taken.slice(index + 1).some((other) => overlapOnDay(one, other) && !(other.familyId === one.familyId && other.insteadOf?.includes(one.appointmentId) === true)))).toBe(false)
    for (const booked of taken.filter(({ state }) => state === 'booked')) expect(statusBehind(world, booked)).toBe('confirmed')
  }
}

const statusBehind = (world: World, { familyId, appointmentId }: Taken) => {
  const { proposals } = world.agendaOf(familyId).state
  const appointment = [...proposals.appointments.values()].find(({ holds }) => holds.includes(appointmentId))
  return proposals.byId.get(appointment?.proposalId ?? '')?.progress.status
}

export type Worker = Generator<undefined, void>

/** Settles one family, as a server does; every yield is a place where it may be stopped for ever. */
export function* settle(world: World, family: string): Worker {
  for (;;) {
    const { state, revision } = world.agendaOf(family)
    const calendars = new Map<string, Calendar>()
    for (const practitioner of calendarsToSettle(state)) {
      yield
      calendars.set(practitioner, world.calendarOf(practitioner).state)
    }
    yield
    const step = nextStep({ familyId: family, agenda: state, calendars, now: world.now() })
    if (step === undefined) return
    yield
    yield* carryOut(world, family, step, { state, revision })
  }
}

function* carryOut(world: World, family: string, step: NextStep, { state, revision }: Read<Agenda>): Worker {
  switch (step.kind) {
    case 'settle-other':
      yield* settle(world, step.familyId)
      return
    case 'ask-agenda': {
      const decision = agenda.decide(step.command, state)
      yield
      if (!isRefused(decision)) world.append(`agenda-${family}`, revision, decision.events)
      return
    }
    case 'ask-calendar': {
      const read = world.calendarOf(step.practitioner)
      const decision = calendar.decide(step.command, read.state)
      yield
      if (!isRefused(decision)) world.append(`calendar-${step.practitioner}`, read.revision, decision.events)
    }
  }
}

/** Far more turns than a few families need: a worker that takes longer goes round in circles. */
const longestRun = 5_000

/** Lets one family be settled by one worker that nobody disturbs; gives the number of turns it took. */
export const settleUndisturbed = (world: World, family: string): number => {
  const worker = settle(world, family)
  for (let turn = 1; turn <= longestRun; turn++) if (worker.next().done === true) return turn
  throw new Error('a worker never comes to an end')
}

/** All parts are confirmed and booked, but for those cancelled afterwards; or none of them stands in any calendar. */
export const expectAllOrNone = (world: World, families: readonly string[]) => {
  for (const name of families) {
    const { state } = world.agendaOf(name)
    expect(proposalsWith(state, 'confirming')).toEqual([])
    expect(proposalsWith(state, 'confirmed').length).toBeLessThanOrEqual(1)
    for (const { proposalId, progress } of state.proposals.byId.values()) {
      for (const appointment of partsOf(state, proposalId)) {
        const { course, holds } = appointment
        const isKept = progress.status === 'confirmed' && course.kind !== 'cancelled' && course.kind !== 'replaced'
        for (const practitioner of calendarsFor(appointment)) {
          for (const hold of holds) {
            expect(world.calendarOf(practitioner).state.taken.get(hold)?.state).toBe(isKept && hold === currentHold(appointment) ? 'booked' : undefined)
          }
        }
      }
    }
  }
}
