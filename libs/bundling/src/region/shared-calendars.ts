/** Who has booked which professional, interpreter and room when, while many families are planned on the same calendars. */
import type { Candidate } from '../model/candidates.ts'
import type { FamilyModel, ProfessionalModel, RoomModel } from '../model/family-model.ts'
import { cutOut, type Interval } from '../model/intervals.ts'

type Booking = Interval & { readonly day: number; readonly family: number }

export type SharedCalendars = {
  /** Books the professionals, interpreters and rooms of a family's appointments; the family has none booked before. */
  readonly book: (family: number, model: FamilyModel, appointments: readonly Candidate[]) => void
  readonly release: (family: number) => void
  /** Whether all that these appointments need is free of other families. */
  readonly areFree: (family: number, model: FamilyModel, appointments: readonly Candidate[]) => boolean
  /** A family with only the time that others leave of its professionals and rooms. */
  readonly leftFor: (family: number, model: FamilyModel) => FamilyModel
  /** By day, what others have booked of a family's professionals and rooms, as a text: equal texts leave equal times. */
  readonly takenFrom: (family: number, model: FamilyModel) => readonly string[]
  /** The families that have booked one of these, professionals or `roomName`s, from one day to another. */
  readonly bookedBy: (names: readonly string[], firstDay: number, lastDay: number) => ReadonlySet<number>
}

/** A room among the names of people; no person's name holds a line break. */
export const roomName = (place: string, room: Pick<RoomModel, 'id'>): string => `${place}\n${room.id}`

export const sharedCalendars = (): SharedCalendars => {
  const byProfessional = new Map<string, Booking[]>()
  const byFamily = new Map<number, readonly string[]>()
  const of = (professional: string): readonly Booking[] => byProfessional.get(professional) ?? []
  const asked = (model: FamilyModel, { need, staffing, interpreter, room, place }: Candidate): readonly string[] => [
    ...model.needs[need]!.need.staffing[staffing]!, ...interpreter < 0 ? [] : [model.professionals[interpreter]!.id], ...room === undefined ? [] : [roomName(model.instance.places[place]!, room)],
  ]
  const takenOf = (name: string, family: number): readonly Booking[] => of(name).filter(booking => booking.family !== family)
  const left = (times: ProfessionalModel['free'], taken: readonly Booking[]): ProfessionalModel['free'] =>
    times.map((free, day) => taken.reduce((rest, booking) => booking.day === day ? cutOut(rest, booking) : rest, free))
  /** Everything that this family could use up, by name. */
  const usable = (model: FamilyModel): readonly string[] => [
    ...model.professionals.map(({ id }) => id), ...model.roomsAt.flatMap((rooms, place) => (rooms ?? []).map(room => roomName(model.instance.places[place]!, room))),
  ]
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
    leftFor: (family, model) => ({
      ...model,
      professionals: model.professionals.map((professional): ProfessionalModel => {
        const taken = takenOf(professional.id, family)
        return taken.length === 0 ? professional : {
          ...professional, free: left(professional.free, taken),
          ...(professional.freeFor !== undefined && { freeFor: new Map([...professional.freeFor].map(([form, times]) => [form, left(times, taken)])) }),
        }
      }),
      roomsAt: model.roomsAt.map((rooms, place) => rooms?.map((room): RoomModel => {
        const taken = takenOf(roomName(model.instance.places[place]!, room), family)
        return taken.length === 0 ? room : { ...room, free: left(room.free, taken) }
      })),
    }),
    takenFrom: (family, model) => {
      const taken: string[][] = model.days.map(() => [])
      for (const [index, name] of usable(model).entries()) {
        for (const booking of of(name)) if (booking.family !== family) taken[booking.day]!.push(`${index}:${booking.from}-${booking.to}`)
      }
      return taken.map(list => list.sort().join())
    },
    bookedBy: (names, firstDay, lastDay) => new Set(names.flatMap(name =>
      of(name).filter(booking => firstDay <= booking.day && booking.day <= lastDay).map(booking => booking.family))),
  }
}
