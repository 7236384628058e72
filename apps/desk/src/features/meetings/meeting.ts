import type { MeetingInput, MeetingMaterialQuery, MeetingsQuery, Presence } from '@samenspel/graphql-documents/desk'
import { isChild } from '../../parts/members.ts'

export type MeetingsFamily = NonNullable<MeetingsQuery['family']>
export type Meeting = MeetingsFamily['meetings'][number]
export type Point = Meeting['points'][number]
export type Material = NonNullable<MeetingMaterialQuery['family']>['meetingMaterial'][number]

export const isOver = ({ status }: Pick<Meeting, 'status'>): boolean => status === 'HELD' || status === 'CANCELLED'

const parentRoles: readonly string[] = ['MOTHER', 'FATHER', 'PARENT']

/** Everybody whom a meeting can ask: the parents first, then the team, then other adults of the family. */
export type Invitable = { readonly id: string; readonly name: string; readonly role: string; readonly isParent: boolean; readonly isOfFamily: boolean }

export const invitablesIn = ({ members, team }: Pick<MeetingsFamily, 'members' | 'team'>, roleOf: (role: string) => string): readonly Invitable[] => {
  const adults = members.filter((member) => !isChild(member) && member.isErased !== true && member.passed === null)
    .map(({ id, firstName, role }): Invitable => ({ id, name: firstName, role: roleOf(role), isParent: parentRoles.includes(role), isOfFamily: true }))
  const professionals = [...new Map(team.map(({ professional }) => [professional.id, professional])).values()]
    .map(({ id, name, title, organisation }): Invitable => ({ id, name, role: [title, organisation.name].filter((part) => part !== '').join(', '), isParent: false, isOfFamily: false }))
  return [...adults.filter(({ isParent }) => isParent), ...professionals, ...adults.filter(({ isParent }) => !isParent)]
}

/** What a form holds of who is asked: nobody, may or must; beside each other in one field, since a draft holds texts. */
export type Asking = '' | Presence
export const askingIn = (field: string): ReadonlyMap<string, Presence> => new Map(field.split(' ').filter((one) => one !== '').map((one) => {
  const [id, presence] = one.split(':')
  return [id ?? '', presence === 'MUST' ? 'MUST' : 'MAY'] as const
}))
export const withAsking = (field: string, id: string, asking: Asking): string => {
  const all = new Map(askingIn(field))
  if (asking === '') all.delete(id)
  else all.set(id, asking)
  return [...all].map(([one, presence]) => `${one}:${presence}`).join(' ')
}

export type ConveneValues = Readonly<Record<'version' | 'purpose' | 'dueOn' | 'asked' | 'reason' | 'teller', string>>

/** Parents and whoever convenes must come, the others of the team may: that is how most meetings begin. */
export const newMeeting = (people: readonly Invitable[], viewerId: string, purpose: string): ConveneValues => ({
  version: '', purpose, dueOn: '', reason: '', teller: viewerId,
  asked: people.filter(({ isParent, isOfFamily }) => isParent || !isOfFamily).reduce((field, { id, isParent }) => withAsking(field, id, isParent || id === viewerId ? 'MUST' : 'MAY'), ''),
})

export const valuesOf = ({ version, purpose, dueOn, attendees, without }: Meeting, viewerId: string): ConveneValues => ({
  version, purpose, dueOn: dueOn ?? '', asked: attendees.reduce((field, { id, presence }) => withAsking(field, id, presence), ''), reason: without?.reason ?? '', teller: without?.tellerId ?? viewerId,
})

export const leftOut = (people: readonly Invitable[], { asked }: Pick<ConveneValues, 'asked'>): readonly Invitable[] => {
  const all = askingIn(asked)
  return people.filter(({ id, isParent }) => isParent && !all.has(id))
}

export const inputOf = (values: ConveneValues, people: readonly Invitable[]): MeetingInput => ({
  purpose: values.purpose.trim(), ...(values.dueOn !== '' && { dueOn: values.dueOn }),
  attendees: [...askingIn(values.asked)].map(([personId, presence]) => ({ personId, presence })),
  ...(leftOut(people, values).length > 0 && { without: { reason: values.reason.trim(), tellerId: values.teller } }),
})

export const groups = ['ASKED', 'STUCK', 'DUE', 'NEW'] as const

/** What stands on the agenda already isn't offered again. */
export const notYetOn = (material: readonly Material[], { points }: Pick<Meeting, 'points'>): readonly Material[] => {
  const on = new Set(points.flatMap(({ source }) => source === null ? [] : [`${source.kind} ${source.id}`]))
  return material.filter(({ kind, entryId }) => !on.has(`${kind} ${entryId}`))
}
