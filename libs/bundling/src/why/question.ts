/** What somebody asks about a plan, and what the answer holds: data alone; the words are made for each reader. */
import type { IsoDate, LocalTime } from '@samenspel/kernel'
import type { Conflict } from '../conflicts/explain-unplanned.ts'
import type { Form } from '../format/case.ts'
import { burdenDifference, burdenParts, type Appointment, type Burden } from '../format/plan.ts'
import type { BurdenPart } from '../master/stages.ts'
import type { Flavour } from '../proposals/alternatives.ts'
import type { Change } from '../conflicts/changes.ts'

/** Why a need is not so. */
export type WhyNot =
  | { readonly kind: 'earlier' }
  | { readonly kind: 'onDate'; readonly date: IsoDate }
  /** Monday is 1. */
  | { readonly kind: 'onWeekday'; readonly weekday: number }
  /** On one day with another need. */
  | { readonly kind: 'together'; readonly need: string }
  | { readonly kind: 'inForm'; readonly form: Form }
  | { readonly kind: 'with'; readonly professional: string }

/** A time on one day, as `unavailable` of a parent has it. */
export type Block = { readonly date: IsoDate; readonly from: LocalTime; readonly to: LocalTime }

/**
 * What would make room for a need that has no appointment.
 * `releasable`: the only times of the parents that may be named as one to give up; any when absent. Who asks for somebody gives
 * those that this person may know, so that nothing else gets into the answer.
 */
export type FreeingAsked = { readonly kind: 'free'; readonly releasable?: readonly Block[] }

export type Question = WhyNot | FreeingAsked

/** A plan of one family that somebody asks about. */
export type AskedPlan = {
  readonly appointments: readonly Appointment[]
  /** What kind of proposal it is: then its own order of weight counts. `fewest-travel-days` when absent. */
  readonly flavour?: Flavour
  /** The first proposal of its run, of which one of the kind `other-days` keeps away. */
  readonly first?: readonly Appointment[]
}

/** One part of a difference in burden; above zero it weighs more. */
export type PricePart = { readonly part: BurdenPart; readonly more: number }

export type Answered =
  /** The plan is so. */
  | { readonly kind: 'already' }
  /** The lightest plan that does it. */
  | {
    readonly kind: 'possible'
    readonly appointments: readonly Appointment[]
    readonly burden: Burden
    /** What it weighs more and less than the plan asked about, in order of weight; nothing where both weigh the same. */
    readonly price: readonly PricePart[]
    /** Nothing lighter does it. */
    readonly proven: boolean
    /** Other needs of which the day or the form changes, or that lose or get an appointment. */
    readonly alsoChanged: readonly string[]
  }
  /** No plan does it, for these rules and other needs. */
  | { readonly kind: 'impossible'; readonly conflict: Conflict }
  /** What stands in the way of a need without an appointment, and what would free it, the lightest first. */
  | { readonly kind: 'freed'; readonly conflict?: Conflict; readonly changes: readonly Freeing[] }
  /** The plan asked about breaks a rule of the case: what it stood on has changed. */
  | { readonly kind: 'outdated' }
  /** The time was too short to know. */
  | { readonly kind: 'unknown' }

/** The parts that differ, in this order of weight. */
export const priceOf = (of: Burden, than: Burden, order: readonly BurdenPart[] = burdenParts): readonly PricePart[] => {
  const difference = burdenDifference(of, than)
  return order.filter(part => difference[part] !== 0).map(part => ({ part, more: difference[part] }))
}

/** A change that makes room, with the lightest plan that then holds the need. */
export type Freeing = {
  readonly change: Change
  /** The need's appointment in that plan. */
  readonly appointment: Appointment
  readonly burden: Burden
  /** What that plan weighs more and less than the one asked about, in order of weight. */
  readonly price: readonly PricePart[]
  /** With this change nothing lighter holds the need. */
  readonly proven: boolean
}
