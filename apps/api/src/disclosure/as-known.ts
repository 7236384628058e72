/**
 * A family as it was known at an earlier moment, opened by the rights of today.
 *
 * What is shown is what was recorded by then. Who may see it is decided now, and twice: as it stood then, and, where it is still there,
 * as it stands today. So what was shielded, put right, moved to another record or closed since then stays shut, and nobody reads by
 * looking back what they may not read now.
 */
import type { Facts } from '@samenspel/access'
import { dayOf, zoneOf, type IsoInstant } from '@samenspel/kernel'
import type { AllFiles } from '../composition/files.ts'
import { open, type Opened, type Shown } from './gate.ts'
import { candidates, type Item } from './items.ts'
import type { CaseRecord } from './case-record.ts'
import type { Asking } from './viewer.ts'

/** What was recorded of a family by a moment. @returns nothing when there was no such family yet */
export const recordAsKnown = async (files: AllFiles, record: CaseRecord, at: IsoInstant): Promise<CaseRecord | undefined> => {
  const [file, agenda] = await Promise.all([files.cases.stateAsOf(record.familyId, at), files.agendas.stateAsOf(record.familyId, at)])
  // What protects somebody holds now, whatever held then.
  return file.isOpen ? { ...record, file: { ...file, safeguards: record.file.safeguards }, agenda } : undefined
}

/** @param then of `recordAsKnown`  @param facts those of today */
export const openAsKnown = (record: CaseRecord, then: CaseRecord, asking: Asking, facts: Facts, now: IsoInstant): Opened | undefined => {
  const readable = new Map(open(record, asking, facts, now)?.items.map((one) => [keyOf(one.item), one]))
  const isStillThere = new Set(candidates(record, dayOf(now, zoneOf(record.file.family.jurisdiction))).map(({ item }) => keyOf(item)))
  const stays = (one: Shown): Shown | undefined => {
    const today = readable.get(keyOf(one.item))
    if (today === undefined && isStillThere.has(keyOf(one.item))) return undefined
    if (isForNow(one) && !isSame(one, today)) return undefined
    return today?.place === undefined ? { item: one.item, policies: one.policies } : one
  }
  return readable.size === 0 ? undefined : open(then, asking, facts, now, 'read', stays)
}

/** Who works in the group sees the cards that hold (P10), and not what a card said before. */
const isForNow = ({ item, policies }: Shown): boolean => item.kind === 'agreementCard' && policies.every((policy) => policy === 'P10')

const isSame = ({ item }: Shown, today: Shown | undefined): boolean => item.kind === 'agreementCard' && today?.item.kind === 'agreementCard' && item.value.version === today.item.value.version

const keyOf = ({ kind, id }: Pick<Item, 'kind' | 'id'>): string => `${kind} ${id}`
