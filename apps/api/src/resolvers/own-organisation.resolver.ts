import { Inject } from '@nestjs/common'
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import type { HolidayName } from '@samenspel/register'
import { OWN_ORGANISATIONS } from '../composition/tokens.ts'
import type { OwnOrganisations } from '../disclosure/own-organisation.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { Done } from '../graphql/types/commands.ts'
import { TakenTime } from '../graphql/types/own-calendar.ts'
import { AwayPeriodInput, ClosingInput, LocationUseInput, OwnOrganisation, TravelTimesInput } from '../graphql/types/own-organisation.ts'

const id = { type: () => ID } as const
const perhapsId = { type: () => ID, nullable: true } as const

/** What planning needs to know of the viewer's organisation: places and rooms, travel, who is away. */
@Resolver()
export class OwnOrganisationResolver {
  constructor(@Inject(OWN_ORGANISATIONS) private readonly organisations: OwnOrganisations) {}

  @Query(() => OwnOrganisation)
  myOrganisation(@Context() context: RequestContext): Promise<OwnOrganisation> { return this.organisations.view(signedIn(context)) }

  @Query(() => [TakenTime], { description: 'What was agreed with families in these days at these places, as far as the viewer may know: to be looked at before they are closed.' })
  closingTouches(@Args('closings', { type: () => [ClosingInput] }) closings: readonly ClosingInput[], @Context() context: RequestContext): Promise<readonly TakenTime[]> {
    return this.organisations.touchedByClosing(signedIn(context), closings.map(({ locationId, from, until }) => ({ from, until, ...(locationId != null && { place: locationId }) })))
  }

  @Mutation(() => Done)
  async setLocationUse(
    @Args('commandId', id) commandId: string, @Args('locationId', id) locationId: string, @Args('version', perhapsId) version: string | undefined,
    @Args('use') { hours, closed, rooms }: LocationUseInput, @Context() context: RequestContext,
  ): Promise<Done> {
    await this.organisations.setUse(signedIn(context), commandId, locationId, version ?? undefined, {
      hours: hours.map(({ weekday, from, to }) => ({ weekday, from, to })), closed: closed.map(({ from, until }) => ({ from, until })),
      rooms: rooms.map(({ id: roomId, name, equipment }) => ({ ...(roomId != null && { roomId }), name: name.trim(), equipment: [...new Set(equipment.map((one) => one.trim()))] })),
    })
    return { id: commandId }
  }

  @Mutation(() => Done, { description: 'Every place of the organisation is closed on these of the holidays that are its own to choose, every year.' })
  async chooseHolidays(
    @Args('commandId', id) commandId: string, @Args('version', perhapsId) version: string | undefined, @Args('holidays', { type: () => [ID] }) holidays: readonly string[], @Context() context: RequestContext,
  ): Promise<Done> {
    await this.organisations.chooseHolidays(signedIn(context), commandId, version ?? undefined, holidays as readonly HolidayName[])
    return { id: commandId }
  }

  @Mutation(() => Done)
  async setTravelTimes(
    @Args('commandId', id) commandId: string, @Args('version', perhapsId) version: string | undefined, @Args('times') { rush, publicTransportPercent, publicTransportMinutes }: TravelTimesInput, @Context() context: RequestContext,
  ): Promise<Done> {
    await this.organisations.setTravel(signedIn(context), commandId, version ?? undefined, {
      rush: rush.map(({ from, to, percent }) => ({ from, to, percent })).sort((a, b) => a.from < b.from ? -1 : 1), publicTransport: { percent: publicTransportPercent, minutes: publicTransportMinutes },
    })
    return { id: commandId }
  }

  @Mutation(() => Done, { description: 'Somebody of the organisation can\'t be there after all. Who coordinates the families whom it touches is told.' })
  async withdrawTime(@Args('commandId', id) commandId: string, @Args('input') input: AwayPeriodInput, @Context() context: RequestContext): Promise<Done> {
    await this.organisations.withdrawTime(signedIn(context), commandId, input)
    return { id: commandId }
  }

  @Mutation(() => Done)
  async giveTimeBack(
    @Args('commandId', id) commandId: string, @Args('professionalId', id) professionalId: string, @Args('awayId', id) awayId: string, @Context() context: RequestContext,
  ): Promise<Done> {
    await this.organisations.giveTimeBack(signedIn(context), commandId, professionalId, awayId)
    return { id: commandId }
  }
}
