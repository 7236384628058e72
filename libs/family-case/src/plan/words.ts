import { nothingToDo, record, type Decision, type PersonId, type Recorded } from '@samenspel/kernel'
import { refuseChoice, refuseFutureDay, refuseTexts } from '../checks.ts'
import { pick, recorded } from '../fact.ts'
import { findMember, indexSubject, isParent, subjectOf } from '../family/family.ts'
import { refuseDoer, refuseUnlessAdultOfFamily, refuseUnlessCoordinator, refuseUnlessInTeam, todayOf } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import { isSameContent, refuseEdit } from '../versions.ts'
import { planTopics, planVariants, routes, saidWays, type PlanCommand, type PlanEvent, type PlanLineContent, type SpokenWords } from './events.ts'
import { lineFields } from './fields.ts'
import { speakerOf } from './state.ts'

type WordsCommand = Extract<PlanCommand, { type: 'ChoosePlanVariant' | 'WritePlanText' | 'WriteParentsGoal' | 'WritePlanLine' | 'EndPlanLine' }>

/** The words of the plan that are no goal and no card. Each text has a version, so that two people who write lose nothing. */
export const decideWords = (command: WordsCommand, state: OpenCase): Decision<PlanEvent> => {
  const { plan, family } = state
  const fact = { subject: indexSubject(family), ...recorded(command), category: 'plan' } as const
  switch (command.type) {
    case 'ChoosePlanVariant': {
      const { choiceId, variant } = command
      const objection = refuseUnlessCoordinator(command, state) ?? refuseChoice('variant', variant, planVariants)
      return objection ?? (plan.variant === variant ? nothingToDo : record({ type: 'PlanVariantChosen', ...fact, choiceId, variant }))
    }
    case 'WritePlanText': {
      const { topic, version, text } = command
      const current = plan.texts.find((one) => one.topic === topic)
      const objection = refuseUnlessCoordinator(command, state) ?? refuseChoice('topic', topic, planTopics) ?? refuseTexts({ text })
      if (objection !== undefined) return objection
      return current?.text === text ? nothingToDo : refuseEdit(command, text, current) ?? record({ type: 'PlanTextWritten', ...fact, topic, version, text })
    }
    case 'WriteParentsGoal': {
      const { parent, from, version, text, spoken } = command
      const member = findMember(family, parent)
      const current = plan.parentsGoals.find((one) => speakerOf(one) === parent)
      const objection = refuseSaidBy(command, parent, spoken, state) ?? refuseTexts({ text })
      if (objection !== undefined) return objection
      if (member === undefined || !isParent(member)) return refuse('not-a-parent')
      if (current?.text === text) return nothingToDo
      // Who notes it may not read what the parent wrote before: then no text comes back.
      if (current !== undefined && from === undefined && command.by.person !== parent) return refuse('words-there')
      return refuseEdit(command, text, current) ??
        record({ type: 'ParentsGoalWritten', ...fact, subject: subjectOf(member), version, text, ...(spoken !== undefined && { spoken: { how: spoken.how, on: spoken.on } }) })
    }
    case 'WritePlanLine': {
      const { lineId, version, route, text, forParents, carriedBy } = command
      const current = plan.lines.find((line) => line.lineId === lineId)
      const objection = refuseUnlessCoordinator(command, state) ?? refuseChoice('route', route, routes) ?? refuseTexts({ text, forParents }) ??
        (carriedBy === undefined || carriedBy === current?.carriedBy ? undefined : refuseDoer('carriedBy', carriedBy, state, todayOf(command, state)))
      if (objection !== undefined) return objection
      if (current?.ended !== undefined) return refuse('line-ended')
      const next = pick<PlanLineContent>(command, lineFields)
      if (current !== undefined && isSameContent(next, pick<PlanLineContent>(current, lineFields))) return nothingToDo
      return refuseEdit(command, lineText(command), current === undefined ? undefined : { version: current.version, text: lineText(current) }) ??
        record({ type: 'PlanLineWritten', ...fact, lineId, version, ...next })
    }
    case 'EndPlanLine': {
      const { lineId, endingId, words } = command
      const line = plan.lines.find((one) => one.lineId === lineId)
      const objection = refuseUnlessCoordinator(command, state) ?? refuseTexts({ words })
      if (objection !== undefined) return objection
      if (line === undefined) return refuse('line-unknown')
      return line.ended !== undefined ? nothingToDo : record({ type: 'PlanLineEnded', ...fact, subject: line.subject, lineId, endingId, words })
    }
  }
}

const lineText = ({ text, forParents }: PlanLineContent): string => [text, forParents].filter((line) => line !== undefined).join('\n')

/**
 * Somebody of the family speaks for themselves and needs no witness. What was said aloud is noted by somebody of the team, with how and
 * on which day; nobody notes words for another without saying so.
 */
export const refuseSaidBy = (command: Recorded, speaker: PersonId, spoken: SpokenWords | undefined, state: OpenCase): Objection => {
  if (command.by.role === 'familyMember') {
    return refuseUnlessAdultOfFamily(command, state) ?? (command.by.person === speaker ? undefined : refuse('not-yours')) ?? (spoken === undefined ? undefined : refuse('choice-unknown', { field: 'spoken' }))
  }
  return refuseUnlessInTeam(command, state) ?? (spoken === undefined ? refuse('said-how-missing') : refuseChoice('how', spoken.how, saidWays) ?? refuseFutureDay('on', spoken.on, todayOf(command, state)))
}
