import { categories, record, type Decision } from '@samenspel/kernel'
import { refuseChoice, refuseFutureDay, refuseLine, refuseSafety, refuseTexts } from '../checks.ts'
import { pick, recorded } from '../fact.ts'
import { refuseUnknownSubject, refuseUnlessAdultOfFamily, refuseUnlessCoordinatorOrSubstitute, refuseUnlessInTeam, todayOf } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import { decideSafeguards } from '../safeguards/decide.ts'
import type { SafeguardEvent } from '../safeguards/events.ts'
import type { OpenCase } from '../state.ts'
import { settings, statedKinds, windowsOfTolerance, type ContributionCommand, type ContributionEvent, type NewContribution } from './events.ts'

const fields: Readonly<Record<keyof NewContribution, true>> = {
  id: true, kind: true, category: true, setting: true, occurredOn: true, situation: true, parentsTold: true, whatWeDo: true, possibleMeaning: true,
  childsVoice: true, forParents: true, window: true,
}

export const decideContributions = (command: ContributionCommand, state: OpenCase): Decision<ContributionEvent | SafeguardEvent> => {
  switch (command.type) {
    case 'AddContribution': {
      const objection = refuseContribution(command, state)
      if (objection !== undefined) return objection
      const added: ContributionEvent = { type: 'ContributionAdded', subject: command.subject, ...recorded(command), ...pick<NewContribution>(command, fields) }
      const marked = command.confidence === undefined ? undefined : decideConfidence(command, command.confidence, state)
      return marked === undefined ? record(added) : 'events' in marked ? record<ContributionEvent | SafeguardEvent>(added, ...marked.events) : marked
    }
    case 'AddStatement':
      return refuseStatement(command, state) ?? stated(command)
    case 'AnswerStatement': {
      const { answers } = command
      const original = state.contributions.corrections.find(({ id }) => id === answers)
      if (original === undefined || original.entry.kind !== command.entry.kind || original.entry.id !== command.entry.id) return refuse('statement-unknown')
      if (original.by.role !== 'familyMember') return refuse('not-a-statement')
      return refuseAnswer(command, state) ?? stated(command, answers)
    }
  }
}

/** The mark of confidence, by who writes the contribution. */
const decideConfidence = ({ by, at, id, subject }: Extract<ContributionCommand, { type: 'AddContribution' }>, { safeguardId, reason }: { readonly safeguardId: string; readonly reason: string }, state: OpenCase): Decision<SafeguardEvent> =>
  decideSafeguards({ type: 'SetSafeguard', by, at, registrationValid: false, safeguardId, measure: { kind: 'confidence', entry: { kind: 'contribution', id } }, reason, entryBy: by.person, entryAbout: subject }, state)

type Stating = Extract<ContributionCommand, { type: 'AddStatement' | 'AnswerStatement' }>

const stated = (command: Stating, answers?: string): Decision<ContributionEvent> => {
  const { id, entry: { kind, id: entryId }, text, entryAbout, entryCategory } = command
  return record({ type: 'StatementAdded', subject: entryAbout, ...recorded(command), category: entryCategory, id, entry: { kind, id: entryId }, text, ...(answers !== undefined && { answers }) })
}

const refuseWords = ({ id, entry, text }: Stating, state: OpenCase): Objection =>
  refuseChoice('entry', entry.kind, statedKinds) ?? (isTaken(id, state) ? refuse('id-in-use') : undefined) ?? refuseTexts({ text })

/** A family member, beside what they read; of the professionals only who recorded it. */
const refuseStatement = (command: Stating, state: OpenCase): Objection => refuseWords(command, state) ??
  (command.by.role === 'familyMember' ? refuseUnlessAdultOfFamily(command, state) : refuseUnlessInTeam(command, state) ?? (command.by.person === command.entryBy ? undefined : refuse('not-yours')))

/** Who recorded the original answers, or who coordinates. */
const refuseAnswer = (command: Extract<Stating, { type: 'AnswerStatement' }>, state: OpenCase): Objection => refuseWords(command, state) ??
  (command.by.person === command.entryBy ? refuseUnlessInTeam(command, state) : refuseUnlessCoordinatorOrSubstitute(command, state))

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
