import { longestLine, nothingToDo, record, refuse, refuseText, type Decision, type PersonId } from '@samenspel/kernel'
import { firstRefusal, hasDouble, refuseOthers, refuseTimes } from '../checks.ts'
import { ofTheCase } from '../terms.ts'
import type { Caps, RhythmBlock, RhythmCommand, RhythmEvent } from './events.ts'
import { versionOf, type Rhythm } from './state.ts'

/** The most parts that one person's week can have. */
export const mostBlocks = 40

/**
 * The week of an adult is set by that adult alone, or typed in after their word; that of a child by whoever the sender lets.
 * Who began from what no longer stands is refused, so that nobody's change is lost.
 *
 * Refusals: `not-yourself`, `not-of-this-family`, `text-empty`, `text-too-long`, `time-invalid`, `times-reversed`, `weekday-invalid`, `block-double`,
 * `too-many-blocks`, `rhythm-changed`, `caps-invalid`, `limits-changed`.
 */
export const decideRhythm = (command: RhythmCommand, rhythm: Rhythm): Decision<RhythmEvent> => {
  const { by, at } = command
  switch (command.type) {
    case 'SetRhythm': {
      const { subject, person, blocks, members, version, from } = command
      const current = rhythm.byPerson.get(person)
      if (isSame(current?.blocks, blocks)) return nothingToDo
      if (hasDouble(blocks.map(({ id }) => id))) return refuse('block-double')
      if (blocks.length > mostBlocks) return refuse('too-many-blocks', { most: mostBlocks })
      return firstRefusal(
        () => subject.kind === 'adult' ? refuseOthers(command, person) : undefined,
        () => [person, ...blocks.flatMap(driversOf)].every((one) => members.includes(one)) ? undefined : refuse('not-of-this-family'),
        ...blocks.map((block) => () => refuseBlock(block)),
        () => from === (current && versionOf(current)) ? undefined : refuse('rhythm-changed'),
      ) ?? record({ type: 'RhythmSet', subject, by, at, person, blocks, ...(version !== undefined && { version }) })
    }
    case 'SetLimits': {
      const { caps, sitter, dayHours, version, from } = command
      const { version: standing, ...limits } = rhythm.limits
      // Who doesn't ask about cars leaves that as it is.
      const withoutCar = withOwnCar(command, command.withoutCar ?? limits.withoutCar)
      const asked = { caps, sitter, ...(dayHours !== undefined && { dayHours }), ...(withoutCar !== undefined && { withoutCar }) }
      if (isSame(limits, asked)) return nothingToDo
      if (!areCaps(caps)) return refuse('caps-invalid')
      if (hasDouble((dayHours ?? []).map(({ weekday }) => weekday)) || (dayHours ?? []).some(({ weekday }) => !isWeekday(weekday))) return refuse('weekday-invalid')
      if (command.ownCar !== undefined && by.role !== 'familyMember') return refuse('not-yourself')
      if (hasDouble(withoutCar ?? [])) return refuse('not-of-this-family')
      const refused = firstRefusal(...(dayHours ?? []).map((hours) => () => refuseTimes(hours)))
      if (refused !== undefined) return refused
      return from === standing ? record({ type: 'LimitsSet', subject: ofTheCase, by, at, ...asked, ...(version !== undefined && { version }) }) : refuse('limits-changed')
    }
  }
}

/** Each parent says it of themselves alone. */
const withOwnCar = ({ by, ownCar }: Extract<RhythmCommand, { readonly type: 'SetLimits' }>, withoutCar: readonly PersonId[] | undefined): readonly PersonId[] | undefined => {
  if (ownCar === undefined || ownCar !== (withoutCar?.includes(by.person) ?? false)) return withoutCar
  return ownCar ? withoutCar?.filter((person) => person !== by.person) : [...withoutCar ?? [], by.person]
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

const isSame = (a: unknown, b: unknown): boolean => inOrder(a) === inOrder(b)

/** As text, whatever the order in which fields were written. */
const inOrder = (value: unknown): string | undefined => JSON.stringify(value, (_, inner: unknown) =>
  typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a < b ? -1 : 1)) : inner)
