import { longestLine, nothingToDo, record, refuse, refuseText, type Decision, type PersonId } from '@samenspel/kernel'
import { firstRefusal, hasDouble, refuseTimes } from '../checks.ts'
import { ofTheCase } from '../terms.ts'
import type { Caps, RhythmBlock, RhythmCommand, RhythmEvent } from './events.ts'
import type { Rhythm } from './state.ts'

/** Refusals: `not-of-this-family`, `text-empty`, `text-too-long`, `time-invalid`, `times-reversed`, `weekday-invalid`, `block-double`, `caps-invalid`. */
export const decideRhythm = (command: RhythmCommand, rhythm: Rhythm): Decision<RhythmEvent> => {
  const { by, at } = command
  switch (command.type) {
    case 'SetRhythm': {
      const { subject, person, blocks, members } = command
      if (isSame(rhythm.byPerson.get(person)?.blocks, blocks)) return nothingToDo
      if (hasDouble(blocks.map(({ id }) => id))) return refuse('block-double')
      return firstRefusal(
        () => [person, ...blocks.flatMap(driversOf)].every((one) => members.includes(one)) ? undefined : refuse('not-of-this-family'),
        ...blocks.map((block) => () => refuseBlock(block)),
      ) ?? record({ type: 'RhythmSet', subject, by, at, person, blocks })
    }
    case 'SetLimits': {
      const { caps, sitter, dayHours } = command
      const limits = { caps, sitter, ...(dayHours !== undefined && { dayHours }) }
      if (isSame(rhythm.limits, limits)) return nothingToDo
      if (!areCaps(caps)) return refuse('caps-invalid')
      if (hasDouble((dayHours ?? []).map(({ weekday }) => weekday)) || (dayHours ?? []).some(({ weekday }) => !isWeekday(weekday))) return refuse('weekday-invalid')
      return firstRefusal(...(dayHours ?? []).map((hours) => () => refuseTimes(hours))) ?? record({ type: 'LimitsSet', subject: ofTheCase, by, at, ...limits })
    }
  }
}

const isWeekday = (day: number): boolean => Number.isInteger(day) && day >= 1 && day <= 7

const refuseBlock = (block: RhythmBlock) => {
  const { weekdays } = block
  return firstRefusal(
    () => refuseText('label', block.label, longestLine),
    () => weekdays.length > 0 && !hasDouble(weekdays) && weekdays.every(isWeekday) ? undefined : refuse('weekday-invalid'),
    ...timesOf(block).map((times) => () => refuseTimes(times)),
  )
}

const timesOf = (block: RhythmBlock) => {
  if (block.kind === 'school') return [block, ...block.runs]
  if (block.kind === 'dayCentre' && block.transport !== 'taxi') return [block, block.transport.dropOff, block.transport.pickUp]
  return [block]
}

const driversOf = (block: RhythmBlock): readonly PersonId[] => {
  if (block.kind === 'school') return block.runs.map(({ by }) => by)
  return block.kind === 'dayCentre' && block.transport !== 'taxi' ? [block.transport.by] : []
}

const areCaps = (caps: Caps): boolean => Object.values(caps).every((cap) => Number.isInteger(cap) && cap >= 0 && cap <= 24 * 60)

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
