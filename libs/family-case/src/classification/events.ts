/**
 * Classification on five axes (DC:0-5): what a clinician sees in a small child, in its bond with each caregiver, in its health, in what
 * weighs on it and in what it can do. The shape is the system's; its wording belongs to its publisher, so names of disorders are typed by
 * who may use them, and the words of the screens are our own.
 *
 * A classification has a frame (edition, day, where and how often the child was seen) and parts. Each part has an own author, subject and
 * label, so that the ward's line about health doesn't open with the rating of a bond.
 */
import type { Category, IsoDate, PersonId } from '@samenspel/kernel'
import type { Setting } from '../contributions/events.ts'
import type { Coordinating, Fact, Request } from '../fact.ts'

export const classificationEditions = ['dc05v2016', 'dc05v2021', 'dc03rv2005'] as const
/** The edition that was used (K-06): a classification of another one can't be read as if it were this one. */
export type ClassificationEdition = (typeof classificationEditions)[number]

export const disorderClusters = ['neurodevelopment', 'sensory', 'anxiety', 'mood', 'compulsion', 'sleepEatingCrying', 'traumaDeprivation', 'relationship', 'other'] as const
/** Groups of axis I. */
export type DisorderCluster = (typeof disorderClusters)[number]

export const ratingValues = ['strength', 'noConcern', 'concern'] as const
export type RatingValue = (typeof ratingValues)[number]

export const caregivingAspects = ['safety', 'dailyCare', 'warmth', 'rhythm', 'noticing', 'comfort', 'learning', 'play', 'sharedLife', 'limits', 'understanding', 'repair'] as const
export const childAspects = ['temperament', 'senses', 'health', 'development', 'mood', 'contact'] as const
export const environmentAspects = ['solvingTogether', 'conflict', 'dividingTasks', 'practicalHelp', 'talking', 'feelings', 'siblings', 'network'] as const

/** One aspect of a bond, or of the circle of caregivers, with how it is seen. */
export type AspectRating = { readonly aspect: string; readonly value: RatingValue; readonly note?: string }

export const relationLevels = [1, 2, 3, 4] as const
/** How well adapted a relation is, from well adapted (1) to disordered (4): a rank, of which no average is ever made (K-06). */
export type RelationLevel = (typeof relationLevels)[number]

export const stressorGroups = ['family', 'caregiver', 'loss', 'health', 'home', 'money', 'care', 'community', 'other'] as const
/** Groups of axis IV. */
export type StressorGroup = (typeof stressorGroups)[number]

export const competenceDomains = ['emotional', 'socialRelational', 'languageCommunication', 'cognitive', 'movementPhysical'] as const
export type CompetenceDomain = (typeof competenceDomains)[number]

export const competenceRatings = ['exceeds', 'asExpected', 'emerging', 'notYet'] as const
export type CompetenceRating = (typeof competenceRatings)[number]

export type CompetenceLine = { readonly domain: CompetenceDomain; readonly rating: CompetenceRating }

/** What a part says, by axis. */
export type AxisContent =
  /** Axis I. One that is there with one caregiver only belongs to that bond. */
  | { readonly axis: 'disorder'; readonly cluster: DisorderCluster; readonly label: string; readonly code?: string; readonly isPrimary: boolean; readonly caregiver?: PersonId }
  /** Axis II, part A: one bond, with what the child brings to it. */
  | { readonly axis: 'caregiving'; readonly caregiver: PersonId; readonly aspects: readonly AspectRating[]; readonly childAspects: readonly AspectRating[]; readonly level: RelationLevel }
  /** Axis II, part B: how those who bring up the child do it together. */
  | { readonly axis: 'environment'; readonly aspects: readonly AspectRating[]; readonly level: RelationLevel }
  /** Axis III. */
  | { readonly axis: 'health'; readonly text: string; readonly code?: string; readonly since?: IsoDate }
  /** Axis IV. The age at its beginning in whole months; before birth it is negative (K-08). */
  | { readonly axis: 'stressor'; readonly group: StressorGroup; readonly text: string; readonly onsetMonths: number; readonly note: string }
  /** Axis V: all five domains (K-07). */
  | { readonly axis: 'competence'; readonly lines: readonly CompetenceLine[] }
  /** The impression as a whole, in words (K-07). */
  | { readonly axis: 'impression'; readonly text: string }

export type Axis = AxisContent['axis']
export const axes = ['disorder', 'caregiving', 'environment', 'health', 'stressor', 'competence', 'impression'] as const satisfies readonly Axis[]

export type NewClassification = {
  readonly classificationId: string
  readonly edition: ClassificationEdition
  readonly occurredOn: IsoDate
  /** How many times the child was seen for it. */
  readonly occasions: number
  readonly settings: readonly Setting[]
}

export type ClassificationEvent =
  | Fact<'ClassificationStarted', { category: Category } & NewClassification>
  | Fact<'ClassificationPartAdded', { category: Category; classificationId: string; partId: string; version: string; content: AxisContent }>
  | Fact<'ClassificationPartChanged', { category: Category; partId: string; version: string; content: AxisContent }>
  /** A slip: it is read no more, and stays in the log. */
  | Fact<'ClassificationPartRemoved', { partId: string }>
  /** A rating of a bond was talked about with that parent; or it was not, for a reason. Until then it is a draft. */
  | Fact<'BondRatingDiscussed', { partId: string; reason?: string }>
  /** From here on it stands as it is. A new look is a new classification. */
  | Fact<'ClassificationCompleted', { classificationId: string }>

export type ClassificationCommand =
  | Request<'StartClassification', NewClassification & { child: PersonId }>
  | Request<'AddClassificationPart', { classificationId: string; partId: string; version: string; content: AxisContent }>
  | Request<'ChangeClassificationPart', { partId: string; from: string; version: string; content: AxisContent }>
  | Request<'RemoveClassificationPart', { partId: string }>
  /** `reason` when it was not talked about. */
  | Request<'DiscussBondRating', { partId: string; reason?: string }>
  | Request<'CompleteClassification', Coordinating & { classificationId: string }>
