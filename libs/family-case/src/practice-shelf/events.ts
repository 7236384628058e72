/**
 * The shelf of practice cards, in one stream for the whole installation, `shelf-practice`: what teams learned, for every professional.
 * Nothing here leads to a family. A card is put there by the software, together with all others of that month, under an id of its own
 * that the file of the family alone knows. The subject is the case: a card is nobody's record.
 */
import type { Id, PersonId } from '@samenspel/kernel'
import type { Fact, Request } from '../fact.ts'
import type { PracticeCardContent } from '../practice-card/events.ts'

export type ShelfEvent =
  /** `publisher`: who wrote and released it, and may take it away. */
  | Fact<'ShelfCardPlaced', { cardId: Id; publisher: PersonId } & PracticeCardContent>
  /** `reason`: of the publisher, in words; nothing where the family's file called it back. */
  | Fact<'ShelfCardWithdrawn', { cardId: Id; reason?: string }>

export type ShelfCommand =
  | Request<'PlaceShelfCard', { cardId: Id; publisher: PersonId; content: PracticeCardContent }>
  | Request<'WithdrawShelfCard', { cardId: Id; reason?: string }>

/** Every event of the stream, with the version that is written today. */
export const shelfEvents: Readonly<Record<ShelfEvent['type'], { readonly version: number; readonly retention: 'coordination' }>> = {
  ShelfCardPlaced: { version: 1, retention: 'coordination' },
  ShelfCardWithdrawn: { version: 1, retention: 'coordination' },
}
