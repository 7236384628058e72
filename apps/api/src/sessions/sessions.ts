import { createHash, randomBytes } from 'node:crypto'
import { comparePositions, start, type Position } from '@samenspel/event-store'
import type { Clock, IsoInstant, OrganisationId, PersonId } from '@samenspel/kernel'
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
}

export type Sessions = {
  /** @returns the token for the cookie: 256 random bits, kept here as a hash only. */
  readonly open: (app: App, identity: Identity, language: Language) => string
  /** @returns nothing for an unknown, ended or idle session. Using a session keeps it awake. */
  readonly find: (app: App, token: string) => Session | undefined
  /** Whether a session still stands; asking doesn't keep it awake. */
  readonly isOpen: (session: Session) => boolean
  readonly chooseLanguage: (session: Session, language: Language) => void
  readonly end: (token: string) => void
  /** Remembers where what this session wrote stands in the log. Never leaves the server. */
  readonly wrote: (session: Session, position: Position) => void
  /** The furthest that this session wrote; its queries see at least that. */
  readonly lastWritten: (session: Session) => Position
}

/** Minutes without a request after which a session ends, and hours after which it ends in any case (ASVS 7.3). */
const idleMinutes: Readonly<Record<App, number>> = { desk: 30, parent: 15 }
const longestHours = 10
/** Seconds between two notes of "still here"; finer would be a write for every request. */
const noteEverySeconds = 60

export const appOf = (role: Identity['role']): App => role === 'familyMember' ? 'parent' : 'desk'

export const openSessions = (database: StateDatabase, clock: Clock): Sessions => {
  const insert = database.prepare('insert into session values (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const select = database.prepare('select * from session where token_hash = ? and app = ?')
  const remove = database.prepare('delete from session where token_hash = ?')
  const note = database.prepare('update session set seen_at = ? where token_hash = ?')
  const language = database.prepare('update session set language = ? where token_hash = ?')
  const writtenBy = database.prepare('select position from session_written where token_hash = ?')
  const noteWritten = database.prepare('insert into session_written select token_hash, ? from session where token_hash = ? on conflict do update set position = excluded.position')
  const sweep = database.prepare('delete from session where signed_in_at < ?')

  const stands = ({ seen_at, signed_in_at, app }: SessionRow): boolean => {
    const now = clock()
    return seen_at >= before(now, { minutes: idleMinutes[app] }) && signed_in_at >= before(now, { hours: longestHours })
  }

  const lastWritten = ({ key }: Session): Position => (writtenBy.get(key) as { readonly position: Position } | undefined)?.position ?? start

  return {
    open: (app, identity, chosen) => {
      const token = randomBytes(32).toString('base64url')
      const now = clock()
      sweep.run(before(now, { hours: longestHours }))
      insert.run(hash(token), app, identity.person, identity.role, identity.organisation ?? null, identity.name ?? null, chosen, now, now)
      return token
    },
    find: (app, token) => {
      const key = hash(token)
      const row = select.get(key, app) as SessionRow | undefined
      if (row === undefined) return undefined
      if (!stands(row)) {
        remove.run(key)
        return undefined
      }
      const now = clock()
      if (row.seen_at < before(now, { seconds: noteEverySeconds })) note.run(now, key)
      return {
        app, key, person: row.person, role: row.role, language: row.language,
        ...(row.organisation === null ? {} : { organisation: row.organisation }), ...(row.name === null ? {} : { name: row.name }),
      }
    },
    isOpen: ({ key, app }) => {
      const row = select.get(key, app) as SessionRow | undefined
      return row !== undefined && stands(row)
    },
    chooseLanguage: (session, chosen) => { language.run(chosen, session.key) },
    end: (token) => { remove.run(hash(token)) },
    // Two requests of one session may end in another order than their facts stand in the log.
    wrote: (session, position) => { if (comparePositions(position, lastWritten(session)) > 0) noteWritten.run(position, session.key) },
    lastWritten,
  }
}

type SessionRow = {
  readonly app: App
  readonly person: PersonId
  readonly role: Identity['role']
  readonly organisation: OrganisationId | null
  readonly name: string | null
  readonly language: Language
  readonly signed_in_at: IsoInstant
  readonly seen_at: IsoInstant
}

const hash = (token: string): string => createHash('sha256').update(token).digest('base64url')

const before = (now: IsoInstant, duration: Temporal.DurationLike): IsoInstant =>
  Temporal.Instant.from(now).subtract(duration).toString({ fractionalSecondDigits: 3 })
