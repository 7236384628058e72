/** What one process, the one that leads, does about mail: follows the log for reasons to write, and sends what is due. */
import { appointmentsWith, fallenAway, type AgendaEvent, type Away, type CalendarEvent } from '@samenspel/agenda'
import { isErased, type OpenedEvent, type SealedStore } from '@samenspel/event-codec'
import type { FamilyCaseEvent, OpenCase } from '@samenspel/family-case'
import { dayOf, momentOf, zoneOf, type Clock, type FamilyId, type Id, type IsoDate, type PersonId } from '@samenspel/kernel'
import { isClosedOn, organisation as houseDecider, useOf, type Organisation, type OrganisationEvent, type RegisterEvent } from '@samenspel/register'
import type { EmergencyEvent } from '@samenspel/safety'
import { errorCode, startProcess, type Report, type Term } from '@samenspel/read-models'
import type { AllFiles } from '../composition/files.ts'
import { loadCalendars } from '../disclosure/record.ts'
import type { Telling } from '../disclosure/telling.ts'
import type { Whereabouts } from '../read-models/partners.ts'
import type { StateDatabase, StateTables } from '../sessions/state-database.ts'
import type { Alarm } from './alarm.ts'
import { endingReason } from './ending-registrations.ts'
import type { Outbox } from './outbox.ts'
import type { Post } from './post.ts'
import type { PreferenceStore } from './preferences.ts'
import { fellAwayReasons, reasonsOf, tellingTypes, type Reason } from './reasons.ts'

export type RunMessagesParts = Term & {
  readonly events: SealedStore
  /** Its place in the log stands where the outbox does, so that neither is ever without the other: tables that are made anew send nothing anew. */
  readonly state: StateDatabase
  readonly files: AllFiles
  readonly whereabouts: Whereabouts
  readonly outbox: Outbox
  readonly preferences: PreferenceStore
  readonly telling: Telling
  /** Absent where no mail is sent: then nobody is noted, and what happened meanwhile is never written about later. */
  readonly post: Post | undefined
  readonly alarm: Alarm
  readonly clock: Clock
  readonly report: Report
}

export type RunningMessages = {
  /** Whether reasons can't be followed. */
  readonly isHeldUp: () => boolean
  /** A word for why no mail can leave now. */
  readonly trouble: () => string | undefined
  readonly done: Promise<unknown>
}

/** Milliseconds between two looks at what is due. */
const lookEvery = 5_000
/** And at most, while no mail can leave. */
const longestPause = 60_000

export const runMessages = async ({ events, state, files, whereabouts, outbox, preferences, telling, post, alarm, clock, report, signal, fence }: RunMessagesParts): Promise<RunningMessages> => {
  const handle = async ({ id: eventId, stream, content }: OpenedEvent): Promise<void> => {
    if (post === undefined || isErased(content)) return
    const withdrawn = content as CalendarEvent | RegisterEvent
    if (withdrawn.type === 'TimeWithdrawn') return tellOfLoss(eventId, withdrawn, [stream.slice('calendar-'.length)], ({ withdrawalId }) => withdrawalId === withdrawn.withdrawalId, () => false)
    if (withdrawn.type === 'LocationUseSet' || withdrawn.type === 'HolidaysChosen') {
      const before = await houseBefore(stream, eventId)
      const after = houseDecider.evolve(before, withdrawn)
      const isNew = (place: string, date: IsoDate) => before !== undefined && after !== undefined && isOf(before, place) && isClosedOn(useOf(after, place), date) && !isClosedOn(useOf(before, place), date)
      return tellOfLoss(eventId, withdrawn, await colleaguesAt(stream.slice('organisation-'.length)), () => false, isNew)
    }
    if (withdrawn.type === 'LocationEnded') {
      return tellOfLoss(eventId, withdrawn, await colleaguesAt(stream.slice('organisation-'.length)), () => false, (place, date) => place === withdrawn.locationId && date > withdrawn.until)
    }
    const event = content as AgendaEvent | FamilyCaseEvent | EmergencyEvent
    const family = event.type === 'AccessOpened' ? event.familyId : stream.slice(stream.indexOf('-') + 1)
    const [agenda, file] = await Promise.all([files.agendas.state(family), files.cases.state(family)])
    if (!file.isOpen) return
    await noteReasons(reasonsOf(event, { family, eventId, agenda, file, offices: event.type === 'AccessOpened' ? await preferences.offices() : [] }), family, file)
  }
  const noteReasons = async (reasons: readonly Reason[], family: FamilyId, file: OpenCase): Promise<void> => {
    const now = clock()
    for (const { due, ...reason } of reasons) {
      if (!await wantsMail(reason.person) || await telling({ ...reason, family }) === undefined) continue
      await outbox.note({ ...reason, family, zone: zoneOf(file.family.jurisdiction) }, now, due ?? now)
      alarm.ring()
    }
  }
  const wantsMail = async (person: PersonId): Promise<boolean> => {
    const chosen = (await preferences.find(person))?.preferences
    return chosen?.address !== undefined && chosen.channel !== 'none'
  }
  let lookedOn: IsoDate | undefined
  /** What comes near with time alone, once a day. Who gives an address later hears of it on the next. */
  const noteWhatEnds = async (): Promise<void> => {
    const now = clock()
    const today = dayOf(now, 'Europe/Amsterdam')
    if (lookedOn === today) return
    for (const person of await whereabouts.practitioners()) {
      if (signal.aborted) return
      const practitioner = await files.practitioners.state(person)
      const organisation = practitioner === undefined ? undefined : await files.organisations.state(practitioner.organisation)
      const reason = organisation === undefined ? undefined : endingReason(person, practitioner, organisation.jurisdiction, now)
      if (organisation !== undefined && reason !== undefined && await wantsMail(person)) await outbox.note({ ...reason, zone: zoneOf(organisation.jurisdiction) }, now, now)
    }
    lookedOn = today
  }
  const colleaguesAt = async (organisation: string): Promise<readonly PersonId[]> => {
    const people = await whereabouts.practitioners()
    const known = await Promise.all(people.map(files.practitioners.state))
    return people.filter((_, index) => known[index]?.organisation === organisation)
  }
  /** An organisation as it was before this: of what was closed already there was a mail. */
  const houseBefore = async (stream: string, eventId: Id): Promise<Organisation | undefined> => {
    let house: Organisation | undefined
    for await (const { id, content } of events.read(stream)) {
      if (id === eventId) break
      if (!isErased(content)) house = houseDecider.evolve(house, content as OrganisationEvent)
    }
    return house
  }
  const isOf = ({ locations }: Organisation, place: string) => locations.some(({ locationId }) => locationId === place)
  /** Every family that these people have something with is looked at: what is booked stands in their calendars, what is only proposed does not. */
  const tellOfLoss = async (eventId: Id, said: CalendarEvent | RegisterEvent, people: readonly PersonId[], isThis: (away: Away) => boolean, isNewlyClosed: (place: string, date: IsoDate) => boolean): Promise<void> => {
    const calendars = await loadCalendars(files, people)
    // Of what fell away earlier there was a mail.
    const withThis = new Map([...calendars].map(([person, calendar]) => [person, { ...calendar, away: new Map([...calendar.away].filter(([, away]) => isThis(away))) }]))
    const families = new Set([...calendars.values()].flatMap(({ taken }) => [...taken.values()].map(({ familyId }) => familyId)))
    for (const person of people) for (const family of await whereabouts.familiesOf(person)) families.add(family)
    for (const family of families) {
      const [agenda, file] = await Promise.all([files.agendas.state(family), files.cases.state(family)])
      if (!file.isOpen) continue
      const coming = appointmentsWith(agenda, 'confirmed', 'proposed').filter(({ date, start }) => Temporal.Instant.compare(momentOf(date, start, zoneOf(file.family.jurisdiction)), clock()) > 0)
      const lost = fallenAway(coming, withThis, isNewlyClosed)
      await noteReasons(fellAwayReasons(eventId, said, family, file, lost.map(({ appointment }) => appointment)), family, file)
    }
  }
  const following = await startProcess<StateTables, OpenedEvent>({ source: events, database: state, name: 'messages', types: tellingTypes, handle, signal, report, ...(fence !== undefined && { fence }) })

  let trouble: string | undefined
  const note = (code: string | undefined): void => {
    if (code !== undefined && code !== trouble) report({ follower: 'mail', what: 'held-up', code })
    trouble = code
  }
  const send = async (): Promise<void> => {
    if (post === undefined) return
    for (const letter of await outbox.recover(clock())) report({ follower: 'mail', what: 'set-aside', code: `uncertain letter ${letter}` })
    await outbox.forgetOld(clock())
    let failures = 0
    while (!signal.aborted) {
      const found = await noteWhatEnds().then(() => post.sendDue(signal)).catch((error: unknown) => ({ trouble: errorCode(error), sent: false }))
      if ('trouble' in found) { note(found.trouble); failures += 1 }
      else if (found.sent || failures === 0 || (await outbox.counts()).waiting === 0) { note(undefined); failures = 0 }
      await alarm.wait(Math.min(longestPause, lookEvery * 2 ** failures), signal)
    }
  }
  return { isHeldUp: () => following.failing() !== undefined, trouble: () => trouble, done: Promise.all([following.done, send()]) }
}
