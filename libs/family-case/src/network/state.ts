import { entryOf, pick } from '../fact.ts'
import type { Dyad, DyadPhase, Family, Member } from '../family/family.ts'
import { dyadFields } from '../family/decide.ts'
import type { DyadContent } from '../family/events.ts'
import type { MemberContent, NetworkEvent } from './events.ts'

export const memberContentFields: Readonly<Record<keyof MemberContent, true>> = {
  role: true, firstName: true, name: true, birthDate: true, dueDate: true, inHousehold: true, drawnAs: true, phone: true, language: true, since: true, until: true,
}

export const evolveNetwork = (family: Family, event: NetworkEvent): Family => {
  switch (event.type) {
    case 'MemberChanged':
      return { ...family, members: family.members.map((member) => member.memberId === event.memberId && member.isErased !== true ? changed(member, event) : member) }
    case 'DyadChanged':
      return { ...family, dyads: family.dyads.map((dyad) => dyad.dyadId === event.dyadId ? otherwise(dyad, event) : dyad) }
    case 'SupportRecorded':
      return { ...family, supports: [...family.supports.filter(({ supportId }) => supportId !== event.supportId), entryOf(event)] }
  }
}

const changed = (member: Member, event: Extract<NetworkEvent, { type: 'MemberChanged' }>): Member => {
  const { memberId, carriedBy, isIndexChild, passed } = member
  const { inHousehold, until, ...content } = entryOf(event)
  return {
    ...content, memberId, isIndexChild, ...(carriedBy !== undefined && { carriedBy }), ...(passed !== undefined && { passed }), ...(until !== undefined && { until }),
    // Who belongs to the network no more doesn't live at home either.
    inHousehold: inHousehold && until === undefined,
  }
}

const otherwise = (dyad: Dyad, event: Extract<NetworkEvent, { type: 'DyadChanged' }>): Dyad => {
  const { isCorrection, ...now } = event
  const before = isCorrection || (dyad.kind === event.kind && dyad.form === event.form) ? dyad.before : [...dyad.before ?? [], phaseOf(dyad, event.since)]
  return { ...entryOf(now), ...(before !== undefined && { before }) }
}

const phaseOf = ({ kind, form, since, until }: Dyad, ended: string | undefined): DyadPhase => {
  const last = until ?? ended
  return { kind, ...(form !== undefined && { form }), ...(since !== undefined && { since }), ...(last !== undefined && { until: last }) }
}

/** The version from which a change begins; what was never changed is named after itself. */
export const versionOf = ({ version, memberId }: Pick<Member, 'version' | 'memberId'>): string => version ?? memberId
export const dyadVersionOf = ({ version, dyadId }: Pick<Dyad, 'version' | 'dyadId'>): string => version ?? dyadId

/** What a member says now, without who recorded it and what never changes. */
export const memberContentOf = (member: Member): MemberContent => pick<MemberContent>(member, memberContentFields)
export const dyadContentOf = (dyad: Dyad): DyadContent => pick<DyadContent>(dyad, dyadFields)
