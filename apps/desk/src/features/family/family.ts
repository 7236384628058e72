import type { FamilyQuery } from '@samenspel/graphql-documents/desk'

/** A family as the viewer may see it. */
export type Family = NonNullable<FamilyQuery['family']>
/** What the parts of the plan need, on the page of the family and on that of its plan. */
export type PlanFile = Pick<Family, 'id' | 'name' | 'jurisdiction' | 'zone' | 'members' | 'dyads' | 'team' | 'guidingQuestion' | 'goals' | 'agreementCards' | 'actions' | 'placements' | 'statements' | 'can'>
export type Contribution = Family['contributions']['nodes'][number]
export type Goal = Family['goals'][number]
export type AgreementCard = Family['agreementCards'][number]
export type Bundle = Family['bundles'][number]
export type Appointment = Bundle['parts'][number]
