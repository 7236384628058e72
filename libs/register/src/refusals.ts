import { refuse as refuseWith, type Refusal } from '@samenspel/kernel'

/** Every code with which the register refuses, for whoever writes the sentences; `text-empty` and `text-too-long` come from the kernel. */
export const registerRefusals = [
  'already-registered', 'organisation-unknown', 'practitioner-unknown', 'id-in-use', 'choice-unknown', 'coordinates-impossible',
  'not-an-imh-specialist', 'date-impossible', 'term-impossible', 'registration-overlaps', 'text-empty', 'text-too-long',
  'location-unknown', 'set-meanwhile', 'too-many-lines', 'period-reversed', 'period-too-long', 'time-impossible', 'rush-too-late', 'hours-overlap', 'room-name-double',
  'percent-impossible', 'minutes-impossible',
  'group-unknown', 'not-group-leader', 'works-elsewhere', 'duty-unknown',
  'email-impossible', 'registration-too-long', 'has-left', 'last-day-past', 'import-under-way', 'import-empty', 'register-changed',
  'service-unknown', 'ages-impossible', 'areas-missing', 'languages-missing', 'wait-impossible',
] as const

export type RegisterRefusal = (typeof registerRefusals)[number]

/** A refusal with a code of the list above. */
export const refuse = (code: RegisterRefusal, about?: Refusal['about']): { readonly refusal: Refusal } => refuseWith(code, about)
