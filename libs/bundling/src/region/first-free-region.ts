/** What families get when nobody bundles: the requests of all come in by their first date, and each takes its first free time. */
import type { BundlingCase } from '../format/case.ts'
import { burdenSum, type Appointment, type Burden } from '../format/plan.ts'
import { appointmentsOf } from '../model/appointments.ts'
import { candidatesOf, whatIsContested, type Candidate } from '../model/candidates.ts'
import { modelFamily } from '../model/family-model.ts'
import { earliest } from '../search/quick-answers.ts'
import { createSchedule } from '../search/schedule.ts'
import { sharedCalendars } from './shared-calendars.ts'

/** The yardstick for a region; all hard rules kept. */
export const firstFreeRegion = (instance: BundlingCase): { readonly appointments: readonly Appointment[]; readonly burden: Burden } => {
  const calendars = sharedCalendars()
  const families = instance.families.map((family, index) => {
    const model = modelFamily(instance, family.id)
    const booked: Candidate[] = []
    return { index, model, booked, contested: whatIsContested(model), schedule: createSchedule(model) }
  })
  const requests = families.flatMap(family => family.model.needs.map(need => ({ family, need })))
    .sort((a, b) => a.need.firstDay - b.need.firstDay || a.family.index - b.family.index || a.need.index - b.need.index)
  for (const { family: { index, model, booked, contested, schedule }, need } of requests) {
    const left = calendars.leftFor(index, model)
    const first = [...candidatesOf(left, need, contested)].sort(earliest).find(candidate => schedule.weigh(candidate) !== undefined)
    if (first === undefined) continue
    schedule.put(first)
    booked.push(first)
    calendars.release(index)
    calendars.book(index, model, booked)
  }
  return {
    appointments: families.flatMap(({ model, booked }) => appointmentsOf(model, booked)),
    burden: burdenSum(families.map(({ schedule }) => schedule.burden())),
  }
}
