/** The rules about one appointment, and about who is asked for twice at one time. */
import type { Attendee, BundlingCase, Family, Interpreter, Professional } from '../format/case.ts'
import type { DefiningRule, RuleCode } from '../format/plan.ts'
import { overlap, span, spans, within, type Booked, type Violation } from './booked.ts'

export const checkAppointment = (instance: BundlingCase, booked: Booked): readonly Violation[] => {
  const broken: (RuleCode | DefiningRule)[] = []
  const { family, need, said, date, parents } = booked
  const demand = (kept: boolean, code: RuleCode | DefiningRule): void => { if (!kept) broken.push(code) }
  demand(need.from <= date && date <= need.deadline, 'window')
  demand(need.modalities.some(one => one === (said.modality === 'onsite' ? `onsite@${said.place}` : said.modality)), 'modality')
  demand(need.attendance.some(one => sameMembers(one, said.attendees)), 'attendance')
  demand(need.staffing.some(one => sameMembers(one, said.professionals)), 'staffing')
  demand(said.professionals.every(id => offeredBy(instance.professionals[id], booked).some(free => within(booked, free))), 'offer')
  demand(need.interpreter === undefined ? said.interpreter === undefined : interprets(instance.interpreters?.[said.interpreter ?? ''], need.interpreter, booked), 'interpreter')
  if (said.modality === 'onsite') {
    const rooms = instance.roomsAt?.[said.place ?? '']
    const room = rooms?.find(one => one.id === said.room)
    const free = rooms === undefined ? said.room === undefined ? instance.rooms[said.place ?? '']?.[date] : [] : room?.free[date]
    demand(spans(free).some(time => within(booked, time)), 'room')
    demand((need.equipment ?? []).every(one => room?.equipment.includes(one) === true), 'equipment')
    demand(instance.closed?.[said.place ?? '']?.includes(date) !== true, 'closed')
  }
  demand(instance.holidays?.includes(date) !== true, 'closed')
  const hours = family.dayHours?.[Temporal.PlainDate.from(date).dayOfWeek]
  demand(hours === undefined || within(booked, span(hours)), 'dayHours')
  demand(keepsEvening(booked), 'evening')
  if (booked.children.length > 0) {
    demand(!booked.children.some(child => napsOf(family, child).some(nap => overlap(booked, nap))), 'nap')
    demand(said.modality === 'onsite' || !booked.children.some(child => awayTimes(booked, child).some(away => overlap(booked, away))), 'dayCentre')
    const atCentre = centreTime(booked)
    const guarded = atCentre !== undefined && said.modality === 'onsite' && said.place === family.dayCentre?.place && within(booked.there, atCentre) && booked.children.every(child => child === 'child')
    demand(parents.length > 0 || guarded, 'childAlone')
  }
  demand(!(family.parentsApart && parents.length === 2) || said.modality === 'digital', 'apart')
  return broken.map(code => ({ code, family: family.id, needs: [need.id], date }))
}

/** The times that a professional offers on the date of an appointment, in its form. */
const offeredBy = (professional: Pick<Professional, 'free' | 'freeFor'> | undefined, { said, date }: Booked) => {
  const times = professional?.freeFor === undefined ? professional?.free : professional.freeFor[said.modality === 'onsite' ? `onsite@${said.place}` : said.modality]
  return spans(times?.[date])
}

const interprets = (interpreter: Interpreter | undefined, language: string, booked: Booked): boolean =>
  interpreter?.languages.includes(language) === true && offeredBy(interpreter, booked).some(free => within(booked, free))

const otherChild = ({ children = [] }: Family, child: Attendee) => children.find(({ id }) => id === child)

const napsOf = (family: Family, child: Attendee) => spans(child === 'child' ? family.child?.naps : otherChild(family, child)?.naps)

/** When somebody outside the family minds a child on the date of an appointment. */
const awayTimes = (booked: Booked, child: Attendee) => {
  if (child !== 'child') return spans(otherChild(booked.family, child)?.away[booked.date])
  const atCentre = centreTime(booked)
  return atCentre === undefined ? [] : [atCentre]
}

/** When the child is at the day centre on the date of an appointment. */
const centreTime = ({ family: { dayCentre }, date }: Booked) => dayCentre?.days.includes(date) === true ? span([dayCentre.from, dayCentre.to]) : undefined

const keepsEvening = ({ said, children, parents, evening, there, family }: Booked): boolean =>
  evening ? said.modality === 'digital' && children.length === 0 && parents.length > 0 : there.to <= span([family.bedtime, family.bedtime]).from

const sameMembers = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every(one => b.includes(one))

/** `doubleBooked`: two appointments at once that share a professional, an interpreter or a room (of any family), or that ask an attendee to be at both. */
export const checkDoubleBooking = (all: readonly Booked[]): readonly Violation[] => all.flatMap((one, index) =>
  all.slice(index + 1).flatMap((other): readonly Violation[] => {
    if (one.date !== other.date || !overlap(one.there, other.there)) return []
    const sharedStaff = overlap(one, other) && (one.said.professionals.some(id => other.said.professionals.includes(id))
      || (one.said.interpreter !== undefined && one.said.interpreter === other.said.interpreter)
      || (one.said.room !== undefined && one.said.room === other.said.room && one.place === other.place))
    const sharedAttendee = one.family === other.family && one.said.attendees.some(who => other.said.attendees.includes(who))
    return sharedStaff || sharedAttendee ? [{ code: 'doubleBooked', family: one.family.id, needs: [one.need.id, other.need.id], date: one.date }] : []
  }))

/** `minding`: somebody is with each child during every appointment of parents to which that child doesn't come. `today`: this family's day. */
export const checkMinding = (booked: Booked, today: readonly Booked[]): readonly Violation[] => {
  const { family, said, date, parents, bare, there } = booked
  if (booked.evening || parents.length === 0) return []
  const violation = (...needs: readonly Booked[]): Violation => ({ code: 'minding', family: family.id, needs: [booked, ...needs].map(one => one.need.id), date })
  const toMind: readonly Attendee[] = [...family.child === null ? [] : ['child' as const], ...(family.children ?? []).map(({ id }) => id)]
  return toMind.filter(child => !isWith(booked, child)).flatMap((child): readonly Violation[] => {
    const away = awayTimes(booked, child)
    if (away.some(time => within(bare, time))) return []
    const sleepsAtHome = child === 'child' ? away.length === 0 : !away.some(time => overlap(time, there))
    if (sleepsAtHome && said.modality === 'digital' && napsOf(family, child).some(nap => within(there, nap))) return []
    if (family.sitter && said.modality === 'onsite') return []
    const minder = parents.length === 2 ? undefined : parents[0] === 'parentA' ? 'parentB' : 'parentA'
    if (minder === undefined) return [violation()]
    const atWork = (family.unavailable[minder]?.[date] ?? []).some(time => time[2] === 'work' && overlap(span(time), bare))
    const elsewhere = today.find(other => other !== booked && !isWith(other, child) && other.parents.includes(minder) && overlap(other.bare, bare))
    return atWork ? [violation()] : elsewhere === undefined ? [] : [violation(elsewhere)]
  })
}

/** Whether a child attends, or comes along with another who does. */
const isWith = ({ children, family }: Booked, child: Attendee): boolean =>
  children.includes(child) || (otherChild(family, child)?.comesAlong === true && children.length > 0)
