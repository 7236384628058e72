import { minutesOf, refuse, type IsoInstant, type PersonId, type Zone } from '@samenspel/kernel'
import type { Agenda } from '../state.ts'
import { firstRefusal, hasCome, hasDouble, overlapOnDay, refuseDate, refuseOffGrid, sameSet } from '../checks.ts'
import { elsewhereSlots } from '../elsewhere/state.ts'
import { isStaffedBy } from '../needs/staffed.ts'
import { isAskedWith } from '../needs/occurrence.ts'
import { isTooNear } from '../needs/recurring.ts'
import type { Need } from '../needs/need.ts'
import { isPaused } from '../pace/state.ts'
import { appointmentStatus, appointmentsWith, needStatus } from '../statuses.ts'
import type { DatedInterval } from '../terms.ts'
import type { ProposalDraft, ProposedPart, Slot } from './events.ts'

type Moment = { readonly at: IsoInstant; readonly zone: Zone }

/**
 * Why a drafted proposal cannot be sent: it must stand on needs that are still open, keep to what each need allows,
 * lie in the future, and put nobody in two places at once.
 */
export const refuseDraft = (draft: ProposalDraft, agenda: Agenda, moment: Moment) => {
  const { parts, unplanned } = draft
  if (agenda.proposals.byId.has(draft.proposalId)) return refuse('proposal-known')
  if (parts.length === 0) return refuse('proposal-empty')
  if (parts.some(({ appointmentId }) => agenda.proposals.appointments.has(appointmentId)) || hasDouble(parts.map(({ appointmentId }) => appointmentId))) return refuse('appointment-known')
  if (hasDouble([...parts, ...unplanned].map(({ needId }) => needId))) return refuse('need-double')
  if (unplanned.some(({ needId }) => !agenda.needs.byId.has(needId))) return refuse('unknown-need')
  return firstRefusal(
    ...parts.map((part) => () => refusePart(part, agenda, moment)),
    () => refuseOverlap(parts, agenda),
    () => refuseTooNear(parts, agenda),
  )
}

const refusePart = (part: ProposedPart, agenda: Agenda, { at, zone }: Moment) => {
  const need = agenda.needs.byId.get(part.needId)
  if (need === undefined) return refuse('unknown-need')
  const status = needStatus(agenda, need)
  if (status === 'withdrawn') return refuse('need-withdrawn')
  const stands = refuseInsteadOf(part, agenda, { at, zone }) ?? (status === 'planned' && part.insteadOf === undefined ? refuse('need-planned') : undefined)
  if (stands !== undefined) return stands
  const invalid = refuseDate('date', part.date) ?? refuseOffGrid(timesOf(part))
  if (invalid !== undefined) return invalid
  if (hasCome(part.date, part.start, zone, at)) return refuse('in-the-past')
  if (isPaused(agenda.pace, part.date)) return refuse('planning-paused')
  if (minutesOf(part.end) - minutesOf(part.start) !== need.minutes) return refuse('wrong-length')
  // How late what is asked again and again may be depends on holidays too, which the planner knows.
  if (part.date < need.from || (need.recurrence === undefined && part.date > need.deadline)) return refuse('outside-window')
  if (!need.modalities.some((modality) => isSameModality(modality, part.modality))) return refuse('modality-not-allowed')
  if (!need.attendance.some((set) => sameSet(set, part.attendees))) return refuse('attendance-not-allowed')
  if (!isStaffedBy(need, part.practitioners)) return refuse('staffing-not-allowed')
  return part.evening && part.modality.kind !== 'digital' ? refuse('evening-not-digital') : undefined
}

/** What it takes the place of is an appointment of the same need that stands and is still to come. */
const refuseInsteadOf = ({ insteadOf, needId }: ProposedPart, agenda: Agenda, { at, zone }: Moment) => {
  if (insteadOf === undefined) return undefined
  const former = agenda.proposals.appointments.get(insteadOf)
  if (former === undefined || former.needId !== needId) return refuse('unknown-appointment')
  if (appointmentStatus(agenda, former) !== 'confirmed') return refuse('not-confirmed')
  return hasCome(former.date, former.start, zone, at) ? refuse('already-begun') : undefined
}

const timesOf = ({ date, start, end }: Pick<Slot, 'date' | 'start' | 'end'>): DatedInterval => ({ date, from: start, to: end })

const isSameModality = (a: Slot['modality'], b: Slot['modality']): boolean =>
  a.kind === b.kind && (a.kind !== 'onsite' || b.kind !== 'onsite' || a.place === b.place)

/** What is asked again and again never comes twice in one period: neither inside the proposal nor beside what stands. */
const refuseTooNear = (parts: readonly ProposedPart[], agenda: Agenda) => {
  const stands = appointmentsWith(agenda, 'confirmed', 'tookPlace', 'unknown')
  const isNear = (part: ProposedPart, { recurrence }: Need): boolean => recurrence !== undefined && [...stands, ...parts].some((other) =>
    other.needId !== part.needId && isAskedWith(agenda.needs, part.needId)(other.needId) && !goesFor(other, parts) && isTooNear(recurrence, part.date, other.date))
  return parts.some((part) => { const need = agenda.needs.byId.get(part.needId); return need !== undefined && isNear(part, need) }) ? refuse('outside-window') : undefined
}

const goesFor = ({ appointmentId }: Pick<ProposedPart, 'appointmentId'>, parts: readonly ProposedPart[]): boolean => parts.some(({ insteadOf }) => insteadOf === appointmentId)

type Busy = Slot & { readonly practitioners: readonly PersonId[] }

/** Nobody is in two appointments at once: neither inside the proposal nor beside what is confirmed and stays, or was made elsewhere. */
const refuseOverlap = (parts: readonly ProposedPart[], agenda: Agenda) => {
  const goes = new Set(parts.map(({ insteadOf }) => insteadOf))
  const confirmed: readonly Busy[] = [...appointmentsWith(agenda, 'confirmed').filter(({ appointmentId }) => !goes.has(appointmentId)), ...elsewhereSlots(agenda).map((slot) => ({ ...slot, practitioners: [] }))]
  const collides = (a: Busy, b: Busy) => overlapOnDay(timesOf(a), timesOf(b)) && peopleOf(a).some((person) => peopleOf(b).includes(person))
  return parts.some((part, index) => [...parts.slice(0, index), ...confirmed].some((other) => collides(part, other))) ? refuse('double-booked') : undefined
}

const peopleOf = ({ attendees, practitioners }: Busy): readonly PersonId[] => [...attendees, ...practitioners]
