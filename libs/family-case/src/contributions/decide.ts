import { categories, record, type Decision } from '@samenspel/kernel'
import { refuseChoice, refuseFutureDay, refuseLine, refuseSafety, refuseTexts } from '../checks.ts'
import { pick, recorded } from '../fact.ts'
import { refuseUnknownSubject, refuseUnlessAdultOfFamily, refuseUnlessInTeam, todayOf } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import { settings, windowsOfTolerance, type ContributionCommand, type ContributionEvent, type NewContribution } from './events.ts'

const fields: Readonly<Record<keyof NewContribution, true>> = {
  id: true, kind: true, category: true, setting: true, occurredOn: true, situation: true, parentsTold: true, whatWeDo: true, possibleMeaning: true,
  childsVoice: true, forParents: true, window: true,
}

export const decideContributions = (command: ContributionCommand, state: OpenCase): Decision<ContributionEvent> => {
  switch (command.type) {
    case 'AddContribution':
      return refuseContribution(command, state) ??
        record({ type: 'ContributionAdded', subject: command.subject, ...recorded(command), ...pick<NewContribution>(command, fields) })
    case 'CorrectContribution': {
      const { id, contributionId, text } = command
      const original = state.contributions.all.find((contribution) => contribution.id === contributionId)
      if (original === undefined) return refuse('contribution-unknown')
      if (isTaken(id, state)) return refuse('id-in-use')
      const objection = refuseTexts({ text }) ??
        (command.by.role === 'familyMember' ? refuseUnlessAdultOfFamily(command, state) : refuseUnlessAuthor(command, original.by.person, state))
      return objection ?? record({
        type: 'ContributionCorrected', subject: original.subject, ...recorded(command), category: original.category, id, contributionId, text,
      })
    }
  }
}

const refuseUnlessAuthor = (command: ContributionCommand, author: string, state: OpenCase): Objection =>
  refuseUnlessInTeam(command, state) ?? (command.by.person === author ? undefined : refuse('not-yours'))

const refuseContribution = (command: Extract<ContributionCommand, { type: 'AddContribution' }>, state: OpenCase): Objection => {
  const { id, kind, category, setting, window, occurredOn, situation, parentsTold, whatWeDo, possibleMeaning, childsVoice, forParents } = command
  const objection = refuseUnlessInTeam(command, state) ??
    (isTaken(id, state) ? refuse('id-in-use') : undefined) ??
    refuseUnknownSubject(command.subject, state) ??
    refuseChoice('category', category, categories) ?? refuseSafety(category) ??
    refuseChoice('kind', kind, ['note', 'fourPart']) ??
    refuseChoice('setting', setting, settings) ??
    refuseChoice('window', window, windowsOfTolerance) ??
    refuseFutureDay('occurredOn', occurredOn, todayOf(command, state)) ??
    refuseTexts({ situation, parentsTold, whatWeDo, possibleMeaning, childsVoice }) ??
    refuseLine('forParents', forParents)
  if (objection !== undefined) return objection
  // The four parts may be filled one by one, but without any of them it is a note.
  const hasParts = parentsTold !== undefined || whatWeDo !== undefined || possibleMeaning !== undefined
  return kind === 'fourPart' && !hasParts ? refuse('four-parts-missing') : undefined
}

const isTaken = (id: string, { contributions }: OpenCase): boolean =>
  contributions.all.some((contribution) => contribution.id === id) || contributions.corrections.some((correction) => correction.id === id)
