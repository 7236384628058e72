import type { IsoDate, IsoInstant, LocalTime, PersonId, Zone } from '@samenspel/kernel'
import type { AppointmentId, Ask, BundleId, Fact, Interval, Modality, NeedId, PractitionerId, ProposalId, RoomId } from '../terms.ts'

/** In what a proposal differs from the others; `byHand`: a person put it together. */
export type ProposalKind = 'fewestTravelDays' | 'otherDays' | 'soonest' | 'noEvenings' | 'fewestChanges' | 'byHand'

/** The bringing or fetching at the day centre that a visit is joined with, before or after it: who does both leaves home once. */
export type Glue = Interval & {
  /** Travel minutes between home and the day centre. */
  readonly homeMinutes: number
  /** Travel minutes between the day centre and the place of the visit; 0 at the day centre itself: then it is no trip of its own. */
  readonly onMinutes: number
}

/** A time on one day, and what it takes of the family to be there. Says nothing about other appointments of that day. */
export type Slot = {
  readonly date: IsoDate
  readonly start: LocalTime
  readonly end: LocalTime
  readonly modality: Modality
  /** The adults and children of the family who attend. */
  readonly attendees: readonly PersonId[]
  /** Travel minutes between home and the place; 0 at home. */
  readonly homeMinutes: number
  /** Of a visit shortly after or before bringing or fetching the child. */
  readonly glued: false | Glue
}

/** Who minds the child meanwhile, as data; the words are made for each reader. */
export type Minding =
  | { readonly kind: 'day-centre' }
  | { readonly kind: 'other-parent'; readonly person: PersonId }
  | { readonly kind: 'sitter' }
  /** In bed: at night, or during a nap. */
  | { readonly kind: 'in-bed' }

/** One appointment of a proposal. */
export type ProposedPart = Slot & {
  readonly appointmentId: AppointmentId
  readonly bundleId: BundleId
  readonly needId: NeedId
  readonly practitioners: readonly PractitionerId[]
  /** The room at the place, where somebody keeps count of the rooms. */
  readonly room?: RoomId
  /** The children sleep; everybody takes part by picture from home. */
  readonly evening: boolean
  /** Absent when the child attends, or when there is no child to mind. */
  readonly minding?: Minding
  /** Where this need would have stood at its own first free time; absent when it had none. */
  readonly firstFree?: Slot
  /** The confirmed appointment of this need that it takes the place of, once everybody agrees; until then that one stands. */
  readonly insteadOf?: AppointmentId
}

/** A need that fits nowhere, and which rules and other needs stand in its way (FORMAT 7). */
export type UnplannedNeed = { readonly needId: NeedId; readonly rules: readonly string[]; readonly otherNeeds: readonly NeedId[]; readonly firstFree?: Slot }

export type ProposalHead = {
  readonly proposalId: ProposalId
  readonly kind: ProposalKind
  /** Nothing lighter exists. */
  readonly proven: boolean
  /** How many travel days fewer might still exist; 0 when proven, absent when nobody knows. */
  readonly travelDaysPossiblyFewer?: number
}
export type ProposalDraft = ProposalHead & { readonly parts: readonly ProposedPart[]; readonly unplanned: readonly UnplannedNeed[] }

export type Answer = 'yes' | 'letOtherAnswer' | 'otherMoment'

/** In which way somebody said yes who doesn't use the app. */
export const spokenWays = ['byPhone', 'atHome', 'atCentre'] as const
export type SpokenWay = (typeof spokenWays)[number]
/** That an answer was given in words to a professional, who typed it in: how, and on which day in the zone of the case. */
export type Spoken = { readonly how: SpokenWay; readonly on: IsoDate }

export type WithdrawnBecause = 'withdrawn' | 'other-confirmed' | 'need-withdrawn'
/** `family-elsewhere`: somebody of the family turned out to be elsewhere at one of the times. */
export type ReleasedBecause = 'slot-taken' | 'no-longer-offered' | 'took-too-long' | 'family-elsewhere'

/** A time that a confirmation needs in a calendar: of a professional, or of a room, by its id. */
export type WantedHold = { readonly appointmentId: AppointmentId; readonly practitioner: PractitionerId }

export type ProposalsEvent =
  | (Fact & ProposalHead & { readonly type: 'ProposalSent' })
  /** One part, under the subject of its need. `asked`: the adults who attend and so are asked. */
  | (Fact & ProposedPart & { readonly type: 'ProposalPartSent'; readonly proposalId: ProposalId; readonly asked: readonly PersonId[] })
  | (Fact & UnplannedNeed & { readonly type: 'ProposalNeedUnplanned'; readonly proposalId: ProposalId })
  | (Fact & { readonly type: 'ProposalWithdrawn'; readonly proposalId: ProposalId; readonly because: WithdrawnBecause })
  | (Fact & { readonly type: 'AnswerGiven'; readonly proposalId: ProposalId; readonly person: PersonId; readonly answer: Answer; readonly spoken?: Spoken })
  /** Every adult agrees: from now on the calendars are asked to hold the times, until `expiresAt`. */
  | (Fact & { readonly type: 'ConfirmationStarted'; readonly proposalId: ProposalId; readonly expiresAt: IsoInstant })
  /** The decision over all bundles of the proposal: written only while every calendar holds its times. */
  | (Fact & { readonly type: 'BundleConfirmed'; readonly proposalId: ProposalId })
  /** It can't be had any more: no part of it. */
  | (Fact & { readonly type: 'BundleReleased'; readonly proposalId: ProposalId; readonly because: ReleasedBecause })

export type ProposalsCommand =
  /** `adults`: the adults of the family; those of them who attend a part are asked. */
  | (Ask & { readonly type: 'SendProposals'; readonly proposals: readonly ProposalDraft[]; readonly adults: readonly PersonId[]; readonly zone: Zone })
  | (Ask & { readonly type: 'WithdrawProposal'; readonly proposalId: ProposalId })
  | (Ask & { readonly type: 'AnswerProposal'; readonly proposalId: ProposalId; readonly person: PersonId; readonly answer: Answer; readonly spoken?: Spoken; readonly zone: Zone })
  /** `held`: what the calendars hold, read after the state of the agenda was. */
  | (Ask & { readonly type: 'ConfirmBundle'; readonly proposalId: ProposalId; readonly held: readonly WantedHold[] })
  | (Ask & { readonly type: 'ReleaseBundle'; readonly proposalId: ProposalId; readonly because: ReleasedBecause })
