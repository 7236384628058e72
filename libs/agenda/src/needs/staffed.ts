/** Who of the professionals at an appointment holds it, and who interprets. */
import { sameSet } from '../checks.ts'
import type { PractitionerId } from '../terms.ts'
import type { NeedDetails } from './events.ts'

type Staffed = Pick<NeedDetails, 'staffing' | 'interpreter'>

const interpretsAt = ({ interpreter }: Pick<Staffed, 'interpreter'>) => (practitioner: PractitionerId): boolean => interpreter?.by.includes(practitioner) === true

/** Those who hold it: everybody but who interprets. */
export const heldBy = (need: Pick<Staffed, 'interpreter'>, practitioners: readonly PractitionerId[]): readonly PractitionerId[] =>
  practitioners.filter((one) => !interpretsAt(need)(one))

/** Whether a need allows these together: one of its alternatives, and one who interprets exactly when it asks for somebody. */
export const isStaffedBy = (need: Staffed, practitioners: readonly PractitionerId[]): boolean =>
  need.staffing.some((set) => sameSet(set, heldBy(need, practitioners))) && practitioners.filter(interpretsAt(need)).length === (need.interpreter === undefined ? 0 : 1)
