import { nothingToDo, record, type Decision } from '@samenspel/kernel'
import { refuseChoice, refuseFutureDay, refuseLine, refuseTexts } from '../checks.ts'
import { pick, recorded } from '../fact.ts'
import { refuseUnknownSubject, refuseUnlessCoordinator, refuseUnlessInTeam, todayOf } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import { goalScales, routes, type GoalContent, type PlanCommand, type PlanEvent } from './events.ts'
import { goalFields } from './fields.ts'
import type { Goal } from './state.ts'
import { changedMeanwhile, isSameContent } from './versions.ts'

type GoalCommand = Extract<PlanCommand, { type: 'AddGoal' | 'ChangeGoal' | 'ScoreGoal' }>

/** The coordinator sets and changes goals; everybody in the team can score one. No goal is ever taken away, so the mentalising goal stays (K-05). */
export const decideGoals = (command: GoalCommand, state: OpenCase): Decision<PlanEvent> => {
  const goal = state.plan.goals.find(({ goalId }) => goalId === command.goalId)
  switch (command.type) {
    case 'AddGoal': {
      const objection = refuseUnlessCoordinator(command, state) ?? (goal === undefined ? undefined : refuse('id-in-use')) ??
        refuseUnknownSubject(command.subject, state) ?? refuseGoalContent(command)
      return objection ?? record({
        type: 'GoalAdded', subject: command.subject, ...recorded(command), category: 'plan', goalId: command.goalId, version: command.version,
        isMentalising: false, ...pick<GoalContent>(command, goalFields),
      })
    }
    case 'ChangeGoal': {
      const objection = refuseUnlessCoordinator(command, state) ?? refuseUnknownSubject(command.subject, state) ?? refuseGoalContent(command)
      if (objection !== undefined) return objection
      if (goal === undefined) return refuse('goal-unknown')
      const next = { ...pick<GoalContent>(command, goalFields), subject: command.subject }
      if (isSameContent(next, { ...pick<GoalContent>(goal, goalFields), subject: goal.subject })) return nothingToDo
      if (command.from !== goal.version) return changedMeanwhile(goal.version, goalText(command), goalText(goal))
      if (command.version === goal.version) return refuse('id-in-use')
      // A score means what its level said: on another scale it would mean something else.
      if (command.scale !== goal.scale && state.plan.scores.some(({ goalId }) => goalId === goal.goalId)) return refuse('scale-has-scores')
      return record({
        type: 'GoalChanged', subject: command.subject, ...recorded(command), category: 'plan', goalId: goal.goalId, version: command.version,
        ...pick<GoalContent>(command, goalFields),
      })
    }
    case 'ScoreGoal': {
      const { scoreId, goalId, value, on } = command
      const objection = refuseUnlessInTeam(command, state) ?? refuseFutureDay('on', on, todayOf(command, state))
      if (objection !== undefined) return objection
      if (goal === undefined) return refuse('goal-unknown')
      if (state.plan.scores.some((score) => score.scoreId === scoreId)) return refuse('id-in-use')
      return refuseScore(value, goal) ??
        record({ type: 'GoalScored', subject: goal.subject, ...recorded(command), category: 'plan', scoreId, goalId, value, on })
    }
  }
}

/** A goal has a title, a route, and a scale with a text for each of its levels (K-09). */
export const refuseGoalContent = (goal: GoalContent): Objection =>
  refuseLine('title', goal.title) ?? refuseChoice('route', goal.route, routes) ?? refuseChoice('scale', goal.scale, Object.keys(goalScales)) ??
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
const goalText = ({ title, levels }: GoalContent | Goal): string =>
  [title, ...[...levels].sort((a, b) => a.value - b.value).map(({ value, text }) => `${value}: ${text}`)].join('\n')
