import type { IsoDate, IsoInstant } from '@samenspel/kernel'
import { entryOf, type Labelled } from '../fact.ts'
import type { InvitationEvent, NewInvitation } from './events.ts'

export type Invitation = Labelled & NewInvitation & {
  readonly answer?: 'accepted' | 'refused'
  readonly words?: string
  readonly answeredAt?: IsoInstant
  readonly withdrawnAt?: IsoInstant
}

export const evolveInvitations = (invitations: readonly Invitation[], event: InvitationEvent): readonly Invitation[] => {
  switch (event.type) {
    case 'PartnerInvited':
      return [...invitations, entryOf(event)]
    case 'InvitationAnswered':
      return invitations.map((invitation) => invitation.invitationId === event.invitationId
        ? { ...invitation, answer: event.answer, answeredAt: event.at, ...(event.words !== undefined && { words: event.words }) }
        : invitation)
    case 'InvitationWithdrawn':
      return invitations.map((invitation) => invitation.invitationId === event.invitationId ? { ...invitation, withdrawnAt: event.at } : invitation)
  }
}

/** Whether an invitation can still be answered. */
export const isOpenInvitation = ({ answer, withdrawnAt, answerBy }: Invitation, today: IsoDate): boolean =>
  answer === undefined && withdrawnAt === undefined && today <= answerBy
