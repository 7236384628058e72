/**
 * The gate of the safety track. Each track of a family has a circle of its own, so its notes are decided with its own facts (P11, F04),
 * apart from everything else: the gate of the family never holds a note, and what it opens can't change with one.
 */
import { decide, disclose, plainEntry, type Disclosing, type Entry, type ExistenceLine, type Facts, type PolicyId } from '@samenspel/access'
import { findMember, subjectOf } from '@samenspel/family-case'
import { isDiscussed, shieldsOf, unansweredOf, type Track, type TrackNote, type WordsBeside } from '@samenspel/safety'
import { dayOf, isSameSubject, zoneOf, type IsoInstant, type PersonId, type Subject } from '@samenspel/kernel'
import type { CaseRecord } from './case-record.ts'
import { guardsOfNote } from './items.ts'
import type { Asking } from './viewer.ts'

/** A note that opened, and why. */
export type OpenedNote = { readonly note: TrackNote; readonly policies: readonly PolicyId[]; /** What of the words beside it opens too. */ readonly beside: readonly OpenedWords[] }

/** Words beside a note, in whose record they stand, and why they opened. */
export type OpenedWords = { readonly words: WordsBeside; readonly subject: Subject; readonly policies: readonly PolicyId[] }

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
    const ofTrack = { ...facts, safety: safetyOf(track) }
    const verdicts = disclose(viewer, entries, ofTrack, now, action)
    const notes = verdicts.flatMap((verdict): readonly OpenedNote[] => verdict.outcome === 'content' ? [{ note: verdict.content, policies: verdict.policies, beside: openWords(record, viewer, ofTrack, now, action, track, verdict.content) }] : [])
    const shut = verdicts.flatMap((verdict) => verdict.outcome === 'existence' ? [{ ...verdict.line, policies: verdict.policies }] : [])
    const isMember = viewer.kind === 'care' && track.members.includes(viewer.person) && [...notes, ...shut].some(({ policies }) => policies.includes('P11'))
    return notes.length === 0 && shut.length === 0 ? [] : [{ track, notes, shut, isMember }]
  })

/** Words show only beside a note that opened, and only to who works in the track and to whom they are of: not to the other parent. */
const openWords = (record: CaseRecord, viewer: Asking['viewer'], ofTrack: Facts, now: IsoInstant, action: Disclosing, track: Track, note: TrackNote): readonly OpenedWords[] =>
  disclose(viewer, note.beside.map((words) => ({ entry: wordsEntry(record, track, note, words), content: words })), ofTrack, now, action)
    .flatMap((verdict) => verdict.outcome === 'content' ? [{ words: verdict.content, subject: wordsSubject(record, note, verdict.content), policies: verdict.policies }] : [])

/** The note that opens to a parent and beside which they may put something, by its id: so of it they may ask that it stays shut. */
export const openNote = (record: CaseRecord, asking: Asking, facts: Facts, now: IsoInstant, noteId: string): (OpenedNote & Pick<OpenedTrack, 'track'>) | undefined => {
  for (const { track, notes } of openTracks(record, asking, facts, now)) {
    const opened = notes.find(({ note }) => note.noteId === noteId)
    if (opened !== undefined) return mayState(record, asking, facts, now, track, opened.note) ? { ...opened, track } : undefined
  }
  return undefined
}

/** Whether a parent may put own words beside this note, and ask that it stays shut. */
export const mayState = (record: CaseRecord, { viewer }: Asking, facts: Facts, now: IsoInstant, track: Track, note: TrackNote): boolean =>
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

/**
 * Words beside a note as the policies know them: as shut, as shared and as shielded as the note, and of the record of who spoke first. So
 * what one parent says of their child's safety is nothing that the other reads (F01), whatever they read of the track.
 */
const wordsEntry = (record: CaseRecord, track: Track, note: TrackNote, words: WordsBeside): Entry => {
  const { by, at } = words
  const recorded = dayOf(at, zoneOf(record.file.family.jurisdiction))
  return {
    ...noteEntry(record, track, note), subject: wordsSubject(record, note, words), recorded, occurred: recorded, mentions: [],
    author: { person: by.person, ...(by.organisation !== undefined && { organisation: by.organisation }), ...(by.discipline !== undefined && { discipline: by.discipline }) },
  }
}

/** Whose record words stand in: of who put them there, and an answer with what it answers. */
const wordsSubject = ({ file: { family } }: CaseRecord, { beside }: TrackNote, words: WordsBeside): Subject => {
  const { by: { person } } = beside.find(({ wordsId }) => wordsId === words.answers) ?? words
  const member = findMember(family, person)
  return member === undefined ? { kind: 'adult', person } : subjectOf(member)
}

/** Whether a track is about this child, also when it began before the birth. */
const isAbout = ({ file: { family } }: CaseRecord, about: Subject, person: PersonId): boolean => {
  const member = findMember(family, person)
  return member !== undefined && (isSameSubject(subjectOf(member), about) || (about.kind === 'unborn' && about.person === member.carriedBy))
}

/** Whether words of the family that opened wait for an answer of the circle. */
export const hasUnanswered = ({ notes }: OpenedTrack): boolean =>
  notes.some(({ note, beside }) => unansweredOf(note).some(({ wordsId }) => beside.some(({ words }) => words.wordsId === wordsId)))

/** Whether somebody neither works in a track nor ever wrote in it: then nothing of it shows in what they see of the family. */
export const isOutside = ({ members, notes }: Track, person: PersonId): boolean => !members.includes(person) && notes.every(({ by }) => by.person !== person)

/** Whether a moment lay within a track that was then under way. */
export const isDuringTrack = ({ at, closed }: Track, moment: IsoInstant): boolean => at <= moment && (closed === undefined || moment < closed.at)
