/** When a card goes to the shelf, and what is to be done about it next. */
import { addDays, type Id, type IsoDate } from '@samenspel/kernel'
import { isSilent } from '../silence/state.ts'
import type { OpenCase } from '../state.ts'
import type { PracticeCardContent } from './events.ts'
import { isAllowed, isWhole } from './state.ts'

/** For so many days at least a parent can think again. */
export const daysToThink = 7

/**
 * The first day of a month, at least a week ahead. All cards of a month come to the shelf together, so that the day on which one
 * appears doesn't tell of which family it is.
 */
export const placingDay = (today: IsoDate): IsoDate => {
  const soonest = Temporal.PlainDate.from(addDays(today, daysToThink))
  return soonest.day === 1 ? soonest.toString() : soonest.with({ day: 1 }).add({ months: 1 }).toString()
}

export type PlacingStep =
  | { readonly kind: 'place'; readonly cardId: Id; readonly content: PracticeCardContent; readonly releasedBy: string }
  | { readonly kind: 'remove'; readonly cardId: Id }

/** What is to be done at the shelf for this file; nothing while a card waits, or every one is where it belongs. After a loss nothing goes out by itself. */
export const nextPlacing = ({ practiceCard: cards, family }: Pick<OpenCase, 'practiceCard' | 'family'>, today: IsoDate): PlacingStep | undefined => {
  for (const { cardId, version, placeOn, releasedBy, step } of cards.releases) {
    if (step === 'recalled') return { kind: 'remove', cardId }
    const { card } = cards
    if (step === 'released' && placeOn <= today && !isSilent(family) && card?.version === version && isWhole(card) && isAllowed(cards, version, family, today)) return { kind: 'place', cardId, releasedBy, content: contentOf(card) }
  }
  return undefined
}

/** The words of a card and for whom they are, and nothing of who wrote them, when and about whom. */
export const contentOf = ({ title, situation, talk, tried, whatHelped, whatDidNot, insight, ages, routes, settings }: PracticeCardContent): PracticeCardContent => ({
  title, situation, ...(talk !== undefined && { talk }), tried, whatHelped, ...(whatDidNot !== undefined && { whatDidNot }), ...(insight !== undefined && { insight }), ages, routes, settings,
})
