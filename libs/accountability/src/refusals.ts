import { refuse as refuseWith, type Refusal } from '@samenspel/kernel'

/** Every code with which a command here is refused, for whoever writes the sentences; `text-empty` and `text-too-long` come from the kernel. */
export const accountabilityRefusals = [
  'not-privacy-officer', 'not-of-the-family', 'request-unknown', 'request-decided', 'restriction-underway', 'restriction-not-set', 'recipients-missing', 'choice-unknown', 'id-in-use',
  'date-impossible', 'date-in-future', 'date-in-past', 'date-too-late', 'finding-judged', 'finding-not-judged', 'text-empty', 'text-too-long',
] as const

export type AccountabilityRefusal = (typeof accountabilityRefusals)[number]

/** A refusal with a code of the list above. */
export const refuse = (code: AccountabilityRefusal, about?: Refusal['about']): { readonly refusal: Refusal } => refuseWith(code, about)
