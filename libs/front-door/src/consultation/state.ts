import { without, type ErasedFact, type Id, type IsoInstant, type Jurisdiction, type OrganisationId, type PersonId, type Recorded, type Subject } from '@samenspel/kernel'
import { saidIn } from '../fact.ts'
import { aboutChild, type ReferredChild, type ReferredParent, type Referrer } from '../people.ts'
import type { Channel } from '../referral/events.ts'
import type { ConsultationEvent, ConsultationOutcome, NamingConsent } from './events.ts'

export type Answer = Recorded & { readonly answerId: Id; readonly text: string }
export type Question = Recorded & { readonly questionId: Id; readonly text: string; readonly ageMonths?: number; readonly answer?: Answer }
export type NamedParent = ReferredParent & { readonly consent?: Omit<NamingConsent, 'consentedBy'> & Recorded }

export type Consultation = Recorded & {
  readonly organisation: OrganisationId
  readonly jurisdiction: Jurisdiction
  readonly channel: Channel
  readonly child: PersonId
  readonly asker?: Referrer
  readonly questions: readonly Question[]
  readonly takenUp?: { readonly by: PersonId; readonly at: IsoInstant }
  /** Whose question it is, once somebody of the family agreed to say so. */
  readonly named?: { readonly child?: ReferredChild; readonly parents: readonly NamedParent[] }
  readonly closed?: Recorded & { readonly outcome: ConsultationOutcome }
}

export const evolveConsultation = (consultation: Consultation | undefined, event: ConsultationEvent): Consultation | undefined => {
  const { by, at } = event
  if (event.type === 'ConsultationAsked') {
    const { organisation, jurisdiction, channel, child } = event
    return { by, at, organisation, jurisdiction, channel, child, questions: [] }
  }
  if (consultation === undefined) return undefined
  switch (event.type) {
    case 'AskerNoted': return { ...consultation, asker: saidIn(event) }
    case 'QuestionAsked': {
      const { questionId, text, ageMonths } = event
      return { ...consultation, questions: [...consultation.questions, { by, at, questionId, text, ...(ageMonths !== undefined && { ageMonths }) }] }
    }
    case 'ConsultationTakenUp': return { ...consultation, takenUp: { by: by.person, at } }
    case 'QuestionAnswered': {
      const { questionId, answerId, text } = event
      return { ...consultation, questions: consultation.questions.map((question) => question.questionId === questionId ? { ...question, answer: { by, at, answerId, text } } : question) }
    }
    case 'ParentNamed': {
      const { consent, ...parent } = saidIn(event)
      const named = consultation.named ?? { parents: [] }
      return { ...consultation, named: { ...named, parents: [...named.parents, { ...parent, ...(consent !== undefined && { consent: { ...consent, by, at } }) }] } }
    }
    case 'ChildNamed': return { ...consultation, named: { ...(consultation.named ?? { parents: [] }), child: saidIn(event) } }
    case 'ConsultationClosed': return { ...consultation, closed: { by, at, outcome: event.outcome } }
  }
}

/** That it was named stays known when the name was erased: it doesn't become anonymous again, to be named anew without asking. */
export const evolveErasedConsultation = (consultation: Consultation | undefined, { type }: ErasedFact): Consultation | undefined =>
  consultation === undefined || type !== 'ChildNamed' && type !== 'ParentNamed' ? consultation : { ...consultation, named: consultation.named ?? { parents: [] } }

/** The questions that nobody has answered yet. */
export const openQuestions = ({ questions }: Consultation): readonly Question[] => questions.filter(({ answer }) => answer === undefined)

/** About whom a question is: the child whose name isn't said, or not yet; a pregnancy that was named is the record of who carries it. */
export const aboutConsultation = ({ child, named }: Pick<Consultation, 'child' | 'named'>): Subject => named?.child === undefined ? { kind: 'child', person: child } : aboutChild(named.child)

/** A parent who was named, as a referral names one. */
export const asReferred = (parent: NamedParent): ReferredParent => without(parent, 'consent')
