import { compareTexts } from '@samenspel/kernel'
import type { Contribution, LifeEvent, Statement } from '../../graphql/types/story.ts'
import { shown } from '../gate.ts'
import type { ItemOf } from '../items.ts'
import { actorName, isNew, professional, subjectRef, type Reader } from './reader.ts'

/** Newest first: by the day it is about, then by when it was written. */
export const contributionsView = (reader: Reader): readonly Contribution[] =>
  shown(reader.opened, 'contribution')
    .map(({ item: { id, subject, by, at, value } }): Contribution => ({
      id, kind: value.kind, subject: subjectRef(reader, subject), category: value.category, setting: value.setting, occurredOn: value.occurredOn, recordedAt: at,
      author: professional(reader, by.person), situation: value.situation,
      ...(value.parentsTold !== undefined && { parentsTold: value.parentsTold }),
      ...(value.whatWeDo !== undefined && { whatWeDo: value.whatWeDo }),
      ...(value.possibleMeaning !== undefined && { possibleMeaning: value.possibleMeaning }),
      ...(value.childsVoice !== undefined && { childsVoice: value.childsVoice }),
      ...(value.forParents !== undefined && { forParents: value.forParents }),
      ...(value.window !== undefined && { window: value.window }),
      isNew: isNew(reader, { by, at }),
    }))
    .sort((a, b) => compareTexts(b.occurredOn, a.occurredOn) || compareTexts(b.recordedAt, a.recordedAt))

/** Words beside parts of the file, in the order in which they came. */
export const statementsView = (reader: Reader, mayAnswer: (statement: StatementItem) => boolean): readonly Statement[] =>
  shown(reader.opened, 'correction')
    .map(({ item }): Statement => {
      const { id, by, at, value: { entry, text, answers } } = item
      return { id, entryKind: entry.kind, entryId: entry.id, by: actorName(reader, by), isOwn: by.person === reader.person, recordedAt: at, text, mayAnswer: answers === undefined && mayAnswer(item), ...(answers !== undefined && { answers }) }
    })
    .sort((a, b) => compareTexts(a.recordedAt, b.recordedAt))

export type StatementItem = ItemOf<'correction'>

/** Along time. */
export const lifeLineView = (reader: Reader): readonly LifeEvent[] =>
  shown(reader.opened, 'lifeEvent')
    .map(({ item: { id, subject, by, at, value } }): LifeEvent => ({
      id, subject: subjectRef(reader, subject), category: value.category, occurredOn: value.occurredOn, precision: value.precision, title: value.title,
      weight: value.weight, recordedAt: at, isNew: isNew(reader, { by, at }),
      ...(value.until !== undefined && { until: value.until }), ...(value.text !== undefined && { text: value.text }),
      ...(value.setting !== undefined && { setting: value.setting }),
    }))
    .sort((a, b) => compareTexts(a.occurredOn, b.occurredOn))
