export type WeekLoad = { readonly visits: number; readonly travelMinutes: number; readonly contacts: number; readonly evenings: number; readonly windows: number; readonly windowsKept: number }

/** One week: what was or stands, and what would come with every wish apart and with a plan. */
export type LoadedWeek = { readonly monday: string; readonly short: string; readonly now: WeekLoad; readonly apart: WeekLoad; readonly plan: WeekLoad }

export type Measure = 'visits' | 'travelMinutes' | 'contacts' | 'evenings' | 'windowsKept'
export const measures: readonly Measure[] = ['visits', 'travelMinutes', 'contacts', 'evenings', 'windowsKept']

/** How a week stands to today. */
export type When = 'past' | 'now' | 'coming'

const dayLength = 86_400_000

export const whenOf = (monday: string, today: string): When => {
  const days = (Date.parse(today) - Date.parse(monday)) / dayLength
  return days >= 7 ? 'past' : days >= 0 ? 'now' : 'coming'
}

export type Bar = { readonly value: number; /** Of the tallest bar of its row: 0 to 1. */ readonly height: number }
export type Cell = { readonly monday: string; readonly when: When; readonly apart: Bar; readonly plan: Bar; readonly all: number }
export type LoadRow = { readonly measure: Measure; readonly cells: readonly Cell[] }

/** A row of bars for each measure; every row has its own scale, since minutes and visits can't be drawn on one. */
export const layoutLoads = (weeks: readonly LoadedWeek[], today: string): readonly LoadRow[] => measures.map((measure) => {
  const most = Math.max(1, ...weeks.flatMap(({ apart, plan }) => measure === 'windowsKept' ? [apart.windows, plan.windows] : [apart[measure], plan[measure]]))
  const bar = (value: number): Bar => ({ value, height: value / most })
  return { measure, cells: weeks.map(({ monday, apart, plan }) => ({ monday, when: whenOf(monday, today), apart: bar(apart[measure]), plan: bar(plan[measure]), all: plan.windows })) }
})
