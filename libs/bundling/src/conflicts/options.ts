/** Every conceivable time of one need, with the rules that it breaks when it is the family's only appointment. */
import { minutesOf } from '@samenspel/kernel'
import { brokenOnDay, dayContext, dayRules, simulateDay, type DayContext } from '../day/day-simulation.ts'
import * as at from '../day/day-state.ts'
import type { Appointment } from '../format/plan.ts'
import { appointmentOf } from '../model/appointments.ts'
import { everyStart, everythingContested, optionsOf, type Candidate, type Option } from '../model/candidates.ts'
import type { FamilyModel, NeedModel } from '../model/family-model.ts'
import { allRules, noRules, rule, type RuleSet } from '../model/rules.ts'

/** On every planning day, at every start on the grid. */
export const aloneOptions = (model: FamilyModel, need: NeedModel): readonly Option[] => {
  const everybody = everythingContested(model)
  const scratch = at.emptyDay(model.children.length)
  return model.days.flatMap(day => {
    const context = dayContext(model, day.index)
    const free = dayContext(model, day.index, noRules)
    /** Who gives it, and in which room, makes no difference to the family's day. */
    const known = new Map<string, RuleSet>()
    const onDayOf = (candidate: Candidate, broken: RuleSet): RuleSet => {
      const others = { ...context, enforced: allRules & ~broken }
      const onDay = simulateDay(others, [candidate], scratch) === undefined ? brokenOnDay(others, [candidate]) : noRules
      return onDay | brokenCaps(model, free, candidate, scratch)
    }
    return [...optionsOf(model, need, day.index, everybody, everyStart)].map(({ candidate, broken }): Option => {
      const { start, form, place, people } = candidate
      const key = `${start} ${form} ${place} ${people} ${broken & dayRules}`
      const found = known.get(key) ?? onDayOf({ ...candidate, contested: nobodyElse }, broken)
      known.set(key, found)
      return { candidate, broken: broken | found }
    })
  })
}

/** Alone on a day, nobody is asked for twice. */
const nobodyElse: readonly number[] = []

/** Caps so tight that one appointment is too much for a week; one has at most two trips (of two parents), and one evening. */
const brokenCaps = ({ weekCaps, weekOf }: FamilyModel, context: DayContext, candidate: Candidate, scratch: at.DayState): RuleSet => {
  const caps = weekCaps[weekOf[candidate.day]!]!
  if (caps.trips >= 2 && caps.evenings >= 1 && caps.contacts >= 1) return noRules
  const state = simulateDay(context, [candidate], scratch)
  if (state === undefined) return noRules
  return (state[at.trips]! > caps.trips ? rule.tripsPerWeek : noRules) | (state[at.evenings]! > caps.evenings ? rule.eveningsPerWeek : noRules)
    | (caps.contacts < 1 ? rule.contactsPerWeek : noRules)
}

/** An appointment of a plan as a candidate. @throws RangeError when it is no way to plan its need. */
export const optionFor = (model: FamilyModel, appointment: Appointment): Candidate => {
  const need = model.needs.find(one => one.need.id === appointment.need)
  const day = model.instance.planningDays.indexOf(appointment.date)
  const everybody = new Set(model.professionals.keys())
  const found = need && optionsOf(model, need, day, everybody, () => [minutesOf(appointment.start)]).find(({ candidate }) => isSame(appointmentOf(model, candidate), appointment))
  if (found === undefined) throw new RangeError(`No way to plan ${appointment.need}`)
  return found.candidate
}

const isSame = (a: Appointment, b: Appointment): boolean =>
  a.modality === b.modality && a.place === b.place && sameSet(a.attendees, b.attendees) && sameSet(a.professionals, b.professionals)
const sameSet = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every(one => b.includes(one))
