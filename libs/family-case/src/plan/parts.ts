/** Which wordings stand in a plan: what a version names, and what came and went between two of them. */
import type { Plan } from './state.ts'
import type { PartKind } from './wordings.ts'

/** What a version names. */
export type PartRef = { readonly kind: PartKind; readonly of: string; readonly version: string }

/** The newest wording of everything that stands now: what a version drawn today would name. */
export const standingParts = (plan: Plan): readonly PartRef[] => [
  ...(plan.guidingQuestion === undefined ? [] : [{ kind: 'question', of: plan.guidingQuestion.questionId, version: plan.guidingQuestion.version } as const]),
  ...plan.parentsGoals.map(({ subject, version }) => ({ kind: 'parentsGoal', of: 'person' in subject ? subject.person : 'case', version } as const)),
  ...plan.goals.filter(({ ended }) => ended === undefined).map(({ goalId, version }) => ({ kind: 'goal', of: goalId, version } as const)),
  ...plan.lines.filter(({ ended }) => ended === undefined).map(({ lineId, version }) => ({ kind: 'line', of: lineId, version } as const)),
  ...plan.cards.map(({ cardId, version }) => ({ kind: 'card', of: cardId, version } as const)),
  ...plan.texts.map(({ topic, version }) => ({ kind: 'text', of: topic, version } as const)),
]

/** What came, what went and what was worded anew between two versions, part by part. */
export const compareParts = (before: readonly PartRef[], after: readonly PartRef[]): { readonly came: readonly PartRef[]; readonly changed: readonly { readonly before: PartRef; readonly after: PartRef }[]; readonly went: readonly PartRef[] } => {
  const same = (one: PartRef) => (other: PartRef) => one.kind === other.kind && one.of === other.of
  return {
    came: after.filter((one) => !before.some(same(one))),
    changed: after.flatMap((one) => {
      const was = before.find(same(one))
      return was === undefined || was.version === one.version ? [] : [{ before: was, after: one }]
    }),
    went: before.filter((one) => !after.some(same(one))),
  }
}
