/** Times at which one need can be held while everything else stays where it is. */
import { aloneOptions } from './conflicts/options.ts'
import type { BundlingCase } from './format/case.ts'
import type { Appointment } from './format/plan.ts'
import { appointmentOf } from './model/appointments.ts'
import { modelFamily } from './model/family-model.ts'
import { noRules } from './model/rules.ts'

/** One need of a case, and how many times to name. */
export type TimesWanted = { readonly need: string; readonly most: number }

/**
 * Times that keep every rule, on as many different days as there are; of a day the first, and beside it the first of each other
 * form. In order of time. What else the family does has to stand in the case as times that are not free.
 * @throws RangeError when the first family of the case has no such need
 */
export const possibleTimes = (instance: BundlingCase, { need: needId, most }: TimesWanted): readonly Appointment[] => {
  const model = modelFamily(instance, instance.families[0]?.id ?? '')
  const need = model.needs.find((one) => one.need.id === needId)
  if (need === undefined) throw new RangeError(`The family has no need ${needId}`)
  const possible = aloneOptions(model, need).filter(({ broken }) => broken === noRules).map(({ candidate }) => candidate)
  const firstOfForms = [...Map.groupBy(possible, ({ day, form }) => `${day} ${form}`).values()]
    .map((ofForm) => ofForm.reduce((first, other) => other.start < first.start ? other : first))
  const byDay = [...Map.groupBy(firstOfForms, ({ day }) => day).values()].map((ofDay) => ofDay.sort((a, b) => a.start - b.start))
  const firsts = byDay.flatMap(([first]) => first ?? []), others = byDay.flatMap(([, ...rest]) => rest)
  // A day more says more than a second form on the same day, but one other form is worth its place.
  const chosen = others.length === 0 || firsts.length < most ? [...firsts, ...others].slice(0, most) : [...firsts.slice(0, most - 1), ...others.slice(0, 1)]
  return chosen.sort((a, b) => a.day - b.day || a.start - b.start).map((candidate) => appointmentOf(model, candidate))
}
