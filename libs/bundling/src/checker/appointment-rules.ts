/** The rules about one appointment, and about who is asked for twice at one time. */
import type { BundlingCase, Professional } from '../format/case.ts'
import type { DefiningRule, RuleCode } from '../format/plan.ts'
import { bare, overlap, span, spans, within, type Booked, type Violation } from './booked.ts'

export const checkAppointment = (instance: BundlingCase, booked: Booked): readonly Violation[] => {
  const broken: (RuleCode | DefiningRule)[] = []
  const { family, need, said, date, parents } = booked
  const demand = (kept: boolean, code: RuleCode | DefiningRule): void => { if (!kept) broken.push(code) }
  demand(need.from <= date && date <= need.deadline, 'window')
  demand(need.modalities.some(one => one === (said.modality === 'onsite' ? `onsite@${said.place}` : said.modality)), 'modality')
  demand(need.attendance.some(one => sameMembers(one, said.attendees)), 'attendance')
  demand(need.staffing.some(one => sameMembers(one, said.professionals)), 'staffing')
  demand(said.professionals.every(id => offeredBy(instance.professionals[id], booked).some(free => within(booked, free))), 'offer')
  demand(said.modality !== 'onsite' || spans(instance.rooms[said.place ?? '']?.[date]).some(room => within(booked, room)), 'room')
  demand(keepsEvening(booked), 'evening')
  if (booked.withChild) {
    demand(!spans(family.child?.naps).some(nap => overlap(booked, nap)), 'nap')
    const atCentre = centreTime(booked)
    demand(said.modality === 'onsite' || atCentre === undefined || !overlap(booked, atCentre), 'dayCentre')
    const guarded = atCentre !== undefined && said.modality === 'onsite' && said.place === family.dayCentre?.place && within(booked, atCentre)
    demand(parents.length > 0 || guarded, 'childAlone')
  }
  demand(!(family.parentsApart && parents.length === 2) || said.modality === 'digital', 'apart')
  return broken.map(code => ({ code, family: family.id, needs: [need.id], date }))
}

/** The times that a professional offers on the date of an appointment, in its form. */
const offeredBy = (professional: Professional | undefined, { said, date }: Booked) => {
  const times = professional?.freeFor === undefined ? professional?.free : professional.freeFor[said.modality === 'onsite' ? `onsite@${said.place}` : said.modality]
  return spans(times?.[date])
}

/** When the child is at the day centre on the date of an appointment. */
const centreTime = ({ family: { dayCentre }, date }: Booked) => dayCentre?.days.includes(date) === true ? span([dayCentre.from, dayCentre.to]) : undefined

const keepsEvening = ({ said, withChild, parents, evening, to, family }: Booked): boolean =>
  evening ? said.modality === 'digital' && !withChild && parents.length > 0 : to <= span([family.bedtime, family.bedtime]).from

const sameMembers = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every(one => b.includes(one))

/** `doubleBooked`: two appointments at once that share a professional (of any family) or an attendee. */
export const checkDoubleBooking = (all: readonly Booked[]): readonly Violation[] => all.flatMap((one, index) =>
  all.slice(index + 1).flatMap((other): readonly Violation[] => {
    if (one.date !== other.date || !overlap(one, other)) return []
    const sharedStaff = one.said.professionals.some(id => other.said.professionals.includes(id))
    const sharedAttendee = one.family === other.family && one.said.attendees.some(who => other.said.attendees.includes(who))
    return sharedStaff || sharedAttendee ? [{ code: 'doubleBooked', family: one.family.id, needs: [one.need.id, other.need.id], date: one.date }] : []
  }))

/** `minding`: somebody is with the child during every appointment of parents only. `today`: this family's day. */
export const checkMinding = (booked: Booked, today: readonly Booked[]): readonly Violation[] => {
  const { family, said, date, parents } = booked
  if (family.child === null || booked.withChild || booked.evening || parents.length === 0) return []
  const gone = bare(booked)
  const atCentre = centreTime(booked)
  if (atCentre !== undefined && within(gone, atCentre)) return []
  if (atCentre === undefined && said.modality === 'digital' && spans(family.child.naps).some(nap => within(booked, nap))) return []
  if (family.sitter && said.modality === 'onsite') return []
  const violation = (...needs: readonly Booked[]): readonly Violation[] => [{ code: 'minding', family: family.id, needs: [booked, ...needs].map(one => one.need.id), date }]
  const minder = parents.length === 2 ? undefined : parents[0] === 'parentA' ? 'parentB' : 'parentA'
  if (minder === undefined) return violation()
  const atWork = (family.unavailable[minder]?.[date] ?? []).some(time => time[2] === 'work' && overlap(span(time), gone))
  const elsewhere = today.find(other => other !== booked && !other.withChild && other.parents.includes(minder) && overlap(bare(other), gone))
  return atWork ? violation() : elsewhere === undefined ? [] : violation(elsewhere)
}
