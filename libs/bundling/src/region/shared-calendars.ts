/** Who has booked which professional when, while many families are planned on the same calendars. */
import type { Candidate } from '../model/candidates.ts'
import type { FamilyModel, ProfessionalModel } from '../model/family-model.ts'
import { cutOut, type Interval } from '../model/intervals.ts'

type Booking = Interval & { readonly day: number; readonly family: number }

export type SharedCalendars = {
  /** Books the professionals of a family's appointments; the family has none booked before. */
  readonly book: (family: number, model: FamilyModel, appointments: readonly Candidate[]) => void
  readonly release: (family: number) => void
  /** Whether all professionals of these appointments are free of other families. */
  readonly areFree: (family: number, model: FamilyModel, appointments: readonly Candidate[]) => boolean
  /** The professionals of a family with only the time that others leave. */
  readonly leftFor: (family: number, model: FamilyModel) => readonly ProfessionalModel[]
  /** By day, what others have booked of a family's professionals, as a text: equal texts leave equal times. */
  readonly takenFrom: (family: number, model: FamilyModel) => readonly string[]
  /** The families that have booked one of these professionals from one day to another. */
  readonly bookedBy: (professionals: readonly string[], firstDay: number, lastDay: number) => ReadonlySet<number>
}

export const sharedCalendars = (): SharedCalendars => {
  const byProfessional = new Map<string, Booking[]>()
  const byFamily = new Map<number, readonly string[]>()
  const of = (professional: string): readonly Booking[] => byProfessional.get(professional) ?? []
  const asked = (model: FamilyModel, { need, staffing }: Candidate): readonly string[] => model.needs[need]!.need.staffing[staffing]!
  return {
    book: (family, model, appointments) => {
      for (const one of appointments) {
        for (const professional of asked(model, one)) {
          const booking = { day: one.day, from: one.start, to: one.end, family }
          byProfessional.set(professional, [...of(professional), booking])
        }
      }
      byFamily.set(family, [...new Set(appointments.flatMap(one => asked(model, one)))])
    },
    release: family => {
      for (const professional of byFamily.get(family) ?? []) byProfessional.set(professional, of(professional).filter(booking => booking.family !== family))
      byFamily.delete(family)
    },
    areFree: (family, model, appointments) => appointments.every(one => asked(model, one).every(professional =>
      !of(professional).some(booking => booking.family !== family && booking.day === one.day && one.start < booking.to && booking.from < one.end))),
    leftFor: (family, model) => model.professionals.map((professional): ProfessionalModel => {
      const taken = of(professional.id).filter(booking => booking.family !== family)
      if (taken.length === 0) return professional
      const left = (times: ProfessionalModel['free']): ProfessionalModel['free'] =>
        times.map((free, day) => taken.reduce((rest, booking) => booking.day === day ? cutOut(rest, booking) : rest, free))
      return {
        ...professional, free: left(professional.free),
        ...(professional.freeFor !== undefined && { freeFor: new Map([...professional.freeFor].map(([form, times]) => [form, left(times)])) }),
      }
    }),
    takenFrom: (family, model) => {
      const taken: string[][] = model.days.map(() => [])
      for (const [index, { id }] of model.professionals.entries()) {
        for (const booking of of(id)) if (booking.family !== family) taken[booking.day]!.push(`${index}:${booking.from}-${booking.to}`)
      }
      return taken.map(list => list.sort().join())
    },
    bookedBy: (professionals, firstDay, lastDay) => new Set(professionals.flatMap(professional =>
      of(professional).filter(booking => firstDay <= booking.day && booking.day <= lastDay).map(booking => booking.family))),
  }
}
