import { isSameSubject, type Id, type IsoDate, type IsoInstant, type PersonId } from '@samenspel/kernel'
import { agreementOf, decidersFor } from '../agreement.ts'
import { entryOf, type Labelled } from '../fact.ts'
import type { Family } from '../family/family.ts'
import type { SpokenWords } from '../plan/events.ts'
import { speakerOf } from '../plan/state.ts'
import type { PracticeCardContent, PracticeCardEvent, WrittenCard } from './events.ts'

/** How far a card is on its way to the shelf: `released` waits for its day, `placed` stands there, `recalled` is to be taken away, `removed` is. */
export type Release = {
  readonly cardId: Id
  readonly version: string
  readonly placeOn: IsoDate
  readonly releasedBy: PersonId
  readonly step: 'released' | 'placed' | 'recalled' | 'removed'
  /** Whether it stands on the shelf, or did. */
  readonly placedAt?: IsoInstant
}

export type PracticeCard = Labelled & WrittenCard & { readonly version: string }
/** What one parent says to one wording of the card. */
export type PracticeCardAnswer = Labelled & { readonly answerId: string; readonly version: string; readonly isYes: boolean; readonly spoken?: SpokenWords }

export type PracticeCards = {
  /** The newest wording. */
  readonly card?: PracticeCard
  readonly answers: readonly PracticeCardAnswer[]
  /** Each time that it was released, the newest last. */
  readonly releases: readonly Release[]
}

export const noPracticeCard: PracticeCards = { answers: [], releases: [] }

export const evolvePracticeCard = (cards: PracticeCards, event: PracticeCardEvent): PracticeCards => {
  switch (event.type) {
    case 'PracticeCardWritten':
      return { ...cards, card: entryOf(event) }
    case 'PracticeCardAnswered':
      return { ...cards, answers: [...cards.answers.filter((one) => one.version !== event.version || !isSameSubject(one.subject, event.subject)), entryOf(event)] }
    case 'PracticeCardReleased': {
      const { by, cardId, version, placeOn } = event
      return { ...cards, releases: [...cards.releases, { cardId, version, placeOn, releasedBy: by.person, step: 'released' }] }
    }
    case 'PracticeCardPlaced':
      return changed(cards, event.cardId, { step: 'placed', placedAt: event.at })
    case 'PracticeCardRecalled':
      return changed(cards, event.cardId, { step: 'recalled' })
    case 'PracticeCardRemoved':
      return changed(cards, event.cardId, { step: 'removed' })
  }
}

const changed = (cards: PracticeCards, cardId: Id, next: Partial<Release>): PracticeCards =>
  ({ ...cards, releases: cards.releases.map((one) => one.cardId === cardId ? { ...one, ...next } : one) })

/** The release that holds; nothing where it was taken back, or never given. */
export const standingRelease = ({ releases }: PracticeCards): Release | undefined => releases.findLast(({ step }) => step === 'released' || step === 'placed')

/** Everything that colleagues need is there; a card of two texts from before isn't whole. */
export const isWhole = (card: WrittenCard): card is PracticeCardContent & typeof card =>
  card.title !== undefined && card.tried !== undefined && [card.ages, card.routes, card.settings].every((some) => some !== undefined && some.length > 0)

/** Whether each who has a say over the child said yes to this wording. Here nobody speaks for another, in either country. */
export const isAllowed = ({ answers }: PracticeCards, version: string, family: Family, today: IsoDate): boolean => {
  const said = new Map(answers.flatMap((one) => one.version === version ? [[speakerOf(one) ?? '', one.isYes ? 'yes' : 'no'] as const] : []))
  return agreementOf(decidersFor(family, today), said, true).status === 'agreed'
}
