/** The times at which one need could be planned, and the rules that a time breaks by itself. */
import type { Form, Modality } from '../format/case.ts'
import { bothParents, dayEnd, dayStart, gridMinutes, home, otherParent, parentBit, parents, person, type DayModel, type FamilyModel, type NeedModel, type StaffingModel } from './family-model.ts'
import { insideAny, overlapsAny } from './intervals.ts'
import { noRules, rule, type RuleSet } from './rules.ts'

/** One way to plan one need: day, time, form, attendees and professionals. */
export type Candidate = {
  readonly need: number
  readonly day: number
  readonly start: number
  readonly end: number
  readonly form: Form
  readonly place: number
  /** Minutes from home to the place; 0 at home. */
  readonly way: number
  /** Attendees as bits. */
  readonly people: number
  readonly staffing: number
  readonly team: number
  readonly evening: boolean
  /** Only the other parent can mind the child meanwhile. */
  readonly leansOnOtherParent: boolean
  /** Its professionals whom another need could ask for at the same time. */
  readonly contested: readonly number[]
}

/** Every allowed time of a need, in order of day and staffing; of interchangeable teams only the first is kept. */
export const candidatesOf = (model: FamilyModel, need: NeedModel, contested: ReadonlySet<number>): readonly Candidate[] => {
  const found: Candidate[] = []
  for (let day = need.firstDay; day <= need.lastDay; day++) {
    const seen = new Set<string>()
    for (const option of optionsOf(model, need, day, contested, offeredStarts)) {
      if (option.broken !== noRules) continue
      const { candidate } = option
      const distinct = candidate.contested.length > 0 || need.series !== undefined ? candidate.team : ''
      const key = `${candidate.start} ${candidate.form} ${candidate.place} ${candidate.people} ${distinct}`
      if (seen.has(key)) continue
      seen.add(key)
      found.push(candidate)
    }
  }
  return found
}

/** Candidates of all needs, by need. */
export const allCandidates = (model: FamilyModel): readonly (readonly Candidate[])[] => {
  const contested = contestedProfessionals(model)
  return model.needs.map(need => candidatesOf(model, need, contested))
}

/**
 * Professionals whom two needs could ask for at the same time. All others are interchangeable
 * within a need: who of them comes changes nothing for the family.
 */
export const contestedProfessionals = (model: FamilyModel): ReadonlySet<number> => {
  const neverOnOneDay = new Set(model.order.filter(order => order.minDays >= 1).map(order => `${order.before} ${order.after}`))
  const contested = new Set<number>()
  for (const a of model.needs) {
    const asked = new Set(a.staffing.flatMap(one => one.professionals))
    for (const b of model.needs) {
      if (b.index <= a.index || a.firstDay > b.lastDay || b.firstDay > a.lastDay) continue
      if (neverOnOneDay.has(`${a.index} ${b.index}`) || neverOnOneDay.has(`${b.index} ${a.index}`)) continue
      for (const one of b.staffing.flatMap(each => each.professionals)) if (asked.has(one)) contested.add(one)
    }
  }
  return contested
}

/** A way to plan a need with the rules that it breaks even when it's the only appointment. */
export type Option = { readonly candidate: Candidate; readonly broken: RuleSet }

type Starts = (model: FamilyModel, need: NeedModel, day: DayModel, staffing: StaffingModel) => Iterable<number>

/** All options of a need on one day at the starts asked for. */
export function* optionsOf(model: FamilyModel, need: NeedModel, dayIndex: number, contested: ReadonlySet<number>, starts: Starts): Generator<Option> {
  const day = model.days[dayIndex]
  if (day === undefined) return
  for (const [staffing, { professionals, team }] of need.staffing.entries()) {
    const claimed = professionals.filter(one => contested.has(one))
    for (const start of starts(model, need, day, need.staffing[staffing] ?? { professionals, team })) {
      const end = start + need.minutes
      const times = brokenByTime(model, need, day, start, end)
      for (const { form, place, modality } of need.forms) {
        const way = form === 'onsite' ? model.travel[home]?.[place] ?? 0 : 0
        const atPlace = times | brokenByOffer(model, day, professionals, modality, start, end) | brokenByPlace(model, day, form, place, start, end)
        for (const people of need.attendance) {
          const minding = mindingOf(model, day, people, form, start, end, way)
          yield {
            candidate: {
              need: need.index, day: dayIndex, start, end, form, place, way, people, staffing, team,
              evening: start >= model.bedtime, leansOnOtherParent: minding === 'other parent', contested: claimed,
            },
            broken: atPlace | brokenByPeople(model, day, people, form, place, start, end, way) | (minding === 'nobody' ? rule.minding : noRules),
          }
        }
      }
    }
  }
}

/** Starts on the grid at which all professionals of a team offer their time; a team has at least one. */
export function* offeredStarts(model: FamilyModel, need: NeedModel, day: DayModel, { professionals: [first, ...others] }: StaffingModel): Generator<number> {
  if (first === undefined) return
  const offered = new Set<number>()
  for (const free of model.professionals[first]?.free[day.index] ?? []) {
    for (let start = Math.max(dayStart, Math.ceil(free.from / gridMinutes) * gridMinutes); start + need.minutes <= Math.min(free.to, dayEnd); start += gridMinutes) {
      if (others.every(one => insideAny(start, start + need.minutes, model.professionals[one]?.free[day.index] ?? []))) offered.add(start)
    }
  }
  yield* [...offered].sort((a, b) => a - b)
}

/** Every start on the grid. */
export function* everyStart(_model: FamilyModel, need: NeedModel): Generator<number> {
  for (let start = dayStart; start + need.minutes <= dayEnd; start += gridMinutes) yield start
}

const brokenByTime = (model: FamilyModel, need: NeedModel, day: DayModel, start: number, end: number): RuleSet =>
  (day.index < need.firstDay || day.index > need.lastDay ? rule.window : noRules)
  | (start < model.bedtime && end > model.bedtime ? rule.evening : noRules)

const brokenByOffer = (model: FamilyModel, day: DayModel, professionals: readonly number[], modality: Modality, start: number, end: number): RuleSet => {
  for (const one of professionals) {
    const { free, freeFor } = model.professionals[one]!
    if (!insideAny(start, end, (freeFor === undefined ? free : freeFor.get(modality))?.[day.index] ?? [])) return rule.offer
  }
  return noRules
}

const brokenByPlace = (model: FamilyModel, day: DayModel, form: Form, place: number, start: number, end: number): RuleSet =>
  (form === 'onsite' && !insideAny(start, end, model.rooms[place]?.[day.index] ?? []) ? rule.room : noRules)
  | (form !== 'digital' && start >= model.bedtime ? rule.evening : noRules)

const brokenByPeople = (model: FamilyModel, day: DayModel, people: number, form: Form, place: number, start: number, end: number, way: number): RuleSet => {
  const withParents = people & bothParents
  let broken = noRules
  if (start >= model.bedtime && (people & person.child || !withParents)) broken |= rule.evening
  if (people & person.child) {
    if (overlapsAny(start, end, model.naps)) broken |= rule.nap
    if (day.centre !== undefined && form !== 'onsite' && start < day.centre.to && day.centre.from < end) broken |= rule.dayCentre
    if (!withParents && !mayComeAlone(model, day, form, place, start, end)) broken |= rule.childAlone
  }
  for (const parent of parents) if (people & parentBit(parent) && overlapsAny(start - way, end + way, day.unavailable[parent])) broken |= rule.unavailable
  if (model.family.parentsApart && withParents === bothParents && form !== 'digital') broken |= rule.apart
  return broken
}

/** A child comes without a parent only at the day centre, while there (rule `childAlone`). */
const mayComeAlone = (model: FamilyModel, day: DayModel, form: Form, place: number, start: number, end: number): boolean =>
  day.centre !== undefined && form === 'onsite' && model.instance.places[place] === model.family.dayCentre?.place && day.centre.from <= start && end <= day.centre.to

/** Who minds the child during an appointment of parents only (rule `minding`). */
const mindingOf = (model: FamilyModel, day: DayModel, people: number, form: Form, start: number, end: number, way: number): 'settled' | 'other parent' | 'nobody' => {
  const withParents = people & bothParents
  if (model.family.child === null || people & person.child || !withParents || start >= model.bedtime) return 'settled'
  if (day.centre !== undefined && day.centre.from <= start - way && end + way <= day.centre.to) return 'settled'
  if (day.centre === undefined && form === 'digital' && insideAny(start, end, model.naps)) return 'settled'
  if (model.family.sitter && form === 'onsite') return 'settled'
  if (withParents === bothParents) return 'nobody'
  const minder = otherParent(withParents === person.parentA ? 0 : 1)
  return overlapsAny(start - way, end + way, day.work[minder]) ? 'nobody' : 'other parent'
}
