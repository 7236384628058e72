/**
 * Agreeing to a treatment of a child: asked in plain words, and answered by each who has authority over the child (G-01, G-10). It says
 * nothing of the treatment itself, which stands with who treats.
 */
import type { Category, PersonId } from '@samenspel/kernel'
import type { Fact, Request } from '../fact.ts'

/** What is asked. `treatedBy`: who would do it, in words; `isSubstantial`: it goes deep or can't be undone, so that one parent alone can't say yes (BE). */
export type NewTreatment = { readonly treatmentId: string; readonly what: string; readonly treatedBy: string; readonly isSubstantial: boolean }

/** In the app by who says it, or noted by somebody of the team who heard or read it. */
export const answerWays = ['inApp', 'spoken', 'written'] as const
export type AnswerWay = (typeof answerWays)[number]

/** The answer of one who has authority; the newest of each counts. `how`: in whose presence, by what letter. */
export type NewTreatmentAnswer = { readonly treatmentId: string; readonly parent: PersonId; readonly agrees: boolean; readonly way: AnswerWay; readonly how?: string }

/** Why care goes on without an answer of everybody, such as a decision of the court. */
export type NewTreatmentException = { readonly treatmentId: string; readonly reason: string }

type Label = { readonly category: Category }

export type TreatmentEvent =
  | Fact<'TreatmentProposed', NewTreatment & Label>
  | Fact<'TreatmentAnswered', NewTreatmentAnswer & Label>
  | Fact<'TreatmentExceptionMade', NewTreatmentException & Label>
  /** The question is over: it goes on no more, or was asked by mistake. */
  | Fact<'TreatmentWithdrawn', { treatmentId: string } & Label>

export type TreatmentCommand =
  /** By somebody of the team, about a child. */
  | Request<'ProposeTreatment', NewTreatment & { child: PersonId }>
  /** In person, or noted by somebody of the team. */
  | Request<'AnswerTreatment', NewTreatmentAnswer>
  /** By who asked it, or who coordinates. */
  | Request<'MakeTreatmentException', NewTreatmentException>
  | Request<'WithdrawTreatment', { treatmentId: string }>
