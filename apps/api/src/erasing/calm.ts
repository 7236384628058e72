import { appointmentsWith, calendarsFor, proposalsWith, type Agenda, type Appointment } from '@samenspel/agenda'
import { isRecordOf, type Controller, type Kin } from '@samenspel/erasure'
import { momentOf, newId, system, type FamilyId, type IsoInstant, type PersonId, type Subject, type Zone } from '@samenspel/kernel'
import type { AllFiles } from '../composition/files.ts'

export type ToErase = { readonly family: FamilyId; readonly person: PersonId; readonly controllers: readonly Controller[]; readonly kin: Kin; readonly zone: Zone }

/**
 * What must not be left half when somebody's record goes: proposals that ask or plan this person are withdrawn, and appointments of this
 * person's own that are still to come are cancelled, so that no calendar holds a time of which nobody knows any more what it is for.
 * What was agreed for others stays. Done twice is done once.
 */
export const calmAgenda = async (files: Pick<AllFiles, 'agendas'>, settle: (family: FamilyId) => Promise<void>, toErase: ToErase, now: IsoInstant): Promise<void> => {
  const { family, zone } = toErase
  const ask = { by: system, at: now }
  const agenda = await files.agendas.state(family)
  for (const { proposalId } of proposalsWith(agenda, 'sent', 'confirming').filter((proposal) => concerns(agenda, proposal.proposalId, toErase))) {
    await files.agendas.handle(family, { type: 'WithdrawProposal', ...ask, proposalId }, newId())
  }
  for (const { appointmentId, date, start } of appointmentsWith(agenda, 'confirmed').filter((appointment) => isErasedWith(agenda, appointment, toErase))) {
    if (momentOf(date, start, zone) > now) await files.agendas.handle(family, { type: 'CancelAppointment', ...ask, zone, appointmentId }, newId())
  }
  await settle(family)
}

const concerns = ({ proposals }: Agenda, proposalId: string, { person, kin }: ToErase): boolean =>
  (proposals.byId.get(proposalId)?.parts ?? []).flatMap((id) => proposals.appointments.get(id) ?? []).some(({ asked, attendees, subject }) =>
    asked.includes(person) || attendees.includes(person) || isRecordOf(subject, person, kin))

/** Whether nothing will be left of an appointment: its own facts go, or those of what it is for. */
const isErasedWith = ({ needs }: Agenda, appointment: Appointment, { person, kin, controllers }: ToErase): boolean =>
  [appointment, needs.byId.get(appointment.needId)].some((fact) => fact !== undefined && isRecordOf(fact.subject, person, kin) && controllers.includes(fact.by.organisation ?? 'case'))

/**
 * Practitioners, and rooms, in whose calendars this person's times may be forgotten: of those that hold a time to come for the same person in another
 * family, nothing is destroyed, since it would look free.
 */
export const calendarsToForget = async (files: Pick<AllFiles, 'agendas' | 'calendars'>, { family, person, kin, zone }: ToErase, now: IsoInstant): Promise<readonly PersonId[]> => {
  const { needs, proposals } = await files.agendas.state(family)
  const practitioners = new Set([...[...needs.byId.values()].flatMap(({ staffing }) => staffing.flat()), ...[...proposals.appointments.values()].flatMap(calendarsFor)])
  const own = (subject: Subject) => isRecordOf(subject, person, kin)
  const asked = await Promise.all([...practitioners].map(async (practitioner) => {
    const { taken } = await files.calendars.state(practitioner)
    return [...taken.values()].some((one) => own(one.subject) && one.familyId !== family && momentOf(one.date, one.from, zone) > now) ? [] : [practitioner]
  }))
  return asked.flat()
}
