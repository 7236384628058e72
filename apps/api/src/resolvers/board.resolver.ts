import { Inject } from '@nestjs/common'
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql'
import { BOARD } from '../composition/tokens.ts'
import type { Board } from '../disclosure/board.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { DraftPartInput } from '../graphql/inputs.ts'
import { DateScalar } from '../graphql/scalars.ts'
import { DraftCheck, DraftDay, PlanningBoard } from '../graphql/types/board.ts'
import { ProposalRun } from '../graphql/types/proposals.ts'
import { withoutNulls } from './inputs.ts'

const id = { type: () => ID } as const
const date = { type: () => DateScalar } as const
const draft = { type: () => [DraftPartInput] } as const

/** The planner's board: all families of a coordinator side by side, and plans that are made by hand. */
@Resolver()
export class BoardResolver {
  constructor(@Inject(BOARD) private readonly board: Board) {}

  @Query(() => PlanningBoard)
  planningBoard(@Args('from', date) from: string, @Args('until', date) until: string, @Context() context: RequestContext): Promise<PlanningBoard> {
    return this.board.between(signedIn(context), from, until)
  }

  @Query(() => DraftCheck)
  checkDraft(@Args('familyId', id) familyId: string, @Args('parts', draft) parts: DraftPartInput[], @Context() context: RequestContext): Promise<DraftCheck> {
    return this.board.check(signedIn(context), familyId, parts.map(withoutNulls))
  }

  @Query(() => [DraftDay])
  draftWays(@Args('familyId', id) familyId: string, @Args('needId', id) needId: string, @Args('parts', draft) parts: DraftPartInput[], @Context() context: RequestContext): Promise<readonly DraftDay[]> {
    return this.board.ways(signedIn(context), familyId, needId, parts.map(withoutNulls))
  }

  @Mutation(() => ProposalRun)
  proposeDraft(@Args('commandId', id) commandId: string, @Args('familyId', id) familyId: string, @Args('parts', draft) parts: DraftPartInput[], @Context() context: RequestContext): Promise<ProposalRun> {
    return this.board.propose(signedIn(context), familyId, commandId, parts.map(withoutNulls))
  }
}
