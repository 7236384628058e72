/**
 * The way of a row to a decision, which is the one of a request: events, folded by the deciders, turned into facts and entries by the
 * gate's own code, then decided.
 */
import { requests, restrictedEntries } from '@samenspel/accountability'
import { decide, type Entry, type Facts, type Scene, type Verdict } from '@samenspel/access'
import { emptyAgenda } from '@samenspel/agenda'
import { familyCase, type FamilyCase, type FamilyCaseEvent } from '@samenspel/family-case'
import { dayOf, zoneOf } from '@samenspel/kernel'
import { practitioner, usualUse, type Practitioner } from '@samenspel/register'
import { emergencies, safetyTracks, type Emergencies, type Tracks } from '@samenspel/safety'
import { factsOf } from '../disclosure/facts.ts'
import { candidates } from '../disclosure/items.ts'
import type { CaseRecord } from '../disclosure/case-record.ts'
import { noteEntry, safetyOf } from '../disclosure/tracks.ts'
import { employmentOf, type Asking } from '../disclosure/viewer.ts'
import { emergencyEvents, entryId, familyEvents, practitionerEvents, requestEvents, trackEvents } from './events.ts'

/**
 * Every fact that policies read is folded from events, and every row is decided on facts from events. What is left is a part that
 * the case file doesn't have: nothing records a meeting in which somebody looks, so no consent holds for one alone, and a row that
 * tells of one gives it. Where nothing supplies it, such a consent opens nothing.
 */
export const givenParts = { consents: ['context'] } as const

/**
 * Parts of an entry that a row gives as they stand, since nothing in a file has them. Drafts are kept beside the log, each for who
 * writes it (docs/decisions/005); what has an address or a time in it is `contact` or `planning` or has a place of its own apart.
 */
export const unknownOfEntry = ['draft', 'locating'] as const satisfies readonly (keyof Entry)[]

/**
 * Parts that come with what an entry is: an appointment has participants, a question those to whom it is put, a line of the log who
 * looked, a consent for all no label. A row names them apart from that, so it gives them as well.
 */
export const givenOfEntry = [
  ...unknownOfEntry, 'kind', 'category', 'identified', 'current', 'mentions', 'participants', 'addressees', 'about', 'lookedBy',
] as const satisfies readonly (keyof Entry)[]

/** What the events of a row fold to, before anything is given: as the gate would have it. @param events when not all of them happened. */
export const played = (scene: Scene, events: readonly FamilyCaseEvent[] = familyEvents(scene)): { readonly facts: Facts; readonly entry: Entry } => {
  const file = events.reduce<FamilyCase>(familyCase.evolve, familyCase.initial)
  if (!file.isOpen) throw new Error('the events of a row open no case')
  const tracks = trackEvents(scene).reduce<Tracks>(safetyTracks.evolve, safetyTracks.initial)
  const openings = [...emergencyEvents(scene).reduce<Emergencies>(emergencies.evolve, emergencies.initial).openings.values()]
  const registered = practitionerEvents(scene).reduce<Practitioner | undefined>(practitioner.evolve, practitioner.initial)
  const record: CaseRecord = {
    familyId: 'family', file, agenda: emptyAgenda, tracks, openings, restrictedUnseen: [], restricted: restrictedEntries(requestEvents(scene).reduce(requests.evolve, requests.initial)),
    directory: {
      practitioner: (id) => registered?.id === id ? registered : undefined,
      organisation: () => undefined, place: () => undefined, offers: () => [], meetingWay: () => undefined, fallen: () => undefined, onShelf: () => false, use: () => usualUse,
    },
  }
  const [track] = tracks.values()
  const note = track?.notes.find(({ noteId }) => noteId === entryId)
  const candidate = candidates(record, dayOf(scene.now, zoneOf(scene.facts.jurisdiction))).find(({ item }) => item.id === entryId)
  const entry = track !== undefined && note !== undefined ? noteEntry(record, track, note) : candidate?.entries[0]
  if (entry === undefined) throw new Error('the events of a row hold no entry')
  // What is in no track is decided without any; a row that tells of one asks what its own facts decide.
  const facts = factsOf(record, askingOf(scene, registered))
  return { facts: track === undefined ? facts : { ...facts, safety: safetyOf(track) }, entry }
}

/** Who asks, as sign-in and the register know them: an office by its session, a professional while registered. */
const askingOf = ({ viewer, facts }: Scene, registered: Practitioner | undefined): Asking => {
  const { person } = viewer
  const inOffice = facts.employments.find((held) => held.person === person)
  const employment = registered === undefined ? inOffice && { person, organisation: inOffice.organisation } : employmentOf(registered)
  return {
    viewer, duties: registered?.duties ?? [], actor: { person, role: 'system' }, employment,
    session: { person, role: viewer.kind === 'portal' ? 'familyMember' : viewer.kind === 'care' ? 'professional' : 'privacyOfficer', app: 'desk', language: 'nl', key: 'matrix', secondFactor: true },
  }
}

/** Decides a row as a request would be. */
export const decidePlayed = (scene: Scene): Verdict => decideAfter(scene, familyEvents(scene))

/** The same when these events happened, and no other. */
export const decideAfter = (scene: Scene, events: readonly FamilyCaseEvent[]): Verdict => {
  const { viewer, action, now } = scene
  const { facts, entry } = played(scene, events)
  return decide(viewer, action, { ...entry, ...pick(scene.entry, givenOfEntry) }, withGiven(facts, scene.facts), now)
}

const withGiven = (folded: Facts, given: Facts): Facts => ({
  ...folded,
  consents: folded.consents.map((consent, i) => ({ ...consent, ...pick(given.consents[i], givenParts.consents) })),
})

const pick = <Whole extends object, Part extends keyof Whole>(whole: Whole | undefined, parts: readonly Part[]): Partial<Pick<Whole, Part>> =>
  whole === undefined ? {} : Object.fromEntries(parts.filter((part) => whole[part] !== undefined).map((part) => [part, whole[part]])) as Partial<Pick<Whole, Part>>
