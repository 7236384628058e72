/** What the planner and its worker thread say to each other. */
import type { BundlingCase } from './format/case.ts'
import type { Appointment } from './format/plan.ts'
import type { TimesWanted } from './possible-times.ts'
import type { Progress, Proposals } from './proposals/propose.ts'
import type { RegionPlan, RegionProgress } from './region/plan-region.ts'
import type { Replanned, Replanning } from './replan/replan.ts'
import type { Answered } from './why/question.ts'
import type { Asked } from './why/why-not.ts'

/** What each kind of order asks, what it tells on the way, and what it answers. */
export type Work = {
  readonly propose: { readonly asks: { readonly instance: BundlingCase; readonly family: string | undefined; readonly seconds: number }; readonly tells: Progress; readonly answers: Proposals }
  readonly region: { readonly asks: { readonly instance: BundlingCase; readonly seconds: number; readonly rounds: number | undefined }; readonly tells: RegionProgress; readonly answers: RegionPlan }
  readonly replan: { readonly asks: { readonly instance: BundlingCase; readonly replanning: Replanning; readonly seconds: number }; readonly tells: never; readonly answers: Replanned }
  readonly answer: { readonly asks: { readonly instance: BundlingCase; readonly asked: Asked; readonly seconds: number }; readonly tells: never; readonly answers: Answered }
  readonly times: { readonly asks: { readonly instance: BundlingCase; readonly wanted: TimesWanted }; readonly tells: never; readonly answers: readonly Appointment[] }
}
export type Kind = keyof Work

/** `stop`: one number in shared memory that becomes 1 when the best answer so far is wanted; a thread that computes hears no message. */
export type Order = { readonly [Each in Kind]: { readonly kind: Each; readonly asks: Work[Each]['asks']; readonly stop: Int32Array } }[Kind]

export type Report =
  | { readonly kind: 'progress'; readonly progress: Work[Kind]['tells'] }
  | { readonly kind: 'done'; readonly answer: Work[Kind]['answers'] }
  | { readonly kind: 'failed'; readonly error: unknown }
