import type { MyOrganisationQuery } from '@samenspel/graphql-documents/desk'

export type OwnOrganisation = MyOrganisationQuery['myOrganisation']
export type OwnLocation = OwnOrganisation['locations'][number]
export type AwayPeriod = OwnOrganisation['away'][number]
export type TravelTimes = OwnOrganisation['travel']

/** Things in a room, as somebody typed them: with commas between. */
export const wordsOf = (typed: string): string[] => [...new Set(typed.split(',').map((word) => word.trim()).filter((word) => word !== ''))]
