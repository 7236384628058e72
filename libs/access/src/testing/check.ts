import { decideBy, policies, type Outcome, type PolicyId, type Verdict } from '../decide.ts'
import type { Action } from '../entries.ts'
import type { Question } from '../circumstances.ts'
import type { Facts } from '../facts.ts'
import { momentIn } from '../moments.ts'
import type { Policy } from '../policy.ts'
import type { Scene } from './scenes.ts'

export type Decide = ReturnType<typeof decideBy>
export type Rule = Policy<PolicyId>

export const decideScene = (decide: Decide, { viewer, action, entry, facts, now }: Scene): Verdict => decide(viewer, action, entry, facts, now)
export const outcomeOf = (decide: Decide, scene: Scene): Outcome => decideScene(decide, scene).outcome
export const withFacts = (scene: Scene, facts: Partial<Facts>): Scene => ({ ...scene, facts: { ...scene.facts, ...facts } })
export const withAction = (scene: Scene, action: Action): Scene => ({ ...scene, action })

const order: Record<Outcome, number> = { nothing: 0, existence: 1, content: 2 }
export const isAtMost = (a: Outcome, b: Outcome): boolean => order[a] <= order[b]

/** The scene as policies see it. */
export const questionOf = ({ viewer, action, entry, facts, now }: Scene): Question => ({ viewer, action, entry, facts, now: momentIn(facts.jurisdiction, now) })

// ── Policy sets with a bug in them

export const without = (...ids: readonly PolicyId[]): Decide => decideBy(policies.filter(({ id }) => !ids.includes(id)))

/** The policies with some put in another's place, or added. */
export const withRule = (id: PolicyId, effect: Rule['effect'], holds: Rule['holds'], ...dropped: readonly PolicyId[]): Decide => {
  const rule: Rule = { id, effect, holds, basis: 'none', sentence: { nl: 'Een fout.', en: 'A bug.' } }
  return decideBy([...policies.filter((policy) => policy.id !== id && !dropped.includes(policy.id)), rule])
}
