import { Inject } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import type { CaseCommand } from '../commands/commands.ts'
import { DISCLOSING } from '../composition/tokens.ts'
import type { Disclosing } from '../disclosure/disclosing.ts'
import { alsoOnTablet, signedIn, type RequestContext } from '../graphql/context.ts'
import { CaseSearchInput, ColleagueQuestionInput, ContributionInput } from '../graphql/inputs.ts'
import { Refused } from '../graphql/refused.ts'
import { Done } from '../graphql/types/commands.ts'
import { CaseSearch, ColleagueQuestion } from '../graphql/types/story.ts'
import { carryOutInCase, stamp, type Asked } from './carry-out.ts'
import { subjectOf, withoutNulls } from './inputs.ts'

const id = { type: () => ID } as const

/** What professionals write about a family, what they ask each other about it, and finding it again. */
@Resolver()
export class ContributionsResolver {
  constructor(@Inject(DISCLOSING) private readonly disclosing: Disclosing, private readonly commands: CommandBus) {}

  @Mutation(() => Done)
  addContribution(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: ContributionInput, @Context() context: RequestContext): Promise<Done> {
    const { subject: given, inConfidenceBecause: reason, procedure, parentSignal, ...rest } = withoutNulls(input)
    const subject = subjectOf(given)
    return this.carryOut(context, 'addContribution', { familyId, commandId }, (desk) => {
      desk.mustKnowSubject(subject)
      // Putting a document right changes what is said about it, not the file.
      const first = rest.corrects === undefined ? undefined : desk.contribution(rest.corrects)
      return {
        type: 'AddContribution', ...stamp(desk), id: desk.id('made'), subject, ...rest,
        ...(procedure !== undefined && { procedure: withoutNulls(procedure) }), ...(parentSignal !== undefined && { parentSignal: withoutNulls(parentSignal) }),
        ...(first?.document !== undefined && { document: first.document }),
        ...(reason !== undefined && { confidence: { safeguardId: desk.id('confidence'), reason } }),
      }
    })
  }

  @Mutation(() => Done)
  askColleague(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('input') input: ColleagueQuestionInput, @Context() context: RequestContext): Promise<Done> {
    const { colleagueId: to, wish, text, contributionId, subject: given, category: label } = withoutNulls(input)
    return this.carryOut(context, 'askColleague', { familyId, commandId }, (desk) => {
      desk.mustKnow(to)
      const about = contributionId === undefined ? undefined : desk.contribution(contributionId)
      const subject = about?.subject ?? (given === undefined ? undefined : subjectOf(given))
      const category = about?.category ?? label
      if (subject === undefined || category === undefined) throw new Refused('request-invalid')
      desk.mustKnowSubject(subject)
      return { type: 'AskColleague', ...stamp(desk), questionId: desk.id('made'), to, wish, text, subject, category, ...(contributionId !== undefined && { contributionId }), mayBeRead: desk.mayRead(to, subject, category) }
    })
  }

  @Mutation(() => Done)
  answerColleague(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('questionId', id) questionId: string, @Args('text') text: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'answerColleague', { familyId, commandId }, (desk) => {
      const { subject, category, by: asker, to } = desk.question(questionId)
      return { type: 'AnswerColleague', ...stamp(desk), answerId: desk.id('made'), questionId, text, mayBeRead: desk.mayRead(asker.person === desk.by.person ? to : asker.person, subject, category) }
    })
  }

  @Mutation(() => Done, { description: 'Answered, or seen: it asks for nothing any more.' })
  closeColleagueQuestion(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('questionId', id) questionId: string, @Context() context: RequestContext): Promise<Done> {
    return this.carryOut(context, 'closeColleagueQuestion', { familyId, commandId, madeId: questionId }, (desk) => {
      desk.question(questionId)
      return { type: 'CloseColleagueQuestion', ...stamp(desk), questionId }
    })
  }

  @Query(() => [ColleagueQuestion], { description: 'Over all families: what colleagues ask of the viewer, and what the viewer asked, as long as it isn\'t done.' })
  colleagueQuestions(@Context() context: RequestContext): Promise<readonly ColleagueQuestion[]> {
    return this.disclosing.inbox(signedIn(context))
  }

  @Query(() => CaseSearch, { nullable: true, description: 'Looks through what opened to the viewer.' })
  searchFamily(@Args('familyId', id) familyId: string, @Args('input') input: CaseSearchInput, @Context() context: RequestContext): Promise<CaseSearch | undefined> {
    return this.disclosing.search(signedIn(context), familyId, withoutNulls(input))
  }

  @Mutation(() => Done, { description: 'Notes that the viewer takes what they wrote themselves into a record of their own elsewhere.' })
  async takeOwnContribution(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('contributionId', id) contributionId: string, @Context() context: RequestContext): Promise<Done> {
    await this.disclosing.takeOwn(signedIn(context), familyId, contributionId)
    return { id: contributionId, familyId }
  }

  private carryOut(context: RequestContext, operation: string, ask: Asked, make: CaseCommand['ask']['make']): Promise<Done> {
    return carryOutInCase(this.commands, alsoOnTablet(context), operation, ask, make)
  }
}
