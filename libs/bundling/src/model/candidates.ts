/** The times at which one need could be planned, and the rules that a time breaks by itself. */
import type { Form, Modality } from '../format/case.ts'
import { anyChild, bothParents, dayEnd, dayStart, gridMinutes, home, nobody, otherParent, parentBit, parents, person, type DayModel, type FamilyModel, type NeedModel, type ParentIndex, type RoomModel, type StaffingModel } from './family-model.ts'
import { insideAny, overlapsAny } from './intervals.ts'
import { noRules, rule, type RuleSet } from './rules.ts'
import { wayBefore, wayFrom, type Ways } from './ways.ts'

/** One way to plan one need: day, time, form, attendees, professionals, and where they are used up, the room. */
export type Candidate = {
  readonly need: number
  readonly day: number
  readonly start: number
  readonly end: number
  /** When those who attend are there: with preparation and recovery. */
  readonly from: number
  readonly to: number
  readonly form: Form
  readonly place: number
  /** Minutes from home to be there at `from`, and home after `to`; 0 at home. */
  readonly wayThere: number
  readonly wayBack: number
  /** Attendees as bits. */
  readonly people: number
  readonly staffing: number
  readonly team: number
  /** Below 0 when there is none. */
  readonly interpreter: number
  readonly room: RoomModel | undefined
  readonly evening: boolean
  /** Children who aren't with the parents there, as bits. */
  readonly withoutChildren: number
  /** Those of them whom only the other parent can mind meanwhile. */
  readonly leansOnOtherParent: number
  /** Its professionals, interpreter and room that another need could ask for at the same time. */
  readonly contested: readonly number[]
}

/** When in the week it begins: what a series keeps that stays at one time. */
export const momentOf = ({ days }: FamilyModel, { day, start }: Pick<Candidate, 'day' | 'start'>): number => days[day]!.weekday * 10_000 + start

/** The number by which a room is asked for, beside those of professionals. */
const roomNumber = ({ index }: RoomModel): number => 100_000 + index

/**
 * Every allowed time of a need, in order of day and staffing; of interchangeable teams, interpreters and rooms only the first is kept.
 * @param isWanted those that aren't are left out, before the first is kept.
 */
export const candidatesOf = (model: FamilyModel, need: NeedModel, contested: ReadonlySet<number>, isWanted: (candidate: Candidate) => boolean = () => true): readonly Candidate[] => {
  const found: Candidate[] = []
  for (let day = need.firstDay; day <= need.lastDay; day++) {
    const seen = new Set<string>()
    for (const option of optionsOf(model, need, day, contested, offeredStarts)) {
      const { candidate } = option
      if (option.broken !== noRules || !isWanted(candidate)) continue
      const distinct = candidate.contested.length === 0 ? '' : candidate.contested.join()
      const key = `${candidate.start} ${candidate.form} ${candidate.place} ${candidate.people} ${need.series === undefined ? '' : candidate.team} ${distinct}`
      if (seen.has(key)) continue
      seen.add(key)
      found.push(candidate)
    }
  }
  return found
}

/** Candidates of all needs, by need. */
export const allCandidates = (model: FamilyModel): readonly (readonly Candidate[])[] => {
  const contested = whatIsContested(model)
  return model.needs.map(need => candidatesOf(model, need, contested))
}

/**
 * Professionals, interpreters and rooms that two needs could ask for at the same time. All others are interchangeable
 * within a need: who of them comes changes nothing for the family.
 */
export const whatIsContested = (model: FamilyModel): ReadonlySet<number> => {
  const neverOnOneDay = new Set(model.order.filter(order => order.minDays >= 1).map(order => `${order.before} ${order.after}`))
  const contested = new Set<number>()
  for (const a of model.needs) {
    const asked = new Set(askedBy(model, a))
    for (const b of model.needs) {
      if (b.index <= a.index || a.firstDay > b.lastDay || b.firstDay > a.lastDay) continue
      if (neverOnOneDay.has(`${a.index} ${b.index}`) || neverOnOneDay.has(`${b.index} ${a.index}`)) continue
      for (const one of askedBy(model, b)) if (asked.has(one)) contested.add(one)
    }
  }
  return contested
}

/** As if every professional, interpreter and room were asked for by somebody else too. */
export const everythingContested = (model: FamilyModel): ReadonlySet<number> => new Set(model.needs.flatMap(need => askedBy(model, need)))

const askedBy = ({ roomsAt }: FamilyModel, { staffing, forms }: NeedModel): readonly number[] => [
  ...staffing.flatMap(({ professionals, interpreter = nobody }) => interpreter === nobody ? professionals : [...professionals, interpreter]),
  ...forms.flatMap(({ form, place }) => form === 'onsite' ? (roomsAt[place] ?? []).map(roomNumber) : []),
]

/** A way to plan a need with the rules that it breaks even when it's the only appointment. */
export type Option = { readonly candidate: Candidate; readonly broken: RuleSet }

type Starts = (model: FamilyModel, need: NeedModel, day: DayModel, staffing: StaffingModel) => Iterable<number>

/** All options of a need on one day at the starts asked for. */
export function* optionsOf(model: FamilyModel, need: NeedModel, dayIndex: number, contested: ReadonlySet<number>, starts: Starts): Generator<Option> {
  const day = model.days[dayIndex]
  if (day === undefined) return
  for (const staffed of need.staffing) {
    const { staffing, professionals, team, interpreter = nobody } = staffed
    const claimed = (interpreter === nobody ? professionals : [...professionals, interpreter]).filter(one => contested.has(one))
    for (const start of starts(model, need, day, staffed)) {
      const end = start + need.minutes
      const from = start - need.preparation
      const to = end + need.recovery
      const evening = from >= model.bedtime
      const times = brokenByTime(model, need, day, start, end)
      for (const { form, place, modality } of need.forms) {
        const offered = times | brokenByOffer(model, day, staffed, modality, start, end) | (form !== 'digital' && evening ? rule.evening : noRules)
        for (const room of roomsFor(model, form, place)) {
          const atPlace = offered | brokenByPlace(model, need, day, form, place, room, start, end)
          const inRoom = room !== undefined && contested.has(roomNumber(room)) ? [...claimed, roomNumber(room)] : claimed
          for (const people of need.attendance) {
            const means = meansFor(model, people)
            const wayThere = form === 'onsite' ? wayBefore(means, home, place, from) : 0
            const wayBack = form === 'onsite' ? wayFrom(means, place, home, to) : 0
            const stay: Stay = { people, form, place, start, end, from, to, wayThere, wayBack, evening }
            const withoutChildren = people & bothParents ? childrenNotWith(model, people) : 0
            const leaning = evening || withoutChildren === 0 ? 0 : mindingOf(model, day, stay, withoutChildren)
            yield {
              candidate: {
                need: need.index, day: dayIndex, start, end, from, to, form, place, wayThere, wayBack, people, staffing, team, interpreter, room, evening,
                withoutChildren, leansOnOtherParent: leaning === nobodyMinds ? 0 : leaning, contested: inRoom,
              },
              broken: atPlace | brokenByPeople(model, day, stay) | (leaning === nobodyMinds ? rule.minding : noRules),
            }
          }
        }
      }
    }
  }
}

/** Who is where for an appointment, and when. */
type Stay = Pick<Candidate, 'people' | 'form' | 'place' | 'start' | 'end' | 'from' | 'to' | 'wayThere' | 'wayBack' | 'evening'>

/** The rooms of a place where they are used up; nothing where they aren't, or where there is none. */
const roomsFor = ({ roomsAt }: FamilyModel, form: Form, place: number): readonly (RoomModel | undefined)[] => {
  const rooms = form === 'onsite' ? roomsAt[place] : undefined
  return rooms === undefined || rooms.length === 0 ? noRoom : rooms
}
const noRoom = [undefined] as const

/** Both parents go together, by car. */
const meansFor = ({ ways }: FamilyModel, people: number): Ways =>
  (people & bothParents) === person.parentA ? ways.own[0] : (people & bothParents) === person.parentB ? ways.own[1] : ways.car

/** Starts on the grid at which all professionals of a team offer their time, and who interprets; a team has at least one. */
export function* offeredStarts(model: FamilyModel, need: NeedModel, day: DayModel, { professionals: [first, ...others], interpreter }: StaffingModel): Generator<number> {
  if (first === undefined || interpreter === nobody) return
  const all = interpreter === undefined ? others : [...others, interpreter]
  const offered = new Set<number>()
  for (const free of model.professionals[first]?.free[day.index] ?? []) {
    for (let start = Math.max(dayStart + need.preparation, Math.ceil(free.from / gridMinutes) * gridMinutes); start + need.minutes <= Math.min(free.to, dayEnd - need.recovery); start += gridMinutes) {
      if (start % gridMinutes === 0 && all.every(one => insideAny(start, start + need.minutes, model.professionals[one]?.free[day.index] ?? []))) offered.add(start)
    }
  }
  yield* [...offered].sort((a, b) => a - b)
}

/** Every start on the grid. */
export function* everyStart(_model: FamilyModel, need: NeedModel): Generator<number> {
  for (let start = dayStart; start + need.minutes + need.recovery <= dayEnd; start += gridMinutes) if (start - need.preparation >= dayStart) yield start
}

const brokenByTime = (model: FamilyModel, need: NeedModel, day: DayModel, start: number, end: number): RuleSet =>
  (day.index < need.firstDay || day.index > need.lastDay ? rule.window : noRules)
  | (start - need.preparation < model.bedtime && end + need.recovery > model.bedtime ? rule.evening : noRules)
  | (day.holiday ? rule.closed : noRules)
  | (day.hours !== undefined && (start < day.hours.from || end > day.hours.to) ? rule.dayHours : noRules)

const brokenByOffer = (model: FamilyModel, day: DayModel, { professionals, interpreter }: StaffingModel, modality: Modality, start: number, end: number): RuleSet => {
  let broken = interpreter === undefined || (interpreter !== nobody && isOffered(model, day, interpreter, modality, start, end)) ? noRules : rule.interpreter
  for (const one of professionals) if (!isOffered(model, day, one, modality, start, end)) broken |= rule.offer
  return broken
}

const isOffered = (model: FamilyModel, day: DayModel, one: number, modality: Modality, start: number, end: number): boolean => {
  const { free, freeFor } = model.professionals[one]!
  return insideAny(start, end, (freeFor === undefined ? free : freeFor.get(modality))?.[day.index] ?? [])
}

const brokenByPlace = (model: FamilyModel, need: NeedModel, day: DayModel, form: Form, place: number, room: RoomModel | undefined, start: number, end: number): RuleSet => {
  if (form !== 'onsite') return noRules
  const free = room === undefined ? model.roomsAt[place] === undefined ? model.rooms[place]?.[day.index] ?? [] : [] : room.free[day.index]!
  return (insideAny(start, end, free) ? noRules : rule.room)
    | (need.equipment.length === 0 || need.equipment.every(one => room?.equipment.includes(one) === true) ? noRules : rule.equipment)
    | (day.closed.has(place) ? rule.closed : noRules)
}

const brokenByPeople = (model: FamilyModel, day: DayModel, { people, form, place, start, end, from, to, wayThere, wayBack, evening }: Stay): RuleSet => {
  const withParents = people & bothParents
  let broken = noRules
  if (evening && (people & anyChild || !withParents)) broken |= rule.evening
  if (people & anyChild) {
    for (const { bit, naps, away } of model.children) {
      if (!(people & bit)) continue
      if (overlapsAny(start, end, naps)) broken |= rule.nap
      if (form !== 'onsite' && overlapsAny(start, end, away[day.index]!)) broken |= rule.dayCentre
    }
    if (!withParents && !mayComeAlone(model, day, people, form, place, from, to)) broken |= rule.childAlone
  }
  for (const parent of parents) {
    if (people & parentBit(parent) && overlapsAny(from - certainWay(model, parent, wayThere), to + certainWay(model, parent, wayBack), day.unavailable[parent])) broken |= rule.unavailable
  }
  if (model.family.parentsApart && withParents === bothParents && form !== 'digital') broken |= rule.apart
  return broken
}

/** Whoever travels in more than one way may be quicker over another place: then only the day as a whole tells. */
const certainWay = ({ ways }: FamilyModel, parent: ParentIndex, way: number): number => ways.own[parent] === ways.car ? way : 0

/** A child comes without a parent only at the day centre, while there (rule `childAlone`). */
const mayComeAlone = (model: FamilyModel, day: DayModel, people: number, form: Form, place: number, from: number, to: number): boolean =>
  people === person.child && day.centre !== undefined && form === 'onsite' && model.instance.places[place] === model.family.dayCentre?.place && day.centre.from <= from && to <= day.centre.to

/** The children to be minded who aren't with the parents who attend: not asked for, and not along with one who is. */
const childrenNotWith = ({ children }: FamilyModel, people: number): number => {
  let bits = 0
  for (const { bit, minded, comesAlong } of children) if (minded && !(people & bit) && !(comesAlong && people & anyChild)) bits |= bit
  return bits
}

const nobodyMinds = -1

/** Which of these children only the other parent can mind (rule `minding`); `nobodyMinds` when somebody is left alone. */
const mindingOf = (model: FamilyModel, day: DayModel, { people, form, from, to, wayThere, wayBack }: Stay, without: number): number => {
  let leaning = 0
  for (const { bit, away, naps } of model.children) {
    if (!(without & bit)) continue
    if (insideAny(from - wayThere, to + wayBack, away[day.index]!)) continue
    if (form === 'digital' && (bit === person.child ? away[day.index]!.length === 0 : !overlapsAny(from, to, away[day.index]!)) && insideAny(from, to, naps)) continue
    if (model.family.sitter && form === 'onsite') continue
    leaning |= bit
  }
  const withParents = people & bothParents
  if (leaning === 0) return 0
  if (withParents === bothParents) return nobodyMinds
  const minder = otherParent(withParents === person.parentA ? 0 : 1)
  return overlapsAny(from - wayThere, to + wayBack, day.work[minder]) ? nobodyMinds : leaning
}
