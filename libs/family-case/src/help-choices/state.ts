import { isSameSubject, type Id, type Recorded } from '@samenspel/kernel'
import { entryOf, type Labelled } from '../fact.ts'
import type { HelpChoiceEvent, NewHelpSearch, NewProviderAnswer, NewProviderProposal, SearchEnding } from './events.ts'

export type ProviderProposal = Recorded & NewProviderProposal
export type ProviderAnswer = Recorded & Omit<NewProviderAnswer, 'searchId'>

export type HelpSearch = Labelled & NewHelpSearch & {
  /** In the order in which they were made; the newest stands. */
  readonly proposals: readonly ProviderProposal[]
  /** Of each parent the newest to each proposal. */
  readonly answers: readonly ProviderAnswer[]
  readonly noRoom: readonly (Recorded & { readonly optionId: Id; readonly words?: string })[]
  readonly invited: readonly (Recorded & { readonly optionId: Id; readonly invitationId: Id })[]
  readonly ended?: Recorded & { readonly because: SearchEnding; readonly words?: string }
}

/** Why a parent chose as they did, in their words. */
export type ProviderWords = Labelled & { readonly searchId: Id; readonly proposalId: Id; readonly wordsId: Id; readonly words: string }

export type HelpChoices = { readonly searches: readonly HelpSearch[]; readonly words: readonly ProviderWords[] }

export const noHelpChoices: HelpChoices = { searches: [], words: [] }

export const evolveHelpChoices = (choices: HelpChoices, event: HelpChoiceEvent): HelpChoices => {
  const { by, at } = event
  const change = (how: (search: HelpSearch) => HelpSearch): HelpChoices => ({ ...choices, searches: choices.searches.map((search) => search.searchId === event.searchId ? how(search) : search) })
  switch (event.type) {
    case 'HelpAsked': return { ...choices, searches: [...choices.searches, { ...entryOf(event), proposals: [], answers: [], noRoom: [], invited: [] }] }
    case 'ProvidersProposed': {
      const { proposalId, options, fewerWhy } = event
      return change((search) => ({ ...search, proposals: [...search.proposals, { by, at, proposalId, options, ...(fewerWhy !== undefined && { fewerWhy }) }] }))
    }
    case 'ProviderAnswered': {
      const { proposalId, parent, optionId, spoken } = event
      return change((search) => ({
        ...search,
        answers: [...search.answers.filter((one) => one.parent !== parent || one.proposalId !== proposalId), { by, at, proposalId, parent, ...(optionId !== undefined && { optionId }), ...(spoken !== undefined && { spoken }) }],
      }))
    }
    case 'ProviderAnswerExplained': return { ...choices, words: [...choices.words.filter((one) => one.proposalId !== event.proposalId || !isSameSubject(one.subject, event.subject)), entryOf(event)] }
    case 'NoRoomNoted': {
      const { optionId, words } = event
      return change((search) => ({ ...search, noRoom: [...search.noRoom, { by, at, optionId, ...(words !== undefined && { words }) }] }))
    }
    case 'ChosenProviderInvited': return change((search) => ({ ...search, invited: [...search.invited, { by, at, optionId: event.optionId, invitationId: event.invitationId }] }))
    case 'HelpSearchEnded': {
      const { because, words } = event
      return change((search) => ({ ...search, ended: { by, at, because, ...(words !== undefined && { words }) } }))
    }
  }
}
