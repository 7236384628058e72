/**
 * The decision: who may see what.
 *
 * An action is allowed when at least one permit and no forbid holds for it; the order of policies never matters.
 * Everything is an argument, so the same facts always give the same answer with the same reasons.
 */
import type { IsoInstant } from '@samenspel/kernel'
import { hasLocatingPart, isLogLine, isOneOf, type Question } from './circumstances.ts'
import type { Action, Entry } from './entries.ts'
import type { Facts } from './facts.ts'
import { forbids } from './forbids.ts'
import { momentIn, type Moment } from './moments.ts'
import { permits } from './permits.ts'
import type { Policy } from './policy.ts'
import type { Viewer } from './viewers.ts'

/** Every policy, permits before forbids. */
export const policies = [...permits, ...forbids] as const

/** The id of a policy, as the access log keeps it; `default` when nothing gave a right. */
export type PolicyId = (typeof policies)[number]['id'] | 'default'

/**
 * `content`: the action succeeds. `existence`: only that there is something, of this discipline, on this day.
 * `nothing`: as if the entry were absent, also when something was to be written or copied.
 */
export type Outcome = 'nothing' | 'existence' | 'content'

/** With the policies that explain it: the permits that allowed, or the forbids that refused; both for a read that shows existence only. */
export type Verdict = { readonly outcome: Outcome; readonly policies: readonly PolicyId[] }

type NamedPolicy = Policy<PolicyId>

/**
 * Decides by a given set of policies; `decide` is the one to use.
 * A policy that fails or misses a fact counts as a refusal, and so does a moment that isn't one.
 */
export const decideBy = (rules: readonly NamedPolicy[]) => (viewer: Viewer, action: Action, entry: Entry, facts: Facts, now: IsoInstant): Verdict => {
  const moment = momentOrNothing(facts, now)
  if (moment === undefined) return { outcome: 'nothing', policies: ['default'] }
  const asked = judge(rules, { viewer, action, entry, facts, now: moment })
  if (asked.isAllowed) return { outcome: action === 'seeExistence' ? 'existence' : 'content', policies: asked.permits }
  if (action === 'read') {
    const existence = judge(rules, { viewer, action: 'seeExistence', entry, facts, now: moment })
    if (existence.isAllowed) return { outcome: 'existence', policies: [...existence.permits, ...asked.forbids] }
  }
  return { outcome: 'nothing', policies: asked.forbids.length > 0 ? asked.forbids : ['default'] }
}

/**
 * What this viewer gets when doing this with this entry, at this moment.
 * @param now UTC; civil days are counted in the zone of the case.
 */
export const decide = decideBy(policies)

/** Permits are asked only where no forbid holds: elsewhere they change nothing, and the reason of a refusal doesn't name them. */
const judge = (rules: readonly NamedPolicy[], question: Question): { readonly permits: readonly PolicyId[]; readonly forbids: readonly PolicyId[]; readonly isAllowed: boolean } => {
  const forbids = holding(rules, 'forbid', question)
  if (forbids.length > 0 || !fits(question)) return { permits: none, forbids, isAllowed: false }
  const permits = holding(rules, 'permit', question)
  return { permits, forbids, isAllowed: permits.length > 0 }
}

const none: readonly PolicyId[] = []

const holding = (rules: readonly NamedPolicy[], effect: Policy['effect'], question: Question): readonly PolicyId[] => {
  let ids: PolicyId[] | undefined
  for (const rule of rules) if (rule.effect === effect && holds(rule, question)) (ids ??= []).push(rule.id)
  return ids ?? none
}

/** A line of the access log answers to its own action only; a place is read only where there is one. */
const fits = (question: Question): boolean =>
  isLogLine(question) === isOneOf(question, 'readAccessLog') && (!isOneOf(question, 'readLocating') || hasLocatingPart(question))

const holds = (rule: NamedPolicy, question: Question): boolean => {
  try { return rule.holds(question) } catch { return rule.effect === 'forbid' }
}

const momentOrNothing = (facts: Facts, now: IsoInstant): Moment | undefined => {
  try { return momentIn(facts.jurisdiction, now) } catch { return undefined }
}
