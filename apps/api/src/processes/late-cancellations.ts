import { isErased, type OpenedEvent } from '@samenspel/event-codec'
import type { AppointmentsEvent } from '@samenspel/agenda'
import { dayOf, newId, system, zoneOf } from '@samenspel/kernel'
import type { AllFiles } from '../composition/files.ts'
import { peaceOf } from '../disclosure/peace.ts'

type Files = Pick<AllFiles, 'cases' | 'agendas'>

/**
 * A late cancellation in the agenda is noted in the case file, where two of them open a question for the team; one that was taken
 * back is withdrawn there. The same event again has no second effect: its id is that of the command.
 */
export const noteLateCancellation = async (files: Files, { id, stream, content }: OpenedEvent): Promise<void> => {
  if (isErased(content)) return
  const event = content as AppointmentsEvent
  // What the software cancels, the family did not.
  const isNoted = event.type === 'AppointmentCancelled' && event.late && event.by.role !== 'system'
  if (!isNoted && event.type !== 'AppointmentReinstated') return
  const familyId = stream.slice('agenda-'.length)
  const file = await files.cases.state(familyId)
  if (!file.isOpen) return
  if (event.type === 'AppointmentReinstated') {
    await files.cases.handle(familyId, { type: 'WithdrawLateCancellation', by: system, at: event.at, appointmentId: event.appointmentId }, id)
    return
  }
  // After a loss, and while it rests, nothing that a family lets go asks a question of anybody.
  if (peaceOf({ file, agenda: await files.agendas.state(familyId) }, event.at) !== undefined) return
  const on = dayOf(event.at, zoneOf(file.family.jurisdiction))
  await files.cases.handle(familyId, { type: 'NoteLateCancellation', by: system, at: event.at, appointmentId: event.appointmentId, on, promptId: newId() }, id)
}
