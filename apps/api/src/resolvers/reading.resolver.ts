import { Inject } from '@nestjs/common'
import { Args, Context, ID, Info, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql'
import type { UnsuitableTime } from '@samenspel/agenda'
import type { GraphQLResolveInfo } from 'graphql'
import { ACCESS_LOG_READING, DISCLOSING, PEOPLE, PLANNING } from '../composition/tokens.ts'
import type { AccessLogReading, LookKind as LookKindValue } from '../disclosure/access-log-reading.ts'
import type { Disclosing } from '../disclosure/disclosing.ts'
import type { People } from '../disclosure/people.ts'
import type { Planning } from '../disclosure/planning.ts'
import type { FamilyView } from '../disclosure/views/family.ts'
import { alsoOnTablet, signedIn, type RequestContext } from '../graphql/context.ts'
import { LookKind } from '../graphql/enums.ts'
import { contributions } from '../graphql/executing.ts'
import { Refused } from '../graphql/refused.ts'
import { DateScalar, InstantScalar } from '../graphql/scalars.ts'
import { AccessLogConnection, CaseReferenceConnection } from '../graphql/types/accountability.ts'
import { Family, FamilyConnection } from '../graphql/types/family.ts'
import { Me } from '../graphql/types/people.ts'
import { Planner, ProposalRun } from '../graphql/types/proposals.ts'
import { ContributionConnection } from '../graphql/types/story.ts'
import { OtherDayFound, OtherTime } from '../graphql/types/week.ts'
import { UnsuitableTimeInput } from '../graphql/week-inputs.ts'
import { fieldsAsked } from './asked.ts'
import { withoutNulls } from './inputs.ts'
import { pageOf, type Page } from '../graphql/pages.ts'

@Resolver(() => Family)
export class ReadingResolver {
  constructor(
    @Inject(PEOPLE) private readonly people: People,
    @Inject(DISCLOSING) private readonly disclosing: Disclosing,
    @Inject(PLANNING) private readonly planning: Planning,
    @Inject(ACCESS_LOG_READING) private readonly accessLogReading: AccessLogReading,
  ) {}

  @Query(() => Me)
  me(@Context() context: RequestContext): Promise<Me> { return this.people.me(alsoOnTablet(context)) }

  @Query(() => FamilyConnection)
  async families(
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25 }) first: number, @Args('after', { type: () => String, nullable: true }) after: string | undefined,
    @Context() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<Page<FamilyView>> {
    const families = await this.disclosing.families(alsoOnTablet(context), { operation: 'families', fields: fieldsAsked(info, 'nodes') })
    return pageOf(families, first, after, ({ id }) => id)
  }

  @Query(() => Family, { nullable: true })
  family(
    @Args('id', { type: () => ID }) id: string,
    @Args('knownAt', { type: () => InstantScalar, nullable: true, description: 'For professionals: as it was known at a moment, opened by the rights of today.' }) knownAt: string | null | undefined,
    @Context() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<FamilyView | undefined> {
    const session = typeof knownAt === 'string' ? signedIn(context) : alsoOnTablet(context)
    return this.disclosing.family(session, id, { operation: 'family', fields: fieldsAsked(info), knownAt: knownAt ?? undefined })
  }

  @ResolveField(() => ContributionConnection)
  contributions(
    @Parent() family: FamilyView,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number, @Args('after', { type: () => String, nullable: true }) after: string | undefined,
  ): ContributionConnection {
    return contributions(family, { first, after })
  }

  @Query(() => Planner)
  planner(@Args('familyId', { type: () => ID }) familyId: string, @Context() context: RequestContext): Promise<Planner> {
    return this.planning.planner(signedIn(context), familyId)
  }

  @Query(() => ProposalRun)
  proposalRun(@Args('id', { type: () => ID }) id: string, @Context() context: RequestContext): Promise<ProposalRun> {
    return this.planning.run(signedIn(context), id)
  }

  @Query(() => [OtherTime], { description: 'Up to five other times for an appointment of the viewer, while everything else stays.' })
  otherTimes(@Args('familyId', { type: () => ID }) familyId: string, @Args('appointmentId', { type: () => ID }) appointmentId: string, @Context() context: RequestContext): Promise<readonly OtherTime[]> {
    return this.planning.otherTimes(signedIn(context), familyId, appointmentId, context.deadline)
  }

  @Query(() => [OtherDayFound], { description: 'Other days for the viewer\'s parts of a proposal, planned together while everything else stays; nothing when they can\'t all be had at once.' })
  otherDays(
    @Args('familyId', { type: () => ID }) familyId: string, @Args('proposalId', { type: () => ID }) proposalId: string,
    @Args('unsuitable', { type: () => [UnsuitableTimeInput] }) unsuitable: UnsuitableTimeInput[], @Context() context: RequestContext,
  ): Promise<readonly OtherDayFound[]> {
    return this.planning.otherDays(signedIn(context), familyId, proposalId, unsuitable.map((time) => ({ ...time }) as UnsuitableTime), context.deadline)
  }

  @Query(() => AccessLogConnection)
  async accessLog(
    @Args('familyId', { type: () => ID }) familyId: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number, @Args('after', { type: () => String, nullable: true }) after: string | undefined,
    @Args('from', { type: () => DateScalar, nullable: true }) from: string | undefined, @Args('until', { type: () => DateScalar, nullable: true }) until: string | undefined,
    @Args('organisationId', { type: () => ID, nullable: true }) organisation: string | undefined, @Args('kind', { type: () => LookKind, nullable: true }) kind: LookKindValue | undefined,
    @Context() context: RequestContext,
  ): Promise<AccessLogConnection> {
    const read = await this.accessLogReading.lines(signedIn(context), familyId, withoutNulls({ from, until, organisation, kind }))
    if (read === undefined) throw new Refused('not-found')
    return { ...pageOf(read.lines, first, after, ({ id }) => id), organisations: read.organisations }
  }

  @Query(() => CaseReferenceConnection)
  async accessLogCases(
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number, @Args('after', { type: () => String, nullable: true }) after: string | undefined,
    @Context() context: RequestContext,
  ): Promise<CaseReferenceConnection> {
    return pageOf(await this.accessLogReading.cases(signedIn(context)), first, after, ({ id }) => id)
  }
}
