import { Inject } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import type { Category as CategoryValue } from '@samenspel/kernel'
import { FamilyAgendaCommand, type CaseCommand } from '../commands/commands.ts'
import { MEETING_PACKS } from '../composition/tokens.ts'
import type { Desk } from '../disclosure/desk.ts'
import type { MeetingPacks } from '../disclosure/meeting-packs.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { Category } from '../graphql/enums.ts'
import { SubjectInput } from '../graphql/inputs.ts'
import { MeetingAppointmentInput, MeetingInput, MeetingMinutesInput, MeetingPointInput, MeetingReportInput, MeetingTimeInput } from '../graphql/meeting-inputs.ts'
import { DateScalar } from '../graphql/scalars.ts'
import { Done } from '../graphql/types/commands.ts'
import { MeetingPack } from '../graphql/types/plan-meetings.ts'
import { carryOutInCase, coordinating, stamp, type Asked } from './carry-out.ts'
import { subjectOf, withoutBlank, withoutNulls } from './inputs.ts'
import { needOf } from './need-of.ts'

const id = { type: () => ID } as const

/** Meetings about the plan (K-11). Each answers with the id of what was made or changed. */
@Resolver()
export class MeetingsResolver {
  constructor(private readonly commands: CommandBus, @Inject(MEETING_PACKS) private readonly packs: MeetingPacks) {}

  @Query(() => MeetingPack, { description: 'What one attendee may read before the meeting, to be printed; for oneself, or for who coordinates for others.' })
  meetingPack(@Args('familyId', id) familyId: string, @Args('meetingId', id) meetingId: string, @Args('personId', id) personId: string, @Context() context: RequestContext): Promise<MeetingPack> {
    return this.packs.of(signedIn(context), familyId, meetingId, personId)
  }

  @Mutation(() => Done, { description: 'Parents are asked like anybody else; without one of them it takes a reason, and somebody who tells them.' })
  conveneMeeting(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: MeetingInput,
    @Args('time', { type: () => MeetingTimeInput, nullable: true }) time: MeetingTimeInput | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'conveneMeeting', { familyId, commandId }, (desk) =>
      ({ type: 'ConveneMeeting', ...coordinating(desk), meetingId: desk.id('made'), version: desk.id('version'), ...askedOf(desk, input), ...(time != null && { fixed: { ...time } }) }))
  }

  @Mutation(() => Done)
  changeMeeting(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('meetingId', id) meetingId: string, @Args('version', id) from: string, @Args('input') input: MeetingInput,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return this.ofMeeting(context, 'changeMeeting', meetingId, { familyId, commandId, madeId: meetingId }, (desk) =>
      ({ type: 'ChangeMeeting', ...coordinating(desk), meetingId, from, version: desk.id('version'), ...askedOf(desk, input) }))
  }

  @Mutation(() => Done, { description: 'A time that was agreed on in another way; it takes the place of an appointment that was asked.' })
  setMeetingTime(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('meetingId', id) meetingId: string, @Args('time') time: MeetingTimeInput, @Context() context: RequestContext): Promise<Done> {
    return this.ofMeeting(context, 'setMeetingTime', meetingId, { familyId, commandId, madeId: meetingId }, (desk) => ({ type: 'SetMeetingTime', ...coordinating(desk), meetingId, fixed: { ...time } }))
  }

  @Mutation(() => Done, { description: 'Asks an appointment of the family for those who must come: it is planned and bundled like any other. Answers with the id of what is asked.' })
  async askMeetingTime(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('meetingId', id) meetingId: string, @Args('input') input: MeetingAppointmentInput, @Context() context: RequestContext,
  ): Promise<Done> {
    const session = signedIn(context)
    let needId = commandId
    await this.commands.execute(new FamilyAgendaCommand({
      session, operation: 'askMeetingTime', familyId, commandId, make: (desk) => {
        desk.mustCoordinate()
        const { attendees, purpose } = desk.meeting(meetingId)
        const must = attendees.filter(({ presence }) => presence === 'must').map(({ person }) => person)
        const ofFamily = attendees.map(({ person }) => person).filter((person) => desk.adults.includes(person))
        const mustOfFamily = ofFamily.filter((person) => must.includes(person))
        needId = desk.id('made')
        return needOf({
          ...input, purpose, organisationId: desk.ownOrganisation, category: 'plan', urgency: 2, allTogether: true,
          attendance: [mustOfFamily.length > 0 ? mustOfFamily : ofFamily], professionalIds: must.filter((person) => !desk.adults.includes(person)),
        }, desk)
      },
    }))
    await this.ofMeeting(context, 'askMeetingTime', meetingId, { familyId, commandId, madeId: meetingId }, (desk) => ({ type: 'SetMeetingTime', ...coordinating(desk), meetingId, needId: desk.id('made') }))
    return { id: needId, familyId }
  }

  @Mutation(() => Done)
  cancelMeeting(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('meetingId', id) meetingId: string, @Args('reason') reason: string, @Context() context: RequestContext): Promise<Done> {
    return this.ofMeeting(context, 'cancelMeeting', meetingId, { familyId, commandId, madeId: meetingId }, (desk) => ({ type: 'CancelMeeting', ...coordinating(desk), meetingId, reason }))
  }

  @Mutation(() => Done, { description: 'Points about parts of the file are for whom those are; a point of one\'s own is about the plan.' })
  addMeetingPoints(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('meetingId', id) meetingId: string, @Args('points', { type: () => [MeetingPointInput] }) points: MeetingPointInput[],
    @Context() context: RequestContext,
  ): Promise<Done> {
    return this.ofMeeting(context, 'addMeetingPoints', meetingId, { familyId, commandId, madeId: meetingId }, (desk) => ({
      type: 'AddMeetingPoints', ...stamp(desk), meetingId,
      points: points.map(({ text, kind, entryId }, index) => {
        const pointId = desk.id(`point ${index}`)
        if (kind == null || entryId == null) return { pointId, text, subject: desk.indexSubject, category: 'plan' }
        return { pointId, text, ...desk.recordOf(kind, entryId), source: { kind, id: entryId } }
      }),
    }))
  }

  @Mutation(() => Done, { description: 'By a parent, in person.' })
  addParentsPoint(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('meetingId', id) meetingId: string, @Args('text') text: string, @Args('aboutSelf') aboutSelf: boolean,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return this.ofMeeting(context, 'addParentsPoint', meetingId, { familyId, commandId }, (desk) => ({ type: 'AddParentsPoint', ...stamp(desk), meetingId, pointId: desk.id('made'), text, aboutSelf }))
  }

  @Mutation(() => Done)
  withdrawMeetingPoint(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('meetingId', id) meetingId: string, @Args('pointId', id) pointId: string, @Context() context: RequestContext): Promise<Done> {
    return this.ofMeeting(context, 'withdrawMeetingPoint', meetingId, { familyId, commandId, madeId: pointId }, (desk) => {
      desk.mustSee('meetingPoint', pointId)
      return { type: 'WithdrawMeetingPoint', ...stamp(desk), meetingId, pointId }
    })
  }

  @Mutation(() => Done)
  orderMeetingAgenda(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('meetingId', id) meetingId: string, @Args('pointIds', { type: () => [ID] }) order: string[], @Context() context: RequestContext,
  ): Promise<Done> {
    return this.ofMeeting(context, 'orderMeetingAgenda', meetingId, { familyId, commandId, madeId: meetingId }, (desk) => {
      for (const pointId of order) desk.mustSee('meetingPoint', pointId)
      return { type: 'OrderMeetingAgenda', ...stamp(desk), meetingId, order }
    })
  }

  @Mutation(() => Done, { description: 'What somebody who is asked gives along before.' })
  giveMeetingInput(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('meetingId', id) meetingId: string, @Args('text') text: string,
    @Args('subject') about: SubjectInput, @Args('category', { type: () => Category }) category: CategoryValue, @Context() context: RequestContext,
  ): Promise<Done> {
    const subject = subjectOf(about)
    return this.ofMeeting(context, 'giveMeetingInput', meetingId, { familyId, commandId }, (desk) => {
      desk.mustKnowSubject(subject)
      return { type: 'GiveMeetingInput', ...stamp(desk), meetingId, inputId: desk.id('made'), text, subject, category }
    })
  }

  @Mutation(() => Done)
  noteMeetingPresence(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('meetingId', id) meetingId: string, @Args('personId', id) person: string, @Args('present') present: boolean,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return this.ofMeeting(context, 'noteMeetingPresence', meetingId, { familyId, commandId, madeId: meetingId }, (desk) => {
      desk.mustKnow(person)
      return { type: 'NotePresence', ...stamp(desk), meetingId, person, present }
    })
  }

  @Mutation(() => Done, { description: 'The first text of a point names no version.' })
  writeMeetingMinutes(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('meetingId', id) meetingId: string, @Args('pointId', id) pointId: string,
    @Args('version', { ...id, nullable: true }) from: string | undefined, @Args('input') input: MeetingMinutesInput, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.ofMeeting(context, 'writeMeetingMinutes', meetingId, { familyId, commandId, madeId: pointId }, (desk) => {
      desk.mustSee('meetingPoint', pointId)
      return { type: 'WriteMinutes', ...stamp(desk), meetingId, pointId, ...(from != null && { from }), version: desk.id('version'), ...input }
    })
  }

  @Mutation(() => Done, { description: 'An action of the plan, agreed at a point of the agenda.' })
  addMeetingAction(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('meetingId', id) meetingId: string, @Args('pointId', id) pointId: string, @Args('text') text: string,
    @Args('ownerId', id) owner: string, @Args('dueOn', { type: () => DateScalar }) dueOn: string, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.ofMeeting(context, 'addMeetingAction', meetingId, { familyId, commandId }, (desk) => {
      desk.mustSee('meetingPoint', pointId)
      desk.mustKnow(owner)
      return { type: 'AddMeetingAction', ...stamp(desk), meetingId, pointId, actionId: desk.id('made'), text, owner, dueOn }
    })
  }

  @Mutation(() => Done, { description: 'What parents read of it; the first text names no version.' })
  writeMeetingReport(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('meetingId', id) meetingId: string, @Args('version', { ...id, nullable: true }) from: string | undefined,
    @Args('input') input: MeetingReportInput, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.ofMeeting(context, 'writeMeetingReport', meetingId, { familyId, commandId }, (desk) =>
      ({ type: 'WriteReport', ...stamp(desk), meetingId, reportId: desk.id('made'), ...(from != null && { from }), version: desk.id('version'), ...input }))
  }

  @Mutation(() => Done, { description: 'From then on what was written stands; what somebody wants to add stands beside it.' })
  closeMeeting(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('meetingId', id) meetingId: string, @Context() context: RequestContext): Promise<Done> {
    return this.ofMeeting(context, 'closeMeeting', meetingId, { familyId, commandId, madeId: meetingId }, (desk) => ({ type: 'CloseMeeting', ...coordinating(desk), meetingId }))
  }

  @Mutation(() => Done, { description: 'A parent who wasn\'t there was told, or there is a reason not to.' })
  informParent(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('meetingId', id) meetingId: string, @Args('parentId', id) parent: string, @Args('told') told: boolean,
    @Args('words', { type: () => String, nullable: true }) words: string | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.ofMeeting(context, 'informParent', meetingId, { familyId, commandId, madeId: meetingId }, (desk) => {
      desk.mustKnow(parent)
      return { type: 'InformParent', ...stamp(desk), meetingId, parent, told, ...withoutBlank({ words }) }
    })
  }

  /** Something about a meeting that opened to who asks. */
  private ofMeeting(context: RequestContext, operation: string, meetingId: string, ask: Asked, make: CaseCommand['ask']['make']): Promise<Done> {
    return this.carryOut(context, operation, ask, (desk) => {
      desk.mustSee('meeting', meetingId)
      return make(desk)
    })
  }

  private carryOut(context: RequestContext, operation: string, ask: Asked, make: CaseCommand['ask']['make']): Promise<Done> {
    return carryOutInCase(this.commands, signedIn(context), operation, ask, make)
  }
}

/** Who is asked, of those whom the writer may know of. */
const askedOf = (desk: Desk, input: MeetingInput) => {
  const { purpose, dueOn, attendees, without } = withoutNulls(input)
  for (const { personId } of attendees) desk.mustKnow(personId)
  if (without !== undefined) desk.mustKnow(without.tellerId)
  return {
    purpose, ...(dueOn !== undefined && { dueOn }), attendees: attendees.map(({ personId: person, presence }) => ({ person, presence })),
    ...(without !== undefined && { without: { reason: without.reason, teller: without.tellerId } }),
  }
}
