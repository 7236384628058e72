import { CommandBus } from '@nestjs/cqrs'
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql'
import type { AgendaCommand, DayHours, PauseReason as PauseReasonValue, RhythmBlock } from '@samenspel/agenda'
import { FamilyAgendaCommand } from '../commands/commands.ts'
import type { Desk } from '../disclosure/desk.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { Refused } from '../graphql/refused.ts'
import { PauseReason } from '../graphql/enums.ts'
import { DateScalar } from '../graphql/scalars.ts'
import { Done } from '../graphql/types/commands.ts'
import { LimitsInput, RhythmBlockInput } from '../graphql/week-inputs.ts'

const id = { type: () => ID } as const
const perhapsId = { type: () => ID, nullable: true } as const
const perhapsDate = { type: () => DateScalar, nullable: true } as const
const perhapsText = { type: () => String, nullable: true } as const

/** What a family says of its week: the rhythm of each of its people, what it wants to carry, and at what pace. */
@Resolver()
export class WeekCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => Done, { description: '`version`: of the week it was made from; `saidBy`: the parent after whose word who coordinates types it in.' })
  setRhythm(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('memberId', id) person: string, @Args('version', perhapsText) version: string | undefined,
    @Args('blocks', { type: () => [RhythmBlockInput] }) blocks: RhythmBlockInput[], @Args('saidBy', perhapsId) saidBy: string | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'setRhythm', { familyId, commandId, madeId: person }, (desk) => ({
      type: 'SetRhythm', by: desk.settingWeek(person, saidBy ?? undefined), at: desk.at, subject: desk.subjectOf(person), person, blocks: blocks.map(blockOf), members: desk.members,
      version: desk.id('version'), ...(version != null && { from: version }),
    }))
  }

  @Mutation(() => Done)
  setLimits(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('version', perhapsText) version: string | undefined,
    @Args('limits') limits: LimitsInput, @Args('saidBy', perhapsId) saidBy: string | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'setLimits', { familyId, commandId, madeId: familyId }, (desk) => ({
      type: 'SetLimits', by: desk.settingWeek(undefined, saidBy ?? undefined), at: desk.at, ...limitsOf(limits), version: desk.id('version'), ...(version != null && { from: version }),
    }))
  }

  @Mutation(() => Done, { description: 'The family rests from a day on (K-13), until a person ends it; on `reviewOn` somebody asks how it is. Who is away names the last day instead. `takeBack`: what waits for an answer is taken back. `saidBy`: the parent with whom who coordinates agreed on it.' })
  pausePlanning(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('from', { type: () => DateScalar }) from: string,
    @Args('reason', { type: () => PauseReason }) reason: PauseReasonValue, @Args('words', perhapsText) words: string | undefined, @Args('reviewOn', perhapsDate) reviewOn: string | undefined, @Args('until', perhapsDate) until: string | undefined,
    @Args('takeBack', { type: () => Boolean, nullable: true }) takeBack: boolean | undefined, @Args('saidBy', perhapsId) saidBy: string | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'pausePlanning', { familyId, commandId }, (desk) => ({
      type: 'PausePlanning', by: desk.settingWeek(undefined, saidBy ?? undefined), at: desk.at, subject: desk.indexSubject, pauseId: desk.id('made'), from, reason, today: desk.today,
      ...(words != null && { words }), ...(reviewOn != null && { reviewOn }), ...(until != null && { until }), ...(takeBack === true && { takeBack }),
    }))
  }

  @Mutation(() => Done, { description: 'Who coordinates asked how it is, and the family goes on resting: to be asked again on this day.' })
  movePauseReview(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('pauseId', id) pauseId: string, @Args('reviewOn', { type: () => DateScalar }) reviewOn: string,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'movePauseReview', { familyId, commandId, madeId: pauseId }, ({ by, at, today, mustSetPace }) => {
      mustSetPace()
      return { type: 'MovePauseReview', by, at, pauseId, reviewOn, today }
    })
  }

  @Mutation(() => Done)
  resumePlanning(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('pauseId', id) pauseId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'resumePlanning', { familyId, commandId, madeId: pauseId }, ({ by, at, mustSetPace }) => {
      mustSetPace()
      return { type: 'ResumePlanning', by, at, pauseId }
    })
  }

  @Mutation(() => Done, { description: 'At most one visit and one evening in the weeks of these Mondays.' })
  lightenWeeks(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('weeks', { type: () => [DateScalar] }) weeks: string[], @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'lightenWeeks', { familyId, commandId, madeId: familyId }, ({ by, at, today, indexSubject, mustSetPace }) => {
      mustSetPace()
      return { type: 'LightenWeeks', by, at, subject: indexSubject, weeks, today }
    })
  }

  @Mutation(() => Done)
  makeWeekOrdinary(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('week', { type: () => DateScalar }) week: string, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'makeWeekOrdinary', { familyId, commandId, madeId: familyId }, ({ by, at, mustSetPace }) => {
      mustSetPace()
      return { type: 'MakeWeekOrdinary', by, at, week }
    })
  }

  private async carryOut(
    context: RequestContext, operation: string, { madeId, ...ask }: { readonly familyId: string; readonly commandId: string; readonly madeId?: string }, make: (desk: Desk) => AgendaCommand,
  ): Promise<Done> {
    let made = madeId
    await this.commands.execute(new FamilyAgendaCommand({
      session: signedIn(context), operation, ...ask,
      make: (desk) => { made ??= desk.id('made'); return make(desk) },
    }))
    return { id: made ?? ask.commandId, familyId: ask.familyId }
  }
}

/** What is left open has no limit. */
const limitsOf = ({ sitter, dayHours, contactsPerWeek, motherMinutesPerDay, withoutCar, ownCar, ...caps }: LimitsInput): Pick<Extract<AgendaCommand, { type: 'SetLimits' }>, 'caps' | 'sitter' | 'dayHours' | 'withoutCar' | 'ownCar'> => ({
  caps: { ...caps, ...(contactsPerWeek != null && { contactsPerWeek }), ...(motherMinutesPerDay != null && { motherMinutesPerDay }) },
  sitter,
  ...(withoutCar != null && { withoutCar: [...withoutCar] }),
  ...(ownCar != null && { ownCar }),
  ...(dayHours != null && dayHours.length > 0 && { dayHours: dayHours.map((hours) => ({ ...hours, weekday: hours.weekday as DayHours['weekday'] })) }),
})

/** @throws Refused `place-missing` for a day centre that is nowhere, `time-invalid` for bringing or fetching without a time */
const blockOf = ({ id: blockId, kind, label, weekdays, from, to, placeId, broughtBy, dropOff, pickUp, runs }: RhythmBlockInput): RhythmBlock => {
  const shared = { id: blockId, label, weekdays: [...weekdays] as RhythmBlock['weekdays'], from, to }
  switch (kind) {
    case 'dayCentre': {
      if (placeId == null) throw new Refused('place-missing')
      if (broughtBy == null) return { ...shared, kind, place: placeId, transport: 'taxi' }
      if (dropOff == null || pickUp == null) throw new Refused('time-invalid')
      return { ...shared, kind, place: placeId, transport: { by: broughtBy, dropOff: { ...dropOff }, pickUp: { ...pickUp } } }
    }
    case 'school': return { ...shared, kind, runs: (runs ?? []).map(({ memberId, from: start, to: end }) => ({ by: memberId, from: start, to: end })) }
    default: return { ...shared, kind }
  }
}
