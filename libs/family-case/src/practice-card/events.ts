/**
 * The practice card: what a team learned with a family, told without the family, for colleagues elsewhere (S0: learning from what helped).
 * It is written in the file and read by the parents first. Once each of them said yes to the very words it can be released; on a day
 * that it shares with the cards of others it is put on the shelf (`practice-shelf`), which knows nothing of this file.
 */
import type { Category, Id, IsoDate, PersonId } from '@samenspel/kernel'
import type { Setting } from '../contributions/events.ts'
import type { Coordinating, Fact, Request } from '../fact.ts'
import type { Route, SpokenWords } from '../plan/events.ts'

/** How old a child was, as roughly as it can be and still be of use: before birth, up to one, from one to four, from four to six. */
export const cardAges = ['beforeBirth', 'baby', 'toddler', 'preschooler'] as const
export type CardAge = (typeof cardAges)[number]

export type PracticeCardContent = {
  /** One line by which colleagues find it. */
  readonly title: string
  readonly situation: string
  /** What the talk with the parents brought. */
  readonly talk?: string
  readonly tried: string
  readonly whatHelped: string
  readonly whatDidNot?: string
  /** How people began to look at it otherwise. */
  readonly insight?: string
  readonly ages: readonly CardAge[]
  readonly routes: readonly Route[]
  readonly settings: readonly Setting[]
}

/** What was ever written of a card: at first these were two texts. */
export type WrittenCard = Pick<PracticeCardContent, 'situation' | 'whatHelped'> & Partial<PracticeCardContent>

export type PracticeCardEvent =
  | Fact<'PracticeCardWritten', { category: Category; version: string } & WrittenCard>
  /** Of the record of the parent who says it. */
  | Fact<'PracticeCardAnswered', { category: Category; answerId: string; version: string; isYes: boolean; spoken?: SpokenWords }>
  /** It goes to the shelf on this day, as long as every yes stands. `cardId` is what it is called there, and told nowhere else. */
  | Fact<'PracticeCardReleased', { category: Category; cardId: Id; version: string; placeOn: IsoDate }>
  | Fact<'PracticeCardPlaced', { category: Category; cardId: Id }>
  /** Not to be placed, or not to stay: a parent says no after all, or the words change. */
  | Fact<'PracticeCardRecalled', { category: Category; cardId: Id }>
  | Fact<'PracticeCardRemoved', { category: Category; cardId: Id }>

export type PracticeCardCommand =
  /** `traces`: names, numbers and days that were found in the words. Whoever sends the command has looked. */
  | Request<'WritePracticeCard', Coordinating & { from?: string; version: string; traces: readonly string[] } & PracticeCardContent>
  | Request<'AnswerPracticeCard', { answerId: string; version: string; parent: PersonId; isYes: boolean; spoken?: SpokenWords }>
  | Request<'ReleasePracticeCard', Coordinating & { cardId: Id; version: string; traces: readonly string[] }>
  /** Who coordinates holds it back, or has it taken from the shelf. */
  | Request<'RecallPracticeCard', Coordinating & { cardId: Id }>
  /** By the software: what was done at the shelf. */
  | Request<'NotePracticeCardPlaced' | 'NotePracticeCardRemoved', { cardId: Id }>
