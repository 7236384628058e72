/**
 * Which help, and from whom: the family chooses (K-03). Who coordinates says what help is meant and proposes providers that suit; each
 * parent chooses one of them or none, for themselves. A no, of a parent or of a provider, leads to a next proposal, and closes nothing.
 */
import type { Category, HelpKind, Id, IsoDate, OrganisationId, PersonId, Subject } from '@samenspel/kernel'
import type { Coordinating, Fact, Request } from '../fact.ts'
import type { InvitationCommand } from '../invitations/events.ts'
import type { SpokenWords } from '../plan/events.ts'

/** What help is meant, in plain words to the parents; `area` and `language` where the family needs it there, or so. */
export type NewHelpSearch = { readonly searchId: Id; readonly kind: HelpKind; readonly why: string; readonly area?: string; readonly language?: string }

/** A service as it was shown when it was proposed: what the catalogue says later changes no choice that was made. */
export type ProviderOption = {
  readonly optionId: Id
  readonly serviceId: Id
  readonly organisation: OrganisationId
  readonly organisationName: string
  readonly name: string
  readonly about?: string
  readonly wait?: { readonly weeks: number; readonly toldOn: IsoDate }
}

/** `fewerWhy`: why there is only one to choose from. */
export type NewProviderProposal = { readonly proposalId: Id; readonly options: readonly ProviderOption[]; readonly fewerWhy?: string }

/** What a parent says to a proposal: one of it, or without `optionId` none. */
export type NewProviderAnswer = { readonly searchId: Id; readonly proposalId: Id; readonly parent: PersonId; readonly optionId?: Id; readonly spoken?: SpokenWords }

export const searchEndings = ['helpBegan', 'notNeeded', 'familyDecided'] as const
/** Why a search is over. The case goes on in any case. */
export type SearchEnding = (typeof searchEndings)[number]

type Label = { readonly category: Category }

export type HelpChoiceEvent =
  | Fact<'HelpAsked', NewHelpSearch & Label>
  | Fact<'ProvidersProposed', { searchId: Id } & NewProviderProposal & Label>
  | Fact<'ProviderAnswered', NewProviderAnswer & Label>
  /** Why, in the parent's own words: of that parent's own record. */
  | Fact<'ProviderAnswerExplained', { searchId: Id; proposalId: Id; wordsId: Id; words: string } & Label>
  /** A provider said that there is no place now. */
  | Fact<'NoRoomNoted', { searchId: Id; optionId: Id; words?: string } & Label>
  /** Whom of the chosen organisation the question was put to, without the family's name (C-02). */
  | Fact<'ChosenProviderInvited', { searchId: Id; optionId: Id; invitationId: Id } & Label>
  | Fact<'HelpSearchEnded', { searchId: Id; because: SearchEnding; words?: string } & Label>

/** Every organisation whose services suit, as the catalogue has it now: whoever sends the command looks that up. */
type WithSuitable = { readonly suitable: readonly OrganisationId[] }

export type HelpChoiceCommand =
  /** By who coordinates, for a member of the family or a bond. */
  | Request<'AskHelp', Coordinating & WithSuitable & NewHelpSearch & { subject: Subject; proposal: NewProviderProposal }>
  | Request<'ProposeProviders', Coordinating & WithSuitable & { searchId: Id; proposal: NewProviderProposal }>
  /** In person, or noted by somebody of the team who heard it. `wordsId` names the words, where there are any. */
  | Request<'AnswerProviders', NewProviderAnswer & { wordsId: Id; words?: string }>
  | Request<'NoteNoRoom', Coordinating & { searchId: Id; optionId: Id; words?: string }>
  /** Asks somebody of the organisation that was chosen, as an invitation is put. */
  | Request<'InviteChosenProvider', Omit<Extract<InvitationCommand, { type: 'InvitePartner' }>, 'type' | 'by' | 'at' | 'subject'> & { searchId: Id; optionId: Id }>
  | Request<'EndHelpSearch', Coordinating & { searchId: Id; because: SearchEnding; words?: string }>
