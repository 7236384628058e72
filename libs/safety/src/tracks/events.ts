/**
 * The safety track: what a few professionals work out together when they worry about a child (S-01 … S-08), in the stream
 * `circle-<familyId>`. NL: the Meldcode with its five steps; BE: the Vertrouwenscentrum Kindermishandeling, 1712 and art. 458bis.
 *
 * Names of types and streams stay readable beside sealed events. So here they speak of circles, notes and tasks, and each event has
 * the case as its subject: whom it is about, and which step it was, is sealed.
 */
import type { Id, IsoDate, Jurisdiction, PersonId, Subject } from '@samenspel/kernel'
import type { Fact, Request } from '../fact.ts'

/** The five steps, in their order; each can be taken again. */
export const steps = ['signals', 'consultation', 'talk', 'weighing', 'decision'] as const
export type Step = (typeof steps)[number]

/** What was found of the children for whom an adult in treatment cares (kindcheck). */
export const kindchecks = ['noConcern', 'concern', 'noChildren'] as const
export type Kindcheck = (typeof kindchecks)[number]

/** Whom to ask for advice, by country. */
export const advisers = {
  NL: ['colleague', 'attentionOfficer', 'veiligThuis'],
  BE: ['colleague', 'confidenceCentre', 'line1712'],
} as const satisfies Record<Jurisdiction, readonly string[]>
export type Adviser = (typeof advisers)[Jurisdiction][number]

/** Why the talk with the parents was left out: there is no other reason. */
export const skippingReasons = ['safetyOfChild', 'safetyOfProfessional'] as const
export type SkippingReason = (typeof skippingReasons)[number]

/**
 * What a decision considers, by country. NL: is there a suspicion; is there acute or structural unsafety; can I offer or arrange help;
 * do they accept it; does it lead to lasting safety in time. BE (art. 458bis): the suspicion; serious and near danger; a solution
 * inside the relation of help; somebody was consulted; it was spoken of with the client; safety can't be protected without telling.
 */
export const considerationsOf = {
  NL: ['suspicion', 'danger', 'canHelp', 'helpAccepted', 'helpWorks'],
  BE: ['suspicion', 'danger', 'solutionWithin', 'consulted', 'spokenWithClient', 'cannotProtect'],
} as const satisfies Record<Jurisdiction, readonly string[]>
export type Consideration = (typeof considerationsOf)[Jurisdiction][number]

/** `report` goes to Veilig Thuis (NL) or to the prosecutor (BE). */
export const outcomes = ['report', 'help', 'reportAndHelp', 'none'] as const
export type Outcome = (typeof outcomes)[number]

/** Whether the parents were asked to agree with telling others (S-03). */
export const disclosureConsents = ['obtained', 'askedNotObtained', 'notAsked'] as const
export type DisclosureConsent = (typeof disclosureConsents)[number]

/** What one step was, in the words of who took it. */
export type StepContent =
  | { readonly step: 'signals'; readonly words: string; readonly kindcheck?: Kindcheck }
  | { readonly step: 'consultation'; readonly words: string; readonly on: IsoDate; readonly adviser: Adviser; /** No name of the family was given. */ readonly anonymous: boolean }
  | { readonly step: 'talk'; readonly words: string; readonly on: IsoDate; readonly spokenWith: readonly PersonId[] }
  | { readonly step: 'talk'; readonly words: string; readonly skipped: SkippingReason }
  /** What was examined, what came of it, and how it was weighed. */
  | { readonly step: 'weighing'; readonly words: string; readonly examinations: string; readonly results: string }
  | { readonly step: 'decision'; readonly words: string; readonly considerations: readonly { readonly consideration: Consideration; readonly yes: boolean }[]; readonly outcome: Outcome; readonly consent: DisclosureConsent }

export type NewTrack = {
  readonly trackId: Id
  /** The child for whose safety this is. */
  readonly about: Subject
  readonly jurisdiction: Jurisdiction
  /** Who may have to do with it: these persons read nothing of it, also after the talk, unless it is released to them. */
  readonly investigated: readonly PersonId[]
}

/** `plan`: make a plan for safety, with everybody whom it takes; each track has it from the start (S-08). */
export type NewTask = { readonly trackId: Id; readonly taskId: Id; readonly kind: 'plan' | 'other'; readonly words?: string; readonly owner: PersonId }

/** What somebody of the family says beside a note that they read, which stays as it is (P-03); with `answers` it is what the circle says to that. */
export type NewWords = { readonly trackId: Id; readonly noteId: Id; readonly wordsId: Id; readonly words: string; readonly answers?: Id }

export type TrackEvent =
  | Fact<'CircleOpened', NewTrack>
  | Fact<'CircleNoteAdded', { trackId: Id; noteId: Id; content: StepContent }>
  | Fact<'CircleMemberAdded', { trackId: Id; person: PersonId }>
  | Fact<'CircleMemberLeft', { trackId: Id; person: PersonId }>
  | Fact<'CirclePersonsNamed', { trackId: Id; investigated: readonly PersonId[] }>
  | Fact<'CircleNotesReleased', { trackId: Id; noteIds: readonly Id[]; person: PersonId }>
  /** This note is not there for this person of the family until that is lifted, also after the talk, and where it was released to them. Said again, it stands on with another reason and day. */
  | Fact<'CircleNoteShielded', { trackId: Id; noteId: Id; person: PersonId; reason: string; reviewOn: IsoDate }>
  | Fact<'CircleNoteShieldLifted', { trackId: Id; noteId: Id; person: PersonId; reason: string }>
  | Fact<'CircleWordsAdded', NewWords>
  | Fact<'CircleTaskAdded', NewTask>
  | Fact<'CircleTaskDone', { trackId: Id; taskId: Id }>
  | Fact<'CircleClosed', { trackId: Id; words: string }>

/** What every command carries: who is in the care team today, and what day it is there. The sender looks both up. */
type Asked = { readonly team: readonly PersonId[]; readonly today: IsoDate; readonly trackId: Id }

export type TrackCommand =
  | Request<'OpenTrack', Asked & NewTrack & { noteId: Id; taskId: Id; adults: readonly PersonId[]; signals: Extract<StepContent, { step: 'signals' }> }>
  /** `adults`, `members`: of the family. */
  | Request<'TakeStep', Asked & { noteId: Id; content: StepContent; members: readonly PersonId[] }>
  | Request<'AddTrackMember', Asked & { person: PersonId }>
  | Request<'RemoveTrackMember', Asked & { person: PersonId }>
  | Request<'NameInvestigated', Asked & { investigated: readonly PersonId[]; adults: readonly PersonId[] }>
  | Request<'ReleaseNotes', Asked & { noteIds: readonly Id[]; person: PersonId; adults: readonly PersonId[] }>
  | Request<'ShieldNote', Asked & { noteId: Id; person: PersonId; reason: string; reviewOn: IsoDate; adults: readonly PersonId[] }>
  | Request<'LiftNoteShield', Asked & { noteId: Id; person: PersonId; reason: string }>
  /** Of somebody of the family, to whom the note opened: the sender looks that up. */
  | Request<'AddWords', { trackId: Id; noteId: Id; wordsId: Id; words: string; adults: readonly PersonId[] }>
  | Request<'AnswerWords', Asked & { answers: Id; wordsId: Id; words: string }>
  | Request<'AddTrackTask', Asked & { taskId: Id; words: string; owner: PersonId }>
  | Request<'CompleteTrackTask', Asked & { taskId: Id }>
  | Request<'CloseTrack', Asked & { words: string }>

/** Every event of the stream, with the version that is written today. Their class is their own, so that no erasure of a care record reaches them unseen. */
export const trackEvents: Readonly<Record<TrackEvent['type'], { readonly version: number; readonly retention: 'circle' }>> = {
  CircleOpened: { version: 1, retention: 'circle' },
  CircleNoteAdded: { version: 1, retention: 'circle' },
  CircleMemberAdded: { version: 1, retention: 'circle' },
  CircleMemberLeft: { version: 1, retention: 'circle' },
  CirclePersonsNamed: { version: 1, retention: 'circle' },
  CircleNotesReleased: { version: 1, retention: 'circle' },
  CircleNoteShielded: { version: 1, retention: 'circle' },
  CircleNoteShieldLifted: { version: 1, retention: 'circle' },
  CircleWordsAdded: { version: 1, retention: 'circle' },
  CircleTaskAdded: { version: 1, retention: 'circle' },
  CircleTaskDone: { version: 1, retention: 'circle' },
  CircleClosed: { version: 1, retention: 'circle' },
}
