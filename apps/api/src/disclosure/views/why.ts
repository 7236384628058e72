/**
 * The answer to a question about a proposal, as sentences for whoever asked. The engine gives codes and ids; names come from what the
 * reader sees. What the reader may not see stays unnamed, without its number, time or place.
 */
import { occurrences, type ProposedPart, type RhythmKind } from '@samenspel/agenda'
import type { Answered, Appointment, Block, Change, Freeing } from '@samenspel/bundling'
import { createDates, localeOf } from '@samenspel/intl'
import { addDays, type FamilyId, type Id, type IsoDate, type PersonId } from '@samenspel/kernel'
import type { WhyInput } from '../../graphql/inputs.ts'
import type { FreeingChange, WhyAnswer } from '../../graphql/types/proposals.ts'
import { shown } from '../gate.ts'
import type { ItemOf } from '../items.ts'
import { knownBlocks } from './appointments.ts'
import { differenceView } from './differences.ts'
import { list, namesOf, type Reader } from './reader.ts'
import { childOf, obstacles, unplannedView } from './unplanned.ts'

/** A question of one coordinator, and what the engine has said to it. */
export type Asked = {
  readonly id: Id
  readonly familyId: FamilyId
  readonly person: PersonId
  readonly input: WhyInput
  readonly state: 'running' | 'done' | 'failed'
  /** The need's time in the proposal; absent when it has none. */
  readonly part: Pick<ProposedPart, 'date' | 'start'> | undefined
  /** Needs that the proposal holds. */
  readonly plannedNeeds: readonly Id[]
  readonly answer?: Answered
}

type Need = ItemOf<'need'>['value']

export const whyView = (reader: Reader, asked: Asked): WhyAnswer => {
  const { id, familyId, state, input: { proposalId, needId, kind } } = asked
  const need = shown(reader.opened, 'need').find(({ item }) => item.id === needId)?.item.value
  const said = state === 'running' ? nothingYet : need === undefined || asked.answer === undefined ? { sentences: [reader.text('why.unknown')] } : answerIn(reader, asked, need, asked.answer)
  return { id, familyId, proposalId, needId, kind, state, changes: [], ...said }
}

type Said = Pick<WhyAnswer, 'sentences'> & Partial<Pick<WhyAnswer, 'price' | 'changes'>>
const nothingYet: Said = { sentences: [] }

const answerIn = (reader: Reader, asked: Asked, need: Need, answer: Answered): Said => {
  const { text } = reader
  switch (answer.kind) {
    case 'already': return { sentences: [text('why.already')] }
    case 'outdated': return { sentences: [text('why.outdated')] }
    case 'unknown': return { sentences: [text('why.unknown')] }
    case 'impossible': return { sentences: [whyImpossible(reader, asked, need, answer.conflict)] }
    case 'possible': {
      const price = differenceView(reader, answer.price)
      return { sentences: possible(reader, asked, answer, price.more.length + price.less.length === 0), price }
    }
    case 'freed': {
      const changes = answer.changes.flatMap((one) => changeView(reader, need, one))
      const { rules, needs } = answer.conflict ?? { rules: [], needs: [] }
      const { reason } = unplannedView(reader, { needId: need.needId, rules, otherNeeds: needs, need, proposalId: asked.input.proposalId })
      return { sentences: [reason, ...changes.length === 0 ? [text('free.nothing')] : []], changes }
    }
  }
}

// ── It can be, at a price

const possible = (reader: Reader, { input, plannedNeeds }: Asked, { appointments, alsoChanged, proven }: Answered & { readonly kind: 'possible' }, isFree: boolean): readonly string[] => {
  const { text } = reader
  const then = appointments.find(({ need }) => need === input.needId)
  const isPlanned = (need: string): boolean => appointments.some((one) => one.need === need)
  const dropped = plannedNeeds.filter((need) => !isPlanned(need))
  const moved = alsoChanged.filter((need) => plannedNeeds.includes(need) && isPlanned(need))
  return [
    ...then === undefined ? [] : [text('why.then', { when: momentOf(reader, then) })],
    ...dropped.length === 0 ? [] : [text('why.drops', { labels: labelsOf(reader, dropped) })],
    ...moved.length === 0 ? [] : [text('why.moves', { labels: labelsOf(reader, moved) })],
    ...isFree && dropped.length === 0 ? [text('why.free')] : [],
    ...proven ? [] : [text('why.notProven')],
  ]
}

/** The names of needs; of all that the reader doesn't see together only that there is something. */
const labelsOf = (reader: Reader, needIds: readonly string[]): string => {
  const known = shown(reader.opened, 'need').flatMap(({ item: { value } }) => needIds.includes(value.needId) ? [value.label] : [])
  return list(reader, known.length === needIds.length ? known : [...known, reader.text('why.somethingElse')])
}

const momentOf = (reader: Reader, { date, start }: Pick<Appointment, 'date' | 'start'>): string => reader.text('why.moment', { day: dayIn(reader, date), time: start })

const dayIn = ({ language }: Reader, date: IsoDate): string =>
  Temporal.PlainDate.from(date).toLocaleString(localeOf(language), { weekday: 'long', day: 'numeric', month: 'long' })

// ── It can't be

const whyImpossible = (reader: Reader, { input, part }: Asked, need: Need, { rules, needs }: { readonly rules: readonly string[]; readonly needs: readonly string[] }): string => {
  const { text } = reader
  if (rules.length === 0) return text(input.kind === 'inForm' ? 'why.noSuchForm' : 'why.noSuchDay')
  const isAsked = (date: IsoDate): boolean => {
    switch (input.kind) {
      case 'onDate': return date === input.date
      case 'onWeekday': return Temporal.PlainDate.from(date).dayOfWeek === input.weekday
      case 'earlier': return part === undefined || date <= part.date
      default: return true
    }
  }
  const because = obstacles(reader, rules, need, isAsked)
  const named = needs.length === 0 ? undefined : labelsOf(reader, needs)
  return named === undefined ? text('why.impossible', { because }) : text('why.impossibleTogether', { because, labels: named })
}

// ── What would make room

const releasable: readonly RhythmKind[] = ['work', 'siblingTime', 'protectedRest']

/** Times of the parents' weeks that the reader knows of, and that could be asked of them for once. */
export const releasableBlocks = (reader: Reader, dates: readonly IsoDate[]): readonly Block[] =>
  knownBlocks(reader).filter(({ kind }) => releasable.includes(kind)).flatMap((block) => occurrences(block, dates))

/** Nothing for a change of something that the reader doesn't see (any more). */
const changeView = (reader: Reader, need: Need, { change, appointment, price }: Freeing): readonly FreeingChange[] => {
  const sentence = sentenceOf(reader, need, change, appointment)
  return sentence === undefined ? [] : [{ sentence, price: differenceView(reader, price) }]
}

const sentenceOf = (reader: Reader, need: Need, change: Change, appointment: Appointment): string | undefined => {
  const { text } = reader
  const when = momentOf(reader, appointment)
  switch (change.kind) {
    case 'window': return text('free.window', { until: dayIn(reader, addDays(need.deadline, change.days)), when })
    case 'offer': return text('free.offer', { who: namesOf(reader, change.professionals), count: change.professionals.length, day: dayIn(reader, change.date), time: createDates(reader.language, reader.zone).times(change.from, change.to), form: text(`free.form.${appointment.modality}`) })
    case 'sitter': return text('free.sitter', { child: childOf(reader), when })
    case 'trip': return text('free.trip', { day: dayIn(reader, change.week) })
    case 'evening': return text('free.evening', { day: dayIn(reader, change.week) })
    case 'release': {
      const block = knownBlocks(reader).find(({ kind, from, to, weekdays }) =>
        releasable.includes(kind) && kind === change.reason && from === change.from && to === change.to && weekdays.some((weekday) => weekday === Temporal.PlainDate.from(change.date).dayOfWeek))
      const day = dayIn(reader, change.date)
      if (block === undefined) return undefined
      return block.kind === 'work' ? text('free.work', { names: namesOf(reader, block.persons), count: block.persons.length, day }) : text('free.release', { label: block.label, day })
    }
  }
}
