/** Candidates in the words of the plan format. */
import { timeOf } from '@samenspel/kernel'
import type { Attendee } from '../format/case.ts'
import type { Appointment } from '../format/plan.ts'
import type { Candidate } from './candidates.ts'
import { person, type FamilyModel } from './family-model.ts'

const attendees: readonly Attendee[] = ['child', 'parentA', 'parentB']

export const appointmentOf = (model: FamilyModel, candidate: Candidate): Appointment => ({
  family: model.family.id,
  need: model.needs[candidate.need]!.need.id,
  date: model.instance.planningDays[candidate.day]!,
  start: timeOf(candidate.start),
  modality: candidate.form,
  ...(candidate.form === 'onsite' ? { place: model.instance.places[candidate.place]! } : {}),
  attendees: attendees.filter(one => candidate.people & person[one]),
  professionals: model.needs[candidate.need]!.need.staffing[candidate.staffing]!,
})

/** In order of time. */
export const appointmentsOf = (model: FamilyModel, candidates: readonly Candidate[]): readonly Appointment[] =>
  [...candidates].sort((a, b) => a.day - b.day || a.start - b.start || a.end - b.end || a.need - b.need).map(candidate => appointmentOf(model, candidate))
