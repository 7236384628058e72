import { without } from '@samenspel/kernel'
import { isChild, isParent, type Family, type Member } from '../family/family.ts'
import type { MemberStatus, SilenceEvent } from './events.ts'

export const evolveSilence = (family: Family, event: SilenceEvent): Family => {
  switch (event.type) {
    case 'MemberStatusRecorded': {
      const { memberId, by, at, status, on } = event
      return withMember(family, memberId, (member) => ({ ...member, passed: { by, at, status, ...(on !== undefined && { on }) } }))
    }
    case 'MemberStatusCorrected':
      return withMember(family, event.memberId, (member) => without(member, 'passed'))
    case 'MessagesStopped':
      return { ...family, silence: { silenceId: event.silenceId, since: event.at } }
    case 'MessagesResumed':
      return without(family, 'silence')
  }
}

const withMember = (family: Family, memberId: string, change: (member: Member) => Member): Family =>
  ({ ...family, members: family.members.map((member) => member.memberId === memberId ? change(member) : member) })

/** Whether nothing that the software does by itself may reach this family. The one place that says so. */
export const isSilent = ({ silence }: Pick<Family, 'silence'>): boolean => silence !== undefined

/** What a loss is called for this member; nothing for who is no person. */
export const statusAfterLoss = (member: Pick<Member, 'role'>): MemberStatus | undefined =>
  member.role === 'unbornChild' ? 'pregnancyEnded' : member.role === 'institution' ? undefined : 'died'

/**
 * Whether the family is left in peace after this loss: of a child, of a pregnancy, and of somebody who brought up a child. That a grandmother or
 * a neighbour died is kept with them, and stops nothing by itself.
 */
export const silences = (member: Pick<Member, 'role'>): boolean => isChild(member) || member.role === 'unbornChild' || isParent(member)
