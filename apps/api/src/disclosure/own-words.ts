import { decide, momentIn, plainEntry } from '@samenspel/access'
import type { PersonId } from '@samenspel/kernel'
import { factsOf } from './facts.ts'
import type { Occasion } from './log-lines.ts'

/**
 * Whether who looks would read today what a parent says of what they want, if they said it. Whether they did is not looked at: to whom it
 * wouldn't open, a parent who said nothing and one who did look alike.
 */
export const wouldReadOwnWords = ({ asking, record, now }: Pick<Occasion, 'asking' | 'record' | 'now'>, parent: PersonId): boolean => {
  const facts = factsOf(record, asking)
  const { today } = momentIn(facts.jurisdiction, now)
  return decide(asking.viewer, 'read', { ...plainEntry, subject: { kind: 'adult', person: parent }, category: 'plan', author: { person: parent }, recorded: today, occurred: today }, facts, now).outcome === 'content'
}
