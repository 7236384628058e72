/** What the planner and its worker thread say to each other. */
import type { BundlingCase } from './format/case.ts'
import type { Progress, Proposals } from './proposals/propose.ts'

export type Order = { readonly instance: BundlingCase; readonly family: string | undefined; readonly seconds: number }

export type Report =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'done'; readonly proposals: Proposals }
  | { readonly kind: 'failed'; readonly error: unknown }
