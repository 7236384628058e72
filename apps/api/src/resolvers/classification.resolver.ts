import { CommandBus } from '@nestjs/cqrs'
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql'
import type { AxisContent } from '@samenspel/family-case'
import type { CaseCommand } from '../commands/commands.ts'
import type { Desk } from '../disclosure/desk.ts'
import { ClassificationInput, ClassificationPartInput } from '../graphql/classification-inputs.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { Done } from '../graphql/types/commands.ts'
import { carryOutInCase, stamp, type Asked } from './carry-out.ts'
import { withoutNulls } from './inputs.ts'

const id = { type: () => ID } as const

/** Classification on five axes. Each answers with the id of what was made or changed. */
@Resolver()
export class ClassificationResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => Done)
  startClassification(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: ClassificationInput, @Context() context: RequestContext): Promise<Done> {
    const { childId: child, ...rest } = input
    return this.carryOut(context, 'startClassification', { familyId, commandId }, (desk) => {
      desk.mustKnow(child)
      return { type: 'StartClassification', ...stamp(desk), classificationId: desk.id('made'), child, ...rest }
    })
  }

  @Mutation(() => Done)
  addClassificationPart(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('classificationId', id) classificationId: string, @Args('input') input: ClassificationPartInput, @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'addClassificationPart', { familyId, commandId }, (desk) => {
      desk.mustSee('classification', classificationId)
      return { type: 'AddClassificationPart', ...stamp(desk), classificationId, partId: desk.id('made'), version: desk.id('version'), content: contentFrom(desk, input) }
    })
  }

  @Mutation(() => Done)
  changeClassificationPart(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('partId', id) partId: string, @Args('version', id) version: string, @Args('input') input: ClassificationPartInput,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'changeClassificationPart', { familyId, commandId, madeId: partId }, (desk) => {
      desk.mustSee('classificationPart', partId)
      return { type: 'ChangeClassificationPart', ...stamp(desk), partId, from: version, version: desk.id('version'), content: contentFrom(desk, input) }
    })
  }

  @Mutation(() => Done, { description: 'A part that was a slip is read no more.' })
  removeClassificationPart(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('partId', id) partId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'removeClassificationPart', { familyId, commandId, madeId: partId }, (desk) => {
      desk.mustSee('classificationPart', partId)
      return { type: 'RemoveClassificationPart', ...stamp(desk), partId }
    })
  }

  @Mutation(() => Done, { description: 'The rating of a bond was talked about with that parent; or it was not, for the reason that is given.' })
  discussBondRating(
    @Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('partId', id) partId: string, @Args('reason', { type: () => String, nullable: true }) reason: string | null,
    @Context() context: RequestContext,
  ): Promise<Done> {
    return this.carryOut(context, 'discussBondRating', { familyId, commandId, madeId: partId }, (desk) => {
      desk.mustSee('classificationPart', partId)
      return { type: 'DiscussBondRating', ...stamp(desk), partId, ...withoutNulls({ reason }) }
    })
  }

  @Mutation(() => Done, { description: 'Who coordinates completes it; from then on it stands as it is.' })
  completeClassification(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('classificationId', id) classificationId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'completeClassification', { familyId, commandId, madeId: classificationId }, (desk) => {
      desk.mustSee('classification', classificationId)
      return { type: 'CompleteClassification', ...stamp(desk), registrationValid: desk.registrationValid, classificationId }
    })
  }

  private carryOut(context: RequestContext, operation: string, ask: Asked, make: CaseCommand['ask']['make']): Promise<Done> {
    return carryOutInCase(this.commands, signedIn(context), operation, ask, make)
  }
}

/** What wasn't sent is empty, and refused where an axis needs it; a caregiver is somebody whom the writer may know of. */
const contentFrom = (desk: Desk, input: ClassificationPartInput): AxisContent => {
  const given = withoutNulls(input)
  if (given.caregiver !== undefined) desk.mustKnow(given.caregiver)
  const ratings = (all: ClassificationPartInput['aspects']) => (all ?? []).map((one) => withoutNulls(one))
  return {
    caregiver: '', cluster: '', label: '', text: '', group: '', note: '', isPrimary: false, onsetMonths: Number.NaN, level: 0, lines: [], ...given, ...(given.axis === 'disorder' && given.caregiver === undefined && { caregiver: undefined }),
    aspects: ratings(given.aspects), childAspects: ratings(given.childAspects),
  } as AxisContent
}
