/**
 * The gate of the safety track. Each track of a family has a circle of its own, so its notes are decided with its own facts (P11, F04),
 * apart from everything else: the gate of the family never holds a note, and what it opens can't change with one.
 */
import { disclose, plainEntry, type Disclosing, type Entry, type Facts, type PolicyId } from '@samenspel/access'
import { isDiscussed, type Track, type TrackNote } from '@samenspel/safety'
import { dayOf, zoneOf, type IsoInstant, type PersonId } from '@samenspel/kernel'
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
  /** At least one. */
  readonly notes: readonly OpenedNote[]
}

/** What is true of the safety of one track. */
export const safetyOf = (track: Track): Facts['safety'] =>
  ({ members: track.members, discussedWithParents: isDiscussed(track), investigated: track.investigated })

/** What of the safety tracks of a family opens to who asks: nothing at all of a track of which no note does. */
export const openTracks = (record: CaseRecord, { viewer }: Asking, facts: Facts, now: IsoInstant, action: Disclosing = 'read'): readonly OpenedTrack[] =>
  [...record.tracks.values()].flatMap((track) => {
    const entries = track.notes.map((note) => ({ entry: noteEntry(record, track, note), content: note }))
    const notes = disclose(viewer, entries, { ...facts, safety: safetyOf(track) }, now, action)
      .flatMap((verdict): readonly OpenedNote[] => verdict.outcome === 'content' ? [{ note: verdict.content, policies: verdict.policies }] : [])
    return notes.length === 0 ? [] : [{ track, notes, isMember: viewer.kind === 'care' && track.members.includes(viewer.person) && notes.some(({ policies }) => policies.includes('P11')) }]
  })

/** A note as the policies know it. */
export const noteEntry = (record: CaseRecord, { about }: Track, { noteId, by, at, content, releasedTo }: TrackNote): Entry => {
  const recorded = dayOf(at, zoneOf(record.file.family.jurisdiction))
  const guards = guardsOfNote(record, noteId)
  return {
    ...plainEntry, ...guards, subject: about, category: 'safety', recorded, occurred: 'on' in content ? content.on : recorded, releasedTo: [...releasedTo, ...guards.releasedTo],
    author: { person: by.person, ...(by.organisation !== undefined && { organisation: by.organisation }), ...(by.discipline !== undefined && { discipline: by.discipline }) },
    mentions: 'spokenWith' in content ? content.spokenWith : [],
  }
}

/** Whether somebody neither works in a track nor ever wrote in it: then nothing of it shows in what they see of the family. */
export const isOutside = ({ members, notes }: Track, person: PersonId): boolean => !members.includes(person) && notes.every(({ by }) => by.person !== person)

/** Whether a moment lay within a track that was then under way. */
export const isDuringTrack = ({ at, closed }: Track, moment: IsoInstant): boolean => at <= moment && (closed === undefined || moment < closed.at)
