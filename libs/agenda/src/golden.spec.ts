import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { Decider, ErasedFact, Recorded } from '@samenspel/kernel'
import { agenda } from './agenda.ts'
import { calendar } from './calendar/calendar.ts'
import type { CalendarCommand } from './calendar/events.ts'
import { agendaEvents, agendaUpcasts, calendarEvents, type AgendaEvent } from './events.ts'
import { appointmentsWith } from './statuses.ts'
import { aboutChild, aboutMother, askOtherMoment, coordinator, father, members, mother, neurologistPart, now, physiotherapyPart, proposal, self, therapyPart, today, zone } from './testing/family.ts'
import { changeRhythm, theirWeek, childsWeek } from './testing/planning.ts'
import { answer, confirm, happened, send, threeNeeds } from './testing/story.ts'

/** In which every kind of fact of an agenda happens. */
const story = (): readonly AgendaEvent[] => happened(
  ...threeNeeds, ...theirWeek, changeRhythm('child', childsWeek.slice(0, 2)),
  { type: 'SetLimits', by: coordinator, at: now, caps: { childMinutesPerDay: 60, appointmentsPerDay: 2, tripsPerWeek: 1, eveningsPerWeek: 1, waitMinutes: 45, homeMinutes: 30 }, sitter: true },
  { type: 'AddOrderRule', by: coordinator, at: now, before: 'physiotherapy', after: 'neurologist', minDays: 2, maxDays: 14 },
  { type: 'WithdrawOrderRule', by: coordinator, at: now, before: 'physiotherapy', after: 'neurologist' },
  send(
    { ...proposal('light', { ...physiotherapyPart, firstFree: { ...physiotherapyPart, date: '2027-01-11', glued: false } }, therapyPart), unplanned: [{ needId: 'neurologist', rules: ['offer', 'unavailable'], otherNeeds: ['physiotherapy'] }] },
    proposal('soon', neurologistPart),
  ),
  askOtherMoment(father, 'soon'),
  { type: 'CloseChangeRequest', by: coordinator, at: now, requestId: 'request-of-father' },
  answer('light', mother),
  { type: 'ReleaseBundle', by: coordinator, at: now, proposalId: 'light', because: 'slot-taken' },
  send(proposal('again', { ...therapyPart, appointmentId: 'therapy-2' }, { ...physiotherapyPart, appointmentId: 'physiotherapy-2' })),
  answer('again', mother),
  confirm('again', ['therapy-2', 'therapist'], ['physiotherapy-2', 'physio']),
  { type: 'MakeDigital', by: self(mother), at: now, zone, appointmentId: 'therapy-2', check: { violations: [], minding: { kind: 'day-centre' } } },
  { type: 'CancelAppointment', by: self(mother), at: now, zone, appointmentId: 'physiotherapy-2' },
  { type: 'GiveMeetingWay', by: { person: 'therapist', role: 'professional' }, at: now, appointmentId: 'therapy-2', way: { kind: 'link', url: 'https://beeld.example.org/kamer/2' } },
  { type: 'RecordOutcome', by: coordinator, at: '2027-01-12T12:00:00.000Z', zone, appointmentId: 'therapy-2', outcome: 'tookPlace' },
  { type: 'OpenCalendarFeed', by: self(mother), at: now, person: mother, tokenHash: 'a-hash' },
  { type: 'CloseCalendarFeed', by: self(mother), at: now, person: mother },
  { type: 'WithdrawNeed', by: coordinator, at: now, needId: 'neurologist' },
  { type: 'AddElsewhereAppointment', ...scan }, { type: 'ChangeElsewhereAppointment', ...scan, start: '10:10', coordinates: false, newId: 'scan-2' },
  { type: 'RemoveElsewhereAppointment', by: self(mother), at: now, appointmentId: 'scan', coordinates: false },
  { type: 'PausePlanning', by: self(mother), at: now, subject: aboutChild, pauseId: 'pause', from: '2027-02-01', reason: 'away', words: 'Bij opa en oma', until: '2027-02-07', today },
  { type: 'MovePauseReview', by: coordinator, at: now, pauseId: 'pause', reviewOn: '2027-02-10', today },
  { type: 'ResumePlanning', by: self(mother), at: now, pauseId: 'pause' },
  { type: 'LightenWeeks', by: self(mother), at: now, subject: aboutChild, weeks: ['2027-02-08'], today },
  { type: 'MakeWeekOrdinary', by: self(mother), at: now, week: '2027-02-08' },
  { type: 'ReinstateAppointment', by: self(mother), at: now, zone, appointmentId: 'physiotherapy-2', holdId: 'hold' },
  { type: 'ReleaseReinstatement', by: coordinator, at: now, appointmentId: 'physiotherapy-2', because: 'slot-taken' },
  { type: 'ReinstateAppointment', by: self(mother), at: now, zone, appointmentId: 'physiotherapy-2', holdId: 'hold-again' },
  { type: 'CompleteReinstatement', by: coordinator, at: now, appointmentId: 'physiotherapy-2', held: [{ appointmentId: 'hold-again', practitioner: 'physio' }] },
)

const scan = {
  by: self(mother), at: now, subject: aboutMother, members, zone, appointmentId: 'scan', label: 'Scan', date: '2027-01-19', start: '09:40', end: '10:25',
  place: { kind: 'written', text: 'Ziekenhuis in de stad' }, attendees: [mother], homeMinutes: 40, category: 'medical', selfArranged: true,
} as const

const by = { person: 'therapist', role: 'professional' } as const
const hold = (appointmentId: string, from: string, to: string): CalendarCommand =>
  ({ type: 'PlaceHold', subject: aboutMother, by, at: now, appointmentId, familyId: 'family', date: '2027-01-12', from, to, modality: { kind: 'onsite', place: 'mental-health' }, expiresAt: '2027-01-04T08:02:00.000Z' })
const offer = (freeTimeId: string, date: string): CalendarCommand =>
  ({ type: 'OfferFreeTime', by, at: now, today, practitioner: 'therapist', freeTimeId, date, from: '09:00', to: '12:00', modalities: ['onsite', 'digital'], places: ['mental-health'] })
const calendarCommands: readonly CalendarCommand[] = [
  offer('tuesday', '2027-01-12'), offer('wednesday', '2027-01-13'), { type: 'WithdrawFreeTime', by, at: now, freeTimeId: 'wednesday' },
  { type: 'ChangeOffers', by, at: now, today, practitioner: 'therapist', offer: [], withdraw: [], restore: ['wednesday'] },
  hold('a', '09:00', '09:45'), { type: 'ReleaseHold', by, at: now, appointmentId: 'a' },
  hold('b', '10:00', '10:45'), { type: 'ConfirmHold', by, at: now, appointmentId: 'b' }, { type: 'CancelBooking', by, at: now, appointmentId: 'b' },
  { type: 'WithdrawTime', by, at: now, today, practitioner: 'therapist', withdrawalId: 'away', from: '2027-01-18', until: '2027-01-20', between: { from: '08:00', to: '12:30' } },
  { type: 'GiveTimeBack', by, at: now, withdrawalId: 'away' },
]
const calendarStory = () => calendarCommands.flatMap((command, index) => {
  const before = calendarCommands.slice(0, index).reduce((state, one) => { const decision = calendar.decide(one, state); return 'events' in decision ? decision.events.reduce(calendar.evolve, state) : state }, calendar.initial)
  const decision = calendar.decide(command, before)
  return 'events' in decision ? [...decision.events] : []
})

type Stored = Recorded & { readonly type: string; readonly subject: object }

/** Golden facts: `<type>.v<version>.json`, each as a version of this library once stored it. */
const folder = new URL('../golden/', import.meta.url)
const golden = new Map(readdirSync(folder).map((file) => [file, JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Stored]))

describe('the golden facts', () => {
  const versions = Object.entries({ ...agendaEvents, ...calendarEvents })
  test('hold every version of every fact', () => {
    expect([...golden.keys()].sort()).toEqual(versions.flatMap(([type, { version }]) => Array.from({ length: version }, (_, index) => `${type}.v${index + 1}.json`)).sort())
  })
  test.each(versions)('%s is what is written today', (type, { version }) => {
    expect([...story(), ...calendarStory()].find((event) => event.type === type)).toEqual(golden.get(`${type}.v${version}.json`))
  })
})

test('a fact in an older form is brought to the one of today by as many steps as it has had versions before', () => {
  for (const [type, { version }] of Object.entries(agendaEvents)) expect([type, agendaUpcasts[type as AgendaEvent['type']]?.length ?? 0]).toEqual([type, version - 1])
  const old = golden.get('PlanningPaused.v1.json') as unknown as Readonly<Record<string, unknown>>
  expect(agenda.evolve(agenda.initial, agendaUpcasts.PlanningPaused![0]!(old) as AgendaEvent).pace.pause).toMatchObject({ until: '2027-02-07', reviewOn: '2027-02-08', reason: 'unsaid' })
})

describe('erased facts', () => {
  const erase = (event: Stored) => ({ type: event.type, version: 1, subject: event.subject, at: event.at, erased: true })
  const foldErased = <State, Command, Event>({ initial, evolve, evolveErased = (state) => state }: Decider<State, Command, Event>, events: readonly object[]): State =>
    events.reduce<State>((state, event) => 'erased' in event ? evolveErased(state, event as ErasedFact) : evolve(state, event as Event), initial)

  test('of one person leave the rest of the agenda as it was', () => {
    const events = story()
    const state = foldErased(agenda, events.map((event) => event.subject.kind === 'adult' && event.subject.person === mother ? erase(event) : event))
    expect(appointmentsWith(state, 'confirmed', 'proposed', 'cancelled', 'tookPlace').map(({ needId }) => needId)).toEqual(['physiotherapy'])
    expect([...state.needs.byId.keys()]).toEqual(['physiotherapy', 'neurologist'])
    expect(JSON.stringify([...state.proposals.appointments])).not.toContain('therapist')
  })
  test('never bring back what they had closed: an address that ended, a request that was dealt with', () => {
    const state = foldErased(agenda, story().map((event) => ['CalendarFeedClosed', 'ChangeRequestClosed'].includes(event.type) ? erase(event) : event))
    expect([state.feeds.size, [...state.changeRequests.values()].map(({ isOpen }) => isOpen)]).toEqual([0, [false]])
  })
  test('of everybody leave an empty agenda and an empty calendar', () => {
    expect(foldErased(agenda, story().map(erase))).toEqual(agenda.initial)
    expect(foldErased(calendar, calendarStory().map(erase))).toEqual(calendar.initial)
  })
  test('never bring back an order of appointments that somebody had taken back', () => {
    const state = foldErased(agenda, story().map((event) => event.type === 'OrderRuleWithdrawn' ? erase(event) : event))
    expect(state.needs.order).toEqual([])
  })
  test('never bring back a pause or a lighter week that somebody had ended', () => {
    const state = foldErased(agenda, story().map((event) => ['PlanningResumed', 'WeekMadeOrdinary'].includes(event.type) ? erase(event) : event))
    expect(state.pace).toEqual(agenda.initial.pace)
  })
  test('in any mixture never stop the fold', () => {
    const events = story()
    for (let gap = 1; gap < events.length; gap++) expect(() => foldErased(agenda, events.map((event, index) => index % (gap + 1) === 0 ? erase(event) : event))).not.toThrow()
  })
})
