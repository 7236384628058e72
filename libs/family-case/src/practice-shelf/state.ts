import type { Id, IsoInstant, PersonId } from '@samenspel/kernel'
import { contentOf } from '../practice-card/placing.ts'
import type { CardAge, PracticeCardContent } from '../practice-card/events.ts'
import type { Setting } from '../contributions/events.ts'
import type { Route } from '../plan/events.ts'
import type { ShelfEvent } from './events.ts'

export type ShelfCard = {
  readonly cardId: Id
  readonly publisher: PersonId
  readonly placedAt: IsoInstant
  readonly content: PracticeCardContent
  readonly withdrawn?: { readonly at: IsoInstant; readonly reason?: string }
}

/** By id, in the order in which they were placed. */
export type Shelf = ReadonlyMap<Id, ShelfCard>

export const emptyShelf: Shelf = new Map()

export const evolveShelf = (shelf: Shelf, event: ShelfEvent): Shelf => {
  const { cardId, at } = event
  switch (event.type) {
    case 'ShelfCardPlaced':
      return new Map(shelf).set(cardId, { cardId, publisher: event.publisher, placedAt: at, content: contentOf(event) })
    case 'ShelfCardWithdrawn': {
      const card = shelf.get(cardId)
      return card === undefined ? shelf : new Map(shelf).set(cardId, { ...card, withdrawn: { at, ...(event.reason !== undefined && { reason: event.reason }) } })
    }
  }
}

/** What somebody looks for on the shelf. */
export type CardsSought = { readonly words?: string; readonly age?: CardAge; readonly route?: Route; readonly setting?: Setting }

/** Of what stands there, what was sought: every word that was typed stands somewhere on the card. The newest first. */
export const cardsFound = (shelf: Shelf, { words = '', age, route, setting }: CardsSought): readonly ShelfCard[] => {
  const typed = plain(words).split(/\s+/).filter((word) => word !== '')
  return [...shelf.values()].filter(({ withdrawn, content }) => {
    if (withdrawn !== undefined || (age !== undefined && !content.ages.includes(age)) || (route !== undefined && !content.routes.includes(route)) || (setting !== undefined && !content.settings.includes(setting))) return false
    const { title, situation, talk, tried, whatHelped, whatDidNot, insight } = content
    const all = plain([title, situation, talk, tried, whatHelped, whatDidNot, insight].join('\n'))
    return typed.every((word) => all.includes(word))
  }).reverse()
}

/** Without capitals and accents. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
