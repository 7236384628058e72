import type { WeekOfFamilyQuery } from '@samenspel/graphql-documents/parent-pages'

/** The weeks of a family that somebody may set, with what holds for it as a whole. */
export type Week = WeekOfFamilyQuery['families']['nodes'][number]
export type Rhythm = Week['rhythms'][number]
export type Limits = NonNullable<Week['limits']>
