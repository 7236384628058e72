/** Reads a case from JSON: everything the rules lean on is checked, so that nothing further on has to. */
import { isDate, isTime, minutesOf, refuse, timeOf, type Refusal } from '@samenspel/kernel'
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
  nothingOr(recordOf((rooms, where) => {
    demand(places.includes(where.slice('roomsAt.'.length)), where, 'a place as its name')
    listOf(roomAt)(rooms, where)
    distinct((rooms as readonly Fields[]).map(room => room['id']), where, 'ids')
  }))(read['roomsAt'], 'roomsAt')
  nothingOr(recordOf((one, where) => {
    const interpreter = fields(one, where)
    demand(!professionals.includes(where.slice('interpreters.'.length)), where, 'no id of a professional')
    listOf(text)(interpreter['languages'], `${where}.languages`)
    byDate(listOf(times))(interpreter['free'], `${where}.free`)
    nothingOr(recordOf(byDate(listOf(times))))(interpreter['freeFor'], `${where}.freeFor`)
  }))(read['interpreters'], 'interpreters')
  nothingOr(listOf(date))(read['holidays'], 'holidays')
  nothingOr(recordOf(listOf(date)))(read['closed'], 'closed')
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
  nothingOr(whole)(caps['contactsPerWeek'], at('caps.contactsPerWeek'))
  meansAt(read, where, places.length)
  const others = read['children'] === undefined ? [] : list(read['children'], at('children'))
  others.forEach((one, index) => otherChildAt(one, at(`children[${index}]`)))
  const childIds = others.map(one => (one as Fields)['id'] as string)
  distinct(childIds, at('children'), 'ids')
  demand(childIds.length <= 20, at('children'), 'at most 20')
  if (read['pregnancy'] !== undefined) {
    const pregnancy = fields(read['pregnancy'], at('pregnancy'))
    oneOf('parentA', 'parentB')(pregnancy['mother'], at('pregnancy.mother'))
    whole(pregnancy['minutesPerDay'], at('pregnancy.minutesPerDay'))
    demand(read['child'] === null, at('child'), 'null before the birth')
  }
  if (read['withoutCar'] !== undefined) {
    const withoutCar = fields(read['withoutCar'], at('withoutCar'))
    oneOf('parentA', 'parentB')(withoutCar['parent'], at('withoutCar.parent'))
    meansAt(withoutCar, at('withoutCar'), places.length)
    slowerThanCar(read, withoutCar, at('withoutCar'))
  }
  nothingOr(recordOf((hours, name) => {
    oneOf('1', '2', '3', '4', '5', '6', '7')(name.slice(at('dayHours.').length), name)
    times(hours, name)
  }))(read['dayHours'], at('dayHours'))
  nothingOr(byDate((use, name) => { for (const part of ['trips', 'evenings', 'contacts']) whole(fields(use, name)[part], `${name}.${part}`) }))(read['used'], at('used'))
  for (const monday of Object.keys(fields(read['used'] ?? {}, at('used')))) demand(Temporal.PlainDate.from(monday).dayOfWeek === 1, at(`used.${monday}`), 'a Monday')
  if (read['dayCentre'] !== null) {
    dayCentreAt(read['dayCentre'], at('dayCentre'), places)
    if (hasRushHours(read)) runsInFives(fields(read['dayCentre'], at('dayCentre')), at('dayCentre'))
  }
  const unavailable = fields(read['unavailable'], at('unavailable'))
  for (const parent of ['parentA', 'parentB']) nothingOr(byDate(listOf(unavailableTimes)))(unavailable[parent], at(`unavailable.${parent}`))
  const rest = list(read['rest'], at('rest'))
  rest.forEach((one, index) => restAt(one, at(`rest[${index}]`)))
  const perDay = Map.groupBy(rest, one => (one as Fields)['date'])
  for (const [day, blocks] of perDay) demand(blocks.length <= 31, at('rest'), `at most 31 blocks on ${String(day)}`)
  const needs = list(read['needs'], at('needs'))
  const attendees = [...read['pregnancy'] === undefined ? ['child'] : [], 'parentA', 'parentB', ...childIds]
  needs.forEach((one, index) => needAt(one, at(`needs[${index}]`), places, professionals, attendees))
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

const inFives: Check = (value, where) => {
  whole(value, where)
  demand((value as number) % 5 === 0, where, 'a multiple of five')
}

const roomAt: Check = (value, where) => {
  const room = fields(value, where)
  text(room['id'], `${where}.id`)
  byDate(listOf(times))(room['free'], `${where}.free`)
  listOf(text)(room['equipment'], `${where}.equipment`)
}

const otherChildAt: Check = (value, where) => {
  const child = fields(value, where)
  demand(typeof child['id'] === 'string' && /^child:.+/.test(child['id']), `${where}.id`, 'a name like child:2')
  listOf(times)(child['naps'], `${where}.naps`)
  whole(child['childMinutesPerDay'], `${where}.childMinutesPerDay`)
  byDate(listOf(times))(child['away'], `${where}.away`)
  flag(child['comesAlong'], `${where}.comesAlong`)
}

// ── Travel at any hour

type Matrix = readonly (readonly number[])[]
type Period = { readonly from: number; readonly to: number; readonly minutes: Matrix }

const hasRushHours = (read: Fields): boolean => {
  const withoutCar = read['withoutCar'] as Fields | undefined
  return [read['travel'], withoutCar?.['travel']].some(periods => Array.isArray(periods) && periods.length > 0)
}

const runsInFives = (centre: Fields, where: string): void => {
  if (centre['transport'] === 'taxi') return
  for (const run of ['dropOff', 'pickUp']) {
    (centre[run] as readonly string[]).forEach((moment, index) => demand(minutesOf(moment) % 5 === 0, `${where}.${run}[${index}]`, 'a multiple of five minutes, since there are rush hours'))
  }
}

/** `travelMinutes`, and the rush hours `travel`: slower than usual, no detour quicker, and nobody who leaves later arrives earlier. */
const meansAt = (read: Fields, where: string, size: number): void => {
  travelAt(read['travelMinutes'], `${where}.travelMinutes`, size)
  if (read['travel'] === undefined) return
  const usual = read['travelMinutes'] as Matrix
  listOf(periodAt(usual))(read['travel'], `${where}.travel`)
  const periods = periodsOf(read)
  periods.forEach((period, index) => demand(index === 0 || periods[index - 1]!.to <= period.from, `${where}.travel[${index}].from`, 'after the period before it'))
  usual.forEach((row, from) => row.forEach((minutes, to) => demand(minutes % 5 === 0, `${where}.travelMinutes[${from}][${to}]`, 'a multiple of five, since there are rush hours')))
  if (periods.length > 0) demandNobodyOvertakes(usual, periods, `${where}.travel`)
}

const periodAt = (usual: Matrix): Check => (value, where) => {
  const read = fields(value, where)
  times([read['from'], read['to']], where)
  for (const end of ['from', 'to']) demand(minutesOf(read[end] as string) % 5 === 0, `${where}.${end}`, 'a multiple of five minutes')
  listOf(listOf(inFives))(read['minutes'], `${where}.minutes`)
  const minutes = read['minutes'] as Matrix
  demand(minutes.length === usual.length && minutes.every(row => row.length === usual.length), `${where}.minutes`, 'as many rows and numbers as `travelMinutes`')
  minutes.forEach((row, from) => row.forEach((one, to) =>
    demand(from === to ? one === 0 : one >= usual[from]![to]!, `${where}.minutes[${from}][${to}]`, 'no fewer minutes than outside rush hours, and none to the place itself')))
}

const periodsOf = (read: Fields): readonly Period[] => ((read['travel'] ?? []) as readonly { readonly from: string; readonly to: string; readonly minutes: Matrix }[])
  .map(({ from, to, minutes }) => ({ from: minutesOf(from), to: minutesOf(to), minutes }))

const minutesAt = (usual: Matrix, periods: readonly Period[], departure: number): Matrix =>
  periods.find(({ from, to }) => from <= departure && departure < to)?.minutes ?? usual

const demandNobodyOvertakes = (usual: Matrix, periods: readonly Period[], where: string): void => {
  for (let departure = 0; departure < 24 * 60; departure += 5) {
    const now = minutesAt(usual, periods, departure)
    const next = minutesAt(usual, periods, departure + 5)
    const when = `${where}, leaving at ${timeOf(departure)}`
    now.forEach((row, from) => row.forEach((minutes, to) => {
      demand(next === now || next[from]![to]! + 5 >= minutes, when, `no earlier arrival for who leaves five minutes later ([${from}][${to}])`)
      row.forEach((first, over) => demand(minutes <= first + minutesAt(usual, periods, departure + first)[over]![to]!, when, `no quicker way over another place ([${from}][${to}])`))
    }))
  }
}

/** Who goes together goes by car, as the quicker way. */
const slowerThanCar = (car: Fields, other: Fields, where: string): void => {
  for (let departure = 0; departure < 24 * 60; departure += 5) {
    const byCar = minutesAt(car['travelMinutes'] as Matrix, periodsOf(car), departure)
    const without = minutesAt(other['travelMinutes'] as Matrix, periodsOf(other), departure)
    without.forEach((row, from) => row.forEach((minutes, to) => demand(minutes >= byCar[from]![to]!, where, `no fewer minutes than by car, leaving at ${timeOf(departure)} ([${from}][${to}])`)))
  }
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

const needAt = (value: unknown, where: string, places: readonly string[], professionals: readonly string[], attendees: readonly string[]): void => {
  const read = fields(value, where)
  text(read['id'], `${where}.id`)
  text(read['label'], `${where}.label`)
  whole(read['minutes'], `${where}.minutes`)
  demand((read['minutes'] as number) > 0 && (read['minutes'] as number) % 15 === 0, `${where}.minutes`, 'a multiple of 15')
  oneOf(1, 2, 3)(read['urgency'], `${where}.urgency`)
  for (const name of ['from', 'deadline', 'preferred']) date(read[name], `${where}.${name}`)
  nothingOr(text)(read['series'], `${where}.series`)
  listOf(oneOf('home', 'digital', ...places.map(place => `onsite@${place}`)))(read['modalities'], `${where}.modalities`)
  listOf(setOf(...attendees))(read['attendance'], `${where}.attendance`)
  listOf(setOf(...professionals))(read['staffing'], `${where}.staffing`)
  nothingOr(text)(read['interpreter'], `${where}.interpreter`)
  nothingOr(listOf(text))(read['equipment'], `${where}.equipment`)
  nothingOr(inFives)(read['preparationMinutes'], `${where}.preparationMinutes`)
  nothingOr(inFives)(read['recoveryMinutes'], `${where}.recoveryMinutes`)
  nothingOr(flag)(read['sameTime'], `${where}.sameTime`)
  demand(read['sameTime'] !== true || read['series'] !== undefined, `${where}.series`, 'a series, when its times are the same')
}

/** A list of some of these, each at most once, and at least one. */
const setOf = (...values: readonly string[]): Check => (value, where) => {
  const members = list(value, where)
  demand(members.length > 0, where, 'at least one')
  members.forEach((one, index) => oneOf(...values)(one, `${where}[${index}]`))
  distinct(members, where, 'names')
}
