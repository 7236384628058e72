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
}

export type ChosenTime = DatedInterval & { readonly modality: ModalityKind }

export type ChangeRequestsEvent =
  | (Fact & ChangeRequestDetails & { readonly type: 'OtherMomentAsked' })
  | (Fact & { readonly type: 'ChangeRequestClosed'; readonly requestId: Id })

export type ChangeRequestsCommand =
  | (Ask & ChangeRequestDetails & { readonly type: 'AskOtherMoment'; readonly zone: Zone })
  | (Ask & { readonly type: 'CloseChangeRequest'; readonly requestId: Id })
