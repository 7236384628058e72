import { lateness } from '@samenspel/family-case'
import type { AgreementCard, EditableText, Goal, PlanAction } from '../../graphql/types/plan.ts'
import { shown } from '../gate.ts'
import { actorName, dayIn, isNew, nameOf, subjectRef, type Reader } from './reader.ts'

export const guidingQuestionView = (reader: Reader): EditableText | undefined =>
  shown(reader.opened, 'guidingQuestion').map(({ item: { id, at, by, value: { version, text } } }) =>
    ({ id, version, text, changedAt: at, changedBy: actorName(reader, by) }))[0]

/** The mentalising goal first (K-05), then in the order in which they were made. */
export const goalsView = (reader: Reader): readonly Goal[] => {
  const scores = shown(reader.opened, 'goalScore').map(({ item }) => item).sort((a, b) => a.value.on < b.value.on ? -1 : a.value.on > b.value.on ? 1 : 0)
  const ends = new Map(shown(reader.opened, 'goalEnd').map(({ item }) => [item.value.goalId, item] as const))
  return shown(reader.opened, 'goal').map(({ item: { id, subject, by, at, value } }): Goal => {
    const own = scores.filter((score) => score.value.goalId === id)
    const current = own.at(-1)?.value.value
    const end = ends.get(id)
    return {
      id, version: value.version, title: value.title, subject: subjectRef(reader, subject), route: value.route, scale: value.scale, levels: value.levels, start: value.start,
      ...(current !== undefined && { current }), isMentalising: value.isMentalising, isParentsOwn: value.isParentsOwn, ...(value.forParents !== undefined && { forParents: value.forParents }),
      ...(end !== undefined && { ended: { outcome: end.value.outcome, words: end.value.words, by: actorName(reader, end.by), at: end.at } }),
      scores: own.map((score) => ({ id: score.id, value: score.value.value, on: score.value.on, by: actorName(reader, score.by), ...(score.value.words !== undefined && { words: score.value.words }), ...(score.value.forParents !== undefined && { forParents: score.value.forParents }) })),
      isNew: isNew(reader, { by, at }) || own.some((score) => isNew(reader, score)),
    }
  }).sort((a, b) => Number(b.isMentalising) - Number(a.isMentalising))
}

export const agreementCardsView = (reader: Reader): readonly AgreementCard[] =>
  shown(reader.opened, 'agreementCard').map(({ item: { id, by, at, value: { version, title, text, settings, atHome, inGroup } } }) =>
    ({ id, version, title, text, settings, ...(atHome !== undefined && { atHome }), ...(inGroup !== undefined && { inGroup }), since: dayIn(reader, at), changedBy: actorName(reader, by), isNew: isNew(reader, { by, at }) }))

/** An action that is late says so to who has to do it and, some days later, to who coordinates; to nobody else. */
export const actionsView = (reader: Reader): readonly PlanAction[] => {
  const { coordinator, substitute } = reader.opened.head
  const coordinates = reader.person === coordinator || reader.person === substitute
  return shown(reader.opened, 'action').map(({ item: { id, value: { text, owner, dueOn, completedAt, moved } } }) => {
    const isYours = owner === reader.person
    // While a family is left in peace nothing of it is late (K-13).
    const late = reader.opened.head.peace === undefined ? lateness({ dueOn, completedAt }, reader.today) : 'none'
    return {
      id, text, owner: nameOf(reader, owner), isYours, mayChange: isYours || coordinates, done: completedAt !== undefined, ...(dueOn !== undefined && { dueOn }), late: isYours || (coordinates && late === 'coordinator') ? late : 'none',
      moved: (moved ?? []).map(({ from, to, reason, by }) => ({ to, by: actorName(reader, by), ...(from !== undefined && { from }), ...(reason !== undefined && { reason }) })),
    }
  })
}
