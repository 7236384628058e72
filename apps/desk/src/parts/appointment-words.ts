import type { AppointmentStatus, Discipline } from '@samenspel/graphql-documents/desk'
import type { BeadShape, StatusTone } from '@samenspel/ui'

const medical: ReadonlySet<Discipline> = new Set<Discipline>(['HOSPITAL', 'GP', 'MIDWIFE', 'CHILD_HEALTH_CLINIC'])

/** The shape of a discipline on the thread: square medical, diamond the parent's own care, circle all others. */
export const beadOf = (discipline: Discipline | null): BeadShape => discipline !== null && medical.has(discipline) ? 'square' : discipline === 'ADULT_MENTAL_HEALTH' ? 'diamond' : 'circle'

export const statusTones: Record<AppointmentStatus, StatusTone> = {
  PROPOSED: 'wait', CONFIRMED: 'ok', CANCELLED: 'neutral', MOVED: 'neutral', TOOK_PLACE: 'ok', COULD_NOT_COME: 'neutral', UNKNOWN: 'neutral',
}
