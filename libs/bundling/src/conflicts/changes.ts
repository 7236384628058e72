/** Single changes of what was asked and offered, each of which somebody could decide: as data, and as they change a case. */
import { addDays, minutesOf, type IsoDate, type LocalTime } from '@samenspel/kernel'
import type { BundlingCase, Family, Modality, Parent, Professional, TimesByDate, TimeSpan, UnavailableReason } from '../format/case.ts'

export type Change =
  /** The need may come so many calendar days after its last date. */
  | { readonly kind: 'window'; readonly days: number }
  /** Professionals give this time too, in this form. */
  | { readonly kind: 'offer'; readonly professionals: readonly string[]; readonly date: IsoDate; readonly from: LocalTime; readonly to: LocalTime; readonly modality: Modality }
  /** One or both parents give up a time in which they can't be asked, on this date only. */
  | { readonly kind: 'release'; readonly parents: readonly Parent[]; readonly date: IsoDate; readonly from: LocalTime; readonly to: LocalTime; readonly reason: UnavailableReason }
  /** Somebody minds the child while the parents are out. */
  | { readonly kind: 'sitter' }
  /** One trip or one evening call more than the week of this date allows; the date is its Monday. */
  | { readonly kind: 'trip' | 'evening'; readonly week: IsoDate }

/**
 * The case after a change for one need of one family. Of a week's cap the case says nothing by week: it is raised everywhere,
 * and whoever plans keeps to the old one in the other weeks.
 */
export const changedCase = (instance: BundlingCase, familyId: string, needId: string, change: Change): BundlingCase => {
  const family = (edit: (family: Family) => Family): BundlingCase => ({ ...instance, families: instance.families.map(one => one.id === familyId ? edit(one) : one) })
  switch (change.kind) {
    case 'window': return family(one => ({ ...one, needs: one.needs.map(need => need.id === needId ? { ...need, deadline: addDays(need.deadline, change.days) } : need) }))
    case 'offer': return { ...instance, professionals: { ...instance.professionals, ...Object.fromEntries(change.professionals.map(id => [id, offeringToo(instance.professionals[id]!, change)])) } }
    case 'release': return family(one => ({ ...one, unavailable: { ...one.unavailable, ...Object.fromEntries(change.parents.map(parent => [parent, without(one.unavailable[parent] ?? {}, change)])) } }))
    case 'sitter': return family(one => ({ ...one, sitter: true }))
    case 'trip': return family(one => ({ ...one, caps: { ...one.caps, tripsPerWeek: one.caps.tripsPerWeek + 1 } }))
    case 'evening': return family(one => ({ ...one, caps: { ...one.caps, eveningsPerWeek: one.caps.eveningsPerWeek + 1 } }))
  }
}

const offeringToo = (professional: Professional, { date, from, to, modality }: Change & { readonly kind: 'offer' }): Professional => {
  const withIt = (times: TimesByDate = {}): TimesByDate => {
    const all: readonly TimeSpan[] = [...times[date] ?? [], [from, to]]
    return { ...times, [date]: all.toSorted((a, b) => minutesOf(a[0]) - minutesOf(b[0])) }
  }
  const { freeFor } = professional
  return { ...professional, free: withIt(professional.free), ...(freeFor !== undefined && { freeFor: { ...freeFor, [modality]: withIt(freeFor[modality]) } }) }
}

type Spans = NonNullable<Family['unavailable'][Parent]>

const without = (spans: Spans, { date, from, to, reason }: Change & { readonly kind: 'release' }): Spans =>
  ({ ...spans, [date]: (spans[date] ?? []).filter(span => span[0] !== from || span[1] !== to || span[2] !== reason) })
