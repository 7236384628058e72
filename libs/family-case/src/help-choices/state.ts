import { isSameSubject, type Id, type IsoDate, type OrganisationId, type PersonId, type Recorded } from '@samenspel/kernel'
import { mayDecide } from '../consent/decide.ts'
import { entryOf, type Labelled } from '../fact.ts'
import { isAdult } from '../family/state.ts'
import { isOpenInvitation } from '../invitations/state.ts'
import type { OpenCase } from '../state.ts'
import type { HelpChoiceEvent, NewHelpSearch, NewProviderAnswer, NewProviderProposal, ProviderOption, SearchEnding } from './events.ts'

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

/**
 * How a search stands. `open`: nobody chose yet. `differ`: the parents say different things. `chosen`: an organisation can be asked.
 * `asked`: it was, and didn't answer yet. `joined`: it helps. `again`: what was proposed isn't wanted, or has no room, so that a next
 * proposal is due. `ended`: it is over.
 */
export const searchStatuses = ['open', 'differ', 'chosen', 'asked', 'joined', 'again', 'ended'] as const
export type SearchStatus = (typeof searchStatuses)[number]

export type SearchStanding = {
  readonly status: SearchStatus
  /** Whose choice it is. */
  readonly deciders: readonly PersonId[]
  /** Who said nothing to the newest proposal yet. */
  readonly silent: readonly PersonId[]
  readonly chosen?: ProviderOption
}

/** An option of any of the proposals. */
export const findOption = ({ proposals }: HelpSearch, optionId: Id | undefined): ProviderOption | undefined => proposals.flatMap(({ options }) => options).find((option) => option.optionId === optionId)

/** Whose choice it is today: adults for themselves, who has authority over a child, who is pregnant before birth. */
export const whoChooses = ({ subject }: Pick<HelpSearch, 'subject'>, state: OpenCase, today: IsoDate): readonly PersonId[] =>
  state.family.members.filter((member) => isAdult(member) && member.isErased !== true && mayDecide(member.memberId, subject, state, today)).map(({ memberId }) => memberId)

/** The organisations that can't, or won't, as far as it is known: they said that there is no room, or no to the question. */
export const withoutRoom = (search: HelpSearch, { invitations }: Pick<OpenCase, 'invitations'>): ReadonlySet<OrganisationId> => {
  const refused = search.invited.filter(({ invitationId }) => invitations.some((one) => one.invitationId === invitationId && one.answer === 'refused'))
  return new Set([...search.noRoom, ...refused].flatMap(({ optionId }) => findOption(search, optionId)?.organisation ?? []))
}

/** The organisations that every parent who answered left aside in an earlier proposal, or in the newest one by choosing none of it. */
export const turnedDown = ({ proposals, answers }: HelpSearch): ReadonlySet<OrganisationId> =>
  new Set(proposals.flatMap(({ proposalId, options }) => {
    const given = answers.filter((answer) => answer.proposalId === proposalId)
    return given.length > 0 && given.every(({ optionId }) => optionId === undefined) ? options.map(({ organisation }) => organisation) : []
  }))

/** @param today the day in the zone of the case */
export const searchStanding = (search: HelpSearch, state: OpenCase, today: IsoDate): SearchStanding => {
  const deciders = whoChooses(search, state, today)
  const newest = search.proposals.at(-1)
  const answers = search.answers.filter(({ proposalId, parent }) => proposalId === newest?.proposalId && deciders.includes(parent))
  const silent = deciders.filter((person) => !answers.some(({ parent }) => parent === person))
  const wanted = new Set(answers.map(({ optionId }) => optionId))
  const [only] = wanted
  const chosen = wanted.size === 1 ? findOption(search, only) : undefined
  return { status: statusOf(search, state, today, wanted, chosen), deciders, silent, ...(chosen !== undefined && { chosen }) }
}

const statusOf = (search: HelpSearch, state: OpenCase, today: IsoDate, wanted: ReadonlySet<Id | undefined>, chosen: ProviderOption | undefined): SearchStatus => {
  if (search.ended !== undefined) return 'ended'
  if (wanted.size === 0) return 'open'
  if (wanted.size > 1) return 'differ'
  if (chosen === undefined || withoutRoom(search, state).has(chosen.organisation)) return 'again'
  const own = search.invited.filter(({ optionId }) => optionId === chosen.optionId).map(({ invitationId }) => invitationId)
  if (state.careTeam.members.some(({ membershipId }) => own.includes(membershipId))) return 'joined'
  const waits = state.invitations.some((one) => own.includes(one.invitationId) && (isOpenInvitation(one, today) || (one.answer === 'accepted' && one.withdrawnAt === undefined)))
  return waits ? 'asked' : 'chosen'
}
