/** What a question asks for, as the times that a need may then have and as rows of the choice. */
import { minutesOf } from '@samenspel/kernel'
import type { Form } from '../format/case.ts'
import type { Appointment } from '../format/plan.ts'
import type { Master } from '../master/master.ts'
import type { Row } from '../master/program.ts'
import { candidatesOf, whatIsContested, type Candidate } from '../model/candidates.ts'
import type { FamilyModel, NeedModel } from '../model/family-model.ts'
import type { Task } from '../search/plan-family.ts'
import type { WhyNot } from './question.ts'

/** Whether the appointments are already as the question asks. */
export const isAlready = (question: WhyNot, own: Appointment | undefined, appointments: readonly Appointment[]): boolean => {
  if (own === undefined) return false
  switch (question.kind) {
    case 'earlier': return false
    case 'onDate': return own.date === question.date
    case 'onWeekday': return weekdayOf(own.date) === question.weekday
    case 'together': return appointments.some(one => one.need === question.need && one.date === own.date)
    case 'inForm': return own.modality === question.form
    case 'with': return own.professionals.includes(question.professional)
  }
}

const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek

/** Whether a way to plan the need would be as the question asks; of `together` any way is, and the rows see to the rest. */
export const asAsked = (model: FamilyModel, need: NeedModel, question: WhyNot, own: Appointment | undefined): (candidate: Pick<Candidate, 'day' | 'start' | 'form' | 'staffing'>) => boolean => {
  const dates = model.instance.planningDays
  switch (question.kind) {
    case 'earlier': {
      if (own === undefined) return () => true
      const [day, start] = [dates.indexOf(own.date), minutesOf(own.start)]
      return one => one.day < day || (one.day === day && one.start < start)
    }
    case 'onDate': return ({ day }) => dates[day] === question.date
    case 'onWeekday': return ({ day }) => weekdayOf(dates[day]!) === question.weekday
    case 'together': return () => true
    case 'inForm': return ({ form }) => form === (question.form satisfies Form)
    case 'with': return ({ staffing }) => need.need.staffing[staffing]!.includes(question.professional)
  }
}

/** The task in which the need has only times that are as asked. */
export const wishedTask = (task: Task, need: NeedModel, question: WhyNot, isAsked: (candidate: Candidate) => boolean): Task => {
  const own = question.kind === 'with' ? ofEveryTeam(task.model, need) : task.candidates[need.index]!
  return { ...task, candidates: task.candidates.map((ofNeed, index) => index === need.index ? own.filter(isAsked) : ofNeed) }
}

/** Usually only the first of teams that are alike for the family is kept; who asks for one of the others needs them all. */
const ofEveryTeam = (model: FamilyModel, need: NeedModel): readonly Candidate[] => {
  const contested = whatIsContested(model)
  return need.staffing.flatMap((team, staffing) => candidatesOf(model, { ...need, staffing: [team] }, contested).map(candidate => ({ ...candidate, staffing })))
}

/** The need has an appointment, and if so asked on one day with another. */
export const wishedRows = (master: Master, need: NeedModel, other: NeedModel | undefined): readonly Row[] => {
  const planned: Row = { columns: [master.unplanned[need.index]!], atLeast: 0, atMost: 0 }
  if (other === undefined) return [planned]
  const withBoth = master.plans.flatMap((plan, column) => [need, other].every(({ index }) => plan.appointments.some(one => one.need === index)) ? [column] : [])
  return [planned, { columns: withBoth, atLeast: 1, atMost: Infinity }]
}
