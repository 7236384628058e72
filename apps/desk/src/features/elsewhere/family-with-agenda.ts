import type { BundlePartsFragment, MemberPartsFragment } from '@samenspel/graphql-documents/desk'

/** What these parts need to know of a family; its page and its planner both do. */
export type FamilyWithAgenda = { readonly id: string; readonly zone: string; readonly members: readonly MemberPartsFragment[]; readonly bundles: readonly BundlePartsFragment[] }
