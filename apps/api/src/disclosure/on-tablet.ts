/**
 * What a tablet that a group shares is for (decision 049): to see which children there are, to read what home and group agreed on, and
 * to write down what one saw. Whoever stands at it may know far more elsewhere, with an account of their own; here nothing else opens,
 * whatever is asked. A PIN says who somebody is among those who stand around the tablet, and carries no more than that.
 */
import type { Abilities } from '@samenspel/access'
import { Refused } from '../graphql/refused.ts'
import { isOnTablet, type Session } from '../sessions/sessions.ts'
import type { Item } from './items.ts'

/** What may be asked at a tablet, by the name under which the access log keeps it; whatever isn't here is refused. */
const operations: ReadonlySet<string> = new Set(['families', 'family', 'addContribution', 'draft', 'saveDraft', 'dropDraft'])

/** @throws Refused `not-on-tablet` for anything else than a group needs; a part that doesn't say what it does is no exception. */
export const mustServeTablet = (session: Pick<Session, 'app'>, operation: string | undefined): void => {
  if (isOnTablet(session) && (operation === undefined || !operations.has(operation))) throw new Refused('not-on-tablet')
}

/** The child for whom the file is, and what home and group agreed on: of a family nothing else is for a group. */
export const isForGroup = (item: Item, indexChildren: ReadonlySet<string>): boolean => {
  switch (item.kind) {
    case 'agreementCard': return true
    case 'member': return indexChildren.has(item.value.memberId)
    default: return false
  }
}

/** Of what somebody may do in a family, what they may do from here. */
export const abilitiesOnTablet = (can: Abilities): Abilities =>
  ({ ...Object.fromEntries(Object.keys(can).map((name) => [name, false])), contribute: can.contribute }) as Abilities
