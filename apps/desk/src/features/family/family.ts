import type { FamilyQuery } from '@samenspel/graphql-documents/desk'

/** A family as the viewer may see it. */
export type Family = NonNullable<FamilyQuery['family']>
export type Contribution = Family['contributions']['nodes'][number]
export type Goal = Family['goals'][number]
export type AgreementCard = Family['agreementCards'][number]
export type Bundle = Family['bundles'][number]
export type Appointment = Bundle['parts'][number]
