import type { FamilyQuery, PlanFilePartsFragment } from '@samenspel/graphql-documents/desk'

/** A family as the viewer may see it. */
export type Family = NonNullable<FamilyQuery['family']>
/** What the parts of the plan need, on the page of the family and on that of its plan. */
export type PlanFile = PlanFilePartsFragment
/** What a contribution needs of the file that it stands in: on the page of the family, and where it was searched for. */
export type FileOfEntry = Pick<PlanFile, 'id' | 'zone' | 'jurisdiction' | 'members' | 'statements' | 'can'> & { readonly team: readonly Pick<PlanFile['team'][number], 'professional'>[] }
export type Contribution = Family['contributions']['nodes'][number]
/** The texts of a contribution, in the order in which they are read. */
export const contributionTexts = ['situation', 'parentsTold', 'whatWeDo', 'possibleMeaning', 'childsVoice', 'forParents'] as const satisfies readonly (keyof Contribution)[]
export type Goal = Family['goals'][number]
export type AgreementCard = Family['agreementCards'][number]
export type Bundle = Family['bundles'][number]
export type Appointment = Bundle['parts'][number]
