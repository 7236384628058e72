import type { CommandBus } from '@nestjs/cqrs'
import { CaseCommand } from '../commands/commands.ts'
import { signedIn, type RequestContext } from '../graphql/context.ts'
import type { Done } from '../graphql/types/commands.ts'

type CaseAsk = CaseCommand['ask']

/**
 * Asks something of a case file.
 * @param ask `madeId`: what is changed; without it, what is made has the id that `desk.id('made')` gives
 */
export const carryOutInCase = async (
  commands: CommandBus, context: RequestContext, operation: string, { madeId, ...ask }: Pick<CaseAsk, 'familyId' | 'commandId'> & { readonly madeId?: string }, make: CaseAsk['make'],
): Promise<Done> => {
  let made = madeId
  await commands.execute(new CaseCommand({ session: signedIn(context), operation, ...ask, make: (desk) => { made ??= desk.id('made'); return make(desk) } }))
  return { id: made ?? ask.commandId, familyId: ask.familyId }
}
