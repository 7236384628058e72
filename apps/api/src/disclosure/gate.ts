/**
 * The gate: the only way from what is kept of a family to what somebody is shown.
 *
 * A viewer and the facts of this moment decide every item. What doesn't open leaves no trace: it isn't in a list, a count, a
 * time of change or an order. Views and resolvers get what is `Disclosed`, and nothing else.
 */
import { disclose, mergeExistence, type Disclosed, type Disclosure, type ExistenceLine, type Facts, type PolicyId } from '@samenspel/access'
import type { IsoInstant } from '@samenspel/kernel'
import { candidates, type Candidate, type Item, type ItemKind, type ItemOf, type Place } from './items.ts'
import type { CaseRecord } from './record.ts'
import type { Asking } from './viewer.ts'

export type Shown<Of extends Item = Item> = {
  readonly item: Disclosed<Of>
  /** The part that says where and when; absent when this viewer may not know it. */
  readonly place?: Disclosed<Place>
  readonly policies: readonly PolicyId[]
}

/** What of one family opens for one viewer now. */
export type Opened = {
  readonly items: readonly Shown[]
  readonly existence: readonly (ExistenceLine & { readonly policies: readonly PolicyId[] })[]
}

export const open = (record: CaseRecord, { viewer }: Asking, facts: Facts, now: IsoInstant): Opened => {
  const all = candidates(record)
  const asked = all.map((candidate) => judgedFor(candidate, viewer.person))
  const verdicts = disclose(viewer, asked.flatMap(({ entries, item, place }) => entries.map((entry) => ({ entry, content: item, ...(place !== undefined && { place }) }))), facts, now)
  let at = 0
  const decided = asked.map((candidate) => ({ candidate, verdicts: verdicts.slice(at, at += candidate.entries.length) }))
  return {
    items: decided.flatMap(({ verdicts: some }) => shownOf(some)),
    existence: decided.flatMap(({ candidate, verdicts: some }) => hasExistence(candidate.item) ? existenceOf(some) : []),
  }
}

/** Who takes part knows what the appointment is for; for anybody else every label must open. */
const judgedFor = (candidate: Candidate, viewer: string): Candidate =>
  candidate.entries[0]?.participants.includes(viewer) === true ? { ...candidate, entries: candidate.entries.slice(0, 1) } : candidate

type Verdict = Disclosure<Item, Place>

const shownOf = (verdicts: readonly Verdict[]): readonly Shown[] => {
  const [first] = verdicts
  if (first?.outcome !== 'content' || verdicts.some(({ outcome }) => outcome !== 'content')) return []
  const policies = [...new Set(verdicts.flatMap((verdict) => verdict.policies))]
  return [{ item: first.content, policies, ...(first.place !== undefined && { place: first.place }) }]
}

const existenceOf = (verdicts: readonly Verdict[]): Opened['existence'] => {
  const [first] = verdicts
  return first?.outcome === 'existence' && verdicts.length === 1 ? [{ ...first.line, policies: first.policies }] : []
}

/** Of these it may be said that a discipline recorded something; of the rest not even that. */
const hasExistence = ({ kind }: Item): boolean => kind === 'contribution' || kind === 'lifeEvent'

/** Lines of existence as they may be shown: a discipline and a day, merged. */
export const existenceLines = ({ existence }: Opened): readonly ExistenceLine[] =>
  mergeExistence(existence.map(({ discipline, day }) => discipline === undefined ? { day } : { discipline, day }))

/** What opened of one kind, in the order of recording. */
export const shown = <Kind extends ItemKind>({ items }: Opened, kind: Kind): readonly Shown<ItemOf<Kind>>[] =>
  items.filter((one): one is Shown<ItemOf<Kind>> => one.item.kind === kind)
