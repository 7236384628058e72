import type { Id, IsoDate, IsoInstant, PersonId, Recorded } from '@samenspel/kernel'
import { steps, type NewTask, type NewTrack, type NewWords, type Step, type StepContent, type TrackEvent } from './events.ts'

export type TrackNote = Recorded & {
  readonly noteId: Id
  readonly content: StepContent
  /** Persons of the family to whom it was given to read. */
  readonly releasedTo: readonly PersonId[]
  /** From whom of the family it is kept, oldest first. */
  readonly shields: readonly NoteShield[]
  /** What somebody of the family put beside it, and what was answered, oldest first. */
  readonly beside: readonly WordsBeside[]
}

export type WordsBeside = Recorded & Pick<NewWords, 'wordsId' | 'words' | 'answers'>

/** A note is kept from somebody of the family; `at` is since when, and the rest as it was said last. */
export type NoteShield = Recorded & { readonly person: PersonId; readonly reason: string; readonly reviewOn: IsoDate; /** Why no longer. */ readonly lifted?: Recorded & { readonly reason: string } }

/** What keeps a note from somebody now. */
export const shieldsOf = ({ shields }: Pick<TrackNote, 'shields'>): readonly NoteShield[] => shields.filter(({ lifted }) => lifted === undefined)

/** What somebody of the family put beside it and nobody of the circle answered yet. */
export const unansweredOf = ({ beside }: Pick<TrackNote, 'beside'>): readonly WordsBeside[] =>
  beside.filter(({ wordsId, answers }) => answers === undefined && beside.every((other) => other.answers !== wordsId))

export type TrackTask = Recorded & NewTask & { readonly doneAt?: IsoInstant }

export type Track = Recorded & NewTrack & {
  /** Who works in it now: the circle. */
  readonly members: readonly PersonId[]
  readonly notes: readonly TrackNote[]
  readonly tasks: readonly TrackTask[]
  readonly closed?: Recorded & { readonly words: string }
}

/**
 * The tracks of a family, by id, in the order in which they were opened. There may be several: who opens one and isn't in the circle
 * of another must not learn from an answer that there is one.
 */
export type Tracks = ReadonlyMap<Id, Track>

export const evolveTracks = (tracks: Tracks, event: TrackEvent): Tracks => {
  const { by, at, trackId } = event
  if (event.type === 'CircleOpened') {
    const { about, jurisdiction, investigated } = event
    return new Map(tracks).set(trackId, { by, at, trackId, about, jurisdiction, investigated, members: [by.person], notes: [], tasks: [] })
  }
  const track = tracks.get(trackId)
  return track === undefined ? tracks : new Map(tracks).set(trackId, { ...track, ...changed(track, event) })
}

const changed = (track: Track, event: Exclude<TrackEvent, { type: 'CircleOpened' }>): Partial<Track> => {
  const { by, at } = event
  switch (event.type) {
    case 'CircleNoteAdded': return { notes: [...track.notes, { by, at, noteId: event.noteId, content: event.content, releasedTo: [], shields: [], beside: [] }] }
    case 'CircleMemberAdded': return { members: [...track.members, event.person] }
    case 'CircleMemberLeft': return { members: track.members.filter((member) => member !== event.person) }
    case 'CirclePersonsNamed': return { investigated: event.investigated }
    case 'CircleNotesReleased': return { notes: track.notes.map((note) => event.noteIds.includes(note.noteId) ? { ...note, releasedTo: [...new Set([...note.releasedTo, event.person])] } : note) }
    case 'CircleNoteShielded': {
      const { noteId, person, reason, reviewOn } = event
      return withShields(track, noteId, (shields) => {
        const known = shields.find((one) => one.person === person && one.lifted === undefined)
        return [...shields.filter((one) => one !== known), { by, at: known?.at ?? at, person, reason, reviewOn }]
      })
    }
    case 'CircleNoteShieldLifted': {
      const { noteId, person, reason } = event
      return withShields(track, noteId, (shields) => shields.map((one) => one.person === person && one.lifted === undefined ? { ...one, lifted: { by, at, reason } } : one))
    }
    case 'CircleWordsAdded': {
      const { noteId, wordsId, words, answers } = event
      return { notes: track.notes.map((note) => note.noteId === noteId ? { ...note, beside: [...note.beside, { by, at, wordsId, words, ...(answers !== undefined && { answers }) }] } : note) }
    }
    case 'CircleTaskAdded': {
      const { trackId, taskId, kind, words, owner } = event
      return { tasks: [...track.tasks, { by, at, trackId, taskId, kind, owner, ...(words !== undefined && { words }) }] }
    }
    case 'CircleTaskDone': return { tasks: track.tasks.map((task) => task.taskId === event.taskId ? { ...task, doneAt: at } : task) }
    case 'CircleClosed': return { closed: { by, at, words: event.words } }
  }
}

const withShields = ({ notes }: Track, noteId: Id, change: (shields: readonly NoteShield[]) => readonly NoteShield[]): Pick<Track, 'notes'> =>
  ({ notes: notes.map((note) => note.noteId === noteId ? { ...note, shields: change(note.shields) } : note) })

/** The notes of one step, in the order of recording. */
export const notesOf = ({ notes }: Pick<Track, 'notes'>, step: Step): readonly TrackNote[] => notes.filter(({ content }) => content.step === step)

/** The talk with the parents was held, and not left out (S-04). */
export const isDiscussed = (track: Pick<Track, 'notes'>): boolean => notesOf(track, 'talk').some(({ content }) => !('skipped' in content))

/** The furthest step that can be taken: each asks for the one before it. */
export const nextStep = (track: Pick<Track, 'notes'>): Step => steps.find((step) => notesOf(track, step).length === 0) ?? 'decision'

/** What a track still needs before it can close: a step, a step to be taken again after what is newer, or the plan (S-03, S-08). */
export const missingIn = (track: Track): readonly (Step | 'plan')[] => {
  const last = (step: Step): number => track.notes.findLastIndex(({ content }) => content.step === step)
  const untaken = steps.filter((step) => last(step) < 0)
  const outdated = (['weighing', 'decision'] as const).filter((step) => last(step) >= 0 && last(step) < last(step === 'weighing' ? 'signals' : 'weighing'))
  const plan = track.tasks.some(({ kind, doneAt }) => kind === 'plan' && doneAt === undefined) ? ['plan' as const] : []
  return [...steps.filter((step) => untaken.includes(step) || outdated.some((one) => one === step)), ...plan]
}
