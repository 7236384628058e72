import { requestEvents, requests, review, reviewEvents } from '@samenspel/accountability'
import { agenda, agendaEvents, agendaUpcasts, calendar, calendarEvents, type Agenda } from '@samenspel/agenda'
import { openSealedStore, openStreams, registerEvents, type DomainEvent, type EventTable, type Foldable, type KeyStore, type SealedStore, type Streams } from '@samenspel/event-codec'
import { erasureEvents, erasures } from '@samenspel/erasure'
import { EventStoreReadOnly, type EventStore } from '@samenspel/event-store'
import { documentEvents, familyCase, familyCaseEvents, practiceShelf, shelfEvents, type FamilyCase } from '@samenspel/family-case'
import { consultation, consultationEvents, referral, referralEvents } from '@samenspel/front-door'
import { isRefused, type Decider, type Decision } from '@samenspel/kernel'
import { organisation, practitioner, registerEvents as eventsOfRegister } from '@samenspel/register'
import { emergencies, emergencyEvents, safetyTracks, trackEvents } from '@samenspel/safety'
import { openKeepingDocuments } from '../documents/document-parts.ts'
import { Refused } from '../graphql/refused.ts'
import { authorityBasisOf, type AuthorityBasis } from './authority-basis.ts'
import type { AllFiles, Files } from './files.ts'

type Described = Readonly<Record<string, { readonly version: number; readonly retention: string }>>

/** Every event that this program writes, by the library it comes from. */
const described: readonly Described[] = [familyCaseEvents, documentEvents, agendaEvents, calendarEvents, eventsOfRegister, erasureEvents, trackEvents, emergencyEvents, requestEvents, reviewEvents, referralEvents, consultationEvents, shelfEvents]

/** The steps of those events that have had an older form. */
const upcasts: Readonly<Record<string, EventTable[string]>> = agendaUpcasts
const table = (events: Described): EventTable => Object.fromEntries(Object.keys(events).map((type) => [type, upcasts[type] ?? []]))
const retentionClasses = new Map(described.flatMap((events) => Object.entries(events).map(([type, { retention: kept }]) => [type, kept] as const)))

/** How long an event of this type is kept: the kind of record that it belongs to. */
export const retentionClassOf = (type: string): string => retentionClasses.get(type) ?? 'care-record'

/** Which events this program can read. */
export const eventTypes = registerEvents(...described.map(table))

export const openSealedEvents = (store: EventStore, keys: KeyStore): SealedStore => openSealedStore({
  store, keys, types: eventTypes, retentionClassOf,
})

/** All streams, by kind. */
export const openFiles = (sealed: SealedStore): AllFiles => {
  const streams = openStreams({ sealed })
  return {
    cases: filesOf(streams, 'family', familyCase),
    readCase: (id, isTheirs) => streams.readState(`family-${id}`, familyFile, isTheirs),
    agendas: filesOf(streams, 'agenda', agenda),
    calendars: filesOf(streams, 'calendar', calendar),
    practitioners: filesOf(streams, 'practitioner', practitioner),
    organisations: filesOf(streams, 'organisation', organisation),
    erasures: filesOf(streams, 'erasure', erasures),
    tracks: filesOf(streams, 'circle', safetyTracks),
    emergencies: filesOf(streams, 'emergency', emergencies),
    requests: filesOf(streams, 'requests', requests),
    reviews: filesOf(streams, 'review', review),
    referrals: filesOf(streams, 'referral', referral),
    consultations: filesOf(streams, 'consultation', consultation),
    shelf: filesOf(streams, 'shelf', practiceShelf),
    keepDocument: openKeepingDocuments(sealed),
    forget: streams.forget,
  }
}

/** The kinds of streams that are of one family, under its id. */
const ofFamily: readonly string[] = ['family', 'agenda', 'erasure', 'circle', 'requests', 'review']

/** How a stream is folded, without what is asked of it. */
const foldableOf = <State, Command, Event extends DomainEvent>({ initial, evolve, evolveErased }: Decider<State, Command, Event>): Foldable<State, Event> =>
  ({ initial, evolve, ...(evolveErased !== undefined && { evolveErased }) })
const familyFile = foldableOf(familyCase)

const filesOf = <State, Command, Event extends DomainEvent>(streams: Streams, kind: string, decider: Decider<State, Command, Event>): Files<string, State, Command> => {
  const foldable = kind === 'family' ? familyFile as unknown as Foldable<State, Event> : foldableOf(decider)
  return {
    state: (id) => streams.state(`${kind}-${id}`, foldable),
    stateAsOf: (id, at) => streams.stateAsOf(`${kind}-${id}`, foldable, at),
    handle: async (id, command, commandId) => {
      // Facts of other streams are read before; of this one at the moment of deciding.
      const besides = kind !== 'family' && ofFamily.includes(kind) ? await streams.state(`family-${id}`, familyFile) : undefined
      const bases = new Map<DomainEvent, AuthorityBasis>()
      const decide = (state: State): Decision<Event> => {
        const decision = decider.decide(command, state)
        if (isRefused(decision)) return decision
        const file = kind === 'family' ? state as FamilyCase : besides
        for (const event of decision.events) {
          const basis = authorityBasisOf({ kind, id, by: event.by, at: event.at, subject: event.subject, ...(file !== undefined && { file }), ...(kind === 'agenda' && { agenda: state as Agenda }) })
          if (basis === undefined) return { refusal: { code: 'basis-missing' } }
          bases.set(event, basis)
        }
        return decision
      }
      const { outcome, position } = await streams.handle(`${kind}-${id}`, foldable, { commandId, basisOf: (event) => bases.get(event) }, decide).catch(refuseWhenReadOnly)
      return isRefused(outcome) ? { refusal: outcome.refusal, position, recorded: [] } : { position, recorded: outcome.events }
    },
  }
}

/** What can't be recorded is no outcome of a command, so it isn't returned as one: who asks again later may well be answered. */
const refuseWhenReadOnly = (error: unknown): never => {
  throw error instanceof EventStoreReadOnly ? new Refused('only-reading') : error
}
