/**
 * Confirming over many calendars, while requests meet in any order, the store fails before or after a write, and whole processes are
 * killed with a write still under way. The streams and deciders are the real ones' rules; only the disk is a map.
 */
import { describe, expect, test } from '@jest/globals'
import { agenda, calendar, partsOf, proposalsWith, type Agenda, type AgendaCommand, type AgendaEvent, type Calendar, type CalendarCommand, type CalendarEvent, type ProposalDraft } from '@samenspel/agenda'
import type { FamilyCase } from '@samenspel/family-case'
import { fold, isRefused, minutesOf, system, timeOf, writeInstant, type Decider } from '@samenspel/kernel'
import fc from 'fast-check'
import type { AllFiles, Files } from '../composition/files.ts'
import { openSilences } from './silence.ts'
import { familyOf, openConfirmations, settlingTypes } from './confirmation.ts'

const practitioners = ['anna', 'bert', 'chris', 'dora', 'emil', 'fien', 'gijs', 'hugo']
const families = ['north', 'east', 'south', 'west']
const parents = ['mother', 'father']
const now = '2027-01-04T08:00:00.000Z', date = '2027-01-12', zone = 'Europe/Amsterdam'
const coordinator = { person: 'coordinator', role: 'professional' } as const

type Stored = { readonly stream: string; readonly event: AgendaEvent | CalendarEvent }
type Fault = 'none' | 'before' | 'after'

/** Streams that everybody shares, as a disk would hold them. */
const newDisk = () => {
  const log: Stored[] = []
  let seconds = 0
  const eventsOf = (stream: string) => log.filter((one) => one.stream === stream).map(({ event }) => event)
  const state = <State, Command, Event>(decider: Decider<State, Command, Event>, stream: string): State => fold(decider, eventsOf(stream) as unknown as readonly Event[])
  return {
    log, eventsOf,
    clock: () => writeInstant(Temporal.Instant.from(now).add({ seconds })),
    wait: (more: number) => { seconds += more },
    agenda: (family: string): Agenda => state(agenda, `agenda-${family}`),
    calendar: (practitioner: string): Calendar => state(calendar, `calendar-${practitioner}`),
    append: (stream: string, expected: number, events: readonly (AgendaEvent | CalendarEvent)[]): boolean => {
      if (eventsOf(stream).length !== expected) return false
      log.push(...events.map((event) => ({ stream, event })))
      return true
    },
  }
}
type Disk = ReturnType<typeof newDisk>

const never = new Promise<never>(() => undefined)

/** One process on the disk: its calls can be killed, each may fail, and between reading and writing others go on. */
const newProcess = (disk: Disk, turn: (what: string) => Promise<void>, fault: () => Fault) => {
  let isDead = false
  const past = (): never => { throw new Error('nobody looks back here') }
  const files = <State, Command, Event extends AgendaEvent | CalendarEvent>(kind: string, decider: Decider<State, Command, Event>): Files<string, State, Command> => ({
    state: async (id) => {
      await turn(`read ${kind}`)
      return isDead ? never : fold(decider, disk.eventsOf(`${kind}-${id}`) as unknown as readonly Event[])
    },
    stateAsOf: past,
    handle: async (id, command) => {
      const stream = `${kind}-${id}`
      for (;;) {
        const events = disk.eventsOf(stream)
        const decision = decider.decide(command, fold(decider, events as unknown as readonly Event[]))
        const happens = fault()
        await turn(`write ${kind}`)
        if (happens === 'before' && !isDead) throw new Error('the disk is full')
        if (isRefused(decision)) return isDead ? never : { refusal: decision.refusal, position: '', recorded: [] }
        // What was sent to the store arrives, also when who sent it is dead by then.
        const isWritten = disk.append(stream, events.length, decision.events)
        if (isDead) return never
        if (happens === 'after') throw new Error('the answer never came')
        if (isWritten) return { position: '', recorded: decision.events }
      }
    },
  })
  const own: Pick<AllFiles, 'agendas' | 'calendars' | 'organisations'> = { organisations: { state: () => Promise.resolve(undefined), stateAsOf: past, handle: () => { throw new Error('nobody asks anything of an organisation here') } }, agendas: files<Agenda, AgendaCommand, AgendaEvent>('agenda', agenda), calendars: files<Calendar, CalendarCommand, CalendarEvent>('calendar', calendar) }
  return { files: own, confirmations: openConfirmations(own, disk.clock), kill: () => { isDead = true } }
}

const ask = (disk: Disk, family: string, command: AgendaCommand): void => {
  const decision = agenda.decide(command, disk.agenda(family))
  if (!isRefused(decision)) disk.append(`agenda-${family}`, disk.eventsOf(`agenda-${family}`).length, decision.events)
}

/** One part: when, and with which professionals, all in one room. */
type Part = { readonly at: number; readonly with: readonly string[] }
type Plans = Readonly<Record<string, readonly (readonly Part[])[]>>

const prepared = (plans: Plans): Disk => {
  const disk = newDisk()
  for (const practitioner of practitioners) {
    const offered = calendar.decide({ type: 'OfferFreeTime', by: coordinator, at: now, today: '2027-01-04', practitioner, freeTimeId: practitioner, date, from: '09:00', to: '17:00', modalities: ['onsite'], places: ['centre'] }, calendar.initial)
    if (!isRefused(offered)) disk.append(`calendar-${practitioner}`, 0, offered.events)
  }
  for (const [family, proposals] of Object.entries(plans)) {
    for (const needId of ['0', '1', '2', '3']) {
      const staffing = [...new Set(proposals.flatMap((parts) => parts[Number(needId)]?.with ?? []))]
      if (staffing.length === 0) continue
      ask(disk, family, {
        type: 'AddNeed', by: coordinator, at: now, subject: { kind: 'child', person: 'child' }, today: '2027-01-04', members: ['child', ...parents], needId, label: 'Afspraak', discipline: 'hospital', organisation: 'centre',
        minutes: 30, urgency: 1, from: date, deadline: date, preferred: date, modalities: [{ kind: 'onsite', place: 'centre' }], attendance: [['child', ...parents]], category: 'medical',
        staffing: proposals.flatMap((parts) => parts[Number(needId)] === undefined ? [] : [parts[Number(needId)]!.with]),
      })
    }
    ask(disk, family, {
      type: 'SendProposals', by: coordinator, at: now, zone, adults: parents,
      proposals: proposals.map((parts, index): ProposalDraft => ({
        proposalId: `${family} ${index}`, kind: 'fewestTravelDays', proven: true, travelDaysPossiblyFewer: 0, unplanned: [],
        parts: parts.map((part, place) => ({
          appointmentId: `${family} ${index} ${place}`, bundleId: `${family} ${index}`, needId: String(place), practitioners: part.with, date, start: clock(part.at + place * 30), end: clock(part.at + place * 30 + 30),
          modality: { kind: 'onsite', place: 'centre' }, attendees: ['child', ...parents], evening: false, homeMinutes: 10, glued: false,
        })),
      })),
    })
    expect(proposalsWith(disk.agenda(family), 'sent')).toHaveLength(proposals.length)
  }
  return disk
}
const clock = (minutes: number) => timeOf(minutesOf('09:00') + minutes)

const answer = (disk: Disk, family: string, which: number) => {
  for (const person of parents) ask(disk, family, { type: 'AnswerProposal', by: { person, role: 'familyMember' }, at: disk.clock(), zone, proposalId: `${family} ${which}`, person, answer: 'yes' })
}

/** Never two at once in one calendar, and nothing booked that its family's one decision doesn't confirm. */
const expectSound = (disk: Disk) => {
  for (const practitioner of practitioners) {
    const taken = [...disk.calendar(practitioner).taken.values()].sort((a, b) => a.from < b.from ? -1 : 1)
    taken.slice(1).forEach((one, index) => { expect((taken[index]?.to ?? '') <= one.from).toBe(true) })
    for (const { state, familyId, appointmentId } of taken.filter((one) => one.state === 'booked')) {
      const { proposals } = disk.agenda(familyId)
      expect([state, proposals.byId.get(proposals.appointments.get(appointmentId)?.proposalId ?? '')?.progress.status]).toEqual(['booked', 'confirmed'])
    }
  }
}

/** Every part of a confirmed proposal is booked with all its professionals; of every other nothing stands anywhere, held or booked. */
const expectAllOrNothing = (disk: Disk) => {
  for (const family of families) {
    const state = disk.agenda(family)
    expect(proposalsWith(state, 'confirming')).toEqual([])
    for (const { proposalId, progress } of state.proposals.byId.values()) {
      for (const { appointmentId, practitioners: own, course } of partsOf(state, proposalId)) {
        const expected = progress.status === 'confirmed' && course.kind !== 'cancelled' ? 'booked' : undefined
        expect(own.map((practitioner) => disk.calendar(practitioner).taken.get(appointmentId)?.state)).toEqual(own.map(() => expected))
      }
    }
  }
}

/** What the software does by itself after a start: settles after each event that it has not dealt with, then what is still open. */
const follow = async (disk: Disk, from: number): Promise<number> => {
  const { confirmations } = newProcess(disk, () => Promise.resolve(), () => 'none')
  let cursor = from
  for (; cursor < disk.log.length; cursor += 1) {
    const { stream, event } = disk.log[cursor] as Stored
    if ((settlingTypes as readonly string[]).includes(event.type)) await confirmations.settle(familyOf(stream, event))
  }
  for (const family of families) if (proposalsWith(disk.agenda(family), 'confirming').length > 0) await confirmations.settle(family)
  return cursor < disk.log.length ? follow(disk, cursor) : cursor
}

const six: Plans = {
  north: [[{ at: 0, with: ['anna', 'bert'] }, { at: 0, with: ['chris'] }, { at: 0, with: ['dora', 'emil', 'fien'] }]],
  east: [[{ at: 15, with: ['gijs'] }, { at: 15, with: ['hugo', 'chris'] }]],
}

describe('a bundle over many calendars', () => {
  test('fails at each point of its way, before or after the write, and still ends as a whole', async () => {
    const whole = prepared(six)
    answer(whole, 'north', 0)
    let writes = 0
    await newProcess(whole, () => Promise.resolve(), () => { writes += 1; return 'none' }).confirmations.settle('north')
    // Six holds, one decision, six bookings.
    expect([writes, proposalsWith(whole.agenda('north'), 'confirmed').length]).toEqual([13, 1])
    for (const how of ['before', 'after'] as const) {
      for (let failing = 0; failing < writes; failing += 1) {
        const disk = prepared(six)
        answer(disk, 'north', 0)
        let count = 0
        await expect(newProcess(disk, () => Promise.resolve(), () => count++ === failing ? how : 'none').confirmations.settle('north')).rejects.toThrow()
        expectSound(disk)
        await follow(disk, 0)
        expectAllOrNothing(disk)
        expect(proposalsWith(disk.agenda('north'), 'confirmed')).toHaveLength(1)
      }
    }
  })

  test('of two families in a race one has all, and the other nothing, told why (A-05)', async () => {
    const disk = prepared(six)
    answer(disk, 'north', 0)
    answer(disk, 'east', 0)
    const { confirmations } = newProcess(disk, () => Promise.resolve(), () => 'none')
    await Promise.all(['east', 'north'].map(confirmations.settle))
    expectAllOrNothing(disk)
    const ends = ['north', 'east'].flatMap((family) => [...disk.agenda(family).proposals.byId.values()].map(({ progress }) => progress))
    expect(ends.map(({ status }) => status).sort()).toEqual(['confirmed', 'released'])
    expect(ends.find(({ status }) => status === 'released')).toMatchObject({ releasedBecause: 'slot-taken' })
  })

  test('a hold that arrives when its proposal is gone already does not stand for ever', async () => {
    const disk = prepared(six)
    answer(disk, 'north', 0)
    const arrives = Promise.withResolvers<void>()
    let writes = 0
    const slow = newProcess(disk, (what) => what === 'write calendar' && (writes += 1) === 1 ? arrives.promise : Promise.resolve(), () => 'none')
    void slow.confirmations.settle('north')
    while (writes === 0) await Promise.resolve()
    slow.kill()
    ask(disk, 'north', { type: 'WithdrawProposal', by: coordinator, at: now, proposalId: 'north 0' })
    const dealtWith = await follow(disk, 0)
    arrives.resolve()
    while (disk.log.length === dealtWith) await Promise.resolve()
    expect(disk.log.at(-1)?.event.type).toBe('HoldPlaced')
    await follow(disk, dealtWith)
    expectAllOrNothing(disk)
  })

  test('after a loss all that was asked is taken back and nothing is held, wherever it was on its way; what was confirmed stays', async () => {
    const plans: Plans = { north: [[{ at: 0, with: ['anna', 'bert'] }], [{ at: 60, with: ['chris'] }], [{ at: 120, with: ['dora'] }]], east: [[{ at: 0, with: ['gijs'] }]] }
    const silentFile = { isOpen: true, family: { silence: { silenceId: 'silence', since: now } } } as unknown as FamilyCase
    const cases = { state: () => Promise.resolve(silentFile) } as unknown as AllFiles['cases']
    for (const steps of [0, 1, 2, 3]) {
      const disk = prepared(plans)
      answer(disk, 'north', 0)
      answer(disk, 'north', 1)
      // The confirmation is under way: so many holds stand already, and another proposal, agreed to as well, waits for its turn.
      let written = 0
      await newProcess(disk, () => Promise.resolve(), () => written++ === steps ? 'before' : 'none').confirmations.settle('north').catch(() => undefined)
      const wasConfirmed = proposalsWith(disk.agenda('north'), 'confirmed').length
      const { files, confirmations } = newProcess(disk, () => Promise.resolve(), () => 'none')
      const silences = openSilences({ agendas: files.agendas, cases }, confirmations, disk.clock)
      await silences.keep('north')
      expect([proposalsWith(disk.agenda('north'), 'sent', 'confirming').length, proposalsWith(disk.agenda('north'), 'confirmed').length]).toEqual([0, wasConfirmed])
      expectSound(disk)
      expectAllOrNothing(disk)
      const recorded = disk.log.length
      await silences.keep('north')
      expect(disk.log).toHaveLength(recorded)
    }
  })
  test('in whatever order they meet, fail and are killed: never half, never double, and nothing stays held (A-05)', async () => {
    const ends = new Map<string, number>()
    await fc.assert(fc.asyncProperty(fc.scheduler(), plans, fc.array(deed, { minLength: 8, maxLength: 30, size: 'max' }), fc.infiniteStream(fc.constantFrom<Fault>('none', 'none', 'none', 'none', 'none', 'before', 'after')), async (scheduler, given, deeds, faults) => {
      const disk = prepared(given)
      const turn = (what: string) => scheduler.schedule(Promise.resolve(), what)
      const begin = () => newProcess(disk, turn, () => { const next = faults.next(); return next.done === true ? 'none' : next.value })
      const running = [begin(), begin()]
      const work = deeds.map(async (one) => {
        await turn(one.kind)
        const own = running[one.process % running.length]
        switch (one.kind) {
          case 'agree': answer(disk, one.family, one.which); break
          case 'withdraw': ask(disk, one.family, { type: 'WithdrawProposal', by: coordinator, at: disk.clock(), proposalId: `${one.family} ${one.which}` }); break
          case 'elsewhere': ask(disk, one.family, {
            type: 'AddElsewhereAppointment', by: { person: 'mother', role: 'familyMember' }, at: disk.clock(), zone, subject: { kind: 'child', person: 'child' }, members: ['child', ...parents], appointmentId: `elsewhere ${one.family}`,
            label: 'Scan', date, start: '09:20', end: '09:50', place: { kind: 'home' }, attendees: ['child'], homeMinutes: 0, category: 'medical', selfArranged: true,
          }); break
          case 'settle': own?.confirmations.settle(one.family).catch(() => undefined); break
          case 'kill': own?.kill(); running[one.process % running.length] = begin(); break
          case 'wait': disk.wait(one.seconds); break
          case 'cancel': {
            const [appointmentId] = proposalsWith(disk.agenda(one.family), 'confirmed').flatMap(({ parts }) => parts)
            if (appointmentId !== undefined) ask(disk, one.family, { type: 'CancelAppointment', by: system, at: disk.clock(), zone, appointmentId })
          }
        }
        expectSound(disk)
      })
      await scheduler.waitAll()
      await Promise.all(work)
      // What the software does by itself comes last, and looks at each event once.
      expectSound(disk)
      await follow(disk, 0)
      expectAllOrNothing(disk)
      for (const { progress: { status } } of families.flatMap((family) => [...disk.agenda(family).proposals.byId.values()])) ends.set(status, (ends.get(status) ?? 0) + 1)
    }), { numRuns: 80 })
    // The property says something only when all ends are met.
    expect([...ends.keys()].sort()).toEqual(['confirmed', 'released', 'sent', 'withdrawn'])
  })
})

const part: fc.Arbitrary<Part> = fc.record({ at: fc.constantFrom(0, 15, 30), with: fc.shuffledSubarray(practitioners, { minLength: 1, maxLength: 2 }) })
/** The parts of one proposal follow one another from the same start. */
const proposal = fc.tuple(fc.constantFrom(0, 15, 30), fc.array(part, { minLength: 2, maxLength: 4 })).map(([at, parts]) => parts.map((one) => ({ ...one, at })))
const plans: fc.Arbitrary<Plans> = fc.record(Object.fromEntries(families.map((family) => [family, fc.array(proposal, { minLength: 1, maxLength: 2 })])))
const deed = fc.record({
  kind: fc.constantFrom('agree', 'agree', 'agree', 'settle', 'settle', 'settle', 'settle', 'kill', 'wait', 'withdraw', 'cancel', 'elsewhere'), family: fc.constantFrom(...families), which: fc.constantFrom(0, 0, 1), process: fc.nat({ max: 1 }),
  seconds: fc.constantFrom(5, 60, 120, 600),
})
