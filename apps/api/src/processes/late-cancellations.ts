import { isErased, type OpenedEvent } from '@samenspel/event-codec'
import type { AppointmentsEvent } from '@samenspel/agenda'
import { dayOf, newId, system, zoneOf } from '@samenspel/kernel'
import type { AllFiles } from '../composition/files.ts'

type Files = Pick<AllFiles, 'cases'>

/**
 * A late cancellation in the agenda is noted in the case file, where two of them open a question for the team.
 * The same event again has no second effect: the case file knows the appointment.
 */
export const noteLateCancellation = async (files: Files, { id, stream, content }: OpenedEvent): Promise<void> => {
  if (isErased(content)) return
  const event = content as AppointmentsEvent
  // What the software cancels, the family did not.
  if (event.type !== 'AppointmentCancelled' || !event.late || event.by.role === 'system') return
  const familyId = stream.slice('agenda-'.length)
  const file = await files.cases.state(familyId)
  if (!file.isOpen) return
  const on = dayOf(event.at, zoneOf(file.family.jurisdiction))
  await files.cases.handle(familyId, { type: 'NoteLateCancellation', by: system, at: event.at, appointmentId: event.appointmentId, on, promptId: newId() }, id)
}
