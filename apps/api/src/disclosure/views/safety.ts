import { mergeExistence } from '@samenspel/access'
import { isAdult, isInTeam, type Member } from '@samenspel/family-case'
import { missingIn, nextStep, notesOf, shieldsOf, steps, type TrackNote } from '@samenspel/safety'
import type { SafetyNote, SafetyStatement, SafetyTrack } from '../../graphql/types/safety.ts'
import type { CaseRecord } from '../case-record.ts'
import type { OpenedNote, OpenedTrack, OpenedWords } from '../tracks.ts'
import { nameOf, professional, subjectRef, type Reader } from './reader.ts'

/** @param reader with a directory that knows who is in the circle @param mayState whether the reader may put words beside a note, and ask that it stays shut */
export const trackView = (reader: Reader, { file: { family, careTeam } }: CaseRecord, { track, isMember, notes, shut }: OpenedTrack, mayState: (note: TrackNote) => boolean): SafetyTrack => {
  const adults = family.members.filter((member) => isAdult(member) && member.isErased !== true)
  const name = (person: string): string => isMember ? nameIn(reader, family.members, person) : nameOf(reader, person)
  return {
    id: track.trackId, about: subjectRef(reader, track.about), jurisdiction: track.jurisdiction, openedAt: track.at, isMember,
    ...(isMember && track.closed !== undefined && { closedAt: track.closed.at, closingWords: track.closed.words }),
    notes: notes.map((one) => noteView(reader, one, name, isMember, mayState(one.note))),
    shut: mergeExistence(shut.map(({ discipline, day }) => discipline === undefined ? { day } : { discipline, day })).flatMap(({ discipline, day }) => discipline === undefined ? [] : [{ discipline, on: day }]),
    ...(isMember && {
      circle: {
        members: track.members.map((member) => professional(reader, member)),
        colleagues: [...new Set(careTeam.members.map(({ practitionerId }) => practitionerId))].filter((id) => reader.opened.professionals.has(id) && isInTeam(careTeam, id, reader.today) && !track.members.includes(id)).map((id) => professional(reader, id)),
        investigated: track.investigated, adults: adults.map(({ memberId }) => ({ id: memberId, name: name(memberId) })),
        tasks: track.tasks.map(({ taskId, kind, words, owner, doneAt }) => ({
          id: taskId, isPlan: kind === 'plan', owner: professional(reader, owner).name, ...(words !== undefined && { words }), ...(doneAt !== undefined && { doneAt }),
        })),
        next: nextStep(track), taken: steps.filter((step) => notesOf(track, step).length > 0), missing: missingIn(track),
      },
    }),
  }
}

const noteView = (reader: Reader, { note: { noteId, by, at, content, releasedTo, shields }, beside }: OpenedNote, name: (person: string) => string, isMember: boolean, mayState: boolean): SafetyNote => ({
  id: noteId, mayState, mayRestrict: mayState, statements: beside.map(({ words }) => wordsView(reader, words, name, isMember)), at, by: professional(reader, by.person).name, step: content.step, words: content.words,
  ...('on' in content && { on: content.on }),
  ...(content.step === 'signals' && content.kindcheck !== undefined && { kindcheck: content.kindcheck }),
  ...(content.step === 'consultation' && { adviser: content.adviser, anonymous: content.anonymous }),
  ...('spokenWith' in content && { spokenWith: content.spokenWith.map(name) }), ...('skipped' in content && { skipped: content.skipped }),
  ...(content.step === 'weighing' && { examinations: content.examinations, results: content.results }),
  ...(content.step === 'decision' && { considerations: content.considerations, outcome: content.outcome, consent: content.consent }),
  ...(isMember && { releasedTo: releasedTo.map(name), shields: shieldsOf({ shields }).map(({ person, reason, reviewOn }) => ({ personId: person, name: name(person), reason, reviewOn, isDue: reviewOn <= reader.today })) }),
})

const wordsView = (reader: Reader, { wordsId, by, at, words, answers }: OpenedWords['words'], name: (person: string) => string, isMember: boolean): SafetyStatement => ({
  id: wordsId, by: answers === undefined ? name(by.person) : professional(reader, by.person).name, isOwn: by.person === reader.person, recordedAt: at, text: words,
  mayAnswer: isMember && answers === undefined, ...(answers !== undefined && { answers }),
})

/** Who works in a track knows the family by first name, also where the family file names somebody to them as nobody in particular. */
const nameIn = (reader: Reader, members: readonly Member[], person: string): string => {
  const member = members.find(({ memberId }) => memberId === person)
  return member === undefined || member.isErased === true ? nameOf(reader, person) : member.firstName
}
