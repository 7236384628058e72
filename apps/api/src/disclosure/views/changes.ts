import type { Change } from '../../graphql/types/family.ts'
import type { Actor, IsoInstant } from '@samenspel/kernel'
import { shown } from '../gate.ts'
import type { Item } from '../items.ts'
import { actorName, isKnown, isNew, nameOf, subjectRef, type Reader } from './reader.ts'

type Told = { readonly kind: string; readonly text: string; readonly id: string; readonly by: Actor; readonly at: IsoInstant; readonly targetId?: string }

/** What changed since the reader's last look, newest first; told from what opened alone. */
export const changesView = (reader: Reader): readonly Change[] =>
  [...reader.opened.items.flatMap(({ item }) => tellsLater.has(item.kind) || isNew(reader, item) ? told(reader, item) : []), ...proposalsTold(reader), ...handoverTold(reader)]
    .filter((one) => isNew(reader, one))
    .sort((a, b) => a.at < b.at ? 1 : a.at > b.at ? -1 : 0)
    .map(({ id, kind, text, by, at, targetId }) => ({ id: `${id} ${at}`, at, by: actorName(reader, by), kind, text, ...(targetId !== undefined && { targetId }) }))

/** What also tells of a moment after the one at which it was recorded. */
const tellsLater: ReadonlySet<Item['kind']> = new Set(['classification', 'planVersion', 'ask', 'appointment', 'elsewhere'])

const told = (reader: Reader, item: Item): readonly Told[] => {
  const { text, opened } = reader
  const { id, by, at } = item
  const as = (kind: string, words: string, targetId = id): readonly Told[] => [{ kind, text: words, id, by, at, targetId }]
  switch (item.kind) {
    case 'contribution': return as('contribution', text(item.value.corrects === undefined ? 'change.contribution' : 'change.contributionCorrected', { subject: subjectRef(reader, item.subject).label }))
    case 'question': return item.value.to === reader.person && item.value.closed === undefined ? as('question', text('change.question', { subject: subjectRef(reader, item.subject).label })) : []
    case 'questionAnswer': return shown(opened, 'question').some(({ item: { value, by: asker } }) => value.questionId === item.value.questionId && (asker.person === reader.person || value.to === reader.person)) ? as('question', text('change.questionAnswer', { subject: subjectRef(reader, item.subject).label }), item.value.questionId) : []
    case 'lifeEvent': return as('lifeEvent', text('change.lifeEvent', { title: item.value.title }))
    case 'goal': return as('goal', text('change.goal', { title: item.value.title }))
    case 'goalScore': {
      const goal = shown(opened, 'goal').find((one) => one.item.id === item.value.goalId)
      return goal === undefined ? [] : as('goal', text('change.goalScore', { title: goal.item.value.title }), goal.item.id)
    }
    case 'agreementCard': return as('agreementCard', text('change.agreementCard', { title: item.value.title }))
    case 'guidingQuestion': return as('guidingQuestion', text('change.guidingQuestion'))
    case 'factor': return as('analysis', text('change.factor', { title: item.value.title }))
    case 'hypothesis': return as('analysis', text('change.hypothesis', { statement: item.value.statement }))
    case 'judgement': return as('analysis', text('change.judgement'), item.value.of)
    case 'classification': return item.value.completed === undefined ? as('classification', text('change.classification')) : [{ kind: 'classification', text: text('change.classificationCompleted'), id, ...item.value.completed, targetId: id }]
    case 'classificationPart': return as('classification', text('change.classificationPart'), item.value.classificationId)
    case 'portOfEntry': return as('analysis', text('change.portOfEntry'))
    case 'action': return as('action', text(item.value.completedAt === undefined ? 'change.action' : 'change.actionDone', { text: item.value.text }))
    case 'goalEnd': {
      const goal = shown(opened, 'goal').find((one) => one.item.id === item.value.goalId)
      return goal === undefined ? [] : as('goal', text(`change.goalEnd.${item.value.outcome}`, { title: goal.item.value.title }), goal.item.id)
    }
    case 'planVersion': {
      const { number, activated } = item.value
      const drawn = as('plan', text('change.planVersion', { number }))
      return activated === undefined ? drawn : [...drawn, { kind: 'plan', text: text('change.planInForce', { number }), id: `${id} in force`, by: activated.by, at: activated.at, targetId: id }]
    }
    case 'planAnswer': return as('plan', saidBySubject(item) ? text(`change.planAnswer.${item.value.answer}`) : text('change.planAnswerNoted', { name: subjectRef(reader, item.subject).label }), item.value.planVersionId)
    case 'planPart': return item.value.content.kind === 'parentsGoal' && item.value.isCurrent ? as('plan', saidBySubject(item) ? text('change.parentsGoal') : text('change.parentsGoalNoted', { name: subjectRef(reader, item.subject).label })) : []
    case 'evaluation': return as('plan', text('change.evaluation'))
    case 'practiceCard': return as('plan', text('change.practiceCard'))
    case 'practiceCardAnswer': return as('plan', saidBySubject(item) ? text('change.practiceCardAnswer') : text('change.practiceCardAnswerNoted', { name: subjectRef(reader, item.subject).label }))
    case 'teamMember': return as('team', text('change.team', { name: nameOf(reader, item.value.practitionerId) }))
    case 'ask': {
      const { answer } = item.value
      const asked = as('team', text('change.ask', { name: nameOf(reader, item.value.parent) }))
      return answer === undefined ? asked : [...asked, { kind: 'team', text: text('change.askAnswered', { name: actorName(reader, answer.by) }), id: `${id} answered`, by: answer.by, at: answer.at, targetId: id }]
    }
    case 'overloadSignal': return as('overload', text('change.overloadSignal'))
    case 'meeting': return as('meeting', text(item.value.closed === undefined ? 'change.meeting' : 'change.meetingHeld'))
    case 'meetingPoint': return item.by.role === 'familyMember' ? as('meeting', text('change.meetingPoint', { text: item.value.text }), item.value.meetingId) : []
    case 'changeRequest': return as('proposal', text('change.changeRequest'), item.value.appointmentId ?? item.value.proposalId)
    case 'appointment': {
      const { course, need } = item.value
      return course.kind === 'cancelled'
        ? [{ kind: 'appointment', text: text('change.appointmentCancelled', { label: need.label }), id, by: course.by, at: course.at, targetId: id }] : []
    }
    case 'elsewhere': {
      const { value } = item
      return value.isRemoved ? [{ kind: 'appointment', text: text('change.appointmentCancelled', { label: value.label }), id, by: value.changedBy, at: value.changedAt, targetId: id }]
        : [{ kind: 'appointment', text: text(value.changedAt === at ? 'change.elsewhere' : 'change.elsewhereChanged', { label: value.label }), id, by: value.changedBy, at: value.changedAt, targetId: id }]
    }
    default: return []
  }
}

/** Whether a parent said it in person; else somebody noted it for them. */
const saidBySubject = ({ subject, by }: Pick<Item, 'subject' | 'by'>): boolean => subject.kind === 'adult' && subject.person === by.person

/** That somebody else coordinates now: told to colleagues, who all know who coordinates, where they know who handed it over. */
const handoverTold = (reader: Reader): readonly Told[] => {
  const { text, person, isPortal, opened: { head: { coordinator, handedOver }, isGuarded } } = reader
  if (isPortal || isGuarded || coordinator === undefined || handedOver === undefined || !isKnown(reader, handedOver.by.person)) return []
  return [{ kind: 'team', text: coordinator === person ? text('change.youCoordinate') : text('change.coordinator', { name: nameOf(reader, coordinator) }), id: 'coordination', ...handedOver }]
}

const proposalsTold = (reader: Reader): readonly Told[] => {
  const { text, opened } = reader
  return opened.proposals.flatMap(({ proposalId, by, at, asked, progress }): readonly Told[] => {
    const shared = { kind: 'proposal', id: proposalId, targetId: proposalId }
    return [
      { ...shared, text: text('change.proposalSent'), by, at },
      ...asked.flatMap(({ person, given }) => given === undefined ? [] : [{ ...shared, id: `${proposalId} ${person}`, text: text('change.proposalAnswered', { name: nameOf(reader, person) }), by: given.by, at: given.at }]),
      ...(progress.status === 'confirmed' ? [{ ...shared, text: text('change.proposalConfirmed'), by: { person: proposalId, role: 'system' } as const, at: progress.confirmedAt }] : []),
      ...(progress.status === 'released' ? [{ ...shared, text: text('change.proposalReleased'), by: { person: proposalId, role: 'system' } as const, at: progress.releasedAt }] : []),
    ]
  })
}
