import { createHash, randomBytes } from 'node:crypto'
import { start, type Position } from '@samenspel/event-store'
import { newId, type Clock, type IsoInstant, type OrganisationId, type PersonId } from '@samenspel/kernel'
import { sql } from 'kysely'
import type { StateDatabase } from './state-database.ts'

export type App = 'desk' | 'parent'
export type Language = 'nl' | 'en'

/** Who somebody is, as sign-in established it. It carries no rights: those are decided anew for every request. */
export type Identity = {
  readonly person: PersonId
  readonly role: 'professional' | 'familyMember' | 'privacyOfficer'
  /** The organisation somebody works for, when sign-in is the one who knows it. */
  readonly organisation?: OrganisationId
  /** How somebody is called whom neither the register nor a case file knows: an office. */
  readonly name?: string
}

export type Session = Identity & {
  readonly app: App
  readonly language: Language
  /** Names the session in this process without opening it: the hash of its token. */
  readonly key: string
  /** Whether sign-in proved two factors: without, nothing opens (F05). */
  readonly secondFactor: boolean
}

/** What sign-in knows besides who it is. */
export type HowSignedIn = {
  readonly secondFactor: boolean
  /** The browser, in a few words, so that somebody knows their own sessions apart. */
  readonly device: string
}

/** One of somebody's own sessions, as they see it in a list. */
export type OwnSession = { readonly id: string; readonly app: App; readonly device: string; readonly signedInAt: IsoInstant; readonly seenAt: IsoInstant; readonly isThis: boolean }

export type Sessions = {
  /** @returns the token for the cookie: 256 random bits, kept here as a hash only. */
  readonly open: (app: App, identity: Identity, language: Language, how: HowSignedIn) => Promise<string>
  /** Whether cookies go over TLS only, as everywhere but on one's own machine. */
  readonly secure: boolean
  /** @returns nothing for an unknown, ended or idle session. Using a session keeps it awake. */
  readonly find: (app: App, token: string) => Promise<Session | undefined>
  /** Whether a session still stands; asking doesn't keep it awake. */
  readonly isOpen: (session: Session) => Promise<boolean>
  readonly chooseLanguage: (session: Session, language: Language) => Promise<void>
  readonly end: (token: string) => Promise<void>
  /** The sessions of this app that stand for who asks, newest first. */
  readonly own: (session: Session) => Promise<readonly OwnSession[]>
  /** Ends one of one's own sessions; those of others can't be named. */
  readonly endOwn: (session: Session, id: string) => Promise<void>
  /** Signs somebody out everywhere. */
  readonly endAllOf: (person: PersonId) => Promise<void>
  /** Remembers where what this session wrote stands in the log. Never leaves the server. */
  readonly wrote: (session: Session, position: Position) => Promise<void>
  /** The furthest that this session wrote; its queries see at least that. */
  readonly lastWritten: (session: Session) => Promise<Position>
}

/** Minutes without a request after which a session ends, and hours after which it ends in any case (ASVS 7.3). */
const idleMinutes: Readonly<Record<App, number>> = { desk: 30, parent: 15 }
const longestHours = 10
/** Seconds between two notes of "still here"; finer would be a write for every request. */
const noteEverySeconds = 60

export const appOf = (role: Identity['role']): App => role === 'familyMember' ? 'parent' : 'desk'

/** @param secure whether people reach the apps over TLS */
export const openSessions = (database: StateDatabase, clock: Clock, secure = false): Sessions => {
  const rowOf = (key: string, app: App): Promise<SessionRow & { readonly second_factor: number | null } | undefined> =>
    database.selectFrom('session').leftJoin('session_detail', 'session_detail.token_hash', 'session.token_hash').selectAll('session').select('second_factor')
      .where('session.token_hash', '=', key).where('app', '=', app).executeTakeFirst()
  const change = (key: string, values: Partial<Pick<SessionRow, 'seen_at' | 'language'>>) => database.updateTable('session').set(values).where('token_hash', '=', key).execute()
  /** For whom gets mail: what came before this moment is no news any more. */
  const note = (person: PersonId, at: IsoInstant) => database.updateTable('mail_person').set({ seen_at: at }).where('person', '=', person).execute()
  const remove = (key: string) => database.deleteFrom('session').where('token_hash', '=', key).execute()

  const stands = ({ seen_at, signed_in_at, app }: SessionRow): boolean => {
    const now = clock()
    return seen_at >= before(now, { minutes: idleMinutes[app] }) && signed_in_at >= before(now, { hours: longestHours })
  }

  return {
    secure,
    open: async (app, { person, role, organisation, name }, language, { secondFactor, device }) => {
      const token = randomBytes(32).toString('base64url')
      const now = clock()
      await database.deleteFrom('session').where('signed_in_at', '<', before(now, { hours: longestHours })).execute()
      await database.insertInto('session').values({
        token_hash: hash(token), app, person, role, organisation: organisation ?? null, name: name ?? null, language, signed_in_at: now, seen_at: now,
      }).execute()
      await database.insertInto('session_detail').values({ token_hash: hash(token), id: newId(), second_factor: secondFactor ? 1 : 0, device }).execute()
      await note(person, now)
      return token
    },
    find: async (app, token) => {
      const key = hash(token)
      const row = await rowOf(key, app)
      if (row === undefined) return undefined
      if (!stands(row)) {
        await remove(key)
        return undefined
      }
      const now = clock()
      if (row.seen_at < before(now, { seconds: noteEverySeconds })) {
        await change(key, { seen_at: now })
        await note(row.person, now)
      }
      return {
        app, key, person: row.person, role: row.role, language: row.language, secondFactor: row.second_factor !== 0,
        ...(row.organisation === null ? {} : { organisation: row.organisation }), ...(row.name === null ? {} : { name: row.name }),
      }
    },
    isOpen: async ({ key, app }) => {
      const row = await rowOf(key, app)
      return row !== undefined && stands(row)
    },
    chooseLanguage: async (session, language) => { await change(session.key, { language }) },
    end: async (token) => { await remove(hash(token)) },
    own: async ({ person, app, key }) => {
      const rows = await database.selectFrom('session').innerJoin('session_detail', 'session_detail.token_hash', 'session.token_hash').selectAll('session').select(['id', 'device'])
        .where('person', '=', person).where('app', '=', app).orderBy('signed_in_at', 'desc').execute()
      return rows.filter(stands).map(({ id, device, signed_in_at, seen_at, token_hash }) => ({ id, app, device, signedInAt: signed_in_at, seenAt: seen_at, isThis: token_hash === key }))
    },
    endOwn: async ({ person, app }, id) => {
      await database.deleteFrom('session').where('person', '=', person).where('app', '=', app)
        .where('token_hash', 'in', database.selectFrom('session_detail').select('token_hash').where('id', '=', id)).execute()
    },
    endAllOf: async (person) => { await database.deleteFrom('session').where('person', '=', person).execute() },
    wrote: async ({ key }, position) => {
      await database.insertInto('session_written')
        .columns(['token_hash', 'position'])
        .expression(database.selectFrom('session').select(['token_hash', sql.val(position).as('position')]).where('token_hash', '=', key))
        // Two requests of one session may end in another order than their facts stand in the log.
        .onConflict((conflict) => conflict.column('token_hash').doUpdateSet({ position }).where('session_written.position', '<', position))
        .execute()
    },
    lastWritten: async ({ key }) =>
      (await database.selectFrom('session_written').select('position').where('token_hash', '=', key).executeTakeFirst())?.position ?? start,
  }
}

export type SessionRow = {
  readonly token_hash: string
  readonly app: App
  readonly person: PersonId
  readonly role: Identity['role']
  readonly organisation: OrganisationId | null
  readonly name: string | null
  readonly language: Language
  readonly signed_in_at: IsoInstant
  readonly seen_at: IsoInstant
}

/** What came with later versions stands beside the session. One of before has none: it is of the demo region, whose sign-in counts as two factors. */
export type SessionDetailRow = { readonly token_hash: string; readonly id: string; readonly second_factor: number; readonly device: string }

/** Of each session that wrote, how far. Positions compare as texts. */
export type SessionWrittenRow = { readonly token_hash: string; readonly position: Position }

const hash = (token: string): string => createHash('sha256').update(token).digest('base64url')

const before = (now: IsoInstant, duration: Temporal.DurationLike): IsoInstant =>
  Temporal.Instant.from(now).subtract(duration).toString({ fractionalSecondDigits: 3 })
