import { nothingToDo, record, type Decision, type PersonId } from '@samenspel/kernel'
import { refuseChoice, refuseFutureDay, refuseTexts } from '../checks.ts'
import { settings } from '../contributions/events.ts'
import { findMember } from '../family/family.ts'
import { pick, recorded } from '../fact.ts'
import { refuseUnlessCoordinator, refuseUnlessInTeam, todayOf } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import { isSameContent, refuseEdit } from '../versions.ts'
import { contentOf, refuseContent } from './content.ts'
import { classificationEditions, type AxisContent, type ClassificationCommand, type ClassificationEvent, type NewClassification } from './events.ts'
import { isDraft, placeOf, type ClassificationPart } from './state.ts'

type Command<Type extends ClassificationCommand['type']> = Extract<ClassificationCommand, { type: Type }>

/** More times than anybody is seen for one classification. */
export const mostOccasions = 99

export const decideClassification = (command: ClassificationCommand, state: OpenCase): Decision<ClassificationEvent> => {
  switch (command.type) {
    case 'StartClassification': return start(command, state)
    case 'AddClassificationPart': return addPart(command, state)
    case 'ChangeClassificationPart': return changePart(command, state)
    case 'RemoveClassificationPart': return removePart(command, state)
    case 'DiscussBondRating': return discuss(command, state)
    case 'CompleteClassification': return complete(command, state)
  }
}

const classificationFields: Readonly<Record<keyof NewClassification, true>> = { classificationId: true, edition: true, occurredOn: true, occasions: true, settings: true }

const start = (command: Command<'StartClassification'>, state: OpenCase): Decision<ClassificationEvent> => {
  const { classificationId, child, edition, occurredOn, occasions } = command
  return refuseUnlessInTeam(command, state) ?? (find(classificationId, state) === undefined ? undefined : refuse('id-in-use')) ??
    (findMember(state.family, child)?.role === 'child' ? undefined : refuse('not-a-child')) ??
    refuseChoice('edition', edition, classificationEditions) ?? refuseFutureDay('occurredOn', occurredOn, todayOf(command, state)) ??
    (Number.isInteger(occasions) && occasions >= 1 && occasions <= mostOccasions ? undefined : refuse('choice-unknown', { field: 'occasions' })) ?? refuseSettings(command.settings) ??
    record({ type: 'ClassificationStarted', subject: { kind: 'child', person: child }, ...recorded(command), category: 'mentalHealth', ...pick<NewClassification>(command, classificationFields) })
}

const refuseSettings = (seenIn: readonly string[]): Objection => {
  if (seenIn.length === 0) return refuse('setting-missing')
  return new Set(seenIn).size === seenIn.length && seenIn.every((one) => refuseChoice('settings', one, settings) === undefined) ? undefined : refuse('choice-unknown', { field: 'settings' })
}

const addPart = (command: Command<'AddClassificationPart'>, state: OpenCase): Decision<ClassificationEvent> => {
  const { classificationId, partId, version, content } = command
  const child = childOf(classificationId, state)
  const objection = refuseUnlessInTeam(command, state) ?? refuseUnlessOpen(classificationId, state) ?? (findPart(partId, state) === undefined ? undefined : refuse('id-in-use')) ??
    refuseContent(content, child, todayOf(command, state), state) ?? refuseSecond(content, classificationId, partId, state)
  if (objection !== undefined) return objection
  return record({ type: 'ClassificationPartAdded', ...recorded(command), ...placeOf(content, child), classificationId, partId, version, content: contentOf(content) })
}

const changePart = (command: Command<'ChangeClassificationPart'>, state: OpenCase): Decision<ClassificationEvent> => {
  const { partId, version, content } = command
  const part = findPart(partId, state)
  const member = refuseUnlessInTeam(command, state)
  if (member !== undefined) return member
  if (part === undefined) return refuse('part-unknown')
  const child = childOf(part.classificationId, state)
  const objection = refuseUnlessOpen(part.classificationId, state) ?? (content.axis === part.content.axis ? undefined : refuse('choice-unknown', { field: 'axis' })) ??
    refuseContent(content, child, todayOf(command, state), state) ?? refuseSecond(content, part.classificationId, partId, state)
  if (objection !== undefined) return objection
  const next = contentOf(content)
  if (isSameContent(next, part.content)) return nothingToDo
  return refuseEdit(command, JSON.stringify(next), { version: part.version, text: JSON.stringify(part.content) }) ??
    record({ type: 'ClassificationPartChanged', ...recorded(command), ...placeOf(next, child), partId, version, content: next })
}

const removePart = (command: Command<'RemoveClassificationPart'>, state: OpenCase): Decision<ClassificationEvent> => {
  const part = findPart(command.partId, state)
  const objection = refuseUnlessInTeam(command, state)
  if (objection !== undefined) return objection
  if (part === undefined) return refuse('part-unknown')
  return refuseUnlessOpen(part.classificationId, state) ?? record({ type: 'ClassificationPartRemoved', subject: part.subject, ...recorded(command), partId: part.partId })
}

/** Who rated a bond says that it was talked about with that parent, or why it was not; until then it is read by them and who coordinates. */
const discuss = (command: Command<'DiscussBondRating'>, state: OpenCase): Decision<ClassificationEvent> => {
  const { partId, reason } = command
  const part = findPart(partId, state)
  const objection = refuseUnlessInTeam(command, state) ?? refuseTexts({ reason })
  if (objection !== undefined) return objection
  if (part?.content.axis !== 'caregiving') return refuse('part-unknown')
  if (part.by.person !== command.by.person) return refuse('not-yours')
  if (!isDraft(part)) return nothingToDo
  return record({ type: 'BondRatingDiscussed', subject: part.subject, ...recorded(command), partId, ...(reason !== undefined && { reason }) })
}

/** It stands once all five domains are rated, there is an impression as a whole, and every bond's rating was talked about (K-07). */
const complete = (command: Command<'CompleteClassification'>, state: OpenCase): Decision<ClassificationEvent> => {
  const { classificationId } = command
  const objection = refuseUnlessCoordinator(command, state)
  const one = find(classificationId, state)
  if (objection !== undefined) return objection
  if (one === undefined) return refuse('classification-unknown')
  if (one.completed !== undefined) return nothingToDo
  const parts = state.classifications.parts.filter((part) => part.classificationId === classificationId)
  const lacks = (['competence', 'impression'] as const).find((axis) => !parts.some(({ content }) => content.axis === axis))
  if (lacks !== undefined) return refuse('classification-incomplete', { field: lacks })
  if (parts.some(isDraft)) return refuse('rating-not-discussed')
  return record({ type: 'ClassificationCompleted', subject: one.subject, ...recorded(command), classificationId })
}

const find = (id: string, { classifications }: OpenCase) => classifications.all.find(({ classificationId }) => classificationId === id)
const findPart = (id: string, { classifications }: OpenCase): ClassificationPart | undefined => classifications.parts.find(({ partId }) => partId === id)

/** Whom a classification is about; nobody when there is no such one, which is refused before. */
const childOf = (id: string, state: OpenCase): PersonId => {
  const subject = find(id, state)?.subject
  return subject?.kind === 'child' ? subject.person : ''
}

const refuseUnlessOpen = (id: string, state: OpenCase): Objection => {
  const one = find(id, state)
  if (one === undefined) return refuse('classification-unknown')
  return one.completed === undefined ? undefined : refuse('classification-completed')
}

/** One rating for each bond, one of the circle, one of what the child can do, one impression, one disorder that comes first. */
const refuseSecond = (content: AxisContent, classificationId: string, partId: string, { classifications }: OpenCase): Objection => {
  const others = classifications.parts.filter((part) => part.classificationId === classificationId && part.partId !== partId).map((part) => part.content)
  const clashes = (other: AxisContent): boolean => {
    if (other.axis !== content.axis) return false
    switch (content.axis) {
      case 'caregiving': return other.axis === 'caregiving' && other.caregiver === content.caregiver
      case 'disorder': return other.axis === 'disorder' && other.isPrimary && content.isPrimary
      case 'health':
      case 'stressor': return false
      default: return true
    }
  }
  return others.some(clashes) ? refuse('part-exists', { field: content.axis }) : undefined
}
