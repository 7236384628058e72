import type { Appointment } from '../proposals/state.ts'
import { castOf } from './cast.ts'
import type { PlanningCase } from './facts.ts'
import type { CaseNeed, CaseProfessional } from './format.ts'
import { formOf, timesByDate } from './professionals.ts'

/**
 * A case in which these parts can only stand where they stood: what else has to be planned finds its place around them. A professional
 * whom something else asks for as well keeps all free time; of such a part only day and form are fixed.
 */
export const keeping = (planning: PlanningCase, parts: readonly Appointment[]): PlanningCase => {
  const { case: bundlingCase } = planning
  const kept = new Map(parts.map((part) => [part.needId, part]))
  const needs = bundlingCase.families.flatMap((family) => family.needs)
  const fixed = (name: string): readonly Appointment[] | undefined => {
    const asking = needs.filter(({ staffing }) => staffing.flat().includes(name))
    const own = asking.flatMap(({ id }) => kept.get(id) ?? [])
    return own.length === asking.length && own.length > 0 ? own.filter(({ practitioners }) => practitioners.includes(name)) : undefined
  }
  return {
    ...planning,
    case: {
      ...bundlingCase,
      professionals: Object.fromEntries(Object.entries(bundlingCase.professionals).map(([name, professional]) => {
        const own = fixed(name)
        return [name, own === undefined ? professional : freeOnlyFor(professional, own)]
      })),
      families: bundlingCase.families.map((family) => ({ ...family, needs: family.needs.map((need) => { const part = kept.get(need.id); return part === undefined ? need : fixedNeed(need, part, planning) }) })),
    },
  }
}

const freeOnlyFor = (professional: CaseProfessional, parts: readonly Appointment[]): CaseProfessional => {
  const times = (own: readonly Appointment[]) =>
    timesByDate(new Map([...Map.groupBy(own, ({ date }) => date)].map(([date, some]) => [date, some.map(({ start, end }) => ({ from: start, to: end })).sort((a, b) => a.from < b.from ? -1 : 1)])))
  const byForm = Map.groupBy(parts, ({ modality }) => formOf(modality))
  return { ...professional, free: times(parts), freeFor: Object.fromEntries([...byForm].map(([form, own]) => [form, times(own)])) }
}

const fixedNeed = (need: CaseNeed, part: Appointment, planning: PlanningCase): CaseNeed => {
  const { date, modality } = part
  const { attendees, professionals } = castOf(planning, need.id, part)
  return { ...need, from: date, deadline: date, preferred: date, modalities: [formOf(modality)], attendance: [attendees], staffing: [professionals] }
}
