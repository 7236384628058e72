import { compareTexts } from '@samenspel/kernel'
import type { ColleagueQuestion, Contribution, LifeEvent, Statement } from '../../graphql/types/story.ts'
import { shown } from '../gate.ts'
import type { ItemOf } from '../items.ts'
import { pageOf, type Page } from '../../graphql/pages.ts'
import { actorName, isNew, professional, subjectRef, type Reader } from './reader.ts'

/**
 * Newest first: by the day it is about, then by when it was written. What was put right stands once, as it reads now, with what stood
 * there before.
 */
export const contributionsView = (reader: Reader): readonly Contribution[] => sortedVersions(reader).map((versions) => contributionView(reader, versions))

/** Some of them: only what is on the page is drawn. @throws Refused `list-too-long` */
export const contributionsPage = (reader: Reader, first: number, after: string | undefined): Page<Contribution> => {
  const { nodes, pageInfo } = pageOf(sortedVersions(reader), first, after, (versions) => newest(versions).id)
  return { nodes: nodes.map((versions) => contributionView(reader, versions)), pageInfo }
}

/** What was written, newest first, each with all its versions. */
const sortedVersions = (reader: Reader): readonly Versions[] =>
  versionsOf(reader).toSorted((a, b) => compareTexts(newest(b).value.occurredOn, newest(a).value.occurredOn) || compareTexts(newest(b).at, newest(a).at))

const newestFirst = (a: Contribution, b: Contribution): number => compareTexts(b.occurredOn, a.occurredOn) || compareTexts(b.recordedAt, a.recordedAt)

/** What was written, each with all its versions, the first of them first. */
const versionsOf = ({ opened }: Reader): readonly Versions[] => {
  const items = shown(opened, 'contribution').map(({ item }) => item)
  const corrected = new Set(items.flatMap(({ value: { corrects } }) => corrects ?? []))
  const [alone, others] = [items.filter(({ id, value: { corrects } }) => corrects === undefined && !corrected.has(id)), items.filter(({ id, value: { corrects } }) => corrects !== undefined || corrected.has(id))]
  return [...alone.map((item): Versions => [item]), ...Map.groupBy(others, ({ id, value }) => value.corrects ?? id).values() as Iterable<Versions>]
}

type Versions = readonly [ItemOf<'contribution'>, ...ItemOf<'contribution'>[]]

const newest = (versions: Versions): ItemOf<'contribution'> => versions.at(-1) ?? versions[0]

const contributionView = (reader: Reader, versions: Versions): Contribution => {
  const [now, ...earlier] = versions.map((version) => versionOf(reader, version)).toReversed()
  return { ...now!, earlier }
}

const versionOf = (reader: Reader, { id, subject, by, at, value }: ItemOf<'contribution'>): Contribution => ({
  id, firstId: value.corrects ?? id, earlier: [], isOwn: by.person === reader.person, kind: value.kind, subject: subjectRef(reader, subject), category: value.category, setting: value.setting, occurredOn: value.occurredOn, recordedAt: at,
  author: professional(reader, by.person), situation: value.situation,
  ...(value.parentsTold !== undefined && { parentsTold: value.parentsTold }),
  ...(value.whatWeDo !== undefined && { whatWeDo: value.whatWeDo }),
  ...(value.possibleMeaning !== undefined && { possibleMeaning: value.possibleMeaning }),
  ...(value.childsVoice !== undefined && { childsVoice: value.childsVoice }),
  ...(value.forParents !== undefined && { forParents: value.forParents }),
  ...(value.window !== undefined && { window: value.window }),
  ...(value.procedure !== undefined && { procedure: value.procedure }),
  ...(value.screening !== undefined && { screening: value.screening }),
  ...(value.parentSignal !== undefined && { parentSignal: value.parentSignal }),
  ...(value.document !== undefined && { document: { name: value.document.name, type: value.document.type, bytes: value.document.bytes } }),
  isNew: isNew(reader, { by, at }),
})

/** Questions between colleagues, newest first, each with its answers in the order in which they came. */
export const questionsView = (reader: Reader): readonly ColleagueQuestion[] => {
  const answers = Map.groupBy(shown(reader.opened, 'questionAnswer').map(({ item }) => item), ({ value }) => value.questionId)
  return shown(reader.opened, 'question').map(({ item: { id, subject, by, at, value } }): ColleagueQuestion => {
    const isMine = value.to === reader.person
    const isOwn = by.person === reader.person
    return {
      id, familyId: reader.opened.head.familyId, family: reader.opened.head.name, subject: subjectRef(reader, subject), wish: value.wish, text: value.text, askedBy: professional(reader, by.person), askedOf: professional(reader, value.to), recordedAt: at,
      isMine, isOwn, isDone: value.closed !== undefined, isNew: isNew(reader, { by, at }), ...(value.contributionId !== undefined && { contributionId: value.contributionId }),
      answers: (answers.get(id) ?? []).map((answer) => ({ id: answer.id, by: actorName(reader, answer.by), isOwn: answer.by.person === reader.person, recordedAt: answer.at, text: answer.value.text })),
    }
  }).sort((a, b) => compareTexts(b.recordedAt, a.recordedAt))
}

/** What somebody still has to do with: what is asked of them, and what they asked and isn't done. */
export const inboxView = (reader: Reader): readonly ColleagueQuestion[] => questionsView(reader).filter(({ isMine, isOwn, isDone }) => !isDone && (isMine || isOwn))

/** Words beside parts of the file, in the order in which they came. */
export const statementsView = (reader: Reader, mayAnswer: (statement: StatementItem) => boolean): readonly Statement[] =>
  shown(reader.opened, 'correction')
    .map(({ item }): Statement => {
      const { id, by, at, value: { entry, text, answers } } = item
      return { id, entryKind: entry.kind, entryId: entry.id, by: actorName(reader, by), isOwn: by.person === reader.person, recordedAt: at, text, mayAnswer: answers === undefined && mayAnswer(item), ...(answers !== undefined && { answers }) }
    })
    .sort((a, b) => compareTexts(a.recordedAt, b.recordedAt))

export type StatementItem = ItemOf<'correction'>

/** Along time: what happened, and among it what a child went through in a hospital, as it was told last. */
export const lifeLineView = (reader: Reader): readonly LifeEvent[] =>
  [...lifeEventsView(reader), ...versionsOf(reader).filter((versions) => versions.at(-1)?.value.procedure !== undefined).map((versions) => contributionView(reader, versions)).sort(newestFirst).flatMap(procedureAsEvent)].sort((a, b) => compareTexts(a.occurredOn, b.occurredOn))

const procedureAsEvent = ({ firstId, subject, category, occurredOn, setting, recordedAt, isNew: isNewHere, situation, procedure }: Contribution): readonly LifeEvent[] => procedure === undefined ? [] : [{
  id: firstId, contributionId: firstId, subject, category, occurredOn, precision: 'day', title: procedure.name, text: situation, whatHelped: procedure.whatHelped, weight: 'strain', setting, recordedAt, isNew: isNewHere,
  ...(procedure.until !== undefined && { until: procedure.until }),
}]

const lifeEventsView = (reader: Reader): readonly LifeEvent[] =>
  shown(reader.opened, 'lifeEvent')
    .map(({ item: { id, subject, by, at, value } }): LifeEvent => ({
      id, subject: subjectRef(reader, subject), category: value.category, occurredOn: value.occurredOn, precision: value.precision, title: value.title,
      weight: value.weight, recordedAt: at, isNew: isNew(reader, { by, at }),
      ...(value.until !== undefined && { until: value.until }), ...(value.text !== undefined && { text: value.text }),
      ...(value.setting !== undefined && { setting: value.setting }),
    }))
