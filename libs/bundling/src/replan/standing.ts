/** Appointments that stand, as candidates; and the calendars with their time in it, since a family can use what it has booked itself. */
import { minutesOf, timeOf, type IsoDate } from '@samenspel/kernel'
import type { BundlingCase, Family, Interpreter, Professional, Room, TimesByDate, TimeSpan } from '../format/case.ts'
import type { Appointment } from '../format/plan.ts'
import { optionsOf, type Candidate } from '../model/candidates.ts'
import type { FamilyModel } from '../model/family-model.ts'
import { noRules } from '../model/rules.ts'

/** The case in which the time of these appointments is free for this family again. */
export const withTimeOf = (instance: BundlingCase, family: Family, appointments: readonly Appointment[]): BundlingCase => {
  const minutes = new Map(family.needs.map(need => [need.id, need.minutes]))
  const professionals: Record<string, Professional> = { ...instance.professionals }
  const interpreters: Record<string, Interpreter> = { ...instance.interpreters }
  const roomsAt: Record<string, readonly Room[]> = { ...instance.roomsAt }
  for (const { need, date, start, modality, place = '', professionals: asked, interpreter, room: taken } of appointments) {
    const length = minutes.get(need)
    if (length === undefined) continue
    const span: TimeSpan = [start, timeOf(minutesOf(start) + length)]
    const form = modality === 'onsite' ? `onsite@${place}` : modality
    for (const id of asked) {
      const professional = professionals[id]
      if (professional === undefined) continue
      const { freeFor } = professional
      professionals[id] = {
        ...professional, free: withSpan(professional.free, date, span),
        ...(freeFor !== undefined && { freeFor: { ...freeFor, [form]: withSpan(freeFor[form] ?? {}, date, span) } }),
      }
    }
    const speaker = interpreter === undefined ? undefined : interpreters[interpreter]
    if (interpreter !== undefined && speaker !== undefined) interpreters[interpreter] = { ...speaker, free: withSpan(speaker.free, date, span) }
    const rooms = roomsAt[place]
    if (rooms !== undefined) roomsAt[place] = rooms.map(room => room.id === taken ? { ...room, free: withSpan(room.free, date, span) } : room)
  }
  return { ...instance, professionals, ...(instance.interpreters !== undefined && { interpreters }), ...(instance.roomsAt !== undefined && { roomsAt }) }
}

/** Times in order, those that touch made into one. */
const withSpan = (times: TimesByDate, date: IsoDate, span: TimeSpan): TimesByDate => {
  const joined: [string, string][] = []
  for (const [from, to] of [...times[date] ?? [], span].sort((a, b) => a[0] < b[0] ? -1 : 1)) {
    const last = joined.at(-1)
    if (last !== undefined && from <= last[1]) last[1] = to > last[1] ? to : last[1]
    else joined.push([from, to])
  }
  return { ...times, [date]: joined }
}

/** The candidate that an appointment is; nothing when a rule forbids it now, or when it isn't this family's. */
export const candidateOf = (model: FamilyModel, contested: ReadonlySet<number>, said: Appointment): Candidate | undefined => {
  const need = model.needs.find(one => one.need.id === said.need)
  const day = model.instance.planningDays.indexOf(said.date)
  if (need === undefined || said.family !== model.family.id) return undefined
  const people = said.attendees.reduce((bits, one) => bits | (model.bits.get(one) ?? 0), 0)
  const asked = [...said.professionals].sort().join(' ')
  for (const { candidate, broken } of optionsOf(model, need, day, contested, () => [minutesOf(said.start)])) {
    const sameForm = candidate.form === said.modality && (said.modality !== 'onsite' || model.instance.places[candidate.place] === said.place)
    const sameRoom = candidate.room?.id === said.room
    const sameInterpreter = (candidate.interpreter < 0 ? undefined : model.professionals[candidate.interpreter]!.id) === said.interpreter
    if (broken === noRules && sameForm && sameRoom && sameInterpreter && candidate.people === people && [...need.need.staffing[candidate.staffing]!].sort().join(' ') === asked) return candidate
  }
  return undefined
}
