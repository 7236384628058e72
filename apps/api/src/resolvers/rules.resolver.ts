import { Context, Query, Resolver } from '@nestjs/graphql'
import { accessRules } from '../access-matrix/rules.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import { Refused } from '../graphql/refused.ts'
import { AccessRules } from '../graphql/types/accountability.ts'

/** The rules by which everything else is opened: for who has to account for them. */
@Resolver()
export class RulesResolver {
  /** @throws Refused `not-found` for anybody but a privacy officer. */
  @Query(() => AccessRules)
  accessRules(@Context() context: RequestContext): AccessRules {
    const { role, language } = signedIn(context)
    if (role !== 'privacyOfficer') throw new Refused('not-found')
    return accessRules(language)
  }
}
