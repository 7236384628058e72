import { axes, isDraft, type AxisContent } from '@samenspel/family-case'
import type { Classification, ClassificationPart } from '../../graphql/types/classification.ts'
import { shown } from '../gate.ts'
import { actorName, isNew, nameOf, subjectRef, type Reader } from './reader.ts'

/** Classifications, newest first, each with the parts that opened; where the frame didn't open, none of its parts is shown. */
export const classificationsView = (reader: Reader): readonly Classification[] => {
  const parts = Map.groupBy(partsView(reader), ({ of }) => of)
  return shown(reader.opened, 'classification').map(({ item: { id, subject, by, value: { edition, occurredOn, occasions, settings, completed } } }): Classification => ({
    id, subject: subjectRef(reader, subject), edition, occurredOn, occasions, settings, by: actorName(reader, by),
    ...(completed !== undefined && { completedBy: actorName(reader, completed.by), completedAt: completed.at }),
    parts: (parts.get(id) ?? []).map(({ part }) => part).sort((a, b) => orderOf(a) - orderOf(b)),
  })).reverse()
}

const orderOf = ({ axis }: ClassificationPart): number => axes.findIndex((one) => one === axis)

const partsView = (reader: Reader): readonly { readonly of: string; readonly part: ClassificationPart }[] =>
  shown(reader.opened, 'classificationPart').map(({ item: { id, subject, category, by, at, value } }) => {
    const draft = isDraft(value)
    const part: ClassificationPart = {
      id, version: value.version, axis: value.content.axis, subject: subjectRef(reader, subject), category, by: actorName(reader, by), changedAt: at, isNew: isNew(reader, { by, at }), isDraft: draft,
      mayDiscuss: draft && by.person === reader.person, ...(value.discussed?.reason !== undefined && { notDiscussedBecause: value.discussed.reason }), ...fieldsOf(reader, value.content),
    }
    return { of: value.classificationId, part }
  })

const fieldsOf = (reader: Reader, content: AxisContent): Partial<ClassificationPart> => {
  if (!('caregiver' in content) || content.caregiver === undefined) return content as Partial<ClassificationPart>
  const { caregiver, ...rest } = content
  return { ...rest, caregiver: { personId: caregiver, name: nameOf(reader, caregiver) } }
}
