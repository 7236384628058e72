import type { DrawnAs, DyadForm, DyadInput, DyadKind, MemberInput, MemberRole, NetworkQuery, SupportInput, SupportKind, TieStrength } from '@samenspel/graphql-documents/desk'
import { isChild } from '../../parts/members.ts'

/** A family with its people, bonds and surroundings, as the viewer may see it. */
export type NetworkFamily = NonNullable<NetworkQuery['family']>
export type NetworkMember = NetworkFamily['members'][number]
export type NetworkDyad = NetworkFamily['dyads'][number]
export type NetworkSupport = NetworkFamily['supports'][number]

export const adultRoles = ['MOTHER', 'FATHER', 'PARENT', 'STEP_PARENT', 'FOSTER_PARENT', 'GUARDIAN', 'GRANDPARENT', 'OTHER', 'INSTITUTION'] as const satisfies readonly MemberRole[]
export const roles = ['CHILD', 'SIBLING', 'UNBORN_CHILD', ...adultRoles] as const satisfies readonly MemberRole[]
export const dyadKinds = ['PARENT_AND_CHILD', 'CAREGIVER_AND_CHILD', 'SIBLINGS', 'PARTNERS', 'FORMER_PARTNERS', 'OTHER'] as const satisfies readonly DyadKind[]
export const tieStrengths = ['STRONG', 'WEAK', 'STRESSFUL', 'BROKEN'] as const satisfies readonly TieStrength[]
export const supportKinds = ['SCHOOL', 'CHILDCARE', 'WORK', 'FAITH', 'LEISURE', 'COMMUNITY', 'HOUSING', 'FINANCE', 'HEALTH', 'OTHER'] as const satisfies readonly SupportKind[]
export const formsOf: Readonly<Record<DyadKind, readonly DyadForm[]>> = {
  PARENT_AND_CHILD: ['BIRTH', 'ADOPTIVE', 'FOSTER', 'STEP', 'GUARDIAN'], CAREGIVER_AND_CHILD: ['FOSTER', 'STEP', 'GUARDIAN', 'RELATIVE', 'FRIEND', 'NEIGHBOUR', 'VOLUNTEER'],
  SIBLINGS: ['FULL', 'HALF', 'STEP_SIBLING', 'FOSTER_SIBLING', 'TWIN'], PARTNERS: ['TOGETHER', 'MARRIED', 'LIVING_APART'], FORMER_PARTNERS: ['SEPARATED', 'DIVORCED'], OTHER: ['RELATIVE', 'FRIEND', 'NEIGHBOUR', 'VOLUNTEER'],
}

const outside = (word: string): string => word.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()
/** The kind of a bond, as a command says it. */
export const kindOf = ({ kind }: Pick<NetworkDyad, 'kind'>): DyadKind => dyadKinds.find((one) => one === outside(kind)) ?? 'OTHER'
export const dyadKey = (kind: DyadKind) => `network.kind.${kind}` as const

/** Somebody who can be written about and changed: neither erased nor known by name alone. */
export const isOpen = (member: NetworkMember): boolean => member.isErased !== true && member.version !== null
/** Who belongs to the network today. */
export const isHere = ({ until }: Pick<NetworkMember, 'until'>, today: string): boolean => until === null || until >= today
/** Which children have nobody with authority on record yet. */
export const withoutAuthority = (family: NetworkFamily): readonly NetworkMember[] =>
  family.members.filter((member) => isChild(member) && member.role !== 'UNBORN_CHILD' && member.passed === null && isOpen(member) && !family.authorities.some(({ child }) => child === member.id))

// ── Forms: text by text, so that they can be kept while somebody types

export const newMember = (role: MemberRole, inHousehold: boolean) =>
  ({ role: role as string, firstName: '', name: '', birthDate: '', dueDate: '', inHousehold: inHousehold ? 'yes' : '', drawnAs: '', phone: '', language: '', since: '', until: '', carriedBy: '', version: '' })
export type MemberValues = ReturnType<typeof newMember>

export const memberValues = (member: NetworkMember): MemberValues => ({
  role: member.role, firstName: member.firstName, name: member.name ?? '', birthDate: member.birthDate ?? '', dueDate: member.dueDate ?? '', inHousehold: member.inHousehold ? 'yes' : '', drawnAs: member.drawnAs ?? '',
  phone: member.phone ?? '', language: member.language ?? '', since: member.since ?? '', until: member.until ?? '', carriedBy: member.carriedBy ?? '', version: member.version ?? '',
})

const filled = <Name extends string>(values: Readonly<Record<Name, string>>, ...names: readonly Name[]): Partial<Record<Name, string>> =>
  Object.fromEntries(names.flatMap((name) => values[name].trim() === '' ? [] : [[name, values[name].trim()]])) as Partial<Record<Name, string>>

export const memberInput = (values: MemberValues): MemberInput => ({
  role: roles.find((role) => role === values.role) ?? 'OTHER', firstName: values.firstName.trim(), inHousehold: values.inHousehold === 'yes', ...filled(values, 'name', 'phone', 'language'),
  ...(values.role === 'UNBORN_CHILD' ? filled(values, 'dueDate') : filled(values, 'birthDate')), ...(values.drawnAs !== '' && { drawnAs: values.drawnAs as DrawnAs }),
})

export const newDyad = { one: '', other: '', kind: 'PARENT_AND_CHILD' as string, form: '', tie: '', since: '', until: '', careDays: '', note: '', version: '', isCorrection: '' }
export type DyadValues = typeof newDyad
export const dyadValues = (dyad: NetworkDyad): DyadValues => ({
  one: dyad.memberIds[0] ?? '', other: dyad.memberIds[1] ?? '', kind: kindOf(dyad), form: dyad.form ?? '', tie: dyad.tie ?? '', since: dyad.since ?? '', until: dyad.until ?? '', careDays: dyad.careDays.join(' '), note: dyad.note ?? '',
  version: dyad.version, isCorrection: '',
})
export const careDaysIn = ({ careDays }: Pick<DyadValues, 'careDays'>): readonly number[] => careDays.split(' ').filter(Boolean).map(Number)
export const dyadInput = (values: DyadValues): DyadInput => {
  const kind = dyadKinds.find((one) => one === values.kind) ?? 'OTHER'
  const form = formsOf[kind].find((one) => one === values.form)
  const days = careDaysIn(values)
  return {
    kind, ...(form !== undefined && { form }), ...(values.tie !== '' && { tie: values.tie as TieStrength }), ...filled(values, 'since', 'until', 'note'), ...(days.length > 0 && isWithChild(kind) && { careDays: [...days] }),
  }
}
export const isWithChild = (kind: DyadKind): boolean => kind === 'PARENT_AND_CHILD' || kind === 'CAREGIVER_AND_CHILD'

export const newSupport = { name: '', kind: 'SCHOOL' as string, tie: '', helps: '', since: '', until: '', version: '' }
export type SupportValues = typeof newSupport
export const supportValues = (support: NetworkSupport): SupportValues =>
  ({ name: support.name, kind: support.kind, tie: support.tie ?? '', helps: support.helps ?? '', since: support.since ?? '', until: support.until ?? '', version: support.version })
export const supportInput = (values: SupportValues): SupportInput =>
  ({ name: values.name.trim(), kind: supportKinds.find((kind) => kind === values.kind) ?? 'OTHER', ...(values.tie !== '' && { tie: values.tie as TieStrength }), ...filled(values, 'helps', 'since', 'until') })
