import { nothingToDo, record, type Decider, type Decision } from '@samenspel/kernel'
import { refuseTexts } from '../checks.ts'
import { recorded } from '../fact.ts'
import { refuseUnlessRule } from '../people.ts'
import { refuse } from '../refusals.ts'
import type { ShelfCommand, ShelfEvent } from './events.ts'
import { emptyShelf, evolveShelf, type Shelf } from './state.ts'

type Command<Type extends ShelfCommand['type']> = Extract<ShelfCommand, { type: Type }>

const decide = (command: ShelfCommand, shelf: Shelf): Decision<ShelfEvent> => {
  switch (command.type) {
    case 'PlaceShelfCard': return place(command, shelf)
    case 'WithdrawShelfCard': return withdraw(command, shelf)
  }
}

/** The shelf, and how it is decided. */
export const practiceShelf: Decider<Shelf, ShelfCommand, ShelfEvent> = { initial: emptyShelf, evolve: evolveShelf, decide }

const ofNobody = { kind: 'case' } as const

/** Only the software places: who could place by hand would show when. What was taken away is never put back. */
const place = (command: Command<'PlaceShelfCard'>, shelf: Shelf): Decision<ShelfEvent> => {
  const { cardId, publisher, content } = command
  return refuseUnlessRule(command) ?? (shelf.has(cardId) ? nothingToDo : record({ type: 'ShelfCardPlaced', subject: ofNobody, ...recorded(command), cardId, publisher, ...content }))
}

/** By who published it, with a reason; or by the software, where the file calls it back. What isn't there needs no taking away. */
const withdraw = (command: Command<'WithdrawShelfCard'>, shelf: Shelf): Decision<ShelfEvent> => {
  const { by, cardId, reason } = command
  const card = shelf.get(cardId)
  const isRule = refuseUnlessRule(command) === undefined
  if (card === undefined) return isRule ? nothingToDo : refuse('practice-card-unknown')
  if (!isRule && card.publisher !== by.person) return refuse('not-the-publisher')
  if (card.withdrawn !== undefined) return nothingToDo
  const objection = isRule ? undefined : refuseTexts({ reason: reason ?? '' })
  return objection ?? record({ type: 'ShelfCardWithdrawn', subject: ofNobody, ...recorded(command), cardId, ...(reason !== undefined && !isRule && { reason }) })
}
