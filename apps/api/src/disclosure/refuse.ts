import type { Refusal } from '@samenspel/kernel'
import { Refused } from '../graphql/refused.ts'
import type { AccessLog, LoggedAction } from './access-log.ts'
import { refusedLine, type Occasion } from './log-lines.ts'

/** Refuses what somebody asked of a family by name, once the log says that they asked (L-03). @throws Refused, always */
export const refuse = async ({ log }: { readonly log: Pick<AccessLog, 'write'> }, occasion: Occasion, action: LoggedAction, code: string, about?: Refusal['about']): Promise<never> => {
  await log.write(occasion.record.familyId, [refusedLine(occasion, action)])
  throw new Refused(code, about)
}
