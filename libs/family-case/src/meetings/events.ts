/**
 * Meeting about the plan (behandelplanbespreking, MDO; K-11): who is asked and who must come, what stands on the agenda, what people
 * give along before, what is written down and agreed, and what the parents read of it.
 *
 * Parents are invited by default. A meeting without one of them needs a reason, and only then somebody who tells them. Their points
 * open the agenda. A point about something in the file has the subject and the label of that, and so has what is written below it:
 * a meeting opens nothing that was shut.
 */
import type { Category, IsoDate, PersonId, Subject } from '@samenspel/kernel'
import type { Coordinating, Fact, Request } from '../fact.ts'

export const presences = ['must', 'may'] as const
/** Whether the meeting can go on without somebody. */
export type Presence = (typeof presences)[number]

export type Attendee = { readonly person: PersonId; readonly presence: Presence }

/** A time that was agreed in another way than by a bundle, on the clock of the case. */
export type MeetingTime = {
  readonly date: IsoDate
  readonly from: string
  readonly to: string
  /** Where it is, or how people meet, in words. */
  readonly place: string
}

/** Why some of the parents aren't asked, and who tells them afterwards. The reason is written so that they can read it. */
export type WithoutParents = { readonly reason: string; readonly teller: PersonId }

/** What a point is about: a part of the file that its writer reads. */
export type PointSource = { readonly kind: string; readonly id: string }
export type NewPoint = { readonly pointId: string; readonly text: string; readonly subject: Subject; readonly category: Category; readonly source?: PointSource }

export type MinutesContent = { readonly notes: string; readonly decision: string }

/** What parents read of a meeting: written for them, never cut from what professionals wrote. */
export type ReportContent = {
  readonly discussed: string
  readonly agreed: string
  readonly next: string
}

type Labels = { readonly category: Category; readonly meetingId: string }
type Convened = {
  readonly version: string
  readonly purpose: string
  readonly dueOn?: IsoDate
  readonly attendees: readonly Attendee[]
  readonly without?: WithoutParents & { readonly parents: readonly PersonId[] }
}

export type MeetingEvent =
  | Fact<'MeetingConvened', Labels & Convened>
  | Fact<'MeetingChanged', Labels & Convened>
  /** A time that stands, or the appointment that is asked for it; of the two the newest counts. */
  | Fact<'MeetingTimeSet', Labels & { readonly fixed?: MeetingTime; readonly needId?: string }>
  | Fact<'MeetingCancelled', Labels & { readonly reason: string }>
  | Fact<'MeetingPointAdded', Labels & Omit<NewPoint, 'subject' | 'category'>>
  | Fact<'MeetingPointWithdrawn', Labels & { readonly pointId: string }>
  | Fact<'MeetingAgendaOrdered', Labels & { readonly order: readonly string[] }>
  | Fact<'MeetingInputGiven', Labels & { readonly inputId: string; readonly text: string }>
  | Fact<'MeetingPresenceNoted', Labels & { readonly person: PersonId; readonly present: boolean }>
  | Fact<'MeetingMinutesChanged', Labels & { readonly pointId: string; readonly version: string } & MinutesContent>
  /** An action of the plan that was agreed at a point of the agenda. */
  | Fact<'MeetingActionAdded', Labels & { readonly pointId: string; readonly actionId: string }>
  | Fact<'MeetingReportChanged', Labels & { readonly reportId: string; readonly version: string } & ReportContent>
  /** `absent`: parents who weren't there, and whom somebody tells. */
  | Fact<'MeetingClosed', Labels & { readonly absent: readonly PersonId[] }>
  /** A parent who wasn't there was told, or there is a reason not to. */
  | Fact<'MeetingParentInformed', Labels & { readonly parent: PersonId; readonly told: boolean; readonly words?: string }>

type OfMeeting = { readonly meetingId: string }
type Asked = { readonly purpose: string; readonly dueOn?: IsoDate; readonly attendees: readonly Attendee[]; readonly without?: WithoutParents }

export type MeetingCommand =
  | Request<'ConveneMeeting', Coordinating & OfMeeting & Asked & { version: string; fixed?: MeetingTime; needId?: string }>
  | Request<'ChangeMeeting', Coordinating & OfMeeting & Asked & { from: string; version: string }>
  | Request<'SetMeetingTime', Coordinating & OfMeeting & { fixed?: MeetingTime; needId?: string }>
  | Request<'CancelMeeting', Coordinating & OfMeeting & { reason: string }>
  | Request<'AddMeetingPoints', OfMeeting & { points: readonly NewPoint[] }>
  /** By a parent in person. `aboutSelf`: about the parent, and so for whom that parent lets read; else about the child. */
  | Request<'AddParentsPoint', OfMeeting & { pointId: string; text: string; aboutSelf: boolean }>
  | Request<'WithdrawMeetingPoint', OfMeeting & { pointId: string }>
  /** The points that who asks knows of, in their new order; the others keep their place among themselves. */
  | Request<'OrderMeetingAgenda', OfMeeting & { order: readonly string[] }>
  | Request<'GiveMeetingInput', OfMeeting & { inputId: string; text: string; subject: Subject; category: Category }>
  | Request<'NotePresence', OfMeeting & { person: PersonId; present: boolean }>
  /** The first text of a point names no `from`. */
  | Request<'WriteMinutes', OfMeeting & { pointId: string; from?: string; version: string } & MinutesContent>
  | Request<'AddMeetingAction', OfMeeting & { pointId: string; actionId: string; text: string; owner: PersonId; dueOn: IsoDate }>
  | Request<'WriteReport', OfMeeting & { reportId: string; from?: string; version: string } & ReportContent>
  | Request<'CloseMeeting', Coordinating & OfMeeting>
  | Request<'InformParent', OfMeeting & { parent: PersonId; told: boolean; words?: string }>
