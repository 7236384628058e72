import type { IsoDate, Jurisdiction } from '@samenspel/kernel'
import { retentionTable, type ControllerKind, type CountedFrom, type RecordKind, type RetentionRow } from './table.ts'

/** What the log tells of a record, as far as it is known. */
export type RecordFacts = {
  readonly country: Jurisdiction
  readonly record: RecordKind
  readonly controller: ControllerKind
  readonly days: { readonly [From in CountedFrom]?: IsoDate }
  readonly abuseMark: boolean
  readonly protectionOrder: boolean
}

/** Between which days a record may be destroyed, and which rows of the table say so. */
export type Retention = {
  /** Nothing while a day that counts isn't known, such as the end of help that goes on: then it is kept. */
  readonly earliest: IsoDate | undefined
  /** By when it must be gone; never before the earliest. */
  readonly latest: IsoDate | undefined
  readonly rows: readonly string[]
}

/**
 * When a record may be destroyed: after the longest of all that apply.
 * @param table with the terms of an installation, where it set any
 */
export const retentionOf = ({ country, record, controller, days, abuseMark, protectionOrder }: RecordFacts, table: readonly RetentionRow[] = retentionTable): Retention => {
  const holds = { abuseMark, protectionOrder }
  const rows = table.filter((row) => row.country === country && row.record === record && row.controllers.includes(controller) && (row.when === undefined || holds[row.when]))
  const reached = (years: (row: (typeof rows)[number]) => number | undefined): readonly (IsoDate | undefined)[] => rows.flatMap((row) => {
    const [count, from] = [years(row), days[row.from]]
    return count === undefined ? [] : [from === undefined ? undefined : yearsAfter(from, count)]
  })
  const earliest = last(reached(({ least }) => least))
  const ends = reached(({ most }) => most).filter((day) => day !== undefined).sort()
  const [end] = ends
  return { earliest, latest: end === undefined || earliest === undefined || end >= earliest ? end : earliest, rows: rows.map(({ id }) => id) }
}

/** The last of all days; nothing when there is none, or when one isn't known. */
const last = (days: readonly (IsoDate | undefined)[]): IsoDate | undefined =>
  days.reduce((latest, day) => latest === undefined || day === undefined ? undefined : day > latest ? day : latest, days[0])

/** The same day so many years later. Where that year has no 29 February it is 1 March: the years are over then, and not a day before. */
export const yearsAfter = (day: IsoDate, years: number): IsoDate => {
  const from = Temporal.PlainDate.from(day)
  const then = from.add({ years })
  return (then.day === from.day ? then : then.add({ days: 1 })).toString()
}

/** What comes due, for somebody to decide about. */
export type Due = 'mayBeDestroyed' | 'mustBeDestroyed'

/** Whether a record may or must be destroyed on a day; nothing while it must be kept. */
export const dueOn = ({ earliest, latest }: Retention, today: IsoDate): Due | undefined => {
  if (earliest === undefined || earliest > today) return undefined
  return latest !== undefined && latest <= today ? 'mustBeDestroyed' : 'mayBeDestroyed'
}
