import { helpKinds, nothingToDo, record, type Decision, type OrganisationId } from '@samenspel/kernel'
import { refuseChoice, refuseLine, refuseTexts } from '../checks.ts'
import { mayDecide } from '../consent/decide.ts'
import { pick, recorded } from '../fact.ts'
import { findMember, isAdult } from '../family/family.ts'
import { decideInvitations } from '../invitations/decide.ts'
import type { InvitationEvent } from '../invitations/events.ts'
import type { CareTeamEvent } from '../care-team/events.ts'
import { refuseUnknownSubject, refuseUnlessCoordinator, todayOf } from '../people.ts'
import { refuseSaidBy } from '../plan/words.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import { searchEndings, type HelpChoiceCommand, type HelpChoiceEvent, type NewHelpSearch, type NewProviderAnswer, type NewProviderProposal, type ProviderOption } from './events.ts'
import { findOption, isAsked, searchStanding, turnedDown, whoChooses, withoutRoom } from './standing.ts'
import type { HelpSearch } from './state.ts'

type Of<Type extends HelpChoiceCommand['type']> = Extract<HelpChoiceCommand, { type: Type }>
type Decided = Decision<HelpChoiceEvent | InvitationEvent | CareTeamEvent>

const searchFields: Readonly<Record<keyof NewHelpSearch, true>> = { searchId: true, kind: true, why: true, area: true, language: true }
const optionFields: Readonly<Record<keyof ProviderOption, true>> = { optionId: true, serviceId: true, organisation: true, organisationName: true, name: true, about: true, wait: true }
const answerFields: Readonly<Record<keyof NewProviderAnswer, true>> = { searchId: true, proposalId: true, parent: true, optionId: true, spoken: true }

/** A choice from at least so many, where there are so many (K-03). */
const choicesAtLeast = 2
/** More is no choice but a list. */
const choicesAtMost = 6

/** Who coordinates seeks and proposes; each parent chooses for themselves. Nothing here closes the case, or ends anything but the search. */
export const decideHelpChoices = (command: HelpChoiceCommand, state: OpenCase): Decided => {
  if (command.type === 'AskHelp') return ask(command, state)
  const search = state.helpChoices.searches.find(({ searchId }) => searchId === command.searchId)
  if (search === undefined) return refuse('search-unknown')
  switch (command.type) {
    case 'ProposeProviders': return propose(command, search, state)
    case 'AnswerProviders': return answer(command, search, state)
    case 'NoteNoRoom': return noteNoRoom(command, search, state)
    case 'InviteChosenProvider': return invite(command, search, state)
    case 'EndHelpSearch': return end(command, search, state)
  }
}

const factOf = (command: HelpChoiceCommand, { subject, category }: Pick<HelpSearch, 'subject' | 'category'>) => ({ subject, ...recorded(command), category })

const ask = (command: Of<'AskHelp'>, state: OpenCase): Decided => {
  const { subject, searchId, kind, why, area, language, proposal, suitable } = command
  const fact = factOf(command, { subject, category: 'plan' })
  return refuseUnlessCoordinator(command, state) ??
    (state.helpChoices.searches.some((one) => one.searchId === searchId) ? refuse('id-in-use') : undefined) ??
    refuseUnknownSubject(subject, state) ?? refuseChoice('kind', kind, helpKinds) ?? refuseTexts({ why }) ?? refuseLine('area', area) ?? refuseLine('language', language) ??
    (whoChooses({ subject }, state, todayOf(command, state)).length === 0 ? refuse('nobody-chooses') : undefined) ??
    refuseProposal(proposal, suitable, state) ??
    record({ type: 'HelpAsked', ...fact, ...pick<NewHelpSearch>(command, searchFields) }, { type: 'ProvidersProposed', ...fact, searchId, ...proposed(proposal) })
}

/** A next proposal may be made at any time: it takes the place of the one before, of which what was said is kept. */
const propose = (command: Of<'ProposeProviders'>, search: HelpSearch, state: OpenCase): Decided => {
  const { proposal, suitable } = command
  const out = new Set([...withoutRoom(search, state), ...turnedDown(search)])
  return refuseUnlessCoordinator(command, state) ?? refuseEnded(search) ?? refuseProposal(proposal, suitable.filter((one) => !out.has(one)), state) ??
    record({ type: 'ProvidersProposed', ...factOf(command, search), searchId: search.searchId, ...proposed(proposal) })
}

const proposed = ({ proposalId, options, fewerWhy }: NewProviderProposal): NewProviderProposal =>
  ({ proposalId, options: options.map((option) => pick<ProviderOption>(option, optionFields)), ...(fewerWhy !== undefined && { fewerWhy }) })

/** @param left the organisations that suit and that nothing speaks against: two of them at least are proposed, or all that there are */
const refuseProposal = ({ proposalId, options, fewerWhy }: NewProviderProposal, left: readonly OrganisationId[], { helpChoices }: OpenCase): Objection => {
  const known = helpChoices.searches.flatMap(({ proposals }) => proposals)
  const ids = [...known.flatMap((one) => one.options), ...options].map(({ optionId }) => optionId)
  if (known.some((one) => one.proposalId === proposalId) || new Set(ids).size !== ids.length) return refuse('id-in-use')
  const organisations = new Set(options.map(({ organisation }) => organisation))
  if (options.length === 0) return refuse('providers-missing')
  if (options.length > choicesAtMost) return refuse('providers-too-many', { most: choicesAtMost })
  if (organisations.size < Math.min(choicesAtLeast, new Set(left).size)) return refuse('providers-too-few', { least: choicesAtLeast })
  if (organisations.size < choicesAtLeast && fewerWhy === undefined) return refuse('text-empty', { field: 'fewerWhy' })
  return refuseTexts({ fewerWhy })
}

const refuseEnded = ({ ended }: HelpSearch): Objection => ended === undefined ? undefined : refuse('search-ended')

/** To the newest proposal; what was said before can be said anew as long as the search goes on. */
const answer = (command: Of<'AnswerProviders'>, search: HelpSearch, state: OpenCase): Decided => {
  const { parent, proposalId, optionId, spoken, wordsId, words } = command
  const newest = search.proposals.at(-1)
  const member = findMember(state.family, parent)
  const objection = refuseSaidBy(command, parent, spoken, state) ?? refuseEnded(search) ??
    (newest?.proposalId === proposalId ? undefined : refuse('proposal-old')) ??
    (optionId === undefined || newest?.options.some((option) => option.optionId === optionId) === true ? undefined : refuse('provider-unknown')) ??
    (member !== undefined && isAdult(member) && mayDecide(parent, search.subject, state, todayOf(command, state)) ? undefined : refuse('signer-without-standing')) ??
    refuseTexts({ words })
  if (objection !== undefined) return objection
  const fact = factOf(command, search)
  const said = search.answers.find((one) => one.parent === parent && one.proposalId === proposalId)
  const wordsBefore = state.helpChoices.words.findLast((one) => one.proposalId === proposalId && one.subject.kind === 'adult' && one.subject.person === parent)
  const isSaid = said !== undefined && said.optionId === optionId
  const isWorded = words === undefined || wordsBefore?.words === words
  if (state.helpChoices.words.some((one) => one.wordsId === wordsId) && !isWorded) return refuse('id-in-use')
  return isSaid && isWorded ? nothingToDo : record<HelpChoiceEvent>(
    ...isSaid ? [] : [{ type: 'ProviderAnswered', ...fact, ...pick<NewProviderAnswer>(command, answerFields), ...(spoken !== undefined && { spoken: { how: spoken.how, on: spoken.on } }) } as const],
    ...isWorded ? [] : [{ type: 'ProviderAnswerExplained', ...fact, subject: { kind: 'adult', person: parent }, searchId: search.searchId, proposalId, wordsId, words } as const],
  )
}

const noteNoRoom = (command: Of<'NoteNoRoom'>, search: HelpSearch, state: OpenCase): Decided => {
  const { optionId, words } = command
  const objection = refuseUnlessCoordinator(command, state) ?? refuseEnded(search) ?? (findOption(search, optionId) === undefined ? refuse('provider-unknown') : undefined) ?? refuseTexts({ words })
  if (objection !== undefined) return objection
  return search.noRoom.some((one) => one.optionId === optionId) ? nothingToDo :
    record({ type: 'NoRoomNoted', ...factOf(command, search), searchId: search.searchId, optionId, ...(words !== undefined && { words }) })
}

/** Nobody is asked before the family chose them. */
const invite = (command: Of<'InviteChosenProvider'>, search: HelpSearch, state: OpenCase): Decided => {
  const { searchId, optionId, ...invitation } = command
  const { status, chosen } = searchStanding(search, state, todayOf(command, state))
  const objection = refuseUnlessCoordinator(command, state) ?? refuseEnded(search) ??
    (chosen === undefined || chosen.optionId !== optionId ? refuse('provider-not-chosen') : status === 'again' ? refuse('provider-without-room') : isAsked(search, chosen, state, todayOf(command, state)) ? refuse('already-invited') : undefined) ??
    (chosen?.organisation === invitation.organisation ? undefined : refuse('provider-not-chosen'))
  if (objection !== undefined) return objection
  const decided = decideInvitations({ ...invitation, type: 'InvitePartner', subject: search.subject }, state)
  return 'refusal' in decided ? decided : record<HelpChoiceEvent | InvitationEvent | CareTeamEvent>(
    ...decided.events, { type: 'ChosenProviderInvited', ...factOf(command, search), searchId, optionId, invitationId: invitation.invitationId },
  )
}

const end = (command: Of<'EndHelpSearch'>, search: HelpSearch, state: OpenCase): Decided => {
  const { because, words } = command
  const objection = refuseUnlessCoordinator(command, state) ?? refuseChoice('because', because, searchEndings) ?? refuseTexts({ words })
  if (objection !== undefined) return objection
  return search.ended !== undefined ? nothingToDo : record({ type: 'HelpSearchEnded', ...factOf(command, search), searchId: search.searchId, because, ...(words !== undefined && { words }) })
}
