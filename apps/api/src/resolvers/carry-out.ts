import type { CommandBus } from '@nestjs/cqrs'
import { CaseCommand } from '../commands/commands.ts'
import type { Desk } from '../disclosure/desk.ts'
import type { Done } from '../graphql/types/commands.ts'
import type { Session } from '../sessions/sessions.ts'

type CaseAsk = CaseCommand['ask']

/** `madeId`: what is changed; without it, what is made has the id that `desk.id('made')` gives. */
export type Asked = Omit<CaseAsk, 'session' | 'operation' | 'make'> & { readonly madeId?: string }

/** By whom and when: every command says so. */
export const stamp = ({ by, at }: Desk) => ({ by, at })
/** The same of what only who coordinates may ask. */
export const coordinating = ({ by, at, registrationValid }: Desk) => ({ by, at, registrationValid })

/** Asks something of a case file. */
export const carryOutInCase = async (commands: CommandBus, session: Session, operation: string, { madeId, ...ask }: Asked, make: CaseAsk['make']): Promise<Done> => {
  let made = madeId
  await commands.execute(new CaseCommand({ session, operation, ...ask, make: (desk) => { made ??= desk.id('made'); return make(desk) } }))
  return { id: made ?? ask.commandId, familyId: ask.familyId }
}
