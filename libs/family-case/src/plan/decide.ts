import { nothingToDo, record, type Decision, type IsoDate, type PersonId } from '@samenspel/kernel'
import { refuseDay, refuseLine, refuseTexts } from '../checks.ts'
import { settings } from '../contributions/events.ts'
import { pick, recorded } from '../fact.ts'
import { indexSubject } from '../family/family.ts'
import { isCoordinating, refuseDoer, refuseUnlessAdultOfFamily, refuseUnlessCoordinator, refuseUnlessInTeam, todayOf } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import { isSameContent, refuseEdit } from '../versions.ts'
import type { CardContent, PlanCommand, PlanEvent } from './events.ts'
import { cardFields } from './fields.ts'
import { decideGoals } from './goals.ts'
import { decideWords } from './words.ts'

export const decidePlan = (command: PlanCommand, state: OpenCase): Decision<PlanEvent> => {
  switch (command.type) {
    case 'ChangeGuidingQuestion': return decideQuestion(command, state)
    case 'AddGoal':
    case 'ChangeGoal':
    case 'ScoreGoal':
    case 'EndGoal': return decideGoals(command, state)
    case 'AddAgreementCard':
    case 'ChangeAgreementCard': return decideCards(command, state)
    case 'AddAction':
    case 'CompleteAction':
    case 'ReopenAction':
    case 'MoveAction': return decideActions(command, state)
    case 'ChoosePlanVariant':
    case 'WritePlanText':
    case 'WriteParentsGoal':
    case 'WritePlanLine':
    case 'EndPlanLine': return decideWords(command, state)
  }
}

// ── The guiding question: what does this child in this family need now? The coordinator words it.

const decideQuestion = (command: Extract<PlanCommand, { type: 'ChangeGuidingQuestion' }>, state: OpenCase): Decision<PlanEvent> => {
  const { version, text } = command
  const current = state.plan.guidingQuestion
  const objection = refuseUnlessCoordinator(command, state) ?? refuseTexts({ text })
  if (objection !== undefined) return objection
  const fact = { subject: indexSubject(state.family), ...recorded(command), category: 'plan', version, text } as const
  if (text === current?.text) return nothingToDo
  return refuseEdit(command, text, current) ??
    record(current === undefined ? { type: 'GuidingQuestionSet', ...fact, questionId: command.questionId } : { type: 'GuidingQuestionChanged', ...fact, questionId: current.questionId })
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
  return refuseEdit(command, cardText(command), { version: card.version, text: cardText(card) }) ?? record({ type: 'AgreementCardChanged', ...fact })
}

const refuseCard = (card: CardContent): Objection => {
  const unknown = card.settings.find((setting) => !settings.includes(setting))
  if (unknown !== undefined) return refuse('choice-unknown', { field: 'settings' })
  if (card.settings.length === 0 || new Set(card.settings).size !== card.settings.length) return refuse('setting-missing')
  return refuseLine('title', card.title) ?? refuseTexts({ text: card.text, atHome: card.atHome, inGroup: card.inGroup })
}

const cardText = ({ title, text, atHome, inGroup }: CardContent): string => [title, text, atHome, inGroup].filter((line) => line !== undefined).join('\n')

// ── Actions: who does what, and by when

const decideActions = (command: Extract<PlanCommand, { actionId: string }>, state: OpenCase): Decision<PlanEvent> => {
  const action = state.plan.actions.find(({ actionId }) => actionId === command.actionId)
  if (command.type === 'AddAction') {
    const { actionId, text, owner, dueOn } = command
    const objection = refuseUnlessInTeam(command, state) ?? (action === undefined ? undefined : refuse('id-in-use')) ??
      refuseTexts({ text }) ?? refuseDoer('owner', owner, state, todayOf(command, state)) ?? refuseDueDay(dueOn, todayOf(command, state))
    return objection ?? record({
      type: 'ActionAdded', subject: indexSubject(state.family), ...recorded(command), category: 'plan', actionId, text, owner, ...(dueOn !== undefined && { dueOn }),
    })
  }
  if (action === undefined) return refuse('action-unknown')
  const objection = refuseUnlessDoer(command, action.owner, state)
  if (objection !== undefined) return objection
  const fact = { subject: action.subject, ...recorded(command), category: action.category, actionId: action.actionId } as const
  switch (command.type) {
    case 'CompleteAction': return action.completedAt !== undefined ? nothingToDo : record({ type: 'ActionCompleted', ...fact })
    case 'ReopenAction': return action.completedAt === undefined ? nothingToDo : record({ type: 'ActionReopened', ...fact })
    case 'MoveAction': {
      const { dueOn, reason } = command
      if (action.completedAt !== undefined) return refuse('action-done')
      if (action.dueOn === dueOn) return nothingToDo
      return refuseTexts({ reason }) ?? refuseDueDay(dueOn, todayOf(command, state)) ?? record({ type: 'ActionMoved', ...fact, dueOn, ...(reason !== undefined && { reason }) })
    }
  }
}

const refuseDueDay = (dueOn: string | undefined, today: IsoDate): Objection =>
  refuseDay('dueOn', dueOn) ?? (dueOn !== undefined && dueOn < today ? refuse('date-in-past', { field: 'dueOn' }) : undefined)

/** Who has to do it, or who coordinates, says that it is done, or not yet, or later. */
const refuseUnlessDoer = (command: PlanCommand, owner: PersonId, state: OpenCase): Objection => {
  if (command.by.role === 'familyMember') return refuseUnlessAdultOfFamily(command, state) ?? (command.by.person === owner ? undefined : refuse('not-yours'))
  return refuseUnlessInTeam(command, state) ?? (command.by.person === owner || isCoordinating(command.by.person, command, state) ? undefined : refuse('not-yours'))
}
