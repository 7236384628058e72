import { standing, type FamilyCaseCommand } from '@samenspel/family-case'
import { dayOf, zoneOf, type FamilyId, type IsoInstant } from '@samenspel/kernel'
import type { AllFiles } from '../composition/files.ts'
import { candidates } from './items.ts'
import { namedInWords } from './named-in-words.ts'
import { loadRecord } from './record.ts'

/** What tells of whom a protection protects, by the words that stand in it. */
export type Mentions = Pick<Extract<FamilyCaseCommand, { type: 'RecordMentions' }>, 'safeguardId' | 'entries'>

/** By protection that stands, the parts of a family's file and agenda that name whom it protects, or say where they are: as long as somebody can read the names. */
export const mentionsOf = async (files: AllFiles, family: FamilyId, now: IsoInstant): Promise<readonly Mentions[]> => {
  const record = await loadRecord(files, family, now)
  if (record === undefined) return []
  const named = namedInWords(record)
  const all = candidates(record, dayOf(now, zoneOf(record.file.family.jurisdiction))).map(({ item }) => item)
  return standing(record.file.safeguards).flatMap(({ safeguardId, measure }) => measure.kind === 'protection'
    ? [{ safeguardId, entries: all.filter((item) => named(item).includes(measure.person)).map(({ kind, id }) => ({ kind, id })) }] : [])
}
