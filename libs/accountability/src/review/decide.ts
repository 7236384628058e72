import { isDate, longestText, nothingToDo, record, refuseText, type Decider, type Decision } from '@samenspel/kernel'
import { refuse } from '../refusals.ts'
import { keptRecords, verdicts, type ReviewCommand, type ReviewEvent } from './events.ts'
import { rules } from './rules.ts'
import { evolveReview, noReview, type Review } from './state.ts'

const ofTheCase = { kind: 'case' } as const

const decide = (command: ReviewCommand, { judged, isWatched }: Review): Decision<ReviewEvent> => {
  const { by, at } = command
  if (by.role !== 'privacyOfficer') return refuse('not-privacy-officer')
  switch (command.type) {
    case 'JudgeLook': {
      const { findingId, rule, verdict, word } = command
      // Two officers at once: the second reads what the first found, and does not overwrite it.
      if (judged.has(findingId)) return refuse('finding-judged')
      if (!verdicts.includes(verdict)) return refuse('choice-unknown', { field: 'verdict' })
      if (!rules.includes(rule)) return refuse('choice-unknown', { field: 'rule' })
      return refuseText('word', word, longestText) ?? record({ type: 'LookJudged', subject: ofTheCase, by, at, findingId, rule, verdict, word })
    }
    case 'ReopenLook':
      return judged.has(command.findingId) ? record({ type: 'LookReopened', subject: ofTheCase, by, at, findingId: command.findingId }) : refuse('finding-not-judged')
    case 'SetExtraWatch':
      return command.isWatched === isWatched ? nothingToDo : record({ type: 'ExtraWatchSet', subject: ofTheCase, by, at, isWatched: command.isWatched })
    case 'KeepDueRecord': {
      const { record: which, of, until, word, today, latest } = command
      if (!keptRecords.includes(which) || (which === 'careRecord') !== (of !== undefined)) return refuse('choice-unknown', { field: 'record' })
      if (!isDate(until)) return refuse('date-impossible', { field: 'until' })
      if (until <= today) return refuse('date-in-past', { field: 'until' })
      if (latest !== undefined && until > latest) return refuse('date-too-late', { field: 'until' })
      return refuseText('word', word, longestText) ?? record({ type: 'DueRecordKept', subject: ofTheCase, by, at, record: which, ...(of !== undefined && { of }), until, word })
    }
  }
}

/** What stood out and how it was judged. */
export const review: Decider<Review, ReviewCommand, ReviewEvent> = { initial: noReview, evolve: evolveReview, decide }
