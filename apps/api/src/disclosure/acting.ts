/**
 * What people do. A command goes in here: who may see nothing of a family may do nothing there, and can't tell it from a family
 * that isn't; what it is about must have opened to who asks; what was done has its line in the access log before the answer.
 */
import { createHash } from 'node:crypto'
import type { AgendaCommand } from '@samenspel/agenda'
import { indexSubject, isAdult, isInTeam, substituteOn, type FamilyCaseCommand } from '@samenspel/family-case'
import { dayOf, isId, zoneOf, type Actor, type Category, type FamilyId, type Id, type IsoDate, type IsoInstant, type Jurisdiction, type PersonId, type Subject, type Zone } from '@samenspel/kernel'
import { hasValidRegistration } from '@samenspel/register'
import { Refused } from '../graphql/refused.ts'
import type { Handled } from '../composition/files.ts'
import type { Session } from '../sessions/sessions.ts'
import { look, type DisclosingParts, type Looked } from './disclosing.ts'
import { shown } from './gate.ts'
import type { ItemKind } from './items.ts'
import { writeLine } from './log-lines.ts'
import { askingOf } from './viewer.ts'

/** What a command may be made from: who asks, when, and what of the family opened to them. */
export type Desk = {
  readonly by: Actor
  readonly at: IsoInstant
  readonly today: IsoDate
  readonly zone: Zone
  readonly jurisdiction: Jurisdiction
  readonly registrationValid: boolean
  readonly members: readonly PersonId[]
  readonly adults: readonly PersonId[]
  readonly indexSubject: Subject
  /** A new id that is the same for a repeat of the same command. */
  readonly id: (name: string) => Id
  /** @throws Refused `not-found` unless this opened to who asks. */
  readonly mustSee: (kind: ItemKind, id: Id) => void
  /** @throws Refused `not-found` unless a part of this proposal opened to who asks. */
  readonly mustSeeProposal: (proposalId: Id) => void
  /** @throws Refused `not-found` unless who asks comes along to this appointment, as one of the family. */
  readonly mustAttend: (appointmentId: Id) => void
  /** @throws Refused `not-in-team` */
  readonly mustBeInTeam: () => void
  /** The coordinator or who stands in, with a valid registration. @throws Refused `not-coordinator`, `registration-not-valid` */
  readonly mustCoordinate: () => void
}

export type About = { readonly subject: Subject; readonly category: Category }

/** A command as somebody asks it. */
export type Ask<Command> = {
  readonly session: Session
  readonly familyId: FamilyId
  /** Random, made by who asks: the same again is the same command. */
  readonly commandId: Id
  readonly operation: string
  readonly make: (desk: Desk) => Command | Promise<Command>
  /** Whom and what it writes about, for the access log; without it, the plan of the index child. */
  readonly about?: About
}

export type Acting = {
  readonly inCase: (ask: Ask<FamilyCaseCommand>) => Promise<void>
  readonly inAgenda: (ask: Ask<AgendaCommand>) => Promise<void>
}

/** @param settle brings calendars and agenda to agree after somebody asked something of an agenda, so that the answer finds it done. */
export const openActing = (parts: DisclosingParts, settle: (family: FamilyId) => Promise<void>): Acting => {
  const act = async <Command>(ask: Ask<Command>, handle: (command: Command, commandId: Id) => Promise<Handled>): Promise<void> => {
    const { session, familyId, commandId, operation, make, about } = ask
    if (!isId(commandId)) throw new Refused('request-invalid')
    const asking = await askingOf(session, parts.files)
    const looked = await look(parts, asking, familyId, operation)
    if (looked === undefined) throw new Refused('not-found')
    const command = await make(deskOf(looked, commandId))
    const { refusal, position } = await handle(command, ownId(session.person, commandId, 'command'))
    if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
    parts.sessions.wrote(session, position)
    const { occasion } = looked
    const { subject, category } = about ?? { subject: indexSubject(occasion.record.file.family), category: 'plan' }
    await parts.log.write(familyId, [writeLine(occasion, subject, category)])
  }
  return {
    inCase: (ask) => act(ask, (command, id) => parts.files.cases.handle(ask.familyId, command, id)),
    inAgenda: async (ask) => {
      await act(ask, (command, id) => parts.files.agendas.handle(ask.familyId, command, id))
      await settle(ask.familyId)
    },
  }
}

const deskOf = ({ occasion, opened }: Looked, commandId: Id): Desk => {
  const { asking: { actor }, record: { file, directory }, now } = occasion
  const { family, careTeam } = file
  const zone = zoneOf(family.jurisdiction)
  const today = dayOf(now, zone)
  const standsIn = careTeam.coordinator !== undefined && careTeam.coordinator !== actor.person && substituteOn(careTeam, today) === actor.person
  const must = (condition: boolean, code = 'not-found') => { if (!condition) throw new Refused(code) }
  const registrationValid = hasValidRegistration(directory.practitioner(actor.person), today)
  return {
    by: standsIn ? { ...actor, onBehalfOf: careTeam.coordinator } : actor, at: now, today, zone, jurisdiction: family.jurisdiction,
    registrationValid,
    members: family.members.map(({ memberId }) => memberId), adults: family.members.filter(isAdult).map(({ memberId }) => memberId),
    indexSubject: indexSubject(family), id: (name) => ownId(actor.person, commandId, name),
    mustSee: (kind, id) => { must(shown(opened, kind).some(({ item }) => item.id === id)) },
    mustSeeProposal: (proposalId) => { must(opened.proposals.some((proposal) => proposal.proposalId === proposalId)) },
    mustAttend: (id) => { must(shown(opened, 'appointment').some(({ item }) => item.id === id && item.value.asked.includes(actor.person))) },
    mustBeInTeam: () => { must(isInTeam(careTeam, actor.person, today), 'not-in-team') },
    mustCoordinate: () => {
      must(standsIn || careTeam.coordinator === actor.person, 'not-coordinator')
      must(registrationValid, 'registration-not-valid')
    },
  }
}

/** An id of one person's command, so that nobody can repeat or take the place of another's. */
export const ownId = (person: PersonId, commandId: Id, name: string): Id => {
  const hex = createHash('sha256').update(`${person} ${commandId} ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
