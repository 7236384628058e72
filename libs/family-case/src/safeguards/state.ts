import type { Actor, IsoDate, IsoInstant, PersonId, Recorded, Subject } from '@samenspel/kernel'
import type { GuardedEntry, Measure, MentioningEntry, SafeguardEvent, SafeguardStep } from './events.ts'

/** A reason somebody gave; there is none of a step whose words were erased. */
export type Explanation = Recorded & { readonly step: SafeguardStep; readonly reason: string }

/** One measure: who set it and when, and until when it holds. */
export type Safeguard = {
  readonly safeguardId: string
  readonly measure: Measure
  readonly about: Subject
  readonly by: Actor
  readonly at: IsoInstant
  readonly reviewOn?: IsoDate
  readonly liftedAt?: IsoInstant
  readonly liftedBy?: Actor
  readonly explained: readonly Explanation[]
  /** What told by its words of whom it protects, when somebody was erased, and since when that is so. */
  readonly mentions?: readonly Mention[]
}

export type Mention = MentioningEntry & { readonly at: IsoInstant }

export const evolveSafeguards = (safeguards: readonly Safeguard[], event: SafeguardEvent): readonly Safeguard[] => {
  const { by, at } = event
  const changed = (change: (safeguard: Safeguard) => Safeguard): readonly Safeguard[] =>
    safeguards.map((safeguard) => safeguard.safeguardId === event.safeguardId ? change(safeguard) : safeguard)
  switch (event.type) {
    case 'SafeguardSet': {
      const { safeguardId, measure, about, reviewOn } = event
      return [...safeguards, { safeguardId, measure, about, by, at, ...(reviewOn !== undefined && { reviewOn }), explained: [] }]
    }
    case 'SafeguardReviewed': return changed((safeguard) => ({ ...safeguard, reviewOn: event.reviewOn }))
    case 'SafeguardLifted': return changed((safeguard) => ({ ...safeguard, liftedAt: at, liftedBy: by }))
    case 'MentionsRecorded': return changed((safeguard) => ({ ...safeguard, mentions: [...safeguard.mentions ?? [], ...event.entries.map((entry) => ({ ...entry, at }))] }))
    case 'SafeguardExplained': return changed((safeguard) => ({ ...safeguard, explained: [...safeguard.explained, { by, at, step: event.step, reason: event.reason }] }))
  }
}

/** Those that hold: set and not lifted. A day of review that went by changes nothing by itself. */
export const standing = (safeguards: readonly Safeguard[]): readonly Safeguard[] => safeguards.filter(({ liftedAt }) => liftedAt === undefined)

/** Those that somebody has to look at again, on or before a day. */
export const toReview = (safeguards: readonly Safeguard[], today: IsoDate): readonly Safeguard[] =>
  standing(safeguards).filter(({ reviewOn }) => reviewOn !== undefined && reviewOn <= today)

/** The persons of the family whom a measure names. */
export const personsOf = (measure: Measure): readonly PersonId[] => {
  switch (measure.kind) {
    case 'shield':
    case 'closing': return [measure.from]
    case 'protection': return [measure.person, measure.from]
    case 'highConflict':
    case 'disagreement': return measure.persons
    case 'release': return [measure.to]
    case 'openness':
    case 'capacity': return [measure.child]
    case 'exclusion': return [measure.saidBy]
    case 'exchange': return measure.about.kind === 'case' ? [] : measure.about.kind === 'relation' ? measure.about.persons : [measure.about.person]
    case 'confidence':
    case 'secret':
    case 'ownFamily': return []
  }
}

/** The professional whom a measure keeps out of the file; nothing for any other measure. */
export const professionalOf = (measure: Measure): PersonId | undefined =>
  measure.kind === 'ownFamily' || measure.kind === 'exclusion' ? measure.professional : undefined

/** Whether somebody is kept out of this family's file, as family of theirs or by their wish: who is can't lead its care. */
export const isKeptOut = (safeguards: readonly Safeguard[], professional: PersonId): boolean =>
  standing(safeguards).some(({ measure }) => professionalOf(measure) === professional)

/** The professionals whom somebody of the family named, as far as they still do. */
export const exclusionsBy = (safeguards: readonly Safeguard[], person: PersonId): readonly Safeguard[] =>
  standing(safeguards).filter(({ measure }) => measure.kind === 'exclusion' && measure.saidBy === person)

/** Whether it is a no that one of the family said in person: that one takes it back, and nobody else. */
export const isOwnNo = ({ measure, by }: Safeguard): boolean => measure.kind === 'exclusion' && measure.saidBy === by.person

/** The part that a measure is about; nothing for one about persons alone. */
export const guardedEntry = (measure: Measure): GuardedEntry | undefined => 'entry' in measure ? measure.entry : undefined
