import { nothingToDo, record, type Decision, type Subject } from '@samenspel/kernel'
import { refuseChoice, refuseFutureDay, refuseLine, refuseTexts } from '../checks.ts'
import { pick, recorded } from '../fact.ts'
import { refuseUnknownSubject, refuseUnlessCoordinator, refuseUnlessInTeam, todayOf } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import { isSameContent, refuseEdit } from '../versions.ts'
import { goalEndings, goalScales, routes, type GoalContent, type PlanCommand, type PlanEvent } from './events.ts'
import { goalFields } from './fields.ts'
import type { Goal } from './state.ts'

type GoalCommand = Extract<PlanCommand, { type: 'AddGoal' | 'ChangeGoal' | 'ScoreGoal' | 'EndGoal' }>

/**
 * The coordinator sets and changes goals and says when one is reached or let go; everybody in the team can score one. No goal is ever
 * taken away, and the mentalising goal never ends (K-05). What is scored is a bond, a child or what is around it, never a grown person.
 */
export const decideGoals = (command: GoalCommand, state: OpenCase): Decision<PlanEvent> => {
  const goal = state.plan.goals.find(({ goalId }) => goalId === command.goalId)
  switch (command.type) {
    case 'AddGoal': {
      const objection = refuseUnlessCoordinator(command, state) ?? (goal === undefined ? undefined : refuse('id-in-use')) ??
        refuseUnknownSubject(command.subject, state) ?? refuseScoredPerson(command.subject) ?? refuseGoalContent(command)
      return objection ?? record({
        type: 'GoalAdded', subject: command.subject, ...recorded(command), category: 'plan', goalId: command.goalId, version: command.version,
        isMentalising: false, ...pick<GoalContent>(command, goalFields),
      })
    }
    case 'ChangeGoal': {
      const objection = refuseUnlessCoordinator(command, state) ?? refuseUnknownSubject(command.subject, state) ?? refuseScoredPerson(command.subject) ?? refuseGoalContent(command)
      if (objection !== undefined) return objection
      if (goal === undefined) return refuse('goal-unknown')
      if (goal.ended !== undefined) return refuse('goal-ended')
      const next = { ...pick<GoalContent>(command, goalFields), subject: command.subject }
      if (isSameContent(next, { ...pick<GoalContent>(goal, goalFields), subject: goal.subject })) return nothingToDo
      // A score means what its level said: on another scale it would mean something else.
      const isRescaled = command.scale !== goal.scale && state.plan.scores.some(({ goalId }) => goalId === goal.goalId)
      return refuseEdit(command, goalText(command), { version: goal.version, text: goalText(goal) }) ?? (isRescaled ? refuse('scale-has-scores') : undefined) ?? record({
        type: 'GoalChanged', subject: command.subject, ...recorded(command), category: 'plan', goalId: goal.goalId, version: command.version,
        ...pick<GoalContent>(command, goalFields),
      })
    }
    case 'ScoreGoal': {
      const { scoreId, goalId, value, on, words, forParents } = command
      return refuseUnlessInTeam(command, state) ?? refuseFutureDay('on', on, todayOf(command, state)) ?? refuseTexts({ words, forParents }) ?? refuseScoreOf({ scoreId, goalId, value }, state) ??
        record({ type: 'GoalScored', subject: goal!.subject, ...recorded(command), category: 'plan', scoreId, goalId, value, on, ...(words !== undefined && { words }), ...(forParents !== undefined && { forParents }) })
    }
    case 'EndGoal': {
      const { endingId, goalId, outcome, words } = command
      const objection = refuseUnlessCoordinator(command, state) ?? refuseChoice('outcome', outcome, goalEndings) ?? refuseTexts({ words })
      if (objection !== undefined) return objection
      if (goal === undefined) return refuse('goal-unknown')
      if (goal.isMentalising) return refuse('mentalising-stays')
      return goal.ended !== undefined ? nothingToDo : record({ type: 'GoalEnded', subject: goal.subject, ...recorded(command), category: 'plan', endingId, goalId, outcome, words })
    }
  }
}

/** A score of a goal that is there, still worked at and not about a grown person, on its own scale (K-09). */
export const refuseScoreOf = ({ scoreId, goalId, value }: { readonly scoreId: string; readonly goalId: string; readonly value: number }, { plan }: OpenCase): Objection => {
  const goal = plan.goals.find((one) => one.goalId === goalId)
  if (goal === undefined) return refuse('goal-unknown')
  if (goal.ended !== undefined) return refuse('goal-ended')
  return refuseScoredPerson(goal.subject) ?? (plan.scores.some((score) => score.scoreId === scoreId) ? refuse('id-in-use') : undefined) ?? refuseScore(value, goal)
}

/** A scale measures what grows between people or around a child, and never what a parent is worth (K-09). */
const refuseScoredPerson = ({ kind }: Subject): Objection => kind === 'adult' ? refuse('goal-scores-a-person') : undefined

/** A goal has a title, a route, and a scale with a text for each of its levels (K-09). */
export const refuseGoalContent = (goal: GoalContent): Objection =>
  refuseLine('title', goal.title) ?? refuseTexts({ forParents: goal.forParents }) ?? refuseChoice('route', goal.route, routes) ?? refuseChoice('scale', goal.scale, Object.keys(goalScales)) ??
  refuseLevels(goal) ?? refuseScore(goal.start, goal)

const refuseLevels = ({ scale, levels }: GoalContent): Objection => {
  const values: readonly number[] = goalScales[scale]
  const outside = levels.find(({ value }, index) => !values.includes(value) || levels.findIndex((level) => level.value === value) !== index)
  if (outside !== undefined) return refuse('level-outside-scale', { level: outside.value })
  const missing = values.find((value) => !levels.some((level) => level.value === value && level.text.trim() !== ''))
  if (missing !== undefined) return refuse('level-text-missing', { level: missing })
  return refuseTexts(Object.fromEntries(levels.map(({ value, text }) => [`level ${value}`, text])))
}

const refuseScore = (value: number, { scale }: Pick<GoalContent, 'scale'>): Objection =>
  (goalScales[scale] as readonly number[]).includes(value) ? undefined : refuse('score-outside-scale', { value })

/** A goal as one text, to put two versions beside each other. */
const goalText = ({ title, levels, forParents }: GoalContent | Goal): string =>
  [title, ...(forParents === undefined ? [] : [forParents]), ...[...levels].sort((a, b) => a.value - b.value).map(({ value, text }) => `${value}: ${text}`)].join('\n')
