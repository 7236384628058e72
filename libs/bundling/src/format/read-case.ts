/** Reads a case from JSON: everything the rules lean on is checked, so that nothing further on has to. */
import { isDate, isTime, minutesOf, refuse, type Refusal } from '@samenspel/kernel'
import { caseFormat, type BundlingCase } from './case.ts'

/** What is wrong where, as a path like `families[0].needs[2].minutes`. */
export type CaseRefused = { readonly refusal: Refusal }

/** The case, or the refusal `not-a-bundling-case` with the first place (`where`) that is wrong and what is expected there (`expected`). */
export const readCase = (value: unknown): BundlingCase | CaseRefused => {
  try {
    caseAt(value)
    return value as BundlingCase
  } catch (fault) {
    if (fault instanceof Error && isFault(fault.cause)) return refuse('not-a-bundling-case', fault.cause)
    throw fault
  }
}

export const isCaseRefused = (read: BundlingCase | CaseRefused): read is CaseRefused => 'refusal' in read

/** Carried by the error that ends the reading. */
type Fault = { readonly where: string; readonly expected: string }
const isFault = (cause: unknown): cause is Fault => typeof cause === 'object' && cause !== null && 'where' in cause && 'expected' in cause

type Fields = Readonly<Record<string, unknown>>
type Check = (value: unknown, where: string) => void

const demand = (kept: boolean, where: string, expected: string): void => {
  if (!kept) throw new Error(`${where}: ${expected}`, { cause: { where, expected } satisfies Fault })
}

const fields = (value: unknown, where: string): Fields => {
  demand(typeof value === 'object' && value !== null && !Array.isArray(value), where, 'an object')
  return value as Fields
}
const list = (value: unknown, where: string): readonly unknown[] => {
  demand(Array.isArray(value), where, 'a list')
  return value as readonly unknown[]
}
const listOf = (check: Check): Check => (value, where) => list(value, where).forEach((item, index) => check(item, `${where}[${index}]`))
const recordOf = (check: Check): Check => (value, where) => {
  for (const [key, item] of Object.entries(fields(value, where))) check(item, `${where}.${key}`)
}
const byDate = (check: Check): Check => (value, where) => {
  for (const [key, item] of Object.entries(fields(value, where))) {
    demand(isDate(key), `${where}.${key}`, 'a date as its name')
    check(item, `${where}.${key}`)
  }
}
const text: Check = (value, where) => demand(typeof value === 'string' && value !== '', where, 'a text')
const flag: Check = (value, where) => demand(typeof value === 'boolean', where, 'true or false')
const date: Check = (value, where) => demand(typeof value === 'string' && isDate(value), where, 'a date like 2027-01-11')
const time: Check = (value, where) => demand(typeof value === 'string' && isTime(value), where, 'a time like 09:30')
const oneOf = (...values: readonly unknown[]): Check => (value, where) => demand(values.includes(value), where, `one of ${values.join(', ')}`)
const whole: Check = (value, where) => demand(Number.isInteger(value) && (value as number) >= 0, where, 'a whole number, 0 or more')
const times: Check = (value, where) => {
  const [from, to] = list(value, where)
  time(from, `${where}[0]`)
  time(to, `${where}[1]`)
  demand(minutesOf(from as string) < minutesOf(to as string), where, 'a start before its end')
}
const nothingOr = (check: Check): Check => (value, where) => { if (value !== undefined) check(value, where) }
const distinct = (values: readonly unknown[], where: string, what: string): void => demand(new Set(values).size === values.length, where, `${what} only once each`)

const caseAt = (value: unknown): void => {
  const read = fields(value, 'the file')
  demand(read['format'] === caseFormat, 'format', caseFormat)
  text(read['name'], 'name')
  text(read['zone'], 'zone')
  listOf(date)(read['planningDays'], 'planningDays')
  const days = list(read['planningDays'], 'planningDays') as readonly string[]
  demand(days.length > 0 && days.every((day, index) => index === 0 || days[index - 1]! < day), 'planningDays', 'at least one date, in order')
  listOf(text)(read['places'], 'places')
  const places = list(read['places'], 'places') as readonly string[]
  demand(places[0] === 'home', 'places[0]', 'home')
  distinct(places, 'places', 'places')
  recordOf((one, where) => {
    const professional = fields(one, where)
    text(professional['discipline'], `${where}.discipline`)
    text(professional['organisation'], `${where}.organisation`)
    byDate(listOf(times))(professional['free'], `${where}.free`)
    if (professional['freeFor'] !== undefined) recordOf(byDate(listOf(times)))(professional['freeFor'], `${where}.freeFor`)
  })(read['professionals'], 'professionals')
  recordOf(byDate(listOf(times)))(read['rooms'], 'rooms')
  const professionals = Object.keys(fields(read['professionals'], 'professionals'))
  const families = list(read['families'], 'families')
  families.forEach((one, index) => familyAt(one, `families[${index}]`, places, professionals))
  distinct(families.map(one => (one as Fields)['id']), 'families', 'ids')
}

const familyAt = (value: unknown, where: string, places: readonly string[], professionals: readonly string[]): void => {
  const read = fields(value, where)
  const at = (name: string): string => `${where}.${name}`
  text(read['id'], at('id'))
  if (read['child'] !== null) listOf(times)(fields(read['child'], at('child'))['naps'], at('child.naps'))
  time(read['bedtime'], at('bedtime'))
  flag(read['sitter'], at('sitter'))
  flag(read['parentsApart'], at('parentsApart'))
  const caps = fields(read['caps'], at('caps'))
  for (const name of ['childMinutesPerDay', 'appointmentsPerDay', 'tripsPerWeek', 'eveningsPerWeek', 'waitMinutes', 'homeMinutes']) whole(caps[name], at(`caps.${name}`))
  if (read['weekCaps'] !== undefined) byDate((week, place) => {
    const lower = fields(week, place)
    for (const name of ['appointmentsPerDay', 'tripsPerWeek', 'eveningsPerWeek']) whole(lower[name], `${place}.${name}`)
  })(read['weekCaps'], at('weekCaps'))
  travelAt(read['travelMinutes'], at('travelMinutes'), places.length)
  if (read['dayCentre'] !== null) dayCentreAt(read['dayCentre'], at('dayCentre'), places)
  const unavailable = fields(read['unavailable'], at('unavailable'))
  for (const parent of ['parentA', 'parentB']) nothingOr(byDate(listOf(unavailableTimes)))(unavailable[parent], at(`unavailable.${parent}`))
  const rest = list(read['rest'], at('rest'))
  rest.forEach((one, index) => restAt(one, at(`rest[${index}]`)))
  const perDay = Map.groupBy(rest, one => (one as Fields)['date'])
  for (const [day, blocks] of perDay) demand(blocks.length <= 31, at('rest'), `at most 31 blocks on ${String(day)}`)
  const needs = list(read['needs'], at('needs'))
  needs.forEach((one, index) => needAt(one, at(`needs[${index}]`), places, professionals))
  const ids = needs.map(one => (one as Fields)['id'])
  distinct(ids, at('needs'), 'ids')
  list(read['order'], at('order')).forEach((one, index) => {
    const order = fields(one, at(`order[${index}]`))
    oneOf(...ids)(order['before'], at(`order[${index}].before`))
    oneOf(...ids)(order['after'], at(`order[${index}].after`))
    whole(order['minDays'], at(`order[${index}].minDays`))
    nothingOr(whole)(order['maxDays'], at(`order[${index}].maxDays`))
  })
}

const unavailableTimes: Check = (value, where) => {
  times(value, where)
  oneOf('work', 'schoolRun', 'siblingTime', 'protectedRest')(list(value, where)[2], `${where}[2]`)
}

const travelAt = (value: unknown, where: string, size: number): void => {
  listOf(listOf(whole))(value, where)
  const travel = value as readonly (readonly number[])[]
  demand(travel.length === size && travel.every(row => row.length === size), where, `${size} rows of ${size} numbers, as many as places`)
  travel.forEach((row, from) => row.forEach((minutes, to) => {
    demand(minutes === travel[to]![from] && (from !== to || minutes === 0), `${where}[${from}][${to}]`, 'the same minutes both ways, and none to the place itself')
    demand(row.every((first, over) => minutes <= first + travel[over]![to]!), `${where}[${from}][${to}]`, 'no more minutes than by way of another place')
  }))
}

const dayCentreAt = (value: unknown, where: string, places: readonly string[]): void => {
  const read = fields(value, where)
  oneOf(...places)(read['place'], `${where}.place`)
  listOf(date)(read['days'], `${where}.days`)
  times([read['from'], read['to']], where)
  oneOf('taxi', 'parentA')(read['transport'], `${where}.transport`)
  if (read['transport'] === 'taxi') return
  times(read['dropOff'], `${where}.dropOff`)
  times(read['pickUp'], `${where}.pickUp`)
}

const restAt = (value: unknown, where: string): void => {
  const read = fields(value, where)
  text(read['id'], `${where}.id`)
  date(read['date'], `${where}.date`)
  listOf(oneOf('parentA', 'parentB'))(read['persons'], `${where}.persons`)
  times([read['from'], read['to']], where)
}

const needAt = (value: unknown, where: string, places: readonly string[], professionals: readonly string[]): void => {
  const read = fields(value, where)
  text(read['id'], `${where}.id`)
  text(read['label'], `${where}.label`)
  whole(read['minutes'], `${where}.minutes`)
  demand((read['minutes'] as number) > 0 && (read['minutes'] as number) % 15 === 0, `${where}.minutes`, 'a multiple of 15')
  oneOf(1, 2, 3)(read['urgency'], `${where}.urgency`)
  for (const name of ['from', 'deadline', 'preferred']) date(read[name], `${where}.${name}`)
  nothingOr(text)(read['series'], `${where}.series`)
  listOf(oneOf('home', 'digital', ...places.map(place => `onsite@${place}`)))(read['modalities'], `${where}.modalities`)
  listOf(setOf('child', 'parentA', 'parentB'))(read['attendance'], `${where}.attendance`)
  listOf(setOf(...professionals))(read['staffing'], `${where}.staffing`)
}

/** A list of some of these, each at most once, and at least one. */
const setOf = (...values: readonly string[]): Check => (value, where) => {
  const members = list(value, where)
  demand(members.length > 0, where, 'at least one')
  members.forEach((one, index) => oneOf(...values)(one, `${where}[${index}]`))
  distinct(members, where, 'names')
}
