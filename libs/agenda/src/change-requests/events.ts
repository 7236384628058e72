import type { Id, PersonId, Zone } from '@samenspel/kernel'
import type { AppointmentId, Ask, DatedInterval, Fact, ModalityKind, ProposalId } from '../terms.ts'

/** What somebody asks to hold at another time: a proposal, or one appointment of a confirmed bundle. */
export type ChangeTarget =
  | { readonly proposalId: ProposalId; readonly appointmentId?: never }
  | { readonly appointmentId: AppointmentId; readonly proposalId?: never }

export type ChangeRequestDetails = ChangeTarget & {
  readonly requestId: Id
  readonly person: PersonId
  readonly words?: string
  /** Times that would suit better. */
  readonly windows: readonly DatedInterval[]
  /** The very time, of those that were offered, that somebody would like for this appointment. */
  readonly chosen?: ChosenTime
  /** Days of the week and parts of them that do not suit, in any week. */
  readonly unsuitable?: readonly UnsuitableTime[]
  /** Of a proposal, the very days that were offered instead, and are asked for. */
  readonly otherDays?: readonly OtherDay[]
}

/** `weekday`: 1 is Monday. */
export type UnsuitableTime = { readonly weekday: 1 | 2 | 3 | 4 | 5; readonly part: 'morning' | 'afternoon' | 'evening' }

/** A part of the proposal at another time. */
export type OtherDay = ChosenTime & { readonly appointmentId: AppointmentId }

export type ChosenTime = DatedInterval & { readonly modality: ModalityKind }

export type ChangeRequestsEvent =
  | (Fact & ChangeRequestDetails & { readonly type: 'OtherMomentAsked' })
  | (Fact & { readonly type: 'ChangeRequestClosed'; readonly requestId: Id })

export type ChangeRequestsCommand =
  | (Ask & ChangeRequestDetails & { readonly type: 'AskOtherMoment'; readonly zone: Zone })
  | (Ask & { readonly type: 'CloseChangeRequest'; readonly requestId: Id })
