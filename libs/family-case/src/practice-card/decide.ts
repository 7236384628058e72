import { nothingToDo, record, type Decision } from '@samenspel/kernel'
import { decidersFor } from '../agreement.ts'
import { refuseChoice, refuseLine, refuseTexts } from '../checks.ts'
import { settings } from '../contributions/events.ts'
import { pick, recorded } from '../fact.ts'
import { indexSubject } from '../family/family.ts'
import { refuseUnlessCoordinator, refuseUnlessRule, todayOf } from '../people.ts'
import { routes } from '../plan/events.ts'
import { speakerOf } from '../plan/state.ts'
import { refuseSaidBy } from '../plan/words.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import { isSameContent, refuseEdit } from '../versions.ts'
import { cardAges, type PracticeCardCommand, type PracticeCardContent, type PracticeCardEvent, type WrittenCard } from './events.ts'
import { placingDay } from './placing.ts'
import { isAllowed, isWhole, standingRelease, type Release } from './state.ts'

type Command<Type extends PracticeCardCommand['type']> = Extract<PracticeCardCommand, { type: Type }>
type Decided = Decision<PracticeCardEvent>

export const decidePracticeCard = (command: PracticeCardCommand, state: OpenCase): Decided => {
  switch (command.type) {
    case 'WritePracticeCard': return write(command, state)
    case 'AnswerPracticeCard': return answer(command, state)
    case 'ReleasePracticeCard': return release(command, state)
    case 'RecallPracticeCard': return recall(command, state)
    case 'NotePracticeCardPlaced':
    case 'NotePracticeCardRemoved': return note(command, state)
  }
}

const ofChild = (command: PracticeCardCommand, { family }: OpenCase) => ({ subject: indexSubject(family), ...recorded(command), category: 'plan' } as const)
const recalled = (command: PracticeCardCommand, state: OpenCase, standing: Release | undefined): readonly PracticeCardEvent[] =>
  standing === undefined ? [] : [{ type: 'PracticeCardRecalled', ...ofChild(command, state), cardId: standing.cardId }]

const contentFields = { title: true, situation: true, talk: true, tried: true, whatHelped: true, whatDidNot: true, insight: true, ages: true, routes: true, settings: true } as const

/** The words are refused for as long as somebody could be known by them: what parents say yes to names nobody. */
const write = (command: Command<'WritePracticeCard'>, state: OpenCase): Decided => {
  const { title, situation, talk, tried, whatHelped, whatDidNot, insight } = command
  const { card } = state.practiceCard
  const objection = refuseUnlessCoordinator(command, state) ?? refuseLine('title', title) ?? refuseTexts({ situation, talk, tried, whatHelped, whatDidNot, insight }) ??
    refuseSome('ages', command.ages, cardAges) ?? refuseSome('routes', command.routes, routes) ?? refuseSome('settings', command.settings, settings) ?? refuseTraces(command.traces)
  if (objection !== undefined) return objection
  const next = pick<PracticeCardContent>(command, contentFields)
  if (card !== undefined && isSameContent(next, pick<WrittenCard>(card, contentFields))) return nothingToDo
  const standing = standingRelease(state.practiceCard)
  if (standing?.step === 'placed') return refuse('practice-card-placed')
  return refuseEdit(command, cardText(command), card && { version: card.version, text: cardText(card) }) ??
    record<PracticeCardEvent>(...recalled(command, state, standing), { type: 'PracticeCardWritten', ...ofChild(command, state), version: command.version, ...next })
}

const refuseSome = (field: string, chosen: readonly string[], choices: readonly string[]): Objection =>
  chosen.length === 0 || new Set(chosen).size < chosen.length ? refuse('choice-unknown', { field }) : chosen.map((one) => refuseChoice(field, one, choices)).find((one) => one !== undefined)

const refuseTraces = (traces: readonly string[]): Objection => traces.length === 0 ? undefined : refuse('practice-card-traces', { found: traces.join(', ') })

const cardText = ({ title, situation, talk, tried, whatHelped, whatDidNot, insight }: WrittenCard): string =>
  [title, situation, talk, tried, whatHelped, whatDidNot, insight].filter((text) => text !== undefined).join('\n')

/** Each parent for themselves. A no, also a late one, takes the card back. */
const answer = (command: Command<'AnswerPracticeCard'>, state: OpenCase): Decided => {
  const { answerId, version, parent, isYes, spoken } = command
  const { card, answers } = state.practiceCard
  const objection = refuseSaidBy(command, parent, spoken, state)
  if (objection !== undefined) return objection
  if (card === undefined) return refuse('practice-card-unknown')
  if (card.version !== version) return refuse('practice-card-old')
  if (!decidersFor(state.family, todayOf(command, state)).includes(parent)) return refuse('signer-without-standing')
  const known = answers.find((one) => one.version === version && speakerOf(one) === parent)
  if (known?.isYes === isYes) return nothingToDo
  if (answers.some((one) => one.answerId === answerId)) return refuse('id-in-use')
  return record<PracticeCardEvent>(
    { type: 'PracticeCardAnswered', ...ofChild(command, state), subject: { kind: 'adult', person: parent }, answerId, version, isYes, ...(spoken !== undefined && { spoken: { how: spoken.how, on: spoken.on } }) },
    ...isYes ? [] : recalled(command, state, standingRelease(state.practiceCard)),
  )
}

/** Looked at once more: somebody may have come into the family since the words were written. */
const release = (command: Command<'ReleasePracticeCard'>, state: OpenCase): Decided => {
  const { cardId, version, traces } = command
  const { practiceCard: cards, family } = state
  const objection = refuseUnlessCoordinator(command, state)
  if (objection !== undefined) return objection
  if (cards.card === undefined) return refuse('practice-card-unknown')
  if (cards.card.version !== version) return refuse('practice-card-old')
  if (standingRelease(cards) !== undefined) return nothingToDo
  if (cards.releases.some((one) => one.cardId === cardId)) return refuse('id-in-use')
  // What is being taken away is away first.
  if (cards.releases.some(({ step }) => step === 'recalled')) return refuse('practice-card-leaving')
  if (!isWhole(cards.card)) return refuse('practice-card-incomplete')
  const today = todayOf(command, state)
  return refuseTraces(traces) ?? (isAllowed(cards, version, family, today)
    ? record({ type: 'PracticeCardReleased', ...ofChild(command, state), cardId, version, placeOn: placingDay(today) })
    : refuse('practice-card-not-allowed'))
}

const recall = (command: Command<'RecallPracticeCard'>, state: OpenCase): Decided => {
  const objection = refuseUnlessCoordinator(command, state)
  if (objection !== undefined) return objection
  const known = state.practiceCard.releases.find(({ cardId }) => cardId === command.cardId)
  if (known === undefined) return refuse('practice-card-unknown')
  return known.step === 'released' || known.step === 'placed' ? record(...recalled(command, state, known)) : nothingToDo
}

/** A card that was recalled while it was being placed is taken away again: its placing is not noted. */
const note = (command: Command<'NotePracticeCardPlaced' | 'NotePracticeCardRemoved'>, state: OpenCase): Decided => {
  const objection = refuseUnlessRule(command)
  if (objection !== undefined) return objection
  const { cardId, type } = command
  const known = state.practiceCard.releases.find((one) => one.cardId === cardId)
  if (known === undefined) return refuse('practice-card-unknown')
  if (known.step !== (type === 'NotePracticeCardPlaced' ? 'released' : 'recalled')) return nothingToDo
  return record({ type: type === 'NotePracticeCardPlaced' ? 'PracticeCardPlaced' : 'PracticeCardRemoved', ...ofChild(command, state), cardId })
}
