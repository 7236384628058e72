import { refuse as refuseWith, type Refusal } from '@samenspel/kernel'

/** Every code with which the front door says no; `text-empty` and `text-too-long` come from the kernel. */
export const frontDoorRefusals = [
  'id-in-use', 'text-empty', 'text-too-long', 'choice-unknown', 'date-impossible', 'date-in-future', 'date-too-early', 'date-too-late', 'birth-date-missing', 'due-date-missing', 'person-unknown', 'people-too-many',
  'parents-missing', 'parents-not-agreed', 'urgency-reason-missing', 'child-too-old', 'referral-unknown', 'referral-closed', 'referral-not-closed', 'case-started', 'opinion-missing', 'not-an-imh-specialist',
  'registration-not-valid', 'feedback-without-consent', 'consultation-unknown', 'consultation-closed', 'consultation-named', 'consultation-not-named', 'naming-without-consent', 'question-unknown', 'question-answered', 'question-unanswered', 'questions-too-many',
] as const

export type FrontDoorRefusal = (typeof frontDoorRefusals)[number]

/** A refusal with a code of the list above. */
export const refuse = (code: FrontDoorRefusal, about?: Refusal['about']): { readonly refusal: Refusal } => refuseWith(code, about)

/** What stands against a command, or nothing. */
export type Objection = { readonly refusal: Refusal } | undefined
