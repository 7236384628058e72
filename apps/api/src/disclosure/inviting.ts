/**
 * Invitations to join a team, on both sides. Who is invited reads the question and no more (P12): not of which family it is, nor
 * anything from which that could be found. The family's name comes with what opens to a member of the team.
 */
import { findMember } from '@samenspel/family-case'
import { covers, isId, type FamilyId, type Id, type PersonId } from '@samenspel/kernel'
import { worksOn } from '@samenspel/register'
import { Refused } from '../graphql/refused.ts'
import type { Invitation as InvitationView } from '../graphql/types/consents.ts'
import type { Professional } from '../graphql/types/people.ts'
import type { Partners } from '../read-models/partners.ts'
import type { Session } from '../sessions/sessions.ts'
import { ownId } from '../ids/own-id.ts'
import { isLetIn } from './desk.ts'
import { look, type DisclosingParts } from './disclosing.ts'
import { factsOf } from './facts.ts'
import { openInvitations, type Shown } from './gate.ts'
import type { ItemOf } from './items.ts'
import { invitationLines, readLines, writeLines, type Occasion } from './log-lines.ts'
import { loadDirectory, loadRecord } from './record.ts'
import { refuse } from './refuse.ts'
import { askingOf, todayIn, type Asking } from './viewer.ts'
import { invitationState } from './views/consents.ts'

export type Inviting = {
  /** What was put to who asks and wasn't taken back, newest first. */
  readonly own: (session: Session) => Promise<readonly InvitationView[]>
  /** @throws Refused `invitation-unknown`, `invitation-closed`, `text-empty`, `text-too-long` */
  readonly answer: (session: Session, commandId: Id, invitationId: Id, accepts: boolean, words: string | undefined) => Promise<void>
  /** Everybody in the register who isn't in the team today, by name: for who coordinates. @throws Refused `not-found`, `not-coordinator` */
  readonly partners: (session: Session, family: FamilyId) => Promise<readonly Professional[]>
}

type Asked = { readonly occasion: Occasion; readonly shown: Shown<ItemOf<'invitation'>> }

export const openInviting = (parts: DisclosingParts, partners: Partners): Inviting => {
  const { files, log, sessions, clock } = parts

  const askedIn = async (asking: Asking, family: FamilyId, operation: string): Promise<readonly Asked[]> => {
    const record = await loadRecord(files, family)
    if (record === undefined) return []
    const occasion: Occasion = { asking, record, operation, now: clock() }
    return openInvitations(record, asking, factsOf(record, asking), occasion.now).map((shown) => ({ occasion, shown }))
  }
  const allOf = async (session: Session, operation: string): Promise<readonly Asked[]> => {
    const asking = await askingOf(session, files)
    const families = [...new Set((await partners.invited(session)).map(({ family }) => family))]
    return (await Promise.all(families.map((family) => askedIn(asking, family, operation)))).flat()
  }

  return {
    own: async (session) => {
      const asked = (await allOf(session, 'invitations')).filter(({ shown: { item } }) => item.value.withdrawnAt === undefined)
      await Promise.all(asked.map(({ occasion, shown }) => log.write(occasion.record.familyId, invitationLines(occasion, [shown]))))
      const views = await Promise.all(asked.map(({ occasion, shown }) => viewOf(parts, session, occasion, shown)))
      return views.sort((a, b) => a.at < b.at ? 1 : -1).map(({ view }) => view)
    },
    answer: async (session, commandId, invitationId, accepts, words) => {
      if (!isId(commandId)) throw new Refused('request-invalid')
      const found = (await allOf(session, 'answerInvitation')).find(({ shown: { item } }) => item.id === invitationId)
      if (found === undefined) throw new Refused('invitation-unknown')
      const { occasion, shown: { item: { value, subject, category } } } = found
      const { familyId } = occasion.record
      const { refusal, position } = await files.cases.handle(familyId, {
        type: 'AnswerInvitation', by: occasion.asking.actor, at: occasion.now, invitationId, answer: accepts ? 'accepted' : 'refused', ...(words !== undefined && { words }),
        hasConsent: isLetIn(occasion, value.subject, value),
      }, ownId(session.person, commandId, 'command'))
      if (refusal !== undefined) return refuse({ log }, occasion, 'write', refusal.code, refusal.about)
      await sessions.wrote(session, position)
      await log.write(familyId, writeLines(occasion, [{ subject, category }]))
    },
    partners: async (session, family) => {
      const looked = await look(parts, await askingOf(session, files), family, 'partnersToInvite')
      if (looked === undefined) throw new Refused('not-found')
      const { occasion: { record, asking: { viewer } }, reader } = looked
      const { coordinator, substitute } = looked.opened.head
      if (viewer.person !== coordinator && viewer.person !== substitute) return refuse({ log }, looked.occasion, 'read', 'not-coordinator')
      await log.write(family, readLines(looked.occasion, looked.opened, new Set(), () => false))
      const inTeam = new Set(record.file.careTeam.members.filter((member) => covers(member, reader.today)).map(({ practitionerId }) => practitionerId))
      const free = (await partners.everybody(session)).filter((person) => !inTeam.has(person) && findMember(record.file.family, person) === undefined)
      const directory = await loadDirectory(files, free)
      return professionals(directory, free.filter((person) => worksOn(directory.practitioner(person), reader.today)))
    },
  }
}

/** As anybody may know them who works in the region: what they do and where, and no number. */
const professionals = ({ practitioner, organisation }: Awaited<ReturnType<typeof loadDirectory>>, ids: readonly PersonId[]): readonly Professional[] =>
  ids.flatMap((id) => {
    const known = practitioner(id)
    const works = known === undefined ? undefined : organisation(known.organisation)
    return known === undefined || works === undefined ? [] : [{ id, name: known.name, title: known.title, organisation: { id: known.organisation, name: works.name, discipline: works.discipline }, discipline: known.discipline }]
  }).sort((a, b) => a.name < b.name ? -1 : 1)

const viewOf = async (parts: DisclosingParts, session: Session, { asking, record, now }: Occasion, { item: { id, at, by, value } }: Shown<ItemOf<'invitation'>>): Promise<{ readonly view: InvitationView; readonly at: string }> => {
  const { jurisdiction } = record.file.family
  const today = todayIn(jurisdiction, now)
  const hasJoined = record.file.careTeam.members.some(({ membershipId }) => membershipId === id)
  // Who has joined finds the family as everybody of the team does, by what opens to them.
  const looked = hasJoined ? await look(parts, asking, record.familyId, 'invitations', 'quietly') : undefined
  const { practitioner, organisation } = await loadDirectory(parts.files, [by.person])
  const asks = practitioner(by.person)
  return {
    at,
    view: {
      id, question: value.question, askedBy: asks?.name ?? '', askedByTitle: asks?.title ?? '', askedByOrganisation: asks === undefined ? '' : organisation(asks.organisation)?.name ?? '',
      askedOn: todayIn(jurisdiction, at), from: value.from, ...(value.until !== undefined && { until: value.until }), answerBy: value.answerBy, state: invitationState(value, hasJoined, today),
      ...(value.words !== undefined && { words: value.words }), ...(looked !== undefined && { familyId: record.familyId, familyName: looked.opened.head.name }),
    },
  }
}
