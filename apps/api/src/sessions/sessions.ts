import { hash as hashOf, randomBytes } from 'node:crypto'
import { start, type Position } from '@samenspel/event-store'
import { millisecondsOf, newId, type Clock, type Id, type IsoInstant, type PersonId } from '@samenspel/kernel'
import { prepareQuery } from '@samenspel/read-models'
import { sql } from 'kysely'
import { hashCredential } from '../tablets/tablets.ts'
import type { App, Identity, Language, SignInApp } from './identity.ts'
import type { SessionRow } from './session-tables.ts'
import type { StateDatabase } from './state-database.ts'
import { openWrittenNotes } from './written-notes.ts'

export type Session = Identity & {
  readonly app: App
  readonly language: Language
  /** The tablet that a group shares, when it is on one: then it opens no more than what a group needs. */
  readonly tablet?: Id
  /** Names the session in this process without opening it: the hash of its token. */
  readonly key: string
  /** Whether sign-in proved two factors: without, nothing opens (F05). */
  readonly secondFactor: boolean
  /** When somebody last proved who they are; nothing for a session of which that isn't known. */
  readonly provenAt?: IsoInstant
}

/** When somebody proved who they are, absent when it was just now; and the path of this server where they can do so anew. */
export type Proven = { readonly at?: IsoInstant; readonly where: string }

/** Of a proof of which the moment isn't kept: it is never fresh. */
export const longAgo: IsoInstant = '1970-01-01T00:00:00.000Z'

/**
 * Minutes for which a proof is fresh. Opening a record in an emergency asks for a fresh one: whoever finds a screen that is open, or
 * has a session of somebody else, opens nothing with it (T15).
 */
export const freshMinutes = 5

export const isFresh = ({ provenAt }: Pick<Session, 'provenAt'>, now: IsoInstant): boolean => provenAt !== undefined && provenAt > before(now, { minutes: freshMinutes })

/** What sign-in knows besides who it is. */
export type HowSignedIn = {
  readonly secondFactor: boolean
  /** The browser, in a few words, so that somebody knows their own sessions apart. */
  readonly device: string
  /** The tablet that a group shares, when it is on one. */
  readonly tablet?: Id
  /** Absent where nobody can prove anew who they are, as on a tablet. */
  readonly proven?: Proven
}

/** One of somebody's own sessions, as they see it in a list. */
export type OwnSession = { readonly id: string; readonly app: App; readonly device: string; readonly signedInAt: IsoInstant; readonly seenAt: IsoInstant; readonly isThis: boolean }

/** Whether it stands on a tablet that a group shares: what opens there says `disclosure/on-tablet.ts`. */
export const isOnTablet = ({ app }: Pick<Session, 'app'>): boolean => app === 'tablet'

export type Sessions = {
  /** @returns the token for the cookie: 256 random bits, kept here as a hash only. */
  readonly open: (app: App, identity: Identity, language: Language, how: HowSignedIn) => Promise<string>
  /** Whether cookies go over TLS only, as everywhere but on one's own machine. */
  readonly secure: boolean
  /**
   * @param credential of the tablet, without which a session on one opens nothing: brought elsewhere, it is no session
   * @returns nothing for an unknown, ended or idle session. Using a session keeps it awake.
   */
  readonly find: (app: App, token: string, credential?: string) => Promise<Session | undefined>
  /** Whether a session still stands; asking doesn't keep it awake. */
  readonly isOpen: (session: Session) => Promise<boolean>
  readonly chooseLanguage: (session: Session, language: Language) => Promise<void>
  readonly end: (token: string) => Promise<void>
  /** Remembers that who has this session proved anew who they are. @param at just now when absent */
  readonly prove: (session: Session, at?: IsoInstant) => Promise<void>
  /** The path where who has this session proves anew who they are. */
  readonly whereToProve: (session: Session) => Promise<string | undefined>
  /** The sessions of this app that stand for who asks, newest first. */
  readonly own: (session: Session) => Promise<readonly OwnSession[]>
  /** Ends one of one's own sessions; those of others can't be named. */
  readonly endOwn: (session: Session, id: string) => Promise<void>
  /** Signs somebody out everywhere. */
  readonly endAllOf: (person: PersonId, until?: IsoInstant) => Promise<void>
  /** Remembers where what this session wrote stands in the log. Never leaves the server. */
  readonly wrote: (session: Session, position: Position) => Promise<void>
  /** The furthest that this session wrote; its queries see at least that. */
  readonly lastWritten: (session: Session) => Promise<Position>
}

/** Minutes without a request after which a session ends, and hours after which it ends in any case (ASVS 7.3). */
const idleMinutes: Readonly<Record<SignInApp, number>> = { desk: 30, parent: 15 }
/** A tablet locks itself; this long after that its session ends also where it couldn't tell. */
const lockGraceSeconds = 15
const longestHours = 10
/** Seconds between two notes of "still here"; finer would be a write for every request. */
const noteEverySeconds: Readonly<Record<App, number>> = { desk: 60, parent: 60, tablet: 5 }

export const appOf = (role: Identity['role']): SignInApp => role === 'familyMember' ? 'parent' : 'desk'

/** @param secure whether people reach the apps over TLS */
export const openSessions = (database: StateDatabase, clock: Clock, secure = false): Sessions => {
  const withDetail = () => database.selectFrom('session').leftJoin('session_detail', 'session_detail.token_hash', 'session.token_hash').leftJoin('session_proof', 'session_proof.token_hash', 'session.token_hash')
  const withTablet = () => withDetail().leftJoin('session_tablet', 'session_tablet.token_hash', 'session.token_hash').leftJoin('tablet', 'tablet.id', 'session_tablet.tablet')
    .selectAll('session').select(['second_factor', 'proven_at', 'tablet.id as tablet', 'tablet.secret_hash as credential_hash', 'lock_seconds'])
  const onTablet = prepareQuery<{ key: string; app: App }, FoundRow>(database, (value) => withTablet().where('session.token_hash', '=', value('key')).where('app', '=', value('app')))
  /** Every request asks this one. */
  const elsewhere = prepareQuery<{ key: string; app: App }, FoundRow>(database, (value) => withDetail()
    .selectAll('session').select(['second_factor', 'proven_at', sql<null>`null`.as('tablet'), sql<null>`null`.as('credential_hash'), sql<null>`null`.as('lock_seconds')]).where('session.token_hash', '=', value('key')).where('app', '=', value('app')))
  const rowOf = async (key: string, app: App): Promise<FoundRow | undefined> => (await (app === 'tablet' ? onTablet : elsewhere)({ key, app }))[0]
  const change = (key: string, values: Partial<Pick<SessionRow, 'seen_at' | 'language'>>) => database.updateTable('session').set(values).where('token_hash', '=', key).execute()
  /** For whom gets mail: what came before this moment is no news any more. A tablet shows nothing of what mail tells of. */
  const note = async (app: App, person: PersonId, at: IsoInstant) => app === 'tablet' ? undefined : database.updateTable('mail_person').set({ seen_at: at }).where('person', '=', person).execute()
  const remove = (key: string) => database.deleteFrom('session').where('token_hash', '=', key).execute()

  const stands = ({ seen_at, signed_in_at, app, lock_seconds }: FoundRow): boolean => {
    const now = clock()
    const idle = app !== 'tablet' ? idleMinutes[app] * 60 : lock_seconds === null ? 0 : lock_seconds + lockGraceSeconds
    return secondsBetween(seen_at, now) <= idle && secondsBetween(signed_in_at, now) <= longestHours * 3600
  }

  const noteWritten = openWrittenNotes(database)

  return {
    secure,
    open: async (app, { person, role, organisation, name }, language, { secondFactor, device, tablet, proven }) => {
      const token = randomBytes(32).toString('base64url')
      const now = clock()
      await database.deleteFrom('session').where('signed_in_at', '<', before(now, { hours: longestHours })).execute()
      await database.insertInto('session').values({
        token_hash: hash(token), app, person, role, organisation: organisation ?? null, name: name ?? null, language, signed_in_at: now, seen_at: now,
      }).execute()
      await database.insertInto('session_detail').values({ token_hash: hash(token), id: newId(), second_factor: secondFactor ? 1 : 0, device }).execute()
      if (tablet !== undefined) await database.insertInto('session_tablet').values({ token_hash: hash(token), tablet }).execute()
      if (proven !== undefined) await database.insertInto('session_proof').values({ token_hash: hash(token), proven_at: proven.at ?? now, proven_where: proven.where }).execute()
      await note(app, person, now)
      return token
    },
    find: async (app, token, credential = '') => {
      const key = hash(token)
      const row = await rowOf(key, app)
      if (row === undefined || (app === 'tablet' && row.credential_hash !== hashCredential(credential))) return undefined
      if (!stands(row)) {
        await remove(key)
        return undefined
      }
      const now = clock()
      if (secondsBetween(row.seen_at, now) > noteEverySeconds[app]) {
        await change(key, { seen_at: now })
        await note(app, row.person, now)
      }
      return {
        app, key, person: row.person, role: row.role, language: row.language, secondFactor: row.second_factor !== 0,
        ...(row.proven_at === null ? {} : { provenAt: row.proven_at }), ...(row.tablet === null ? {} : { tablet: row.tablet }), ...(row.organisation === null ? {} : { organisation: row.organisation }), ...(row.name === null ? {} : { name: row.name }),
      }
    },
    isOpen: async ({ key, app }) => {
      const row = await rowOf(key, app)
      return row !== undefined && stands(row)
    },
    chooseLanguage: async (session, language) => { await change(session.key, { language }) },
    end: async (token) => { await remove(hash(token)) },
    prove: async ({ key }, at = clock()) => { await database.updateTable('session_proof').set({ proven_at: at }).where('token_hash', '=', key).execute() },
    whereToProve: async ({ key }) => (await database.selectFrom('session_proof').select('proven_where').where('token_hash', '=', key).executeTakeFirst())?.proven_where,
    own: async ({ person, app, key }) => {
      const rows = await withTablet().select(['session_detail.id as detail', 'device']).where('person', '=', person).where('app', 'in', alsoOf(app)).orderBy('signed_in_at', 'desc').execute()
      return rows.filter(stands).flatMap(({ detail, device, app: where, signed_in_at, seen_at, token_hash }) => detail === null ? [] : [{ id: detail, app: where, device: device ?? '', signedInAt: signed_in_at, seenAt: seen_at, isThis: token_hash === key }])
    },
    endOwn: async ({ person, app }, id) => {
      await database.deleteFrom('session').where('person', '=', person).where('app', 'in', alsoOf(app))
        .where('token_hash', 'in', database.selectFrom('session_detail').select('token_hash').where('id', '=', id)).execute()
    },
    endAllOf: async (person, until) => {
      await database.deleteFrom('session').where('person', '=', person).$if(until !== undefined, (some) => some.where('signed_in_at', '<=', until!)).execute()
    },
    wrote: ({ key }, position) => noteWritten(key, position),
    lastWritten: async ({ key }) =>
      (await database.selectFrom('session_written').select('position').where('token_hash', '=', key).executeTakeFirst())?.position ?? start,
  }
}

type FoundRow = SessionRow & { readonly second_factor: number | null; readonly proven_at: IsoInstant | null; readonly tablet: Id | null; readonly credential_hash: string | null; readonly lock_seconds: number | null }

/** Whoever works at the desk also sees where they stand on a tablet; whoever has the tablet in hand sees no more than that. */
const alsoOf = (app: App): readonly App[] => app === 'desk' ? ['desk', 'tablet'] : [app]

const hash = (token: string): string => hashOf('sha256', token, 'base64url')

const secondsBetween = (at: IsoInstant, now: IsoInstant): number => (millisecondsOf(now) - millisecondsOf(at)) / 1000

const before = (now: IsoInstant, duration: Temporal.DurationLike): IsoInstant =>
  Temporal.Instant.from(now).subtract(duration).toString({ fractionalSecondDigits: 3 })
