import { findOption, searchStanding, withoutRoom, type HelpSearch, type OpenCase, type SearchStanding } from '@samenspel/family-case'
import type { IsoDate } from '@samenspel/kernel'
import type { HelpSearch as HelpSearchView, ProviderAnswer, ProviderOption } from '../../graphql/types/help-choices.ts'
import { shown } from '../gate.ts'
import { namedLanguage } from '../spoken.ts'
import { actorName, dayIn, nameOf, subjectRef, type Reader } from './reader.ts'

/** How a search stands, and who of the providers can't; authority and invitations say so, of which not all opens to everybody who may read it. */
export type Searching = { readonly standing: (search: HelpSearch) => SearchStanding; readonly out: (search: HelpSearch) => ReadonlySet<string>; readonly asked: (search: HelpSearch) => ReadonlySet<string> }

export const searchingIn = (reader: Reader, file: OpenCase, today: IsoDate): Searching => ({
  standing: (search) => searchStanding(search, { ...file, careTeam: { ...file.careTeam, members: file.careTeam.members.filter(isKnown(reader, search)) } }, today), out: (search) => withoutRoom(search, file),
  asked: (search) => new Set(search.invited.flatMap(({ optionId }) => findOption(search, optionId)?.organisation ?? [])),
})

/** Who of the team says how a search stands: whom it led to, and else only who opens to the reader. */
const isKnown = ({ opened }: Reader, { invited }: HelpSearch) => {
  const known = new Set([...invited.map(({ invitationId }) => invitationId), ...shown(opened, 'teamMember').map(({ item: { value } }) => value.membershipId)])
  return ({ membershipId }: OpenCase['careTeam']['members'][number]): boolean => known.has(membershipId)
}

/** Those that go on first, then those that ended; the newest first. */
export const helpSearchesView = (reader: Reader, searching: Searching, mayLead: boolean): readonly HelpSearchView[] =>
  shown(reader.opened, 'helpSearch').map(({ item }) => searchView(reader, searching, mayLead, item.value, item)).reverse().sort((a, b) => Number(a.status === 'ended') - Number(b.status === 'ended'))

const searchView = (reader: Reader, searching: Searching, mayLead: boolean, search: HelpSearch, { id, subject, by, at }: Pick<HelpSearch, 'subject' | 'by' | 'at'> & { readonly id: string }): HelpSearchView => {
  const { kind, why, area, language, proposals, answers, noRoom, ended } = search
  const { status, deciders, silent, chosen } = searching.standing(search)
  const out = searching.out(search)
  const asked = searching.asked(search)
  // Who works for the family already wasn't asked on the ground of a choice: it can still be another.
  const isOpen = status !== 'ended' && (status !== 'joined' || search.invited.length === 0)
  const words = shown(reader.opened, 'providerWords').map(({ item: { value } }) => value)
  const isMine = reader.isPortal && deciders.includes(reader.person)
  return {
    id, subject: subjectRef(reader, subject), kind, why, ...(area !== undefined && { area }), ...(language !== undefined && { language: namedLanguage(reader.language, language) }), askedBy: nameOf(reader, by.person), askedOn: dayIn(reader, at), status,
    proposals: proposals.map(({ proposalId, at: proposedAt, options, fewerWhy }) => ({
      id: proposalId, proposedOn: dayIn(reader, proposedAt), ...(fewerWhy !== undefined && { fewerWhy }),
      options: options.map(({ optionId, name, about, organisation, organisationName, wait }): ProviderOption => {
        const said = noRoom.find((one) => one.optionId === optionId)?.words
        return {
          id: optionId, name, ...(about !== undefined && { about }), organisation: { id: organisation, name: organisationName }, ...(wait !== undefined && { waitWeeks: wait.weeks, waitToldOn: wait.toldOn }),
          state: out.has(organisation) ? 'noRoom' : asked.has(organisation) ? 'asked' : 'open', ...(said !== undefined && { noRoomWords: said }),
        }
      }),
      answers: answers.filter((answer) => answer.proposalId === proposalId).map(({ parent, optionId, at: saidAt, by: saidBy, spoken }): ProviderAnswer => {
        const own = words.find((one) => one.proposalId === proposalId && one.subject.kind === 'adult' && one.subject.person === parent)
        return {
          parent: nameOf(reader, parent), ...(optionId !== undefined && { optionId }), on: dayIn(reader, saidAt), ...(spoken !== undefined && { notedBy: actorName(reader, saidBy) }), ...(own !== undefined && { words: own.words }),
          isYours: parent === reader.person,
        }
      }),
    })).reverse(),
    deciders: deciders.filter((person) => reader.opened.named.has(person)).map((person) => ({ id: person, name: nameOf(reader, person) })), silent: silent.map((person) => nameOf(reader, person)),
    ...(chosen !== undefined && { chosenId: chosen.optionId }),
    ...(ended !== undefined && { ended: { because: ended.because, ...(ended.words !== undefined && { words: ended.words }), on: dayIn(reader, ended.at) } }),
    isForYou: isMine && isOpen && silent.includes(reader.person), mayAnswer: isMine && isOpen, mayLead: mayLead && !reader.isPortal && status !== 'ended',
  }
}
