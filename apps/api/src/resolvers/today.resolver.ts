import { Inject } from '@nestjs/common'
import { Context, Info, Query, Resolver } from '@nestjs/graphql'
import type { GraphQLResolveInfo } from 'graphql'
import { TODAY } from '../composition/tokens.ts'
import type { OwnToday } from '../disclosure/today.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { Today } from '../graphql/types/today.ts'
import { fieldsAsked } from './asked.ts'

/** The start page of a professional. */
@Resolver()
export class TodayResolver {
  constructor(@Inject(TODAY) private readonly own: OwnToday) {}

  @Query(() => Today, { description: 'What the viewer can do today in all their families, and what changed there. Nothing for who is no professional.' })
  today(@Context() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<Today> {
    return this.own.of(signedIn(context), fieldsAsked(info))
  }
}
