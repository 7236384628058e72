/** Why a proposal is as it is, in one sentence: of the whole for a conversation, of each part for who is asked. Made from what the reader sees. */
import { isOn } from '@samenspel/agenda'
import type { Bundle } from '../../graphql/types/appointments.ts'
import type { Savings } from '../../graphql/types/proposals.ts'
import type { Part } from './part.ts'
import { isPlaced, knownBlocks, placed } from './appointments.ts'
import { firstName, list, type Reader } from './reader.ts'
import { childOf } from './unplanned.ts'

// ── Of the whole

/** What can be told to the parents: the first of what it saves, in the order of the sentences, and that they are home before school is out. Nothing when it saves nothing. */
export const tellView = (reader: Reader, { before, after }: Pick<Savings, 'before' | 'after'>, bundles: readonly Bundle[], parts: readonly Part[]): string | undefined => {
  const { text } = reader
  const evenings = parts.filter(({ evening }) => evening).length
  const saves = before.trips > after.trips && after.trips > 0 ? text('tell.trips', { before: before.trips, after: after.trips })
    : before.trips > after.trips ? text('tell.noTrips', { before: before.trips })
    : before.travelDays > after.travelDays ? text('tell.travelDays', { count: before.travelDays - after.travelDays })
    : before.careDays > after.careDays ? text('tell.careDays', { count: before.careDays - after.careDays })
    : before.minutes > after.minutes ? text('tell.minutes', { count: before.minutes - after.minutes })
    : before.restTouched > after.restTouched ? text('tell.rest', { count: before.restTouched - after.restTouched })
    : evenings > 0 ? text('tell.evening') : undefined
  if (saves === undefined) return undefined
  const pupil = homeBeforeSchoolIsOut(reader, bundles)
  return pupil === undefined ? text('tell.alone', { saves }) : text('tell.home', { saves, name: pupil })
}

/** Whose school day ends after the family is back from every visit on a school day; nothing when there is none. */
const homeBeforeSchoolIsOut = (reader: Reader, bundles: readonly Bundle[]): string | undefined => {
  const school = knownBlocks(reader).filter(({ kind }) => kind === 'school')
  const visits = bundles.flatMap(({ date, travel }) => travel === undefined ? [] : [{ back: travel.backAt, ends: school.filter((block) => isOn(block, date)) }])
  const onSchoolDays = visits.filter(({ ends }) => ends.length > 0)
  const pupils = [...new Set(onSchoolDays.flatMap(({ ends }) => ends.flatMap(({ persons }) => persons)))]
  return onSchoolDays.length > 0 && onSchoolDays.every(({ back, ends }) => ends.every(({ to }) => back <= to)) ? list(reader, pupils.map((person) => firstName(reader, person))) : undefined
}

// ── Of each part

/** The bundles with, at each part that is only proposed, why it is at this time. */
export const withReasons = (reader: Reader, bundles: readonly Bundle[], parts: readonly Part[]): readonly Bundle[] => {
  const known = parts.filter(isPlaced)
  const whyOf = (id: string): { readonly why?: string } => {
    const part = known.find(({ appointmentId, status }) => appointmentId === id && status === 'proposed')
    return part === undefined ? {} : { why: whyThisTime(reader, part, known) }
  }
  return bundles.map((bundle) => ({ ...bundle, parts: bundle.parts.map((part) => ({ ...part, ...whyOf(part.id) })) }))
}

type PlacedPart = Parameters<typeof placed>[0]

const whyThisTime = (reader: Reader, part: PlacedPart, known: readonly PlacedPart[]): string => {
  const { text } = reader
  const { bundleId, date, evening, glued, start, firstFree } = placed(part)
  if (evening) return text('whyTime.evening')
  if (glued !== false) return text('whyTime.glued', { child: childOf(reader) })
  const beside = known.filter((other) => other.bundleId === bundleId && other.date === date && other.appointmentId !== part.appointmentId && other.modalityKind === 'onsite' && part.modalityKind === 'onsite')
  if (beside.length > 0) return text('whyTime.together', { labels: list(reader, [...new Set(beside.map(({ need }) => need.label))]) })
  if (firstFree?.date === date && firstFree.start === start) return text('whyTime.first')
  return text('whyTime.fits')
}
