/** Candidates in the words of the plan format. */
import { timeOf } from '@samenspel/kernel'
import type { Appointment } from '../format/plan.ts'
import type { Candidate } from './candidates.ts'
import type { FamilyModel } from './family-model.ts'

export const appointmentOf = (model: FamilyModel, candidate: Candidate): Appointment => ({
  family: model.family.id,
  need: model.needs[candidate.need]!.need.id,
  date: model.instance.planningDays[candidate.day]!,
  start: timeOf(candidate.start),
  modality: candidate.form,
  ...(candidate.form === 'onsite' ? { place: model.instance.places[candidate.place]! } : {}),
  attendees: [...model.bits].flatMap(([one, bit]) => candidate.people & bit ? [one] : []),
  professionals: model.needs[candidate.need]!.need.staffing[candidate.staffing]!,
  ...(candidate.interpreter >= 0 ? { interpreter: model.professionals[candidate.interpreter]!.id } : {}),
  ...(candidate.room === undefined ? {} : { room: candidate.room.id }),
})

/** In order of time. */
export const appointmentsOf = (model: FamilyModel, candidates: readonly Candidate[]): readonly Appointment[] =>
  [...candidates].sort((a, b) => a.day - b.day || a.start - b.start || a.end - b.end || a.need - b.need).map(candidate => appointmentOf(model, candidate))
