/** Every plan of a tiny family, found by trying all: it knows the checker and nothing of the engine. */
import { checkPlan, compareBurdens, type Appointment, type BundlingCase, type Burden } from '../index.ts'
import { everyWay } from './tiny-cases.ts'

export type TriedPlan = { readonly appointments: readonly Appointment[]; readonly burden: Burden }

/** @param most plans tried; nothing when there are more. @param dates on which something is offered. */
export const allPlans = (instance: BundlingCase, dates: readonly string[], most: number): readonly TriedPlan[] | undefined => {
  const ways = instance.families[0]!.needs.map(need => everyWay(instance, dates, need).filter(way => checkPlan(instance, [way]).violations.every(one => one.code === 'homeMinutes' || one.code === 'tripsPerWeek')))
  if (ways.reduce((product, list) => product * (list.length + 1), 1) > most) return undefined
  const found: TriedPlan[] = []
  const choose = (index: number, chosen: readonly Appointment[]): void => {
    if (index < ways.length) {
      choose(index + 1, chosen)
      for (const way of ways[index]!) choose(index + 1, [...chosen, way])
      return
    }
    const { violations, burden } = checkPlan(instance, chosen)
    if (violations.length === 0) found.push({ appointments: chosen, burden })
  }
  choose(0, [])
  return found
}

/** Working days after the first week after the preferred date, of the most urgent needs. */
export const urgentDays = ({ planningDays, families }: BundlingCase, appointments: readonly Appointment[]): number => appointments.reduce((sum, { need: id, date }) => {
  const need = families[0]!.needs.find(one => one.id === id)!
  return need.urgency < 3 ? sum : sum + Math.max(0, planningDays.filter(day => need.preferred <= day && day < date).length - 5)
}, 0)

/** The lightest to propose: what is left out and rest touched first, then urgent needs put off, then the rest of the burden. */
export const lightestToPropose = (instance: BundlingCase, plans: readonly TriedPlan[]): TriedPlan | undefined => plans.reduce<TriedPlan | undefined>((best, plan) => {
  if (best === undefined) return plan
  const first = plan.burden.unplanned - best.burden.unplanned || plan.burden.restTouched - best.burden.restTouched || urgentDays(instance, plan.appointments) - urgentDays(instance, best.appointments)
  return (first || compareBurdens(plan.burden, best.burden)) < 0 ? plan : best
}, undefined)
