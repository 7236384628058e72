import { refuse as refuseWith, type Refusal } from '@samenspel/kernel'

/** Every code with which this library refuses a command, for whoever writes the sentences. */
export const safetyRefusals = [
  'not-a-professional', 'not-in-team', 'not-privacy-officer', 'track-unknown', 'track-closed', 'in-a-track-already', 'not-about-a-child', 'id-in-use', 'choice-unknown', 'date-impossible', 'date-in-future', 'date-in-past', 'date-too-late',
  'step-too-early', 'kindcheck-missing', 'adviser-not-here', 'considerations-missing', 'danger-must-be-reported', 'danger-needs-help', 'speaking-right-conditions',
  'spoken-with-nobody', 'track-incomplete', 'not-of-this-family', 'member-not-in-team', 'last-member', 'note-unknown', 'statement-unknown', 'task-unknown',
  'second-factor-missing', 'emergency-too-many', 'emergency-too-many-attempts', 'emergency-review-overdue', 'emergency-already-open', 'emergency-unknown', 'emergency-reviewed-already',
] as const

export type SafetyRefusal = (typeof safetyRefusals)[number]

/** A refusal with a code of the list above. */
export const refuse = (code: SafetyRefusal, about?: Refusal['about']): { readonly refusal: Refusal } => refuseWith(code, about)

/** Why something can't be, or nothing when it can. */
export type Objection = { readonly refusal: Refusal } | undefined
