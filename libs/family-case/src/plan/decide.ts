import { nothingToDo, record, type Decision, type IsoDate, type PersonId } from '@samenspel/kernel'
import { isInTeam } from '../care-team/state.ts'
import { refuseDay, refuseLine, refuseTexts } from '../checks.ts'
import { settings } from '../contributions/events.ts'
import { pick, recorded } from '../fact.ts'
import { findMember, indexSubject, isAdult } from '../family/state.ts'
import { isCoordinating, refuseUnlessAdultOfFamily, refuseUnlessCoordinator, refuseUnlessInTeam, todayOf } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import type { CardContent, PlanCommand, PlanEvent } from './events.ts'
import { cardFields } from './fields.ts'
import { decideGoals } from './goals.ts'
import { changedMeanwhile, isSameContent } from './versions.ts'

export const decidePlan = (command: PlanCommand, state: OpenCase): Decision<PlanEvent> => {
  switch (command.type) {
    case 'ChangeGuidingQuestion': return decideQuestion(command, state)
    case 'AddGoal':
    case 'ChangeGoal':
    case 'ScoreGoal': return decideGoals(command, state)
    case 'AddAgreementCard':
    case 'ChangeAgreementCard': return decideCards(command, state)
    case 'AddAction':
    case 'CompleteAction': return decideActions(command, state)
  }
}

// ── The guiding question: what does this child in this family need now? The coordinator words it.

const decideQuestion = (command: Extract<PlanCommand, { type: 'ChangeGuidingQuestion' }>, state: OpenCase): Decision<PlanEvent> => {
  const { from, version, text } = command
  const current = state.plan.guidingQuestion
  const objection = refuseUnlessCoordinator(command, state) ?? refuseTexts({ text })
  if (objection !== undefined) return objection
  const fact = { subject: indexSubject(state.family), ...recorded(command), category: 'plan', version, text } as const
  if (current === undefined) {
    return from === undefined ? record({ type: 'GuidingQuestionSet', ...fact, questionId: command.questionId }) : refuse('text-unknown')
  }
  if (text === current.text) return nothingToDo
  if (from !== current.version) return changedMeanwhile(current.version, text, current.text)
  if (version === current.version) return refuse('id-in-use')
  return record({ type: 'GuidingQuestionChanged', ...fact, questionId: current.questionId })
}

// ── Agreement cards: what home and group do the same. Everybody in the team can write one.

const decideCards = (command: Extract<PlanCommand, { type: 'AddAgreementCard' | 'ChangeAgreementCard' }>, state: OpenCase): Decision<PlanEvent> => {
  const { cardId, version } = command
  const card = state.plan.cards.find((candidate) => candidate.cardId === cardId)
  const objection = refuseUnlessInTeam(command, state) ?? refuseCard(command)
  if (objection !== undefined) return objection
  const fact = { subject: indexSubject(state.family), ...recorded(command), category: 'plan', cardId, version, ...pick<CardContent>(command, cardFields) } as const
  if (command.type === 'AddAgreementCard') return card === undefined ? record({ type: 'AgreementCardAdded', ...fact }) : refuse('id-in-use')
  if (card === undefined) return refuse('card-unknown')
  if (isSameContent(pick<CardContent>(command, cardFields), pick<CardContent>(card, cardFields))) return nothingToDo
  if (command.from !== card.version) return changedMeanwhile(card.version, cardText(command), cardText(card))
  if (version === card.version) return refuse('id-in-use')
  return record({ type: 'AgreementCardChanged', ...fact })
}

const refuseCard = (card: CardContent): Objection => {
  const unknown = card.settings.find((setting) => !settings.includes(setting))
  if (unknown !== undefined) return refuse('choice-unknown', { field: 'settings' })
  if (card.settings.length === 0 || new Set(card.settings).size !== card.settings.length) return refuse('setting-missing')
  return refuseLine('title', card.title) ?? refuseTexts({ text: card.text })
}

const cardText = ({ title, text }: CardContent): string => `${title}\n${text}`

// ── Actions: who does what, and by when

const decideActions = (command: Extract<PlanCommand, { type: 'AddAction' | 'CompleteAction' }>, state: OpenCase): Decision<PlanEvent> => {
  const action = state.plan.actions.find(({ actionId }) => actionId === command.actionId)
  if (command.type === 'AddAction') {
    const { actionId, text, owner, dueOn } = command
    const objection = refuseUnlessInTeam(command, state) ?? (action === undefined ? undefined : refuse('id-in-use')) ??
      refuseTexts({ text }) ?? refuseOwner(owner, state, todayOf(command, state)) ?? refuseDueDay(dueOn, todayOf(command, state))
    return objection ?? record({
      type: 'ActionAdded', subject: indexSubject(state.family), ...recorded(command), category: 'plan', actionId, text, owner, ...(dueOn !== undefined && { dueOn }),
    })
  }
  if (action === undefined) return refuse('action-unknown')
  const objection = refuseUnlessDoer(command, action.owner, state)
  if (objection !== undefined) return objection
  return action.completedAt !== undefined ? nothingToDo :
    record({ type: 'ActionCompleted', subject: action.subject, ...recorded(command), category: action.category, actionId: action.actionId })
}

/** Who does it is in the team today, or an adult of the family. */
const refuseOwner = (owner: PersonId, { careTeam, family }: OpenCase, today: IsoDate): Objection => {
  const member = findMember(family, owner)
  return isInTeam(careTeam, owner, today) || (member !== undefined && isAdult(member)) ? undefined : refuse('person-unknown', { field: 'owner' })
}

const refuseDueDay = (dueOn: string | undefined, today: IsoDate): Objection =>
  dueOn === undefined ? undefined : refuseDay('dueOn', dueOn) ?? (dueOn < today ? refuse('date-in-past', { field: 'dueOn' }) : undefined)

/** Who has to do it, or who coordinates, says that it is done. */
const refuseUnlessDoer = (command: PlanCommand, owner: PersonId, state: OpenCase): Objection => {
  if (command.by.role === 'familyMember') return refuseUnlessAdultOfFamily(command, state) ?? (command.by.person === owner ? undefined : refuse('not-yours'))
  return refuseUnlessInTeam(command, state) ?? (command.by.person === owner || isCoordinating(command.by.person, command, state) ? undefined : refuse('not-yours'))
}
