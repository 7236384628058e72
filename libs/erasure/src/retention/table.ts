/**
 * How long records are kept, by kind of record, kind of organisation and country. Each row says where it comes from; none of it is legal
 * advice, and a lawyer should read it before anybody destroys by it. Nothing is ever destroyed by a row alone: what comes due goes to a human.
 */
import type { Jurisdiction } from '@samenspel/kernel'

export type RecordKind = 'careRecord' | 'accessLog' | 'workingNotes' | 'safetyTrack'
/** Health care keeps by the law on treatment, youth care by that on youth help; who is both keeps as long as the longer. */
export type ControllerKind = 'healthCare' | 'youthCare'

/** The day from which the years are counted. */
export type CountedFrom = 'lastChange' | 'endOfHelp' | 'lastContact' | 'birth' | 'recording'

export type RetentionRow = {
  readonly id: string
  readonly country: Jurisdiction
  readonly record: RecordKind
  readonly controllers: readonly ControllerKind[]
  readonly from: CountedFrom
  /** Not before so many years. */
  readonly least: number
  /** Not after so many years; without it there is no such end. */
  readonly most?: number
  /** Only of a record of which this is true. */
  readonly when?: 'abuseMark' | 'protectionOrder'
  readonly source: string
}

const both = ['healthCare', 'youthCare'] as const
const majority = 18

export const retentionTable: readonly RetentionRow[] = [
  { id: 'nl-treatment', country: 'NL', record: 'careRecord', controllers: both, from: 'lastChange', least: 20, source: 'BW 7:454 (WGBO); P-04' },
  { id: 'nl-youth-help', country: 'NL', record: 'careRecord', controllers: ['youthCare'], from: 'endOfHelp', least: 20, source: 'Jeugdwet 7.3.8; P-04' },
  { id: 'nl-abuse', country: 'NL', record: 'careRecord', controllers: both, from: 'birth', least: 34, when: 'abuseMark', source: 'KNMG, child abuse; P-05' },
  { id: 'nl-protection', country: 'NL', record: 'careRecord', controllers: both, from: 'birth', least: majority + 30, when: 'protectionOrder', source: 'Supervision order, guardianship; P-06' },
  { id: 'be-patient-record', country: 'BE', record: 'careRecord', controllers: both, from: 'lastContact', least: 30, most: 50, source: 'Quality Act, art. 35; P-07' },
  { id: 'be-youth-help', country: 'BE', record: 'careRecord', controllers: ['youthCare'], from: 'birth', least: 35, source: 'Flanders, youth help' },
  // A safety track is kept as the record it belongs to, by the same rows; it counts from when the track was closed.
  { id: 'nl-track', country: 'NL', record: 'safetyTrack', controllers: both, from: 'lastChange', least: 20, source: 'BW 7:454 (WGBO); P-04' },
  { id: 'nl-track-abuse', country: 'NL', record: 'safetyTrack', controllers: both, from: 'birth', least: 34, when: 'abuseMark', source: 'KNMG, child abuse; P-05' },
  { id: 'nl-track-youth-help', country: 'NL', record: 'safetyTrack', controllers: ['youthCare'], from: 'endOfHelp', least: 20, source: 'Jeugdwet 7.3.8; P-04' },
  { id: 'nl-track-protection', country: 'NL', record: 'safetyTrack', controllers: both, from: 'birth', least: majority + 30, when: 'protectionOrder', source: 'Supervision order, guardianship; P-06' },
  { id: 'be-track', country: 'BE', record: 'safetyTrack', controllers: both, from: 'lastChange', least: 30, most: 50, source: 'Quality Act, art. 35; P-07' },
  { id: 'be-track-youth-help', country: 'BE', record: 'safetyTrack', controllers: ['youthCare'], from: 'birth', least: 35, source: 'Flanders, youth help' },
  ...(['NL', 'BE'] as const).flatMap((country): readonly RetentionRow[] => [
    { id: `${country.toLowerCase()}-access-log`, country, record: 'accessLog', controllers: both, from: 'recording', least: 5, source: 'NEN 7513; L-09' },
    { id: `${country.toLowerCase()}-working-notes`, country, record: 'workingNotes', controllers: both, from: 'recording', least: 0, most: 1, source: 'Notes of one\'s own are short-lived' },
  ]),
]

/** How many years lines of the access log are kept at least, by country, as an installation sets it; never fewer than the standard asks. */
export type LogYears = Readonly<Record<Jurisdiction, number>>

/** Fewer nobody may set (NEN 7513; L-09). */
export const leastLogYears = 5

/** The table, with the years that an installation set for its access log. */
export const tableWith = (logYears: LogYears): readonly RetentionRow[] =>
  retentionTable.map((row) => row.record === 'accessLog' ? { ...row, least: Math.max(row.least, logYears[row.country]) } : row)
