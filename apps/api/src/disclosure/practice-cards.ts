/**
 * Practice cards: what teams learned, told without families. The shelf holds nothing about anybody, so every professional reads it and no
 * look leaves a line, as with the catalogue of services. Before a card leaves a file its words are looked through for names (`libs/intl`, traces).
 */
import { cardsFound, type CardsSought, type PracticeCardContent, type ShelfCard } from '@samenspel/family-case'
import { tracesIn, type KnownNames } from '@samenspel/intl/traces'
import { isId, type FamilyId, type Id } from '@samenspel/kernel'
import { Refused } from '../graphql/refused.ts'
import type { NamesToLeaveOut, ShelfCard as ShelfCardView } from '../graphql/types/practice-cards.ts'
import type { Partners } from '../read-models/partners.ts'
import type { Session } from '../sessions/sessions.ts'
import { ownId } from '../ids/own-id.ts'
import type { Desk } from './desk.ts'
import { look, type DisclosingParts } from './disclosing.ts'
import { joinedNames, knownNamesOf, namesOfRegister } from './known-names.ts'
import { readLines } from './log-lines.ts'
import { refuse } from './refuse.ts'
import { everyOrganisation } from './register-at-large.ts'
import { askingOf } from './viewer.ts'

export type PracticeCards = {
  /** The newest first. @throws Refused `not-found` to who is no professional, `text-too-long` */
  readonly found: (session: Session, sought: CardsSought) => Promise<readonly ShelfCardView[]>
  /** What the viewer published and took away again; nobody else sees that it was there. */
  readonly withdrawn: (session: Session) => Promise<readonly ShelfCardView[]>
  /** @returns nothing for a card that isn't there, or was taken away by somebody else */
  readonly card: (session: Session, id: Id) => Promise<ShelfCardView | undefined>
  readonly withdraw: (session: Session, commandId: Id, id: Id, reason: string) => Promise<void>
  /** For who coordinates, to look through the words while they are written. @throws Refused `not-found`, `not-coordinator` */
  readonly namesToLeaveOut: (session: Session, family: FamilyId) => Promise<NamesToLeaveOut>
  /** Of all organisations of the register. @throws Refused `try-again` */
  readonly registerNames: (session: Session) => Promise<KnownNames>
  /** What in a card must go before it can be told to others, each once. */
  readonly traces: (desk: Pick<Desk, 'names'>, register: KnownNames, content: PracticeCardContent) => readonly string[]
}

const longestSearch = 200

export const openPracticeCards = (parts: DisclosingParts, partners: Pick<Partners, 'everybody'>): PracticeCards => {
  const { files, sessions, clock } = parts
  const shelfFor = async (session: Session) => {
    const { viewer } = await askingOf(session, files)
    if (viewer.kind !== 'care') throw new Refused('not-found')
    return files.shelf.state('practice')
  }
  const registerNames = async (session: Session): Promise<KnownNames> => namesOfRegister(await everyOrganisation(files, partners, session))
  return {
    registerNames,
    found: async (session, sought) => {
      if ((sought.words ?? '').length > longestSearch) throw new Refused('text-too-long', { field: 'words', longest: longestSearch })
      return cardsFound(await shelfFor(session), sought).map((card) => cardView(card, session))
    },
    withdrawn: async (session) => [...(await shelfFor(session)).values()].filter((card) => card.withdrawn !== undefined && isOwn(card, session)).map((card) => cardView(card, session)).reverse(),
    card: async (session, id) => {
      const card = (await shelfFor(session)).get(id)
      return card === undefined || (card.withdrawn !== undefined && !isOwn(card, session)) ? undefined : cardView(card, session)
    },
    withdraw: async (session, commandId, cardId, reason) => {
      if (!isId(commandId)) throw new Refused('request-invalid')
      const { actor: by } = await askingOf(session, files)
      const card = (await shelfFor(session)).get(cardId)
      if (card === undefined || (card.withdrawn !== undefined && !isOwn(card, session))) throw new Refused('not-found')
      const { refusal, position } = await files.shelf.handle('practice', { type: 'WithdrawShelfCard', by, at: clock(), cardId, reason }, ownId(session.person, commandId, 'withdrawn card'))
      if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
      await sessions.wrote(session, position)
    },
    namesToLeaveOut: async (session, family) => {
      const looked = await look(parts, await askingOf(session, files), family, 'namesToLeaveOut')
      if (looked === undefined) throw new Refused('not-found')
      const { occasion, opened } = looked
      if (![opened.head.coordinator, opened.head.substitute].includes(session.person)) return refuse(parts, occasion, 'read', 'not-coordinator')
      await parts.log.write(family, readLines(occasion, opened, new Set(['members', 'supports', 'homes', 'team']), () => false))
      // The number of a case is told to who reviews the log alone; the server looks for it by itself.
      const { persons, organisations, places } = joinedNames(knownNamesOf(occasion.record, opened), await registerNames(session))
      return { persons, organisations, places }
    },
    traces: ({ names }, register, { title, situation, talk, tried, whatHelped, whatDidNot, insight }) => {
      const known = joinedNames(names, register)
      const found = [title, situation, talk, tried, whatHelped, whatDidNot, insight].flatMap((text) => text === undefined ? [] : tracesIn(text, known))
      return [...new Set(found.filter(({ weight }) => weight === 'refused').map((trace) => trace.found))]
    },
  }
}

const isOwn = ({ publisher }: ShelfCard, { person }: Session): boolean => publisher === person

/** Nothing of who wrote it, where and when: of the day only the year, since a card grows old. */
const cardView = (card: ShelfCard, session: Session): ShelfCardView => {
  const { cardId, placedAt, content, withdrawn } = card
  return { id: cardId, ...content, year: Number(placedAt.slice(0, 4)), isOwn: isOwn(card, session), ...(withdrawn !== undefined && { withdrawn: { at: withdrawn.at, ...(withdrawn.reason !== undefined && { reason: withdrawn.reason }) } }) }
}
