import { emptyAgenda } from '@samenspel/agenda'
import { outlineOf, type OpenCase } from '@samenspel/family-case'
import type { IsoInstant } from '@samenspel/kernel'
import { factsOf } from './facts.ts'
import { open, type Opened } from './gate.ts'
import { keepFor } from './kept.ts'
import type { CaseRecord } from './case-record.ts'
import type { Asking } from './viewer.ts'

/**
 * What opens to somebody of the outline of a family: for whoever only has to be known there, or to know of somebody there. Almost everybody who knows a
 * family sees who it is, and what opens of a part opens of the whole, since nothing that is recorded besides shuts it. It names nobody whom the whole doesn't.
 * What is written in a file day by day leaves its outline as it is, so what opened of it is used again as a view is (`kept.ts`).
 * @returns nothing when nothing of it opens: something else of the family may
 */
export const openOutline = (record: CaseRecord, asking: Asking, now: IsoInstant): Opened | undefined => {
  const outline = outlineIn(record)
  return keepFor(outline, asking, undefined)('outline', now, () => open(outline, asking, factsOf(record, asking), now))
}

/** The outline as a record of its own: the same one for as long as facts and outline are. Of safety tracks it knows nothing, and so tells nothing by its time. */
const outlineIn = (record: CaseRecord): CaseRecord => {
  const { file: { family, careTeam, consents, safeguards, placements, course }, directory, openings, restricted } = record
  const of = [careTeam, consents, safeguards, placements, course, directory, openings, restricted]
  const known = outlines.get(family)
  if (known !== undefined && known.of.every((one, index) => one === of[index])) return known.outline
  const outline: CaseRecord = { ...record, file: outlineOf(record.file), agenda: emptyAgenda, tracks: new Map() }
  outlines.set(family, { of, outline })
  return outline
}

/** By family, the outline as it was made last, with what it was made of and what decides about it. */
const outlines = new WeakMap<OpenCase['family'], { readonly of: readonly unknown[]; readonly outline: CaseRecord }>()
