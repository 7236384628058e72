import { refuse as refuseWith, type Refusal } from '@samenspel/kernel'

/** Every code with which an erasure is refused as a command, for whoever writes the sentences. */
export const erasureRefusals = [
  'not-privacy-officer', 'not-by-a-person', 'erasure-unknown', 'erasure-decided', 'erasure-not-granted', 'erasure-not-begun', 'erasure-underway', 'records-missing', 'records-differ',
  'controller-has-not-agreed', 'asked-by-too-few', 'not-yours-to-ask', 'authority-unknown', 'retention-not-ended', 'minimum-not-reached', 'choice-unknown', 'id-in-use',
  'date-impossible', 'date-in-future',
] as const

export type ErasureRefusal = (typeof erasureRefusals)[number]

/** A refusal with a code of the list above. */
export const refuse = (code: ErasureRefusal, about?: Refusal['about']): { readonly refusal: Refusal } => refuseWith(code, about)

/** Why something can't be, or nothing when it can. */
export type Objection = { readonly refusal: Refusal } | undefined
