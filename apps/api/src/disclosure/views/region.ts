/** A plan of many families: of all together in numbers, of each family as its reader sees it. */
import { compareBurdens, type Burden, type FamilyLoad } from '@samenspel/bundling'
import { refusalText } from '@samenspel/intl/refusals'
import { viewText } from '@samenspel/intl/views'
import type { RegionFamily, RegionRun as RegionRunView, RegionWeight } from '../../graphql/types/region.ts'
import type { Language } from '../../sessions/identity.ts'
import type { FoundForFamily, RegionRun } from '../region-runs.ts'
import { differenceView, partsOfDifference } from './differences.ts'
import { isPlaced, placed } from './appointments.ts'
import { draftParts } from './planner.ts'
import { contentView } from './proposals.ts'
import { list, type Reader } from './reader.ts'

/** @param families those that the reader may plan for now */
export const regionRunView = (language: Language, run: RegionRun, families: readonly RegionFamily[]): RegionRunView => {
  const { id, state, search, endsBy, from, weeks, asked, familiesDone, rounds, before, burden, isStopping, found } = run
  const text = viewText(language)
  return {
    id, state, search, endsBy, from, weeks, familiesAsked: asked.length, familiesDone: familiesDone + asked.filter(({ leftOut }) => leftOut !== undefined).length, rounds, isStopping,
    ...(before !== undefined && { before }), ...(burden !== undefined && { burden }),
    ...(found !== undefined && { ended: text(`region.ended.${found.ended}`) }),
    ...(found?.worstOff !== undefined && families.length > 1 && { fairness: fairnessOfAll(text, found.worstOff) }),
    families: [...families].sort((a, b) => a.name < b.name ? -1 : 1),
    ...(state === 'failed' && { error: refusalText(language)('internal') }),
  }
}

const fairnessOfAll = (text: Reader['text'], { before, now }: { readonly before: FamilyLoad; readonly now: FamilyLoad }): string =>
  compareBurdens(now.load, before.load) < 0 ? text('region.fair.lighter', { before: before.load.travelDays, now: now.load.travelDays }) : text('region.fair.same', { count: now.load.travelDays })

/** One family's part of a plan of many. Nothing in it names another family. */
export const regionFamilyView = (reader: Reader, { asked, found }: RegionRun): RegionFamily => {
  const { text, opened: { head, proposals } } = reader
  const part = found?.families.get(head.familyId)
  const own = asked.find(({ familyId }) => familyId === head.familyId)
  const leftOut = own?.leftOut
  const shared = { id: head.familyId, name: head.name, isSent: false, planned: 0, unplanned: 0, isWorse: false }
  if (part === undefined) return { ...shared, proof: text(leftOut === undefined ? 'region.nothing' : `region.leftOut.${leftOut}`) }
  const { parts, unplanned } = draftParts(reader, part.draft)
  const { savings } = contentView(reader, part.draft, parts, unplanned)
  const weight = (burden: Burden | undefined, count: number): RegionWeight | undefined => burden === undefined ? undefined : { trips: burden.trips, travelDays: burden.travelDays, evenings: count }
  const apart = parts.filter(isPlaced).map(placed).flatMap(({ firstFree }) => firstFree ?? [])
  const before = weight(savings?.before, apart.filter(({ start }) => start >= bedtimeOf(asked, head.familyId)).length), after = weight(savings?.after, parts.filter(({ evening }) => evening).length)
  const change = compareBurdens(part.plan.burden, part.plan.before)
  return {
    ...shared, planned: parts.length, unplanned: unplanned.length, isWorse: change > 0,
    ...(part.runId !== undefined && { runId: part.runId, proposalId: part.draft.proposalId }),
    isSent: proposals.some(({ proposalId }) => proposalId === part.draft.proposalId),
    ...(before !== undefined && { before }), ...(after !== undefined && { after }),
    proof: parts.length === 0 ? text('region.nothing') : proofSentence(text, part, own?.planning?.notKnown !== undefined),
    fairness: fairnessSentence(reader, part, change, found?.worstOff?.now.family === head.familyId && (found.families.size > 1)),
  }
}

/** When the family's evening begins, as the plan was told. */
const bedtimeOf = (asked: RegionRun['asked'], family: string): string => asked.find(({ familyId }) => familyId === family)?.planning?.case.families[0]?.bedtime ?? '24:00'

/** @param isPartial whether the minutes of some ways aren't known, and count for none */
const proofSentence = (text: Reader['text'], { draft, plan: { burden }, alone }: FoundForFamily, isPartial: boolean): string => {
  if (alone === undefined) return text('region.proof.unknown')
  if (draft.proven) return text(isPartial ? 'region.proof.provenAsKnown' : 'region.proof.proven')
  if (burden.unplanned > alone.unplanned) return text('region.proof.more')
  if (burden.restTouched > alone.restTouched) return text('region.proof.rest', { count: burden.restTouched - alone.restTouched })
  return text('region.proof.days', { count: burden.travelDays - alone.travelDays })
}

const fairnessSentence = (reader: Reader, { plan: { burden, before } }: FoundForFamily, change: number, isWorstOff: boolean): string => {
  const { text } = reader
  const parts = partsOfDifference(burden, before)
  const { more, less } = differenceView(reader, parts)
  const left = burden.unplanned - before.unplanned
  const said = change > 0
    ? text('region.cost', { what: list(reader, [...left > 0 ? [text('region.lessPlanned')] : [], ...more]) })
    : change < 0 ? text('region.gave', { what: list(reader, [...left < 0 ? [text('region.morePlanned')] : [], ...less]) })
    : text('region.even')
  return isWorstOff ? `${said} ${text('region.worstOff')}` : said
}
