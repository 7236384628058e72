import type { AgendaCommand, CalendarCommand } from '@samenspel/agenda'
import type { FamilyCaseCommand, ShelfCommand } from '@samenspel/family-case'
import type { ConsultationCommand, ReferralCommand } from '@samenspel/front-door'
import type { Actor, FamilyId, Id, IsoInstant, OrganisationId, PersonId, Subject } from '@samenspel/kernel'
import type { OrganisationCommand, PractitionerCommand } from '@samenspel/register'

/** The bytes of a file of a family. Which contribution they belong to stands in the case file. */
export type KeepDocument = { readonly type: 'KeepDocument'; readonly by: Actor; readonly at: IsoInstant; readonly documentId: Id; readonly subject: Subject; /** In Base64. */ readonly bytes: string }

/** One command of the region's past, for the stream that its owner names. Carried out in this order, as if people had done it. */
export type Step =
  | { readonly to: 'organisation'; readonly id: OrganisationId; readonly command: OrganisationCommand }
  | { readonly to: 'practitioner'; readonly id: PersonId; readonly command: PractitionerCommand }
  | { readonly to: 'calendar'; readonly id: PersonId; readonly command: CalendarCommand }
  | { readonly to: 'family'; readonly id: FamilyId; readonly command: FamilyCaseCommand }
  | { readonly to: 'agenda'; readonly id: FamilyId; readonly command: AgendaCommand }
  | { readonly to: 'referral'; readonly id: FamilyId; readonly command: ReferralCommand }
  | { readonly to: 'consultation'; readonly id: Id; readonly command: ConsultationCommand }
  | { readonly to: 'shelf'; readonly id: 'practice'; readonly command: ShelfCommand }
  | { readonly to: 'document'; readonly id: FamilyId; readonly command: KeepDocument }
