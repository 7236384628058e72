import type { Question } from './circumstances.ts'

/** One rule about who may see what. The order of rules never matters: one forbid outweighs every permit. */
export type Policy<Id extends string = string> = {
  readonly id: Id
  readonly effect: 'permit' | 'forbid'
  /** The rule for people who read the register of policies, in one sentence. */
  readonly sentence: { readonly nl: string; readonly en: string }
  /** A lead for a lawyer, not advice; "(check)" marks what nobody has confirmed. */
  readonly basis: string
  /** Whether it speaks about this request. When it throws, it refuses: a permit doesn't hold, a forbid does. */
  readonly holds: (question: Question) => boolean
}

export const permit = <const Id extends string>(id: Id, rule: Omit<Policy, 'id' | 'effect'>): Policy<Id> => ({ id, effect: 'permit', ...rule })
export const forbid = <const Id extends string>(id: Id, rule: Omit<Policy, 'id' | 'effect'>): Policy<Id> => ({ id, effect: 'forbid', ...rule })
