import { spread, type IsoDate } from '../frame/spread.ts'

/** What a bead on the life line stands for; its shape says it, beside colour and words. */
export type LifeLineWeight = 'strain' | 'strength' | 'neutral' | 'birth'

export type LifeLineEvent = {
  readonly id: string
  /** When it happened, or began. */
  readonly on: IsoDate
  /** When it ended, for what lasted. */
  readonly until?: IsoDate | undefined
  readonly title: string
  readonly weight: LifeLineWeight
}

export type LifeLineBead = LifeLineEvent & {
  /** Pixels from the start of the picture. */
  readonly x: number
  /** Where the stretch of something that lasted ends. */
  readonly untilX: number | undefined
  readonly lane: 'above' | 'below'
}

export type LifeLineLayout =
  | { readonly kind: 'across'; readonly beads: readonly LifeLineBead[]; readonly birthX: number | undefined; readonly nowX: number; readonly labelWidth: number }
  /** Too narrow, or too much happened: the line runs down, a row for each bead. */
  | { readonly kind: 'down'; readonly beads: readonly LifeLineEvent[] }

const margin = 12
/** The least and the most room, in pixels, between two beads. */
const least = 72
const most = 112

/**
 * Places what happened along a line from the first event to now. Distances follow time, but no two beads come closer
 * than their words need: labels stand in turn above and below the line, so each has twice the room between beads.
 * When even that is too little, the line runs down instead.
 * @param width pixels that the picture may take
 */
export const layoutLifeLine = (events: readonly LifeLineEvent[], { width, now }: { readonly width: number; readonly now: IsoDate }): LifeLineLayout => {
  const ordered = [...events].sort((a, b) => a.on.localeCompare(b.on))
  const room = width - 2 * margin
  if (width < 560 || (ordered.length + 1) * least > room) return { kind: 'down', beads: ordered }
  const gap = Math.min(most, room / (ordered.length + 1))
  const labelWidth = Math.floor(2 * gap - 10)
  const dates = ordered.map((event) => event.on)
  const xs = spread(dates, { first: dates[0] ?? now, last: now, width: room, gap, limit: room - labelWidth }).map((x) => x + margin)
  const nowX = margin + room
  const place = between([...dates, now], [...xs, nowX])
  return {
    kind: 'across',
    nowX,
    labelWidth,
    birthX: xs[ordered.findIndex((event) => event.weight === 'birth')],
    beads: ordered.map((event, index) => ({
      ...event,
      x: xs[index] ?? margin,
      untilX: event.until === undefined ? undefined : place(event.until),
      lane: index % 2 === 0 ? 'above' : 'below',
    })),
  }
}

/** Where any date falls between beads that were moved apart. */
const between = (dates: readonly IsoDate[], xs: readonly number[]) => (date: IsoDate): number => {
  const after = dates.findIndex((known) => known >= date)
  if (after === -1) return xs.at(-1) ?? 0
  const [toDate, toX, fromDate, fromX] = [dates[after], xs[after] ?? 0, dates[after - 1], xs[after - 1]]
  if (toDate === undefined || fromDate === undefined || fromX === undefined || fromDate === toDate) return toX
  return fromX + (days(fromDate, date) / days(fromDate, toDate)) * (toX - fromX)
}

const days = (from: IsoDate, to: IsoDate): number => Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days
