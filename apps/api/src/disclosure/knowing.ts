import { emptyAgenda } from '@samenspel/agenda'
import type { Facts } from '@samenspel/access'
import { outlineOf } from '@samenspel/family-case'
import type { IsoInstant } from '@samenspel/kernel'
import { open, type Opened } from './gate.ts'
import type { CaseRecord } from './record.ts'
import type { Asking } from './viewer.ts'

/**
 * What opens to somebody of the outline of a family: for whoever only has to be known there, or to know of somebody there. Almost everybody who knows a
 * family sees who it is, and what opens of a part opens of the whole, since nothing that is recorded besides shuts it. It names nobody whom the whole doesn't.
 * @returns nothing when nothing of it opens: something else of the family may
 */
export const openOutline = (record: CaseRecord, asking: Asking, facts: Facts, now: IsoInstant): Opened | undefined =>
  open({ ...record, file: outlineOf(record.file), agenda: emptyAgenda }, asking, facts, now)
