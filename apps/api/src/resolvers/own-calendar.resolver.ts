import { Inject } from '@nestjs/common'
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import { OWN_CALENDARS } from '../composition/tokens.ts'
import type { OwnCalendars } from '../disclosure/own-calendar.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { FreeTimeFileInput, MeetingWayInput, OfferInput } from '../graphql/inputs.ts'
import { DateScalar } from '../graphql/scalars.ts'
import { Done } from '../graphql/types/commands.ts'
import { FreeTimePreview, OffersChanged, OwnCalendar } from '../graphql/types/own-calendar.ts'
import { wayOf } from './inputs.ts'

const id = { type: () => ID } as const
const ids = { type: () => [ID] } as const

/** A professional's own calendar: what they offer, and how their talks by picture begin. */
@Resolver()
export class OwnCalendarResolver {
  constructor(@Inject(OWN_CALENDARS) private readonly calendars: OwnCalendars) {}

  @Query(() => OwnCalendar)
  myCalendar(@Args('day', { type: () => DateScalar, nullable: true }) day: string | undefined, @Context() context: RequestContext): Promise<OwnCalendar> {
    return this.calendars.week(signedIn(context), day ?? undefined)
  }

  @Query(() => FreeTimePreview)
  freeTimePreview(@Args('input') input: FreeTimeFileInput, @Context() context: RequestContext): Promise<FreeTimePreview> {
    return this.calendars.preview(signedIn(context), input)
  }

  @Mutation(() => OffersChanged)
  offerFreeTime(@Args('commandId', id) commandId: string, @Args('input') input: OfferInput, @Context() context: RequestContext): Promise<OffersChanged> {
    return this.calendars.offer(signedIn(context), commandId, input)
  }

  @Mutation(() => OffersChanged)
  withdrawFreeTime(
    @Args('commandId', id) commandId: string, @Args('freeTimeIds', ids) freeTimeIds: string[],
    @Args('alsoLater', { type: () => Boolean, nullable: true, description: 'And what was offered together with them on later days.' }) alsoLater: boolean | undefined, @Context() context: RequestContext,
  ): Promise<OffersChanged> {
    return this.calendars.withdraw(signedIn(context), commandId, freeTimeIds, alsoLater ?? false)
  }

  @Mutation(() => OffersChanged, { description: 'Takes back a change of the viewer\'s own calendar.' })
  undoFreeTime(
    @Args('commandId', id) commandId: string, @Args('offered', ids) offered: string[], @Args('withdrawn', ids) withdrawn: string[], @Context() context: RequestContext,
  ): Promise<OffersChanged> {
    return this.calendars.undo(signedIn(context), commandId, { offered, withdrawn })
  }

  @Mutation(() => OffersChanged)
  importFreeTime(@Args('commandId', id) commandId: string, @Args('input') input: FreeTimeFileInput, @Context() context: RequestContext): Promise<OffersChanged> {
    return this.calendars.bringIn(signedIn(context), commandId, input)
  }

  @Mutation(() => Done)
  async chooseMeetingWay(@Args('commandId', id) commandId: string, @Args('way') way: MeetingWayInput, @Context() context: RequestContext): Promise<Done> {
    await this.calendars.chooseMeetingWay(signedIn(context), commandId, wayOf(way))
    return { id: commandId }
  }
}
