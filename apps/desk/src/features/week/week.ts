import type { FamilyWeekQuery } from '@samenspel/graphql-documents/desk'

export type WeekFamily = NonNullable<FamilyWeekQuery['family']>
export type Rhythm = WeekFamily['rhythms'][number]
export type Limits = NonNullable<WeekFamily['limits']>

const parentRoles: ReadonlySet<string> = new Set(['MOTHER', 'FATHER', 'PARENT', 'GUARDIAN', 'STEP_PARENT', 'FOSTER_PARENT'])

/** The members of a family, as far as it takes to know who are parents at home. */
export type WithParents = { readonly members: readonly Pick<WeekFamily['members'][number], 'id' | 'firstName' | 'role' | 'inHousehold' | 'isErased'>[] }

/** Who at home can have told it. */
export const parentsOf = ({ members }: WithParents) => members.filter(({ role, inHousehold, isErased }) => inHousehold && isErased !== true && parentRoles.has(role))

/** The names of the days from Monday on, from any Monday. */
export const mondayFirst: readonly string[] = Array.from({ length: 7 }, (_, index) => `2024-01-0${index + 1}`)
