import { refuse as refuseWith, type Refusal } from '@samenspel/kernel'

/** Every code with which the case file refuses, for whoever writes the sentences; `text-empty` and `text-too-long` come from the kernel. */
export const familyCaseRefusals = [
  // who may do what
  'not-in-team', 'team-membership-ended', 'not-coordinator', 'registration-not-valid', 'not-on-behalf', 'not-of-the-family', 'not-a-parent',
  'not-yours', 'not-the-caller', 'not-asked', 'not-by-a-person',
  // what is unknown, or known already
  'family-unknown', 'already-opened', 'id-in-use', 'person-unknown', 'subject-unknown', 'membership-unknown', 'consent-unknown',
  'statement-unknown', 'not-a-statement', 'goal-unknown', 'card-unknown', 'action-unknown', 'signal-unknown', 'prompt-unknown', 'text-unknown',
  // texts, dates and choices
  'text-empty', 'text-too-long', 'changed-meanwhile', 'choice-unknown', 'date-impossible', 'date-in-future', 'date-in-past', 'date-too-early',
  'date-too-late', 'period-reversed',
  // family
  'index-child-missing', 'index-child-exists', 'index-child-role', 'birth-date-missing', 'due-date-missing', 'only-of-unborn-child',
  'pregnant-person-unknown', 'not-unborn', 'dyad-exists', 'authority-does-not-fit', 'authority-unproven', 'coordinates-impossible', 'dyad-unknown', 'support-unknown', 'role-of-another-record',
  // care team
  'already-in-team', 'already-ended', 'already-coordinator', 'is-coordinator', 'is-on-call', 'membership-ends', 'not-an-imh-specialist',
  // consent
  'signature-missing', 'signer-without-standing', 'not-your-signature', 'basis-does-not-fit', 'safety-not-shared-by-consent', 'consent-withdrawn',
  'consent-without-end', 'already-renewed', 'own-no-stands', 'request-unknown', 'request-closed', 'already-answered',
  // invitations
  'invitation-unknown', 'invitation-closed', 'already-invited', 'names-somebody', 'consent-missing', 'not-accepted',
  // contributions, life story, plan
  'safety-has-its-own-track', 'four-parts-missing', 'details-missing', 'age-impossible', 'question-unknown', 'question-closed', 'colleague-may-not-read', 'level-text-missing', 'level-outside-scale', 'score-outside-scale', 'scale-has-scores', 'setting-missing',
  'goal-ended', 'goal-scores-a-person', 'mentalising-stays', 'line-unknown', 'line-ended', 'action-done', 'said-how-missing', 'words-there',
  // versions of the plan
  'plan-version-unknown', 'plan-version-old', 'plan-unchanged', 'plan-incomplete', 'agreement-missing', 'evaluation-empty',
  // what was learned, for others
  'practice-card-unknown', 'practice-card-old', 'practice-card-traces', 'practice-card-incomplete', 'practice-card-not-allowed', 'practice-card-placed', 'practice-card-leaving', 'not-the-publisher',
  // analysis
  'factor-unknown', 'hypothesis-unknown', 'for-and-against',
  // classification
  'classification-unknown', 'classification-completed', 'classification-incomplete', 'part-unknown', 'part-exists', 'ratings-incomplete', 'rating-not-discussed', 'onset-impossible',
  // overload
  'too-early', 'no-substitute', 'prompt-closed',
  // authority and safeguards
  'authority-fact-unknown', 'authority-already-verified', 'authority-corrected', 'gap-unknown', 'safeguard-unknown', 'safeguard-exists', 'safeguard-lifted', 'review-date-missing',
  'same-person', 'not-in-this-country', 'comes-along', 'not-a-child', 'coordinator-stays', 'kept-out', 'exchange-conditions',
  // agreeing to a treatment
  'treatment-unknown', 'treatment-closed',
  // which help, and from whom
  'search-unknown', 'search-ended', 'nobody-chooses', 'providers-missing', 'providers-too-many', 'providers-too-few', 'provider-unknown', 'provider-not-chosen', 'provider-without-room', 'proposal-old',
  // what a parent asks about who helps
  'ask-unknown', 'ask-closed', 'already-asked',
  // the course of the case, and groups of children
  'group-unknown',
  'case-closed', 'case-not-closed', 'appointments-ahead',
  // meetings about the plan
  'meeting-unknown', 'meeting-closed', 'meeting-cancelled', 'meeting-not-closed', 'attendees-missing', 'reason-for-parents-missing', 'teller-missing', 'point-unknown',
  'point-discussed', 'presence-missing', 'report-missing',
  // silence after a loss
  'loss-recorded',
] as const

export type FamilyCaseRefusal = (typeof familyCaseRefusals)[number]

/** A refusal with a code of the list above. */
export const refuse = (code: FamilyCaseRefusal, about?: Refusal['about']): { readonly refusal: Refusal } => refuseWith(code, about)

/** Why something can't be, or nothing when it can. */
export type Objection = { readonly refusal: Refusal } | undefined
