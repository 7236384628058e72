import { CommandBus } from '@nestjs/cqrs'
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql'
import type { ElsewhereDetails, ElsewherePlace } from '@samenspel/agenda'
import { isTime, minutesOf, timeOf } from '@samenspel/kernel'
import { FamilyAgendaCommand } from '../commands/commands.ts'
import type { Desk } from '../disclosure/desk.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { ElsewhereInput, MeetingWayInput } from '../graphql/inputs.ts'
import { Refused } from '../graphql/refused.ts'
import { Done } from '../graphql/types/commands.ts'
import { wayOf } from './inputs.ts'

type AgendaAsk = FamilyAgendaCommand['ask']
const id = { type: () => ID } as const

/** For a place in words of which nobody said how far it is. */
const usualWay = 30

/** Appointments that were made elsewhere, and how a talk by picture begins. */
@Resolver()
export class ElsewhereCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => Done)
  addElsewhereAppointment(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: ElsewhereInput, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'addElsewhereAppointment', { familyId, commandId }, (desk) => ({ type: 'AddElsewhereAppointment', ...asked(desk, input, desk.id('made')) }))
  }

  @Mutation(() => Done)
  changeElsewhereAppointment(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('appointmentId', id) appointmentId: string, @Args('input') input: ElsewhereInput, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'changeElsewhereAppointment', { familyId, commandId, madeId: appointmentId }, (desk) => {
      desk.mustSee('elsewhere', appointmentId)
      return { type: 'ChangeElsewhereAppointment', ...asked(desk, input, appointmentId), coordinates: desk.coordinates, newId: desk.id('made') }
    })
  }

  @Mutation(() => Done)
  removeElsewhereAppointment(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('appointmentId', id) appointmentId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'removeElsewhereAppointment', { familyId, commandId, madeId: appointmentId }, ({ by, at, coordinates, mustSee }) => {
      mustSee('elsewhere', appointmentId)
      return { type: 'RemoveElsewhereAppointment', by, at, appointmentId, coordinates }
    })
  }

  @Mutation(() => Done)
  giveMeetingWay(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('appointmentId', id) appointmentId: string, @Args('way') way: MeetingWayInput, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'giveMeetingWay', { familyId, commandId, madeId: appointmentId }, ({ by, at, mustSee }) => {
      mustSee('appointment', appointmentId)
      const chosen = wayOf(way)
      return { type: 'GiveMeetingWay', by, at, appointmentId, ...(chosen !== undefined && { way: chosen }) }
    })
  }

  private async carryOut(context: RequestContext, operation: string, { madeId, ...ask }: Pick<AgendaAsk, 'familyId' | 'commandId'> & { readonly madeId?: string }, make: AgendaAsk['make']): Promise<Done> {
    let made = madeId
    await this.commands.execute(new FamilyAgendaCommand({ session: signedIn(context), operation, ...ask, make: (desk) => { made ??= desk.id('made'); return make(desk) } }))
    return { id: made ?? ask.commandId, familyId: ask.familyId }
  }
}

/** A family member enters what is their own or their child's; a professional what the team should know of. */
const asked = (desk: Desk, input: ElsewhereInput, appointmentId: string) => {
  const { by, at, zone, members, adults } = desk
  const { label, date, start, minutes, attendees, category, selfArranged } = input
  if (by.role !== 'familyMember') desk.mustBeInTeam()
  attendees.forEach(desk.mustKnow)
  const subject = desk.aboutWhom(attendees)
  if (by.role === 'familyMember' && subject.kind === 'adult' && !attendees.includes(by.person)) throw new Refused('not-for-others')
  if (by.role === 'familyMember' && !adults.includes(by.person)) throw new Refused('not-of-the-family')
  if (!(Number.isInteger(minutes) && minutes >= 5 && minutes <= 24 * 60)) throw new Refused('duration-invalid')
  if (!isTime(start)) throw new Refused('time-invalid')
  // Past midnight is another day: it ends before it began, and is refused so.
  const end = timeOf((minutesOf(start) + minutes) % (24 * 60))
  const place = placeIn(input)
  const details: ElsewhereDetails = {
    appointmentId, label, date, start, end, place, attendees: [...attendees], homeMinutes: place.kind === 'known' ? desk.wayTo(place.place) : place.kind === 'written' ? input.travelMinutes ?? usualWay : 0,
    // What somebody of the family types in is taken for what is shielded most.
    category: by.role === 'familyMember' ? 'medical' : category ?? 'planning', selfArranged: selfArranged ?? false,
  }
  return { by, at, zone, members, subject, ...details }
}

const placeIn = ({ modality, placeId, place }: ElsewhereInput): ElsewherePlace => {
  if (modality !== 'onsite') return { kind: modality }
  if (placeId != null) return { kind: 'known', place: placeId }
  return { kind: 'written', text: place ?? '' }
}
