/**
 * A case as a privacy officer works on it: without opening a record. Whoever is none finds no case here, and when one was asked for by
 * name, that has its line.
 */
import { abilities } from '@samenspel/access'
import type { FamilyId } from '@samenspel/kernel'
import type { Session } from '../sessions/sessions.ts'
import type { LoggedAction } from './access-log.ts'
import { recordNamed, type DisclosingParts } from './disclosing.ts'
import { factsOf } from './facts.ts'
import { refusedLine, type Occasion } from './log-lines.ts'
import { askingOf, type Asking } from './viewer.ts'

/**
 * Decided anew for every request, by the rule that opens the access log to a privacy officer (P13).
 * @param refused what was asked of this case, for the line of who is no officer; `quietly` when all cases were asked for, none by name
 */
export const officeOccasion = async (
  parts: Pick<DisclosingParts, 'files' | 'log' | 'clock'>, session: Session, family: FamilyId, operation: string, refused: LoggedAction | 'quietly',
): Promise<Occasion | undefined> => occasionFor(parts, await askingOf(session, parts.files), family, operation, refused)

const occasionFor = async (
  { files, log, clock }: Pick<DisclosingParts, 'files' | 'log' | 'clock'>, asking: Asking, family: FamilyId, operation: string, refused: LoggedAction | 'quietly',
): Promise<Occasion | undefined> => {
  const record = await recordNamed({ files, log, clock }, asking, family, operation, refused)
  if (record === undefined) return undefined
  const occasion: Occasion = { asking, record, operation, now: clock() }
  if (abilities(asking.viewer, factsOf(record, asking), occasion.now).decideErasure) return occasion
  if (refused !== 'quietly') await log.write(family, [refusedLine(occasion, refused)])
  return undefined
}

/** Every case that an office may work on, decided one by one; of all others, and for everybody else, there is none. */
export const officeOccasions = async (parts: DisclosingParts, session: Session, operation: string): Promise<readonly Occasion[]> => {
  const asking = await askingOf(session, parts.files)
  if (asking.viewer.kind !== 'office') return []
  const occasions = await Promise.all((await parts.participations.cases(session)).map(({ familyId }) => occasionFor(parts, asking, familyId, operation, 'quietly')))
  return occasions.filter((occasion) => occasion !== undefined)
}
