import { nothingToDo, record, refuseReviewDay, refuseText, type Decider, type Decision, type Jurisdiction } from '@samenspel/kernel'
import { firstOf, refuseChoice, refuseFutureDay } from '../checks.ts'
import { recorded } from '../fact.ts'
import { refuse, type Objection } from '../refusals.ts'
import { advisers, considerationsOf, disclosureConsents, kindchecks, outcomes, skippingReasons, steps, type StepContent, type TrackCommand, type TrackEvent } from './events.ts'
import { evolveTracks, missingIn, nextStep, shieldsOf, type Track, type Tracks } from './state.ts'

type As<Type extends TrackCommand['type']> = Extract<TrackCommand, { readonly type: Type }>

const decide = (command: TrackCommand, tracks: Tracks): Decision<TrackEvent> => {
  if (command.type === 'AddWords') return addWords(command, tracks)
  const { by, team, trackId } = command
  if (by.role !== 'professional') return refuse('not-a-professional')
  if (!team.includes(by.person)) return refuse('not-in-team')
  if (command.type === 'OpenTrack') return open(command, tracks)
  const track = tracks.get(trackId)
  // To who isn't in the circle, a track that is there and one that isn't are the same.
  if (track === undefined || !track.members.includes(by.person)) return refuse('track-unknown')
  // What was written is read after the track has closed too, so what keeps it from somebody can still be decided then.
  if (command.type === 'ShieldNote' || command.type === 'LiftNoteShield') return decideShield(command, track)
  // So are words beside it, which stand open to an answer.
  if (command.type === 'AnswerWords') return answerWords(command, track)
  return track.closed === undefined ? decideIn(command, track) : refuse('track-closed')
}

/** The safety tracks of a family, and how they are decided. */
export const safetyTracks: Decider<Tracks, TrackCommand, TrackEvent> = { initial: new Map(), evolve: evolveTracks, decide }

// ── Opened

/** Whoever opens one is in its circle; somebody who works in one already goes on there. */
const open = (command: As<'OpenTrack'>, tracks: Tracks): Decision<TrackEvent> => {
  const { by, trackId, noteId, taskId, about, jurisdiction, investigated, adults, signals, today } = command
  if ([...tracks.values()].some(({ closed, members }) => closed === undefined && members.includes(by.person))) return refuse('in-a-track-already')
  if (tracks.has(trackId)) return refuse('id-in-use')
  if (about.kind !== 'child' && about.kind !== 'sibling' && about.kind !== 'unborn') return refuse('not-about-a-child')
  const stamp = recorded(command)
  return refuseOthers(investigated, adults) ?? refuseContent(signals, { by, today, jurisdiction, members: adults }) ?? record<TrackEvent>(
    { type: 'CircleOpened', ...stamp, trackId, about, jurisdiction, investigated: [...new Set(investigated)] },
    { type: 'CircleNoteAdded', ...stamp, trackId, noteId, content: contentOf(signals) },
    // A signal always starts a plan (S-08): here and not in the plan of the family, which others read.
    { type: 'CircleTaskAdded', ...stamp, trackId, taskId, kind: 'plan', owner: by.person },
  )
}

const refuseOthers = (persons: readonly string[], known: readonly string[]): Objection =>
  persons.every((person) => known.includes(person)) ? undefined : refuse('not-of-this-family')

// ── Going on

const decideIn = (command: Exclude<TrackCommand, { type: 'OpenTrack' | 'ShieldNote' | 'LiftNoteShield' | 'AddWords' | 'AnswerWords' }>, track: Track): Decision<TrackEvent> => {
  const { trackId } = command
  const stamp = recorded(command)
  switch (command.type) {
    case 'TakeStep': return takeStep(command, track)
    case 'AddTrackMember': {
      const { person, team } = command
      if (track.members.includes(person)) return nothingToDo
      return team.includes(person) ? record({ type: 'CircleMemberAdded', ...stamp, trackId, person }) : refuse('member-not-in-team')
    }
    case 'RemoveTrackMember': {
      const { person } = command
      if (!track.members.includes(person)) return nothingToDo
      return track.members.length === 1 ? refuse('last-member') : record({ type: 'CircleMemberLeft', ...stamp, trackId, person })
    }
    case 'NameInvestigated':
      return refuseOthers(command.investigated, command.adults) ?? record({ type: 'CirclePersonsNamed', ...stamp, trackId, investigated: [...new Set(command.investigated)] })
    case 'ReleaseNotes': {
      const { noteIds, person, adults } = command
      if (noteIds.length === 0 || noteIds.some((id) => track.notes.every(({ noteId }) => noteId !== id))) return refuse('note-unknown')
      return refuseOthers([person], adults) ?? record({ type: 'CircleNotesReleased', ...stamp, trackId, noteIds: [...new Set(noteIds)], person })
    }
    case 'AddTrackTask': {
      const { taskId, words, owner } = command
      if (track.tasks.some((task) => task.taskId === taskId)) return refuse('id-in-use')
      if (!track.members.includes(owner)) return refuse('track-unknown')
      return refuseText('words', words) ?? record({ type: 'CircleTaskAdded', ...stamp, trackId, taskId, kind: 'other', words, owner })
    }
    case 'CompleteTrackTask': {
      const task = track.tasks.find(({ taskId }) => taskId === command.taskId)
      if (task === undefined) return refuse('task-unknown')
      return task.doneAt === undefined ? record({ type: 'CircleTaskDone', ...stamp, trackId, taskId: task.taskId }) : nothingToDo
    }
    case 'CloseTrack': {
      const missing = missingIn(track)
      if (missing.length > 0) return refuse('track-incomplete', { missing: missing.join(' ') })
      return refuseText('words', command.words) ?? record({ type: 'CircleClosed', ...stamp, trackId, words: command.words })
    }
  }
}

/** A note is kept from one person with a reason and a day to look again; said anew, both are others. */
const decideShield = (command: As<'ShieldNote' | 'LiftNoteShield'>, track: Track): Decision<TrackEvent> => {
  const { trackId, noteId, person, reason, today } = command
  const note = track.notes.find((one) => one.noteId === noteId)
  if (note === undefined) return refuse('note-unknown')
  const standing = shieldsOf(note).find((one) => one.person === person)
  const stamp = recorded(command)
  switch (command.type) {
    case 'ShieldNote': {
      const { reviewOn, adults } = command
      if (standing?.reason === reason && standing.reviewOn === reviewOn) return nothingToDo
      return refuseOthers([person], adults) ?? refuseText('reason', reason) ?? refuseReviewDay('reviewOn', reviewOn, today) ?? record({ type: 'CircleNoteShielded', ...stamp, trackId, noteId, person, reason, reviewOn })
    }
    case 'LiftNoteShield':
      return standing === undefined ? nothingToDo : refuseText('reason', reason) ?? record({ type: 'CircleNoteShieldLifted', ...stamp, trackId, noteId, person, reason })
  }
}

/** Own words beside a note, which stays as it is (P-03): of an adult of the family, also when the track has closed. */
const addWords = (command: As<'AddWords'>, tracks: Tracks): Decision<TrackEvent> => {
  const { by, trackId, noteId, wordsId, words, adults } = command
  const track = tracks.get(trackId)
  if (track === undefined || by.role !== 'familyMember' || !adults.includes(by.person)) return refuse('track-unknown')
  if (track.notes.every((note) => note.noteId !== noteId)) return refuse('note-unknown')
  return refuseWords(command, track) ?? record({ type: 'CircleWordsAdded', ...recorded(command), trackId, noteId, wordsId, words })
}

/** Anybody of the circle answers what somebody of the family said. */
const answerWords = (command: As<'AnswerWords'>, track: Track): Decision<TrackEvent> => {
  const { trackId, answers, wordsId, words } = command
  const note = track.notes.find(({ beside }) => beside.some((one) => one.wordsId === answers && one.answers === undefined))
  if (note === undefined) return refuse('statement-unknown')
  return refuseWords(command, track) ?? record({ type: 'CircleWordsAdded', ...recorded(command), trackId, noteId: note.noteId, wordsId, words, answers })
}

const refuseWords = ({ wordsId, words }: Pick<As<'AddWords'>, 'wordsId' | 'words'>, { notes }: Track): Objection =>
  notes.some(({ beside }) => beside.some((one) => one.wordsId === wordsId)) ? refuse('id-in-use') : refuseText('words', words)

/** Each step asks for the ones before it; any that was taken can be taken again. */
const takeStep = (command: As<'TakeStep'>, track: Track): Decision<TrackEvent> => {
  const { by, noteId, content, today, members, trackId } = command
  if (track.notes.some((note) => note.noteId === noteId)) return refuse('id-in-use')
  if (!steps.includes(content.step)) return refuse('choice-unknown', { field: 'step' })
  const next = nextStep(track)
  if (steps.indexOf(content.step) > steps.indexOf(next)) return refuse('step-too-early', { next })
  return refuseContent(content, { by, today, jurisdiction: track.jurisdiction, members }) ??
    record({ type: 'CircleNoteAdded', ...recorded(command), trackId, noteId, content: contentOf(content) })
}

type Circumstances = Pick<As<'TakeStep'>, 'by' | 'today' | 'members'> & { readonly jurisdiction: Jurisdiction }

const refuseContent = (content: StepContent, circumstances: Circumstances): Objection =>
  refuseText('words', content.words) ?? refuseStep(content, circumstances)

const refuseStep = (content: StepContent, { by, today, jurisdiction, members }: Circumstances): Objection => {
  switch (content.step) {
    // Who treats adults looks at the children for whom they care (S-05).
    case 'signals': return content.kindcheck === undefined
      ? jurisdiction === 'NL' && by.discipline === 'adultMentalHealth' ? refuse('kindcheck-missing') : undefined
      : refuseChoice('kindcheck', content.kindcheck, kindchecks)
    case 'consultation': return refuseFutureDay('on', content.on, today) ??
      (advisers[jurisdiction].some((adviser) => adviser === content.adviser) ? undefined : refuse('adviser-not-here'))
    case 'talk':
      if ('skipped' in content) return refuseChoice('skipped', content.skipped, skippingReasons)
      if (content.spokenWith.length === 0) return refuse('spoken-with-nobody')
      return refuseOthers(content.spokenWith, members) ?? refuseFutureDay('on', content.on, today)
    case 'weighing': return refuseText('examinations', content.examinations) ?? refuseText('results', content.results)
    case 'decision': return firstOf([
      refuseChoice('outcome', content.outcome, outcomes), refuseChoice('consent', content.consent, disclosureConsents), refuseConsiderations(content, jurisdiction),
    ])
  }
}

/** All considerations of the country, once; and what they lead to. */
const refuseConsiderations = ({ considerations, outcome }: Extract<StepContent, { step: 'decision' }>, jurisdiction: Jurisdiction): Objection => {
  const asked = considerationsOf[jurisdiction]
  const given = considerations.map(({ consideration }) => consideration)
  if (given.length !== asked.length || asked.some((one) => !given.includes(one))) return refuse('considerations-missing')
  const says = (one: (typeof given)[number]): boolean => considerations.some(({ consideration, yes }) => consideration === one && yes)
  const reports = outcome === 'report' || outcome === 'reportAndHelp'
  if (jurisdiction === 'NL') return says('danger') && !reports ? refuse('danger-must-be-reported') : undefined
  if (reports && !(says('danger') && says('cannotProtect') && says('consulted') && !says('solutionWithin'))) return refuse('speaking-right-conditions')
  return says('danger') && outcome === 'none' ? refuse('danger-needs-help') : undefined
}

/** Exactly what a step holds: nothing else that a caller sent along is stored. */
const contentOf = (content: StepContent): StepContent => {
  const { words } = content
  switch (content.step) {
    case 'signals': return { step: content.step, words, ...(content.kindcheck !== undefined && { kindcheck: content.kindcheck }) }
    case 'consultation': return { step: content.step, words, on: content.on, adviser: content.adviser, anonymous: content.anonymous }
    case 'talk': return 'skipped' in content ? { step: content.step, words, skipped: content.skipped } : { step: content.step, words, on: content.on, spokenWith: [...new Set(content.spokenWith)] }
    case 'weighing': return { step: content.step, words, examinations: content.examinations, results: content.results }
    case 'decision': return { step: content.step, words, considerations: content.considerations.map(({ consideration, yes }) => ({ consideration, yes })), outcome: content.outcome, consent: content.consent }
  }
}
