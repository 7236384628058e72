import type { Consultation, Referral } from '@samenspel/front-door'
import type { Id, IsoDate, IsoInstant } from '@samenspel/kernel'
import type { Session } from '../sessions/sessions.ts'
import type { Asking } from './viewer.ts'

/** What came in at the front door, as it opened to who works there; and who does. */
export type Opened<Kind, State> = { readonly kind: Kind; readonly id: Id; readonly state: State }
export type OpenedReferral = Opened<'referral', Referral>
export type OpenedEntry = OpenedReferral | Opened<'consultation', Consultation>

/** Who works on it, and when. @property today where it was received */
export type DoorDesk = { readonly asking: Asking; readonly now: IsoInstant; readonly today: IsoDate; readonly registrationValid: boolean; readonly session: Session; readonly commandId: Id }
