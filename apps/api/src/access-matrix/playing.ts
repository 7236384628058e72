/**
 * The way of a row to a decision, which is the one of a request: events, folded by the deciders, turned into facts and entries by the
 * gate's own code, then decided.
 */
import { decide, type Entry, type Facts, type Scene, type Verdict } from '@samenspel/access'
import { emptyAgenda } from '@samenspel/agenda'
import { familyCase, type FamilyCase, type FamilyCaseEvent } from '@samenspel/family-case'
import { dayOf, zoneOf } from '@samenspel/kernel'
import { practitioner, usualUse, type Practitioner } from '@samenspel/register'
import { safetyTracks } from '@samenspel/safety'
import { factsOf } from '../disclosure/facts.ts'
import { candidates } from '../disclosure/items.ts'
import type { CaseRecord } from '../disclosure/record.ts'
import type { Asking } from '../disclosure/viewer.ts'
import { entryId, familyEvents, practitionerEvents } from './events.ts'

/**
 * Facts that a row gives to the policies as they stand, since `factsOf` folds them from nothing yet. Whoever makes the case file
 * record one takes it off this list.
 */
export const unfoldedFacts = ['state', 'groupDuties', 'ownFamily', 'excluded', 'youthCareExchanges', 'safety', 'highConflict'] as const satisfies readonly (keyof Facts)[]

/** Facts that are folded and given as well: what leads to them isn't played in `events.ts`. Each is proven by a spec of its own. */
export const unplayedFacts = ['holdersDisagree', 'breakGlass', 'protections', 'closings'] as const satisfies readonly (keyof Facts)[]

const givenFacts = [...unfoldedFacts, ...unplayedFacts] as const

/** The same of a fact's parts. */
export const givenParts = { children: ['judgedCapable', 'letsParentsRead'], consents: ['context'] } as const

/** Parts of an entry that a row gives as they stand, since nothing in a file has them yet. */
export const unknownOfEntry = ['draft', 'locating', 'secret', 'inConfidence'] as const satisfies readonly (keyof Entry)[]

/**
 * Parts that come with what an entry is: an appointment has participants, a question those to whom it is put, a line of the log who
 * looked, a consent for all no label. A row names them apart from that, so it gives them as well.
 */
export const givenOfEntry = [
  ...unknownOfEntry, 'restricted', 'releasedTo', 'shields', 'kind', 'category', 'identified', 'current', 'mentions', 'participants', 'addressees', 'about', 'lookedBy',
] as const satisfies readonly (keyof Entry)[]

/** What the events of a row fold to, before anything is given: as the gate would have it. @param events when not all of them happened. */
export const played = (scene: Scene, events: readonly FamilyCaseEvent[] = familyEvents(scene)): { readonly facts: Facts; readonly entry: Entry } => {
  const file = events.reduce<FamilyCase>(familyCase.evolve, familyCase.initial)
  if (!file.isOpen) throw new Error('the events of a row open no case')
  const registered = practitionerEvents(scene).reduce<Practitioner | undefined>(practitioner.evolve, practitioner.initial)
  const record: CaseRecord = {
    familyId: 'family', file, agenda: emptyAgenda, tracks: safetyTracks.initial, openings: [], restricted: new Set(),
    directory: {
      practitioner: (id) => registered?.id === id ? registered : undefined,
      organisation: () => undefined, place: () => undefined, offers: () => [], meetingWay: () => undefined, fallen: () => undefined, use: () => usualUse,
    },
  }
  const candidate = candidates(record, dayOf(scene.now, zoneOf(scene.facts.jurisdiction))).find(({ item }) => item.id === entryId)
  const entry = candidate?.entries[0]
  if (entry === undefined) throw new Error('the events of a row hold no entry')
  return { facts: factsOf(record, askingOf(scene)), entry }
}

/** Who asks, as sign-in and the register know them: an office by its session, a professional while registered. */
const askingOf = ({ viewer, facts }: Scene): Asking => {
  const { person } = viewer
  const employment = facts.employments.find((held) => held.person === person)
  return {
    viewer, actor: { person, role: 'system' }, employment: employment && { person, organisation: employment.organisation },
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
  ...folded, ...pick(given, givenFacts),
  children: folded.children.map((child) => ({ ...child, ...pick(given.children.find(({ person }) => person === child.person), givenParts.children) })),
  consents: folded.consents.map((consent, i) => ({ ...consent, ...pick(given.consents[i], givenParts.consents) })),
})

const pick = <Whole extends object, Part extends keyof Whole>(whole: Whole | undefined, parts: readonly Part[]): Partial<Pick<Whole, Part>> =>
  whole === undefined ? {} : Object.fromEntries(parts.filter((part) => whole[part] !== undefined).map((part) => [part, whole[part]])) as Partial<Pick<Whole, Part>>
