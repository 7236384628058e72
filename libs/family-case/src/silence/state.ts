import type { IsoInstant } from '@samenspel/kernel'
import { entryOf } from '../fact.ts'
import { isChild, type Family, type Member } from '../family/state.ts'
import type { MemberStatus, SilenceEvent } from './events.ts'

/** Since when nothing reaches the family by itself. */
export type Silence = { readonly silenceId: string; readonly since: IsoInstant }

export const evolveSilence = (family: Family, event: SilenceEvent): Family => {
  switch (event.type) {
    case 'MemberStatusRecorded': {
      const { memberId, category: _, subject: __, ...passed } = entryOf(event)
      return withMember(family, memberId, (member) => ({ ...member, passed }))
    }
    case 'MemberStatusCorrected':
      return withMember(family, event.memberId, ({ passed: _, ...member }) => member)
    case 'MessagesStopped':
      return { ...family, silence: { silenceId: event.silenceId, since: event.at } }
    case 'MessagesResumed': {
      const { silence: _, ...rest } = family
      return rest
    }
  }
}

const withMember = (family: Family, memberId: string, change: (member: Member) => Member): Family =>
  ({ ...family, members: family.members.map((member) => member.memberId === memberId ? change(member) : member) })

/** Whether nothing that the software does by itself may reach this family. The one place that says so. */
export const isSilent = ({ silence }: Pick<Family, 'silence'>): boolean => silence !== undefined

/** What a loss is called for this member; nothing for who is neither a child nor expected. */
export const statusAfterLoss = (member: Pick<Member, 'role'>): MemberStatus | undefined =>
  member.role === 'unbornChild' ? 'pregnancyEnded' : isChild(member) ? 'died' : undefined
