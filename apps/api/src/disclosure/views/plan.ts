import type { AgreementCard, EditableText, Goal, PlanAction } from '../../graphql/types/plan.ts'
import { shown } from '../gate.ts'
import { actorName, dayIn, isNew, nameOf, subjectRef, type Reader } from './reader.ts'

export const guidingQuestionView = (reader: Reader): EditableText | undefined =>
  shown(reader.opened, 'guidingQuestion').map(({ item: { id, at, by, value: { version, text } } }) =>
    ({ id, version, text, changedAt: at, changedBy: actorName(reader, by) }))[0]

/** The mentalising goal first (K-05), then in the order in which they were made. */
export const goalsView = (reader: Reader): readonly Goal[] => {
  const scores = shown(reader.opened, 'goalScore').map(({ item }) => item).sort((a, b) => a.value.on < b.value.on ? -1 : a.value.on > b.value.on ? 1 : 0)
  return shown(reader.opened, 'goal').map(({ item: { id, subject, by, at, value } }): Goal => {
    const own = scores.filter((score) => score.value.goalId === id)
    const current = own.at(-1)?.value.value
    return {
      id, version: value.version, title: value.title, subject: subjectRef(reader, subject), route: value.route, scale: value.scale, levels: value.levels, start: value.start,
      ...(current !== undefined && { current }), isMentalising: value.isMentalising, isParentsOwn: value.isParentsOwn,
      scores: own.map((score) => ({ id: score.id, value: score.value.value, on: score.value.on, by: actorName(reader, score.by) })),
      isNew: isNew(reader, { by, at }) || own.some((score) => isNew(reader, score)),
    }
  }).sort((a, b) => Number(b.isMentalising) - Number(a.isMentalising))
}

export const agreementCardsView = (reader: Reader): readonly AgreementCard[] =>
  shown(reader.opened, 'agreementCard').map(({ item: { id, by, at, value: { version, title, text, settings } } }) =>
    ({ id, version, title, text, settings, since: dayIn(reader, at), changedBy: actorName(reader, by), isNew: isNew(reader, { by, at }) }))

export const actionsView = (reader: Reader): readonly PlanAction[] =>
  shown(reader.opened, 'action').map(({ item: { id, value: { text, owner, dueOn, completedAt } } }) =>
    ({ id, text, owner: nameOf(reader, owner), done: completedAt !== undefined, ...(dueOn !== undefined && { dueOn }) }))
