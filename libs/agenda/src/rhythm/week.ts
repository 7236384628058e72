/** What a family's rhythm says about days: everything is wall-clock time, so a block stays at its time when the clock changes. */
import type { IsoDate, LocalTime, PersonId } from '@samenspel/kernel'
import type { DatedInterval } from '../terms.ts'
import type { RhythmBlock, RhythmKind, Weekday } from './events.ts'
import type { Rhythm } from './state.ts'

/** The planner's day ends here; without a known bedtime there is no evening. */
export const endOfDay: LocalTime = '21:00'

/** A block, with everybody in whose rhythm it stands. */
export type SharedBlock<Block extends RhythmBlock = RhythmBlock> = Block & { readonly persons: readonly PersonId[] }

/** All blocks of the family; a block that several persons share is one. */
export const sharedBlocks = ({ byPerson }: Rhythm): readonly SharedBlock[] => {
  const blocks = new Map<string, SharedBlock>()
  for (const { person, blocks: own } of byPerson.values()) {
    for (const block of own) blocks.set(block.id, { ...block, persons: [...blocks.get(block.id)?.persons ?? [], person] })
  }
  return [...blocks.values()]
}

export const blocksOf = <Kind extends RhythmKind>(rhythm: Rhythm, kind: Kind): readonly SharedBlock<Extract<RhythmBlock, { readonly kind: Kind }>>[] =>
  sharedBlocks(rhythm).filter((block): block is SharedBlock<Extract<RhythmBlock, { readonly kind: Kind }>> => block.kind === kind)

export const weekdayOf = (date: IsoDate): Weekday => Temporal.PlainDate.from(date).dayOfWeek as Weekday

export const isOn = ({ weekdays }: Pick<RhythmBlock, 'weekdays'>, date: IsoDate): boolean => weekdays.includes(weekdayOf(date))

/** The days on which a block comes back. */
export const occurrences = (block: Pick<RhythmBlock, 'weekdays' | 'from' | 'to'>, dates: readonly IsoDate[]): readonly DatedInterval[] =>
  dates.filter((date) => isOn(block, date)).map((date) => ({ date, from: block.from, to: block.to }))

/**
 * When the evening begins: the last of these children is in bed, ritual included, on whichever day that is latest.
 * @returns `endOfDay` when no bedtime is known: then nothing is planned in the evening.
 */
export const eveningBegins = (rhythm: Rhythm, children: readonly PersonId[]): LocalTime =>
  bedtimes(rhythm, children).map(({ to }) => to).sort().at(-1) ?? endOfDay

/** When the first of these children begins to be put to bed; nothing when no bedtime is known. */
export const ritualBegins = (rhythm: Rhythm, children: readonly PersonId[]): LocalTime | undefined =>
  bedtimes(rhythm, children).map(({ from }) => from).sort()[0]

const bedtimes = (rhythm: Rhythm, children: readonly PersonId[]) =>
  blocksOf(rhythm, 'bedtime').filter(({ persons }) => persons.some((person) => children.includes(person)))
