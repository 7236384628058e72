/**
 * Codes for signing in as people at the desk give them: who keeps the keys of an organisation to its people, and who coordinates to the
 * parents of a family. The code is told once, to who made it; what stays to be seen is that there is one, who made it, and until when.
 */
import { addDays, dayOf, zoneOf, type FamilyId, type Id, type IsoDate, type OrganisationId, type PersonId } from '@samenspel/kernel'
import { registeredUntil, worksOn, type Practitioner, type PractitionerCommand, type RegistrationTerms } from '@samenspel/register'
import { ownId } from '../ids/own-id.ts'
import { look, type DisclosingParts, type Looked } from '../disclosure/disclosing.ts'
import { readLines, refusedLine, refusedLines, writeLines } from '../disclosure/log-lines.ts'
import { everyPractitioner } from '../disclosure/register-at-large.ts'
import { isRegisteredHere } from '../disclosure/registration.ts'
import { askingOf } from '../disclosure/viewer.ts'
import { Refused } from '../graphql/refused.ts'
import type { MadeCode } from '../graphql/types/tablets.ts'
import type { SignInOfParent, SignInOfWorker, WaitingCode } from '../graphql/types/sign-in-codes.ts'
import type { Partners } from '../read-models/partners.ts'
import type { Session } from '../sessions/sessions.ts'
import type { StateDatabase } from '../sessions/state-database.ts'
import { mustKeep, type Keepers } from '../tablets/keepers.ts'
import { isNoAccountHolder } from './may-be.ts'
import { invite, mostTries, withdraw, withdrawCodes } from './links.ts'

export type KeepingCodes = {
  /** Everybody of the organisation whose keys somebody keeps, by name. @throws Refused `not-keeper`, as the others of an organisation do */
  readonly workers: (session: Session) => Promise<readonly SignInOfWorker[]>
  /** Who left works here again with it. @throws Refused `not-found` for somebody of another organisation */
  readonly inviteWorker: (session: Session, commandId: Id, person: PersonId) => Promise<MadeCode>
  readonly withdrawWorkerCode: (session: Session, person: PersonId) => Promise<void>
  /**
   * Somebody doesn't work here any more: the register has it as a fact, which ends reading and mail (F10); codes, sign-ins, PINs and
   * sessions end at once. @throws Refused `not-yourself-here`
   */
  readonly endWorker: (session: Session, commandId: Id, person: PersonId) => Promise<void>
  /**
   * A registration as IMH specialist, the first or the next, for the term that is set for the country. Nobody records their own:
   * it lets them coordinate. @throws Refused `not-yourself-here`, `not-an-imh-specialist`, `registration-overlaps`
   */
  readonly recordRegistration: (session: Session, commandId: Id, person: PersonId, from: IsoDate, number: string | undefined) => Promise<void>
  /** The adults of a family who may sign in. @throws Refused `not-found`, `not-coordinator`, `registration-not-valid`, as the others of a family do */
  readonly parents: (session: Session, family: FamilyId) => Promise<readonly SignInOfParent[]>
  readonly inviteParent: (session: Session, family: FamilyId, person: PersonId) => Promise<MadeCode>
  readonly withdrawParentCode: (session: Session, family: FamilyId, person: PersonId) => Promise<void>
}

/** Until when somebody is registered, and whether another registration is recorded already. */
const registered = (known: Practitioner, today: IsoDate): { readonly registeredUntil?: IsoDate } => {
  const until = registeredUntil(known, today)
  return until === undefined ? {} : { registeredUntil: until }
}

type Parts = { readonly database: StateDatabase; readonly keepers: Keepers; readonly partners: Partners; readonly registrationMonths: RegistrationTerms }

export const openKeepingCodes = (parts: DisclosingParts, { database, keepers, partners, registrationMonths }: Parts): KeepingCodes => {
  const { files, clock, log, sessions } = parts
  const makerOf = ({ person, name }: Session) => ({ person, ...(name !== undefined && { name }) })

  const codesOf = async (people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, WaitingCode>> => {
    if (people.length === 0) return new Map()
    const rows = await database.selectFrom('invitation').leftJoin('invitation_maker', 'invitation_maker.invitation', 'invitation.id')
      .select(['person', 'made_at', 'expires_at', 'made_by', 'made_by_name']).where('person', 'in', people).where('used_at', 'is', null).where('tries', '<', mostTries).where('expires_at', '>', clock()).execute()
    return new Map(await Promise.all(rows.map(async ({ person, made_at, expires_at, made_by, made_by_name }): Promise<readonly [PersonId, WaitingCode]> => {
      const madeBy = made_by_name ?? (made_by === null ? undefined : (await files.practitioners.state(made_by))?.name)
      return [person, { madeAt: made_at, until: expires_at, ...(madeBy !== undefined && { madeBy }) }]
    })))
  }
  const signedIn = async (people: readonly PersonId[]): Promise<ReadonlySet<PersonId>> =>
    new Set(people.length === 0 ? [] : (await database.selectFrom('sign_in_link').select('person').where('person', 'in', people).execute()).map(({ person }) => person))
  const shownFor = async <One extends { readonly id: PersonId }>(people: readonly One[]) => {
    const ids = people.map(({ id }) => id)
    const [codes, linked] = await Promise.all([codesOf(ids), signedIn(ids)])
    return people.map((one) => {
      const code = codes.get(one.id)
      return { ...one, hasSignIn: linked.has(one.id), ...(code !== undefined && { code }) }
    })
  }

  const mustBeOurs = async (session: Session, person: PersonId): Promise<Practitioner> => {
    const organisation = await mustKeep(keepers, session)
    const known = await files.practitioners.state(person)
    if (known?.organisation !== organisation) throw new Refused('not-found')
    return known
  }
  const todayAt = async (organisation: OrganisationId): Promise<IsoDate> => dayOf(clock(), zoneOf((await files.organisations.state(organisation))?.jurisdiction ?? 'NL'))
  const askRegister = async (session: Session, commandId: Id, person: PersonId, command: PractitionerCommand): Promise<void> => {
    const { refusal, position } = await files.practitioners.handle(person, command, ownId(session.person, commandId, 'employment'))
    if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
    await sessions.wrote(session, position)
  }

  /** What somebody who coordinates a family is shown of it. */
  const coordinating = async (session: Session, family: FamilyId, operation: string): Promise<Looked> => {
    const looked = await look(parts, await askingOf(session, files), family, operation)
    if (looked === undefined) throw new Refused('not-found')
    const { occasion: { asking: { viewer }, record: { file, directory } }, opened: { head }, reader } = looked
    const refusal = viewer.person !== head.coordinator && viewer.person !== head.substitute ? 'not-coordinator' as const :
      !isRegisteredHere(file, directory, viewer.person, reader.today) ? 'registration-not-valid' as const : undefined
    if (refusal === undefined) return looked
    await log.write(family, [refusedLine(looked.occasion)])
    throw new Refused(refusal)
  }
  const adultsOf = ({ opened, occasion: { record } }: Looked) => record.file.family.members.filter((member) => opened.named.has(member.memberId) && !isNoAccountHolder(member))
  /** Does something about the account of a parent, and leaves a line about that parent either way. */
  const aboutParent = async <Made>(session: Session, family: FamilyId, person: PersonId, operation: string, act: () => Promise<Made>): Promise<Made> => {
    const looked = await coordinating(session, family, operation)
    const about = [{ subject: { kind: 'adult', person }, category: 'contact' } as const]
    if (!adultsOf(looked).some(({ memberId }) => memberId === person)) {
      await log.write(family, refusedLines(looked.occasion, [{ subject: { kind: 'case' }, category: 'unlabelled' }]))
      throw new Refused('not-found')
    }
    await log.write(family, writeLines(looked.occasion, about))
    return act()
  }

  return {
    workers: async (session) => {
      const organisation = await mustKeep(keepers, session)
      const today = await todayAt(organisation)
      const ours = (await everyPractitioner(files, partners, session)).flatMap((known) => known.organisation === organisation ? [{ id: known.id, name: known.name, title: known.title, isSelf: known.id === session.person, worksHere: worksOn(known, today), isSpecialist: known.discipline === 'imhSpecialist', ...registered(known, today) }] : [])
      return shownFor(ours.sort((a, b) => a.name < b.name ? -1 : 1))
    },
    inviteWorker: async (session, commandId, person) => {
      const { organisation, employedUntil } = await mustBeOurs(session, person)
      if (employedUntil !== undefined) await askRegister(session, commandId, person, { type: 'ResumeEmployment', by: (await askingOf(session, files)).actor, at: clock(), organisation })
      return invite(database, { person, role: 'professional' }, clock(), makerOf(session))
    },
    withdrawWorkerCode: async (session, person) => {
      await mustBeOurs(session, person)
      await withdrawCodes(database, person)
    },
    endWorker: async (session, commandId, person) => {
      const { organisation } = await mustBeOurs(session, person)
      if (person === session.person) throw new Refused('not-yourself-here')
      // Today is no day of work any more: what ends, ends now and not tonight.
      await askRegister(session, commandId, person, { type: 'EndEmployment', by: (await askingOf(session, files)).actor, at: clock(), organisation, until: addDays(await todayAt(organisation), -1) })
      await withdraw(database, person)
    },
    recordRegistration: async (session, commandId, person, from, number) => {
      const { organisation } = await mustBeOurs(session, person)
      if (person === session.person) throw new Refused('not-yourself-here')
      const termMonths = registrationMonths[(await files.organisations.state(organisation))?.jurisdiction ?? 'NL']
      await askRegister(session, commandId, person, {
        type: 'RecordImhRegistration', by: (await askingOf(session, files)).actor, at: clock(), registrationId: ownId(session.person, commandId, 'registration'), from, termMonths, ...(number !== undefined && { number }),
      })
    },
    parents: async (session, family) => {
      const looked = await coordinating(session, family, 'parentSignIns')
      await log.write(family, readLines(looked.occasion, looked.opened, new Set(['members']), () => false))
      return shownFor(adultsOf(looked).map(({ memberId, firstName }) => ({ id: memberId, firstName })))
    },
    inviteParent: (session, family, person) => aboutParent(session, family, person, 'makeParentCode', () => invite(database, { person, role: 'familyMember', family }, clock(), makerOf(session))),
    withdrawParentCode: (session, family, person) => aboutParent(session, family, person, 'withdrawParentCode', () => withdrawCodes(database, person)),
  }
}

