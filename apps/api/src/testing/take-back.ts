import type { AgendaCommand } from '@samenspel/agenda'
import { newId } from '@samenspel/kernel'
import type { OpenedParts } from '../composition/parts.ts'
import type { Session } from '../sessions/sessions.ts'
import { settled } from './settled.ts'

/** Who takes which cancellation back. */
export type TakeBack = { readonly session: Session; readonly appointmentId: string }

/** Lets somebody take a cancellation back as their request would, and waits until all of it is done. */
export const takeBack = async (parts: OpenedParts, familyId: string, { session, appointmentId }: TakeBack): Promise<void> => {
  await parts.app.acting.inAgenda({
    session, familyId, commandId: newId(), operation: 'reinstateAppointment',
    make: ({ by, at, zone, id }): AgendaCommand => ({ type: 'ReinstateAppointment', by, at, zone, appointmentId, holdId: id('hold') }),
  })
  await settled(parts.files, familyId)
}
