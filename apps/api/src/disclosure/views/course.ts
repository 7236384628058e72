import type { CaseClosing, GroupPlacement } from '../../graphql/types/groups.ts'
import { shown } from '../gate.ts'
import { actorName, organisation, subjectRef, type Reader } from './reader.ts'

/** That the case is closed, in the words of who closed it. */
export const closingView = (reader: Reader): CaseClosing | undefined => {
  const found = shown(reader.opened, 'closing').findLast(({ item }) => item.value.reopened === undefined)
  return found === undefined ? undefined : { words: found.item.value.words, by: actorName(reader, found.item.by), at: found.item.at }
}

/** Where the children are looked after, today or later. */
export const placementsView = (reader: Reader): readonly GroupPlacement[] => {
  const own = reader.directory.practitioner(reader.person)?.organisation
  return shown(reader.opened, 'placement').filter(({ item: { value } }) => value.until === undefined || value.until >= reader.today).map(({ item: { id, subject, value } }) => ({
    id, child: subjectRef(reader, subject).label, group: reader.directory.organisation(value.organisation)?.groups.find(({ groupId }) => groupId === value.groupId)?.name ?? '',
    organisation: organisation(reader, value.organisation).name, from: value.from, ...(value.until !== undefined && { until: value.until }), isOwn: own === value.organisation,
  }))
}
