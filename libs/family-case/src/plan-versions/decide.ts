import { nothingToDo, record, type Decision, type IsoDate } from '@samenspel/kernel'
import { agreementOf, decidersFor, needsEveryYes } from '../agreement.ts'
import { isInTeam } from '../care-team/state.ts'
import { refuseChoice, refuseFutureDay, refuseTexts } from '../checks.ts'
import { recorded } from '../fact.ts'
import { indexSubject } from '../family/family.ts'
import { refuseUnlessCoordinator, todayOf } from '../people.ts'
import { refuseScoreOf } from '../plan/goals.ts'
import type { PlanEvent } from '../plan/events.ts'
import { compareParts, standingParts, type PartRef } from '../plan/parts.ts'
import { speakerOf } from '../plan/state.ts'
import { refuseSaidBy } from '../plan/words.ts'
import { refuse } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import { nextSteps, planAnswers, type EvaluatedGoal, type PlanVersionCommand, type PlanVersionEvent } from './events.ts'
import { readiness, type PlanFacts } from './readiness.ts'
import { activeVersion, type PlanVersion } from './state.ts'

type Command<Type extends PlanVersionCommand['type']> = Extract<PlanVersionCommand, { type: Type }>
type GoalScored = Extract<PlanEvent, { type: 'GoalScored' }>
type Decided = Decision<PlanVersionEvent | GoalScored>

export const decidePlanVersions = (command: PlanVersionCommand, state: OpenCase): Decided => {
  switch (command.type) {
    case 'DrawPlanVersion': return draw(command, state)
    case 'AnswerPlanVersion': return answer(command, state)
    case 'ActivatePlanVersion': return activate(command, state)
    case 'EvaluatePlan': return evaluate(command, state)
  }
}

const ofChild = (command: PlanVersionCommand, { family }: OpenCase) => ({ subject: indexSubject(family), ...recorded(command), category: 'plan' } as const)

// ── Drawing: the working plan as it stands now gets a number. Nothing is asked of it yet: it may be talked over unfinished.

const draw = (command: Command<'DrawPlanVersion'>, state: OpenCase): Decided => {
  const { planVersionId, note } = command
  const { plan, planVersions: { all }, analysis } = state
  const objection = refuseUnlessCoordinator(command, state) ?? refuseTexts({ note })
  if (objection !== undefined) return objection
  if (all.some((one) => one.planVersionId === planVersionId)) return refuse('id-in-use')
  const parts = standingParts(plan), portId = analysis.ports.at(-1)?.portId, last = all.at(-1)
  if (last !== undefined && last.variant === plan.variant && last.portId === portId && isSame(last.parts, parts)) return refuse('plan-unchanged')
  return record({
    type: 'PlanVersionDrawn', ...ofChild(command, state), planVersionId, number: (last?.number ?? 0) + 1, variant: plan.variant, parts,
    ...(portId !== undefined && { portId }), ...(note !== undefined && { note }),
  })
}

const isSame = (before: readonly PartRef[], after: readonly PartRef[]): boolean => {
  const { came, changed, went } = compareParts(before, after)
  return came.length + changed.length + went.length === 0
}

// ── Agreeing: each parent for themselves, to the newest version

const isAgreed = (state: OpenCase, planVersionId: string, today: IsoDate): boolean => {
  const { answers, forgotten } = state.planVersions
  const holders = decidersFor(state.family, today)
  const said = new Map(answers.flatMap((one) => one.planVersionId === planVersionId ? [[speakerOf(one) ?? '', one.answer] as const] : []))
  // Nobody speaks for who may have said no.
  const mayHaveRefused = forgotten.some((one) => one.planVersionId === planVersionId && holders.includes(one.person) && !said.has(one.person))
  return agreementOf(holders, said, mayHaveRefused || needsEveryYes(state)).status === 'agreed'
}

const answer = (command: Command<'AnswerPlanVersion'>, state: OpenCase): Decided => {
  const { answerId, planVersionId, parent, answer: given, words, spoken } = command
  const { all, answers } = state.planVersions
  const objection = refuseSaidBy(command, parent, spoken, state) ?? refuseChoice('answer', given, planAnswers) ?? refuseTexts({ words })
  if (objection !== undefined) return objection
  if (!all.some((one) => one.planVersionId === planVersionId)) return refuse('plan-version-unknown')
  if (all.at(-1)?.planVersionId !== planVersionId) return refuse('plan-version-old')
  if (!decidersFor(state.family, todayOf(command, state)).includes(parent)) return refuse('signer-without-standing')
  const known = answers.find((one) => one.planVersionId === planVersionId && speakerOf(one) === parent)
  if (known !== undefined && known.answer === given && known.words === words) return nothingToDo
  if (answers.some((one) => one.answerId === answerId)) return refuse('id-in-use')
  return record({
    type: 'PlanVersionAnswered', ...ofChild(command, state), subject: { kind: 'adult', person: parent }, answerId, planVersionId, answer: given,
    ...(words !== undefined && { words }), ...(spoken !== undefined && { spoken: { how: spoken.how, on: spoken.on } }),
  })
}

// ── Holding: complete (K-04, K-12) and agreed to (G-01), or with the reason why it holds nevertheless

const activate = (command: Command<'ActivatePlanVersion'>, state: OpenCase): Decided => {
  const { planVersionId, without } = command
  const objection = refuseUnlessCoordinator(command, state) ?? refuseTexts({ without })
  if (objection !== undefined) return objection
  const { all } = state.planVersions
  const version = all.find((one) => one.planVersionId === planVersionId)
  if (version === undefined) return refuse('plan-version-unknown')
  if (all.at(-1) !== version) return refuse('plan-version-old')
  if (version.activated !== undefined) return nothingToDo
  const missing = readiness(version.variant, factsOfVersion(version, state, todayOf(command, state))).filter(({ isMet }) => !isMet)
  if (missing[0] !== undefined) return refuse('plan-incomplete', { missing: missing.map(({ requirement }) => requirement).join(' ') })
  if (without === undefined && !isAgreed(state, planVersionId, todayOf(command, state))) return refuse('agreement-missing')
  return record({ type: 'PlanVersionActivated', ...ofChild(command, state), planVersionId, ...(without !== undefined && { without }) })
}

/** What is there in a version, and beside it in the file. */
const factsOfVersion = ({ parts, portId }: PlanVersion, { plan, analysis, family, careTeam }: OpenCase, today: string): PlanFacts => {
  const named = (kind: PartRef['kind']) => parts.filter((one) => one.kind === kind)
  const goals = named('goal').flatMap(({ of }) => plan.goals.filter(({ goalId }) => goalId === of))
  const topics = named('text').map(({ of }) => of)
  return {
    hasQuestion: named('question').length > 0, hasParentsGoal: named('parentsGoal').length > 0 || goals.some(({ isParentsOwn }) => isParentsOwn),
    measuredGoals: goals.filter(({ isMentalising }) => !isMentalising).length, hasMentalising: goals.some(({ isMentalising }) => isMentalising),
    hypotheses: analysis.hypotheses.length, hasReasonForFewer: topics.includes('fewerHypotheses'), hasPort: portId !== undefined,
    lineRoutes: named('line').flatMap(({ of }) => plan.lines.filter(({ lineId }) => lineId === of).map(({ route }) => route)),
    hasContacts: family.members.some(({ phone }) => phone !== undefined), members: family.members.length,
    professionals: careTeam.members.filter(({ practitionerId }) => isInTeam(careTeam, practitionerId, today)).length, topics, actions: plan.actions.length,
  }
}

// ── Evaluating: for each goal the level and words, what helped, what comes next

const evaluate = (command: Command<'EvaluatePlan'>, state: OpenCase): Decided => {
  const { evaluationId, on, helped, next, nextStep, forParents, goals } = command
  const { evaluations } = state.planVersions
  const version = activeVersion(state.planVersions)
  const objection = refuseUnlessCoordinator(command, state) ?? refuseFutureDay('on', on, todayOf(command, state)) ?? refuseChoice('nextStep', nextStep, nextSteps) ?? refuseTexts({ helped, next, forParents })
  if (objection !== undefined) return objection
  if (version === undefined) return refuse('plan-version-unknown')
  if (evaluations.some((one) => one.evaluationId === evaluationId)) return refuse('id-in-use')
  if (goals.length === 0 || new Set(goals.map(({ goalId }) => goalId)).size !== goals.length) return refuse('evaluation-empty')
  for (const goal of goals) {
    const wrong = refuseTexts({ words: goal.words, forParents: goal.forParents }) ?? refuseScoreOf(goal, state)
    if (wrong !== undefined) return wrong
  }
  return record<PlanVersionEvent | GoalScored>(
    { type: 'PlanEvaluated', ...ofChild(command, state), evaluationId, planVersionId: version.planVersionId, on, helped, next, nextStep, ...(forParents !== undefined && { forParents }) },
    ...goals.map((goal) => scored(goal, command, state)),
  )
}

const scored = ({ scoreId, goalId, value, words, forParents }: EvaluatedGoal, command: Command<'EvaluatePlan'>, { plan, family }: OpenCase): GoalScored => ({
  type: 'GoalScored', subject: plan.goals.find((goal) => goal.goalId === goalId)?.subject ?? indexSubject(family), ...recorded(command), category: 'plan', scoreId, goalId, value, on: command.on,
  evaluationId: command.evaluationId, ...(words !== undefined && { words }), ...(forParents !== undefined && { forParents }),
})
