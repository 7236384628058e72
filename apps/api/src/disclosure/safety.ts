/** The safety tracks of a family, for who works in one, and for a parent to whom something of it was opened. For others there is none. */
import type { FamilyId } from '@samenspel/kernel'
import type { SafetyNote, SafetyTrack } from '../graphql/types/safety.ts'
import type { Session } from '../sessions/sessions.ts'
import { look, type DisclosingParts, type Looked } from './disclosing.ts'
import { factsOf } from './facts.ts'
import { noTrackLine, nothingSharedLine, trackLines } from './log-lines.ts'
import { loadDirectory } from './record.ts'
import { mayState, openTracks, type OpenedTrack } from './tracks.ts'
import { askingOf } from './viewer.ts'
import { trackView } from './views/safety.ts'

export type Safety = {
  /** Those of which something opens, the newest first. @returns nothing where nothing does: then it is as if there were no such family. */
  readonly tracks: (session: Session, family: FamilyId) => Promise<readonly SafetyTrack[] | undefined>
  /** What of safety tracks was shared with somebody of the family, the newest first; an empty list for everybody else. */
  readonly shared: (session: Session, family: FamilyId) => Promise<readonly SafetyNote[]>
}

export const openSafety = (parts: DisclosingParts): Safety => ({
  tracks: async (session, family) => {
    const looked = await look(parts, await askingOf(session, parts.files), family, 'safetyTracks')
    if (looked === undefined) return undefined
    const tracks = opening(looked)
    if (tracks.length === 0) {
      await parts.log.write(family, [noTrackLine(looked.occasion)])
      return undefined
    }
    return viewsOf(parts, looked, tracks)
  },
  shared: async (session, family) => {
    const looked = await look(parts, await askingOf(session, parts.files), family, 'sharedSafetyNotes')
    if (looked === undefined) return []
    const isPortal = looked.occasion.asking.viewer.kind === 'portal'
    const tracks = isPortal ? opening(looked) : []
    if (tracks.length > 0) return (await viewsOf(parts, looked, tracks)).flatMap(({ notes }) => notes.toReversed())
    await parts.log.write(family, [isPortal ? nothingSharedLine(looked.occasion) : noTrackLine(looked.occasion)])
    return []
  },
})

const opening = ({ occasion: { asking, record, now } }: Looked): readonly OpenedTrack[] => openTracks(record, asking, factsOf(record, asking), now)

/** With their lines in the access log, which are written first. */
const viewsOf = async (parts: DisclosingParts, { occasion, reader }: Looked, tracks: readonly OpenedTrack[]): Promise<readonly SafetyTrack[]> => {
  const { record, asking, now } = occasion
  const classes = (of: 'notes' | 'shut') => tracks.flatMap((one) => one[of].map(({ policies }) => ({ subject: one.track.about, category: 'safety' as const, policies })))
  const words = tracks.flatMap(({ notes }) => notes.flatMap(({ beside }) => beside.map(({ subject, policies }) => ({ subject, category: 'safety' as const, policies }))))
  await parts.log.write(record.familyId, trackLines(occasion, [...classes('notes'), ...words], classes('shut')))
  const facts = factsOf(record, asking)
  // Who is in a circle, or wrote in it, is known to who reads it; of the rest of the team, whom the file tells of.
  const people = tracks.flatMap(({ track: { members }, isMember, notes }) => [...isMember ? [...members, ...reader.opened.professionals] : [], ...notes.flatMap(({ note, beside }) => [note.by.person, ...beside.map(({ words: { by } }) => by.person)])])
  const directory = await loadDirectory(parts.files, people)
  return tracks.map((track) => trackView({ ...reader, directory }, record, track, (note) => mayState(record, asking, facts, now, track.track, note))).reverse()
}
