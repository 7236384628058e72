/**
 * Contributions: what a professional saw and heard, as a quick note or in the four parts of the practice stories; a procedure that a
 * child went through, the result of a screening, a document, or a signal about being a parent. Beside them stand questions that
 * colleagues ask each other about somebody of the family.
 */
import type { Category, IsoDate, PersonId, Subject } from '@samenspel/kernel'
import type { Coordinating, Fact, Request } from '../fact.ts'

export const settings = ['home', 'group', 'ward', 'practice', 'digital', 'outdoors'] as const
/** Where it happened. */
export type Setting = (typeof settings)[number]

export const windowsOfTolerance = ['below', 'within', 'above'] as const
/** Where the child was in its window of tolerance: shut down, at ease, or overwhelmed. */
export type WindowOfTolerance = (typeof windowsOfTolerance)[number]

export const contributionKinds = ['note', 'fourPart', 'procedure', 'screening', 'parentSignal', 'document'] as const
export type ContributionKind = (typeof contributionKinds)[number]

/** A medical procedure: it weighs on a small child, so what helped is kept with it. */
export type Procedure = {
  readonly name: string
  readonly whatHelped: string
  /** Last day of something that was done more than once. */
  readonly until?: IsoDate
}

export const informants = ['parent', 'otherCaregiver', 'groupWorker', 'teacher', 'professional'] as const
/** Who filled in an instrument, or was observed for it. */
export type Informant = (typeof informants)[number]

/** The result of an instrument (K-10). What it means stands in plain words in `situation`; no words of the instrument itself are kept. */
export type Screening = {
  readonly instrument: string
  readonly version: string
  /** Age of the child on that day; negative before birth. */
  readonly ageMonths: number
  readonly informant: Informant
  readonly score: string
  readonly norm: string
}

/** How old a child can be when it is tested, in months: the file holds children from conception to their sixth birthday, and their brothers and sisters. */
export const agesOfTests = { least: -9, most: 216 } as const

export const waysOfTakingPart = ['yes', 'partly', 'notNow'] as const
/** What who treats a parent may tell others of being a parent, with that parent's consent: nothing of why somebody is treated. */
export type ParentSignal = {
  readonly takesPart: (typeof waysOfTakingPart)[number]
  readonly availability?: string
  readonly askAbout?: string
}

export const documentTypes = ['application/pdf', 'image/jpeg', 'image/png', 'text/plain'] as const
export type DocumentType = (typeof documentTypes)[number]

/** A file, whose bytes are kept in parts in a stream of their own. */
export type KeptDocument = {
  readonly documentId: string
  readonly name: string
  readonly type: DocumentType
  readonly bytes: number
  readonly sha256: string
  /** Where its parts are: the revision of the first, and how many there are. */
  readonly from: number
  readonly parts: number
}

export type NewContribution = {
  readonly id: string
  readonly kind: ContributionKind
  readonly category: Category
  readonly setting: Setting
  readonly occurredOn: IsoDate
  readonly situation: string
  readonly parentsTold?: string
  readonly whatWeDo?: string
  /** What the behaviour may mean. */
  readonly possibleMeaning?: string
  readonly childsVoice?: string
  /** One plain line for the parents. */
  readonly forParents?: string
  readonly window?: WindowOfTolerance
  readonly procedure?: Procedure
  readonly screening?: Screening
  readonly parentSignal?: ParentSignal
  readonly document?: KeptDocument
  /** The first version of what this puts right: both stay readable. */
  readonly corrects?: string
}

export const wishesOfQuestions = ['answer', 'attention'] as const
/** Somebody asks for an answer, or that a colleague knows of something. */
export type WishOfQuestion = (typeof wishesOfQuestions)[number]

export type NewQuestion = {
  readonly questionId: string
  readonly to: PersonId
  readonly wish: WishOfQuestion
  readonly text: string
  /** The contribution that it is about. */
  readonly contributionId?: string
}

/** What a family member may ask to keep shut: what somebody wrote about them. Who there is, and what is planned, is put right in another way. */
export const restrictableKinds = ['dyad', 'support', 'contribution', 'lifeEvent', 'guidingQuestion', 'goal', 'goalScore', 'agreementCard', 'action', 'evaluation', 'factor', 'hypothesis', 'judgement', 'portOfEntry', 'classification', 'classificationPart', 'overloadSignal', 'question', 'questionAnswer', 'meetingPoint', 'meetingInput', 'meetingMinutes', 'meetingReport'] as const
/**
 * Beside what a family member may put own words: whatever they read that somebody else recorded, in the case file or in the agenda. What
 * they say of lines and texts of the plan stands in their answer to its version.
 */
export const statedKinds = [...restrictableKinds, 'member', 'placement', 'teamMember', 'meeting', 'need', 'appointment', 'elsewhere'] as const
export type StatedKind = (typeof statedKinds)[number]

/** What a statement stands beside. */
export type StatedEntry = { readonly kind: StatedKind; readonly id: string }

export type ContributionEvent =
  | Fact<'ContributionAdded', NewContribution>
  /** A statement beside a contribution, as it was recorded before there were statements beside other entries. */
  | Fact<'ContributionCorrected', { id: string; contributionId: string; category: Category; text: string }>
  /** A statement beside the original, which stays as it was (P-03); with `answers`, what a professional says to a statement. */
  | Fact<'StatementAdded', { id: string; entry: StatedEntry; category: Category; text: string; answers?: string }>
  | Fact<'ColleagueAsked', NewQuestion & { category: Category }>
  | Fact<'ColleagueAnswered', { answerId: string; questionId: string; category: Category; text: string }>
  | Fact<'ColleagueQuestionClosed', { questionId: string; category: Category }>

export type ContributionCommand =
  /** `confidence`: a young person told it in confidence, so that it is marked as such from the first moment on, for a reason (G-12). */
  | Request<'AddContribution', NewContribution & { subject: Subject; confidence?: { readonly safeguardId: string; readonly reason: string } }>
  /** `entryBy`, `entryAbout`, `entryCategory`: who recorded the entry, about whom and under which label; whoever sends it looks these up among what opened. */
  | Request<'AddStatement', Stated>
  | Request<'AnswerStatement', Stated & Coordinating & { answers: string }>
  /** `mayBeRead`: whether who is asked may read about this subject under this label now; whoever sends it looks that up. */
  | Request<'AskColleague', NewQuestion & { subject: Subject; category: Category; mayBeRead: boolean }>
  /** `mayBeRead`: whether who asked may read the answer. */
  | Request<'AnswerColleague', { answerId: string; questionId: string; text: string; mayBeRead: boolean }>
  | Request<'CloseColleagueQuestion', { questionId: string }>

type Stated = { id: string; entry: StatedEntry; text: string; entryBy: PersonId; entryAbout: Subject; entryCategory: Category }
