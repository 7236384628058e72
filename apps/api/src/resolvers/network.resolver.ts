import { Inject } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql'
import type { Mover } from '@samenspel/family-case'
import type { CaseCommand } from '../commands/commands.ts'
import { OPENING } from '../composition/tokens.ts'
import type { Desk } from '../disclosure/desk.ts'
import type { Opening } from '../disclosure/opening.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { DyadForm } from '../graphql/enums.ts'
import { DyadInput, MemberInput, MoverInput, NewBornInput, OpenFamilyInput, SupportInput } from '../graphql/network-inputs.ts'
import { DateScalar } from '../graphql/scalars.ts'
import { Done } from '../graphql/types/commands.ts'
import { carryOutInCase, coordinating, type Asked } from './carry-out.ts'
import { withoutNulls } from './inputs.ts'

const id = { type: () => ID } as const
const day = { type: () => DateScalar } as const
const perhapsDay = { type: () => DateScalar, nullable: true } as const

/** A family is opened, and who belongs to it changes: people, bonds, homes, what stands around it. */
@Resolver()
export class NetworkResolver {
  constructor(private readonly commands: CommandBus, @Inject(OPENING) private readonly opening: Opening) {}

  @Mutation(() => Done, { description: 'Opens the file of a family; who asks coordinates it.' })
  async openFamily(@Args('commandId', id) commandId: string, @Args('input') { name, caseNumber, members }: OpenFamilyInput, @Context() context: RequestContext): Promise<Done> {
    const familyId = await this.opening.open(signedIn(context), commandId, {
      name, ...(caseNumber != null && caseNumber.trim() !== '' && { caseNumber: caseNumber.trim() }), members: members.map((member) => withoutNulls(member)),
    })
    return { id: familyId, familyId }
  }

  @Mutation(() => Done)
  addMember(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: MemberInput, @Args('carriedBy', { ...id, nullable: true }) carriedBy: string | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'addMember', { familyId, commandId }, (desk) => {
      desk.mustCoordinate()
      if (carriedBy != null) desk.mustKnow(carriedBy)
      return { type: 'AddMember', ...coordinating(desk), memberId: desk.id('made'), isIndexChild: false, ...withoutNulls(input), ...(carriedBy != null && { carriedBy }) }
    })
  }

  @Mutation(() => Done, { description: 'Puts right who somebody is and where they live, or says that they belong to the network no more.' })
  changeMember(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('memberId', id) memberId: string, @Args('version', id) version: string, @Args('input') input: MemberInput,
    @Args('since', perhapsDay) since: string | undefined, @Args('until', perhapsDay) until: string | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'changeMember', { familyId, commandId, madeId: memberId }, (desk) => {
      desk.mustSee('member', memberId)
      desk.mustCoordinate()
      return { type: 'ChangeMember', ...coordinating(desk), memberId, from: version, version: desk.id('version'), ...withoutNulls(input), ...(since != null && { since }), ...(until != null && { until }) }
    })
  }

  @Mutation(() => Done, { description: 'A pregnancy ends with one child or more; each has a record of its own from now on.' })
  recordBirth(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('memberId', id) memberId: string, @Args('birthDate', day) birthDate: string,
    @Args('children', { type: () => [NewBornInput] }) children: NewBornInput[], @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'recordBirth', { familyId, commandId, madeId: memberId }, (desk) => {
      desk.mustSee('member', memberId)
      desk.mustCoordinate()
      const [first = { firstName: '' }, ...others] = children.map((child) => withoutNulls(child))
      return {
        type: 'RecordBirth', ...coordinating(desk), memberId, birthDate, goalVersion: desk.id('version'), ...first, tieId: desk.id('tie'),
        others: others.map((other, index) => ({ memberId: desk.id(`child ${index}`), ...other, tieId: desk.id(`tie ${index}`), twinTieId: desk.id(`twin ${index}`) })),
      }
    })
  }

  @Mutation(() => Done)
  addDyad(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('memberIds', { type: () => [ID] }) memberIds: string[], @Args('input') input: DyadInput, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'addDyad', { familyId, commandId }, (desk) => {
      desk.mustCoordinate()
      return { type: 'AddDyad', ...coordinating(desk), dyadId: desk.id('made'), persons: pairOf(desk, memberIds), ...withoutNulls(input) }
    })
  }

  @Mutation(() => Done, { description: 'A bond is otherwise from now on, or was recorded wrongly: then nothing is kept of what stood there.' })
  changeDyad(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('dyadId', id) dyadId: string, @Args('version', id) version: string, @Args('isCorrection') isCorrection: boolean,
    @Args('input') input: DyadInput, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'changeDyad', { familyId, commandId, madeId: dyadId }, (desk) => {
      desk.mustSee('dyad', dyadId)
      desk.mustCoordinate()
      return { type: 'ChangeDyad', ...coordinating(desk), dyadId, from: version, version: desk.id('version'), isCorrection, ...withoutNulls(input) }
    })
  }

  @Mutation(() => Done, { description: 'Something that stands around the family: new, or in its newest form.' })
  recordSupport(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('supportId', { ...id, nullable: true }) supportId: string | undefined, @Args('version', { ...id, nullable: true }) version: string | undefined,
    @Args('input') input: SupportInput, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'recordSupport', { familyId, commandId, ...(supportId != null && { madeId: supportId }) }, (desk) => {
      if (supportId != null) desk.mustSee('support', supportId)
      desk.mustCoordinate()
      return { type: 'RecordSupport', ...coordinating(desk), supportId: supportId ?? desk.id('made'), ...(version != null && { from: version }), version: desk.id('version'), ...withoutNulls(input) }
    })
  }

  @Mutation(() => Done, { description: 'Two people part: their bond, and who lives elsewhere from then on.' })
  recordSeparation(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('memberIds', { type: () => [ID] }) memberIds: string[], @Args('on', day) on: string,
    @Args('form', { type: () => DyadForm }) form: 'separated' | 'divorced', @Args('movers', { type: () => [MoverInput] }) movers: MoverInput[], @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'recordSeparation', { familyId, commandId }, (desk) => {
      desk.mustCoordinate()
      return { type: 'RecordSeparation', ...coordinating(desk), persons: pairOf(desk, memberIds), dyadId: desk.id('made'), version: desk.id('version'), on, form, movers: moversOf(desk, movers) }
    })
  }

  @Mutation(() => Done, { description: 'Somebody of the family has a new partner, who belongs to the family from now on.' })
  recordNewPartner(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('of', id) of: string, @Args('partner') partner: MemberInput,
    @Args('form', { type: () => DyadForm, nullable: true }) form: 'together' | 'married' | 'livingApart' | undefined, @Args('since', perhapsDay) since: string | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'recordNewPartner', { familyId, commandId }, (desk) => {
      desk.mustCoordinate()
      desk.mustKnow(of)
      return {
        type: 'RecordNewPartner', ...coordinating(desk), of, partner: { memberId: desk.id('made'), isIndexChild: false, ...withoutNulls(partner) }, dyadId: desk.id('tie'), ...(form != null && { form }), ...(since != null && { since }),
      }
    })
  }

  @Mutation(() => Done, { description: 'The household lives somewhere else from that day on. Travel is planned from the place that lies nearest.' })
  recordMove(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('address') address: string, @Args('nearPlaceId', id) nearPlaceId: string, @Args('from', day) from: string,
    @Args('movers', { type: () => [MoverInput] }) movers: MoverInput[], @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'recordMove', { familyId, commandId }, (desk) => {
      desk.mustCoordinate()
      return { type: 'RecordMove', ...coordinating(desk), home: { homeId: desk.id('made'), address, point: desk.pointOf(nearPlaceId), from }, movers: moversOf(desk, movers) }
    })
  }

  private carryOut(context: RequestContext, operation: string, ask: Asked, make: CaseCommand['ask']['make']): Promise<Done> {
    return carryOutInCase(this.commands, signedIn(context), operation, ask, make)
  }
}

/** Two people whom who asks may know of. */
const pairOf = (desk: Desk, memberIds: readonly string[]): readonly [string, string] => {
  const [one = '', other = ''] = memberIds
  desk.mustKnow(one)
  desk.mustKnow(other)
  return [one, other]
}

const moversOf = (desk: Desk, movers: readonly MoverInput[]): readonly Mover[] => movers.map(({ memberId, version, inHousehold }, index) => {
  desk.mustSee('member', memberId)
  return { memberId, from: version, version: desk.id(`mover ${index}`), inHousehold }
})
