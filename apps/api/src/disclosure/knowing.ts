import { emptyAgenda } from '@samenspel/agenda'
import type { Facts } from '@samenspel/access'
import { outlineOf } from '@samenspel/family-case'
import type { IsoInstant } from '@samenspel/kernel'
import { open } from './gate.ts'
import type { CaseRecord } from './record.ts'
import type { Asking } from './viewer.ts'

/**
 * Whether anything of a family opens to somebody: for whoever only has to be known there, and may look at little of it or nothing. The gate is asked about
 * the outline first: almost everybody who knows a family sees who it is, and what opens of a part opens of the whole, since nothing that is recorded
 * besides shuts it. Only who sees nothing there has all of it looked at.
 */
export const knows = (record: CaseRecord, asking: Asking, facts: Facts, now: IsoInstant): boolean =>
  open(outline(record), asking, facts, now) !== undefined || open(record, asking, facts, now) !== undefined

const outline = (record: CaseRecord): CaseRecord => ({ ...record, file: outlineOf(record.file), agenda: emptyAgenda })
