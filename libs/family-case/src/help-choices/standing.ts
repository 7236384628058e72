/** How a search for help stands: what its parents, and those who were asked, said by now. */
import { covers, isSameSubject, type Id, type IsoDate, type OrganisationId, type PersonId } from '@samenspel/kernel'
import { mayDecide } from '../consent/decide.ts'
import { isAdult } from '../family/family.ts'
import { isOpenInvitation } from '../invitations/state.ts'
import type { OpenCase } from '../state.ts'
import type { ProviderOption } from './events.ts'
import type { HelpSearch } from './state.ts'

/**
 * How a search stands. `open`: it waits for who didn't choose yet. `differ`: the parents say different things. `chosen`: an organisation
 * can be asked. `asked`: it was, and didn't answer yet. `joined`: it helps, since it said yes or works for this person already. `again`:
 * what was proposed isn't wanted, or has no room, so that a next proposal is due. `ended`: it is over.
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

/** Whether an organisation already works for whom help is sought: nobody is asked there without a name who knows the family. */
const worksFor = (organisation: OrganisationId, { subject }: HelpSearch, { careTeam }: OpenCase, today: IsoDate): boolean =>
  careTeam.members.some((member) => member.organisation === organisation && isSameSubject(member.subject, subject) && covers(member, today))

/**
 * @param state its care team: of who reads this, those in it whom that person may know
 * @param today the day in the zone of the case
 */
export const searchStanding = (search: HelpSearch, state: OpenCase, today: IsoDate): SearchStanding => {
  const deciders = whoChooses(search, state, today)
  const newest = search.proposals.at(-1)
  const answers = search.answers.filter(({ proposalId, parent }) => proposalId === newest?.proposalId && deciders.includes(parent))
  const silent = deciders.filter((person) => !answers.some(({ parent }) => parent === person))
  const wanted = new Set(answers.map(({ optionId }) => optionId))
  const [only] = wanted
  const chosen = wanted.size === 1 ? findOption(search, only) : undefined
  return { status: statusOf(search, state, today, wanted, silent, chosen), deciders, silent, ...(chosen !== undefined && { chosen }) }
}

const statusOf = (search: HelpSearch, state: OpenCase, today: IsoDate, wanted: ReadonlySet<Id | undefined>, silent: readonly PersonId[], chosen: ProviderOption | undefined): SearchStatus => {
  if (search.ended !== undefined) return 'ended'
  if (wanted.size === 0) return 'open'
  if (wanted.size > 1) return 'differ'
  if (chosen === undefined || withoutRoom(search, state).has(chosen.organisation)) return 'again'
  if (hasJoined(search, chosen, state)) return 'joined'
  if (isAsked(search, chosen, state, today)) return 'asked'
  if (!worksFor(chosen.organisation, search, state, today)) return 'chosen'
  return silent.length === 0 ? 'joined' : 'open'
}

const invitationsOf = ({ invited }: HelpSearch, chosen: ProviderOption): readonly Id[] => invited.filter(({ optionId }) => optionId === chosen.optionId).map(({ invitationId }) => invitationId)

/** Whether who was asked for this search came into the team. */
const hasJoined = (search: HelpSearch, chosen: ProviderOption, { careTeam }: OpenCase): boolean => {
  const own = invitationsOf(search, chosen)
  return careTeam.members.some(({ membershipId }) => own.includes(membershipId))
}

/** Whether the chosen organisation was asked, and its answer or what follows from its yes is waited for or came. */
export const isAsked = (search: HelpSearch, chosen: ProviderOption, state: OpenCase, today: IsoDate): boolean => {
  const own = invitationsOf(search, chosen)
  return hasJoined(search, chosen, state) || state.invitations.some((one) => own.includes(one.invitationId) && (isOpenInvitation(one, today) || (one.answer === 'accepted' && one.withdrawnAt === undefined)))
}
