/**
 * What was worked out of a family's record for somebody, used again while it stands: as long as nothing was recorded and nothing passed
 * with time that makes a difference.
 *
 * Nothing of it outlives the record that it was made of, which is another one as soon as anything is recorded of the family or of
 * somebody who works with it, or is erased. Of a safety track only its circle may know; so for everybody else it goes over to the next
 * record when a track alone moved on (`of-record.ts`). Whatever counts in days ends with the day of the case; whatever counts in moments is noted
 * while it is worked out (`workOut`). It belongs to one viewer, as the policies know one, in one app and language, since one visit.
 *
 * It is for who works in care. What is used again comes sooner, so that a slow answer would tell somebody who looks again and again that
 * something was recorded, also where nothing of it opens: at home nobody may learn that, and there each look is worked out anew.
 */
import { addDays, dayOf, heed, momentOf, stillLasts, workOut, zoneOf, type IsoInstant, type Jurisdiction, type Lasting, type PersonId } from '@samenspel/kernel'
import type { KeepOf } from '../graphql/whole-parts.ts'
import { keptOfRecord } from './of-record.ts'
import type { CaseRecord } from './case-record.ts'
import { isOutside } from './tracks.ts'
import { standingOf, type Asking } from './viewer.ts'

/** Gives what was worked out under a name, or works it out: at once, from nothing but the record, the viewer and the moment. */
export type Keep = <Value>(name: string, now: IsoInstant, work: () => Value) => Value

/** For what is worked out anew each time. */
export const keepNothing: Keep = (_name, _now, work) => work()

/** People for whom something of one record is kept at a time. */
const mostViewers = 12

/** Things that are kept for somebody of one record: far more than any page asks. */
const mostNames = 300

/** Whom a safety track has nothing to do with, as it was or as it is, keeps what they had when one moves on; its own circle does not. */
const kept = keptOfRecord<Map<string, Kept>>((ofRecord, from, to) => {
  const tracks = [...from.tracks.values(), ...to.tracks.values()]
  return new Map([...ofRecord].filter(([, { person }]) => tracks.every((track) => isOutside(track, person))))
})

type Kept = { readonly person: PersonId; readonly keep: Keep }

/** @param since when somebody looked before: from then on things are new to them */
export const keepFor = (record: CaseRecord, asking: Asking, since: IsoInstant | undefined): Keep => {
  if (asking.viewer.kind !== 'care') return keepNothing
  const ofRecord = kept.get(record) ?? new Map<string, Kept>()
  kept.set(record, ofRecord)
  const { viewer, session: { app, language } } = asking
  const key = JSON.stringify([viewer, standingOf(asking), app, language, since])
  const known = ofRecord.get(key) ?? { person: viewer.person, keep: openKeep(record.file.family.jurisdiction) }
  // Whoever looked last stands last.
  ofRecord.delete(key)
  ofRecord.set(key, known)
  for (const oldest of ofRecord.keys()) { if (ofRecord.size <= mostViewers) break; ofRecord.delete(oldest) }
  return known.keep
}

const openKeep = (jurisdiction: Jurisdiction): Keep => {
  const known = new Map<string, { readonly result: unknown; readonly lasts: Lasting }>()
  return <Value>(name: string, now: IsoInstant, work: () => Value): Value => {
    const before = known.get(name)
    if (before !== undefined && stillLasts(before.lasts, now)) {
      heed(before.lasts)
      return before.result as Value
    }
    const worked = workOut(now, endOfDay(now, jurisdiction), work)
    if (known.size >= mostNames) known.clear()
    known.set(name, worked)
    return worked.result
  }
}

/** Views whose parts are kept, each with what keeps what is made of it. */
const views = new WeakMap<object, <Value>(name: string, work: () => Value) => Value>()

/** Says of a view that what is worked out of it alone stands as long as it does. */
export const keepsWith = <View extends object>(view: View, keep: Keep, now: IsoInstant): View => {
  views.set(view, (name, work) => keep(`answer ${name}`, now, work))
  return view
}

export const keepOf: KeepOf = (view) => views.get(view)

/** When the next day begins where the family is. */
const endOfDay = (now: IsoInstant, jurisdiction: Jurisdiction): IsoInstant => {
  const zone = zoneOf(jurisdiction)
  const day = dayOf(now, zone)
  if (lastDay?.day !== day || lastDay.jurisdiction !== jurisdiction) lastDay = { day, jurisdiction, end: momentOf(addDays(day, 1), '00:00', zone) }
  return lastDay.end
}

let lastDay: { readonly day: string; readonly jurisdiction: Jurisdiction; readonly end: IsoInstant } | undefined
