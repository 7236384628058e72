/**
 * The gate of the safety track. Each track of a family has a circle of its own, so its notes are decided with its own facts (P11, F04),
 * apart from everything else: the gate of the family never holds a note, and what it opens can't change with one.
 */
import { decide, disclose, plainEntry, type Disclosing, type Entry, type ExistenceLine, type Facts, type PolicyId } from '@samenspel/access'
import { findMember, subjectOf } from '@samenspel/family-case'
import { isDiscussed, shieldsOf, type Track, type TrackNote } from '@samenspel/safety'
import { dayOf, isSameSubject, zoneOf, type IsoInstant, type PersonId, type Subject } from '@samenspel/kernel'
import type { CaseRecord } from './case-record.ts'
import { guardsOfNote } from './items.ts'
import type { Asking } from './viewer.ts'

/** A note that opened, and why. */
export type OpenedNote = { readonly note: TrackNote; readonly policies: readonly PolicyId[] }

/** What of a track opens to somebody. */
export type OpenedTrack = {
  readonly track: Track
  /** Who works in it: they know of its circle, of what is to be done, and of whom it may have to do with. */
  readonly isMember: boolean
  /** At least one, or a line of `shut`. */
  readonly notes: readonly OpenedNote[]
  /** Of notes that stay shut on request (F11), for who otherwise reads them: that there is something, of whom and which day. */
  readonly shut: readonly (ExistenceLine & Pick<OpenedNote, 'policies'>)[]
}

/** What is true of the safety of one track. */
export const safetyOf = (track: Track): Facts['safety'] =>
  ({ members: track.members, discussedWithParents: isDiscussed(track), investigated: track.investigated })

/** What of the safety tracks of a family opens to who asks: nothing at all of a track of which no note does. */
export const openTracks = (record: CaseRecord, { viewer }: Asking, facts: Facts, now: IsoInstant, action: Disclosing = 'read'): readonly OpenedTrack[] =>
  [...record.tracks.values()].flatMap((track) => {
    const entries = track.notes.map((note) => ({ entry: noteEntry(record, track, note), content: note }))
    const verdicts = disclose(viewer, entries, { ...facts, safety: safetyOf(track) }, now, action)
    const notes = verdicts.flatMap((verdict): readonly OpenedNote[] => verdict.outcome === 'content' ? [{ note: verdict.content, policies: verdict.policies }] : [])
    const shut = verdicts.flatMap((verdict) => verdict.outcome === 'existence' ? [{ ...verdict.line, policies: verdict.policies }] : [])
    const isMember = viewer.kind === 'care' && track.members.includes(viewer.person) && [...notes, ...shut].some(({ policies }) => policies.includes('P11'))
    return notes.length === 0 && shut.length === 0 ? [] : [{ track, notes, shut, isMember }]
  })

/** The note that opens to a parent and beside which they may put something, by its id: of it they may ask that it stays shut. */
export const openNote = (record: CaseRecord, asking: Asking, facts: Facts, now: IsoInstant, noteId: string): (OpenedNote & Pick<OpenedTrack, 'track'>) | undefined => {
  for (const { track, notes } of openTracks(record, asking, facts, now)) {
    const opened = notes.find(({ note }) => note.noteId === noteId)
    if (opened !== undefined) return mayRestrict(record, asking, facts, now, track, opened.note) ? { ...opened, track } : undefined
  }
  return undefined
}

/** Whether a parent may ask that this note stays shut. */
export const mayRestrict = (record: CaseRecord, { viewer }: Asking, facts: Facts, now: IsoInstant, track: Track, note: TrackNote): boolean =>
  viewer.kind === 'portal' && decide(viewer, 'correctByStatement', noteEntry(record, track, note), { ...facts, safety: safetyOf(track) }, now).outcome === 'content'

/** A note as the policies know it. */
export const noteEntry = (record: CaseRecord, { about }: Track, { noteId, by, at, content, releasedTo, shields }: TrackNote): Entry => {
  const recorded = dayOf(at, zoneOf(record.file.family.jurisdiction))
  const guards = guardsOfNote(record, noteId)
  return {
    ...plainEntry, ...guards, shields: [...guards.shields, ...shieldsOf({ shields }).map((shield) => ({ person: shield.person, from: shield.at }))],
    restricted: guards.restricted || record.restrictedUnseen.some(({ person, until }) => at <= until && isAbout(record, about, person)),
    subject: about, category: 'safety', recorded, occurred: 'on' in content ? content.on : recorded, releasedTo: [...releasedTo, ...guards.releasedTo],
    author: { person: by.person, ...(by.organisation !== undefined && { organisation: by.organisation }), ...(by.discipline !== undefined && { discipline: by.discipline }) },
    mentions: 'spokenWith' in content ? content.spokenWith : [],
  }
}

/** Whether a track is about this child, also when it began before the birth. */
const isAbout = ({ file: { family } }: CaseRecord, about: Subject, person: PersonId): boolean => {
  const member = findMember(family, person)
  return member !== undefined && (isSameSubject(subjectOf(member), about) || (about.kind === 'unborn' && about.person === member.carriedBy))
}

/** Whether somebody neither works in a track nor ever wrote in it: then nothing of it shows in what they see of the family. */
export const isOutside = ({ members, notes }: Track, person: PersonId): boolean => !members.includes(person) && notes.every(({ by }) => by.person !== person)

/** Whether a moment lay within a track that was then under way. */
export const isDuringTrack = ({ at, closed }: Track, moment: IsoInstant): boolean => at <= moment && (closed === undefined || moment < closed.at)
