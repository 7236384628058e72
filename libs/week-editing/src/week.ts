/** Somebody's week while it is being made: parts that come back, presets to begin from, and what of it goes to the API. */

export type Kind = 'NAP' | 'BEDTIME' | 'DAY_CENTRE' | 'SCHOOL' | 'WORK' | 'PROTECTED_REST' | 'PREFERRED_REST' | 'SIBLING_TIME'

/** A part of somebody's week while it is being made. Times are `HH:MM`; weekdays 1 (Monday) to 7. */
export type Block = {
  readonly id: string
  readonly kind: Kind
  readonly label: string
  readonly weekdays: readonly number[]
  readonly from: string
  readonly to: string
  readonly placeId?: string
  readonly broughtBy?: string
  readonly dropOff?: Times
  readonly pickUp?: Times
  readonly runs?: readonly Run[]
}
type Times = { readonly from: string; readonly to: string }
type Run = Times & { readonly memberId: string }

export const everyDay: readonly number[] = [1, 2, 3, 4, 5, 6, 7]
export const workdays: readonly number[] = [1, 2, 3, 4, 5]

/** A part as the API says it. */
type Said = Pick<Block, 'id' | 'kind' | 'label' | 'weekdays' | 'from' | 'to'> & {
  readonly place: { readonly id: string } | null
  readonly broughtBy: string | null
  readonly dropOff: Times | null
  readonly pickUp: Times | null
  readonly runs: readonly Run[] | null
}

/** What the API says stands, without what it leaves empty. */
export const blocksOf = ({ blocks }: { readonly blocks: readonly Said[] }): readonly Block[] => blocks.map(({ id, kind, label, weekdays, from, to, place, broughtBy, dropOff, pickUp, runs }) => ({
  id, kind, label, weekdays, from, to,
  ...(place !== null && { placeId: place.id }), ...(broughtBy !== null && { broughtBy }),
  ...(dropOff !== null && { dropOff: timesOf(dropOff) }), ...(pickUp !== null && { pickUp: timesOf(pickUp) }),
  ...(runs !== null && { runs: runs.map(({ memberId, from: start, to: end }) => ({ memberId, from: start, to: end })) }),
}))

const timesOf = ({ from, to }: Times): Times => ({ from, to })

/** In the order in which a day goes; what is on the same time, by day of the week. */
export const inOrder = (blocks: readonly Block[]): readonly Block[] => blocks.toSorted((a, b) => a.from.localeCompare(b.from) || Math.min(...a.weekdays) - Math.min(...b.weekdays))

/** As the API asks it: lists that may be changed. */
export const inputOf = (blocks: readonly Block[]) => blocks.map((block) => ({
  ...block, weekdays: [...block.weekdays], ...(block.dropOff !== undefined && { dropOff: { ...block.dropOff } }), ...(block.pickUp !== undefined && { pickUp: { ...block.pickUp } }),
  ...(block.runs !== undefined && { runs: block.runs.map((run) => ({ ...run })) }),
}))

/** Whether two weeks say the same, in whatever order. */
export const isSameWeek = (a: readonly Block[], b: readonly Block[]): boolean => written(a) === written(b)
const written = (blocks: readonly Block[]): string => JSON.stringify(blocks.toSorted((a, b) => a.id.localeCompare(b.id)).map((block) => Object.entries(block).toSorted(([a], [b]) => a.localeCompare(b))))

/** Weekdays with one more or one less. */
export const toggled = (weekdays: readonly number[], day: number): readonly number[] =>
  weekdays.includes(day) ? weekdays.filter((each) => each !== day) : [...weekdays, day].toSorted((a, b) => a - b)

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const timeOf = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const lastMinute = 23 * 60 + 45

/** A time some minutes earlier or later, inside the day. */
export const moved = (time: string, minutes: number): string => timeOf(Math.min(Math.max(minutesOf(time) + minutes, 0), lastMinute))

/** How far through the shown day, 6.00 to 22.00, a time lies: 0 to 1. */
export const placeInDay = (time: string): number => Math.min(Math.max((minutesOf(time) - dayStart) / (dayEnd - dayStart), 0), 1)
const dayStart = 6 * 60
const dayEnd = 22 * 60

// ── Presets

export type Preset = Pick<Block, 'kind' | 'weekdays' | 'from' | 'to' | 'runs'>

/** What a child's week, and a parent's own, is mostly made of. @param children how many children there are: without another one there is no time with another */
export const presetsFor = (isChild: boolean, children: number): readonly Preset[] => isChild ? [
  { kind: 'NAP', weekdays: everyDay, from: '12:30', to: '14:00' },
  { kind: 'BEDTIME', weekdays: everyDay, from: '18:30', to: '19:00' },
  { kind: 'DAY_CENTRE', weekdays: [1, 2, 4], from: '09:00', to: '15:00' },
  { kind: 'SCHOOL', weekdays: workdays, from: '08:30', to: '14:15', runs: [] },
] : [
  { kind: 'WORK', weekdays: workdays, from: '09:00', to: '17:00' },
  { kind: 'PROTECTED_REST', weekdays: [3], from: '13:00', to: '15:00' },
  { kind: 'PREFERRED_REST', weekdays: [5], from: '19:30', to: '21:00' },
  ...children > 1 ? [{ kind: 'SIBLING_TIME', weekdays: [3], from: '12:00', to: '17:00' } as const] : [],
]

// ── Bringing and fetching

/** How long, in minutes, a parent is busy at the day centre, and under way to and from school. */
const atTheDoor = 10
const beforeSchool = 20
const atSchool = 5

/** The same part with another who brings and fetches; nobody of the family is a taxi. */
export const broughtBy = (block: Block, memberId: string | undefined): Block => {
  const { id, kind, label, weekdays, from, to, placeId } = block
  const rest: Block = { id, kind, label, weekdays, from, to, ...(placeId !== undefined && { placeId }) }
  return memberId === undefined ? rest : { ...rest, broughtBy: memberId, dropOff: { from: moved(block.from, -atTheDoor), to: block.from }, pickUp: { from: block.to, to: moved(block.to, atTheDoor) } }
}

/** Who brings to school and who fetches; absent for somebody else. */
export const schoolRuns = ({ from, to, runs = [] }: Block): { readonly bring?: string; readonly fetch?: string } => {
  const middle = (minutesOf(from) + minutesOf(to)) / 2
  const bring = runs.find((run) => minutesOf(run.from) < middle)?.memberId, fetch = runs.find((run) => minutesOf(run.from) >= middle)?.memberId
  return { ...(bring !== undefined && { bring }), ...(fetch !== undefined && { fetch }) }
}

export const withRuns = (block: Block, { bring, fetch }: { readonly bring?: string | undefined; readonly fetch?: string | undefined }): Block => ({
  ...block,
  runs: [
    ...(bring === undefined ? [] : [{ memberId: bring, from: moved(block.from, -beforeSchool), to: moved(block.from, atSchool) }]),
    ...(fetch === undefined ? [] : [{ memberId: fetch, from: moved(block.to, -atTheDoor), to: moved(block.to, atTheDoor + atSchool) }]),
  ],
})

/** The same part at other times; bringing and fetching go along. */
export const at = (block: Block, times: Partial<Times>): Block => {
  const changed = { ...block, ...times }
  switch (block.kind) {
    case 'DAY_CENTRE': return broughtBy(changed, block.broughtBy)
    case 'SCHOOL': return withRuns(changed, schoolRuns(block))
    default: return changed
  }
}
