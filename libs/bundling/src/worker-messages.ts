/** What the planner and its worker thread say to each other. */
import type { BundlingCase } from './format/case.ts'
import type { Appointment } from './format/plan.ts'
import type { TimesWanted } from './possible-times.ts'
import type { Progress, Proposals } from './proposals/propose.ts'

export type Order =
  | { readonly kind: 'propose'; readonly instance: BundlingCase; readonly family: string | undefined; readonly seconds: number }
  | { readonly kind: 'times'; readonly instance: BundlingCase; readonly wanted: TimesWanted }

/** What comes of an order: proposals, or times. */
export type Outcome = Proposals | readonly Appointment[]

export type Report =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly outcome: Outcome }
  | { readonly kind: 'failed'; readonly error: unknown }
