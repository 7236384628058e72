/** What fills a stretch of the family's week. */
export type RhythmKind = 'NAP' | 'DAY_CENTRE' | 'BEDTIME' | 'SCHOOL' | 'WORK' | 'PROTECTED_REST' | 'SIBLING_TIME' | 'PREFERRED_REST'

export type RhythmBlock = {
  readonly id: string
  readonly kind: RhythmKind
  /** Who or what, in words: "Sem slaapt". */
  readonly label: string
  /** 1 is Monday, 7 is Sunday. */
  readonly weekdays: readonly number[]
  /** `HH:MM` */
  readonly from: string
  readonly to: string
}

export type PlacedBlock = {
  readonly id: string
  readonly kind: RhythmKind
  readonly label: string
  readonly from: string
  readonly to: string
  /** Share of the day's width: 0 at the first hour, 1 at the last. */
  readonly start: number
  readonly end: number
  readonly lane: number
}

export type RhythmDay = { readonly weekday: number; readonly blocks: readonly PlacedBlock[]; readonly lanes: number }
export type RhythmWeek = { readonly firstHour: number; readonly lastHour: number; readonly days: readonly RhythmDay[]; readonly kinds: readonly RhythmKind[] }

/**
 * The family's week as seven rows of blocks on one scale of hours. Blocks of one day that overlap get lanes of their
 * own, the longest first. A block that runs past midnight is cut at the end of its day.
 */
export const layoutRhythmWeek = (blocks: readonly RhythmBlock[]): RhythmWeek => {
  const ends = blocks.map((block) => endOf(block))
  const firstHour = Math.min(7, ...blocks.map((block) => Math.floor(minutes(block.from) / 60)))
  const lastHour = Math.max(21, ...ends.map((end) => Math.ceil(end / 60)))
  const share = (minute: number): number => (minute - firstHour * 60) / ((lastHour - firstHour) * 60)
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday): RhythmDay => {
    const placed: PlacedBlock[] = []
    const today = blocks.filter((block) => block.weekdays.includes(weekday))
      .sort((a, b) => (endOf(b) - minutes(b.from)) - (endOf(a) - minutes(a.from)) || a.from.localeCompare(b.from))
    for (const block of today) {
      const [start, end] = [share(minutes(block.from)), share(endOf(block))]
      const taken = new Set(placed.filter((other) => other.start < end && start < other.end).map((other) => other.lane))
      let lane = 0
      while (taken.has(lane)) lane += 1
      placed.push({ id: block.id, kind: block.kind, label: block.label, from: block.from, to: block.to, start, end, lane })
    }
    placed.sort((a, b) => a.start - b.start || a.lane - b.lane)
    return { weekday, blocks: placed, lanes: Math.max(1, ...placed.map((block) => block.lane + 1)) }
  })
  return { firstHour, lastHour, days, kinds: [...new Set(blocks.map((block) => block.kind))] }
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const endOf = (block: RhythmBlock): number => minutes(block.to) > minutes(block.from) ? minutes(block.to) : 24 * 60
