/** What the planner and its worker thread say to each other. */
import type { BundlingCase } from './format/case.ts'
import type { Appointment } from './format/plan.ts'
import type { TimesWanted } from './possible-times.ts'
import type { Progress, Proposals } from './proposals/propose.ts'
import type { Answered } from './why/question.ts'
import type { Asked } from './why/why-not.ts'

export type Order =
  | { readonly kind: 'propose'; readonly instance: BundlingCase; readonly family: string | undefined; readonly seconds: number }
  | { readonly kind: 'answer'; readonly instance: BundlingCase; readonly asked: Asked; readonly seconds: number }
  | { readonly kind: 'times'; readonly instance: BundlingCase; readonly wanted: TimesWanted }

/** What comes of an order of each kind. */
export type Outcomes = { readonly propose: Proposals; readonly answer: Answered; readonly times: readonly Appointment[] }

export type Report =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly outcome: Outcomes[Order['kind']] }
  | { readonly kind: 'failed'; readonly error: unknown }
