import { CommandBus } from '@nestjs/cqrs'
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql'
import type { AnswerWay } from '@samenspel/family-case'
import type { CaseCommand } from '../commands/commands.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { AnswerWayEnum } from '../graphql/enums.ts'
import { Done } from '../graphql/types/commands.ts'
import { carryOutInCase, stamp, type Asked } from './carry-out.ts'

const id = { type: () => ID } as const

@InputType({ description: 'A treatment that parents are asked to agree to.' })
export class TreatmentInput {
  @Field(() => ID) childId!: string
  @Field() what!: string
  @Field() treatedBy!: string
  @Field() isSubstantial!: boolean
}

@InputType({ description: 'How an answer was heard: for a professional who notes it. A parent answers in person, and gives none.' })
export class TreatmentNotedInput {
  @Field(() => ID) parentId!: string
  @Field(() => AnswerWayEnum) way!: AnswerWay
  @Field() how!: string
}

/** Agreeing to a treatment of a child (G-01). */
@Resolver()
export class TreatmentsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => Done)
  proposeTreatment(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: TreatmentInput, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'proposeTreatment', { familyId, commandId }, (desk) => {
      desk.mustKnow(input.childId)
      const { childId: child, what, treatedBy, isSubstantial } = input
      return { type: 'ProposeTreatment', ...stamp(desk), treatmentId: desk.id('made'), child, what, treatedBy, isSubstantial }
    })
  }

  @Mutation(() => Done, { description: 'A yes or a no to a treatment; a professional notes who said it and how.' })
  answerTreatment(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('treatmentId', id) treatmentId: string, @Args('agrees') agrees: boolean,
    @Args('noted', { type: () => TreatmentNotedInput, nullable: true }) noted: TreatmentNotedInput | undefined, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'answerTreatment', { familyId, commandId, madeId: treatmentId }, (desk) => {
      desk.mustSee('treatment', treatmentId)
      const asked = { type: 'AnswerTreatment', ...stamp(desk), treatmentId, agrees } as const
      if (noted == null) return { ...asked, parent: desk.by.person, way: 'inApp' }
      desk.mustKnow(noted.parentId)
      return { ...asked, parent: noted.parentId, way: noted.way, how: noted.how }
    })
  }

  @Mutation(() => Done, { description: 'Care goes on without an answer of everybody, for this reason.' })
  makeTreatmentException(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('treatmentId', id) treatmentId: string, @Args('reason') reason: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'makeTreatmentException', { familyId, commandId, madeId: treatmentId }, (desk) => {
      desk.mustSee('treatment', treatmentId)
      return { type: 'MakeTreatmentException', ...stamp(desk), treatmentId, reason }
    })
  }

  @Mutation(() => Done, { description: 'The question is over.' })
  withdrawTreatment(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('treatmentId', id) treatmentId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'withdrawTreatment', { familyId, commandId, madeId: treatmentId }, (desk) => {
      desk.mustSee('treatment', treatmentId)
      return { type: 'WithdrawTreatment', ...stamp(desk), treatmentId }
    })
  }

  private carryOut(context: RequestContext, operation: string, ask: Asked, make: CaseCommand['ask']['make']): Promise<Done> {
    return carryOutInCase(this.commands, signedIn(context), operation, ask, make)
  }
}
