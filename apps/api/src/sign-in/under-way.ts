import { createHash, randomBytes } from 'node:crypto'
import type { Clock, IsoInstant } from '@samenspel/kernel'
import type { StateDatabase } from '../sessions/state-database.ts'
import type { Checks } from './issuers.ts'
import type { SignInRow } from './sign-in-tables.ts'

/**
 * A sign-in on its way: first to the server and back, then, for who is nobody here yet, until a code was entered. The browser holds a
 * token, the rest stands here, so that whichever process answers knows it.
 */
export type UnderWay = {
  /** @returns the token for the cookie */
  readonly begin: (checks: Checks) => Promise<string>
  /** What was begun, once: who comes back a second time began nothing. */
  readonly take: (token: string) => Promise<Checks | undefined>
  /** Somebody proved who they are, and is nobody here yet. @returns another token */
  readonly await: (issuer: string, subject: string) => Promise<string>
  readonly awaiting: (token: string) => Promise<{ readonly issuer: string; readonly subject: string } | undefined>
  readonly end: (token: string) => Promise<void>
}

/** Minutes that a sign-in may take, codes included. */
export const longestMinutes = 15

export const openUnderWay = (database: StateDatabase, clock: Clock): UnderWay => {
  const oldest = (): IsoInstant => Temporal.Instant.from(clock()).subtract({ minutes: longestMinutes }).toString({ fractionalSecondDigits: 3 })
  const add = async (row: Omit<SignInRow, 'token_hash' | 'begun_at'>): Promise<string> => {
    const token = randomBytes(32).toString('base64url')
    await database.deleteFrom('sign_in').where('begun_at', '<', oldest()).execute()
    await database.insertInto('sign_in').values({ ...row, token_hash: hash(token), begun_at: clock() }).execute()
    return token
  }
  return {
    begin: async ({ issuer, state, nonce, verifier, again }) => {
      const token = await add({ issuer, state, nonce, verifier, subject: null })
      if (again !== undefined) await database.insertInto('sign_in_again').values({ token_hash: hash(token), session: again }).execute()
      return token
    },
    take: async (token) => {
      const again = (await database.selectFrom('sign_in_again').select('session').where('token_hash', '=', hash(token)).executeTakeFirst())?.session
      const row = await database.deleteFrom('sign_in').where('token_hash', '=', hash(token)).where('state', 'is not', null).returningAll().executeTakeFirst()
      if (row === undefined || row.begun_at < oldest() || row.state === null || row.nonce === null || row.verifier === null) return undefined
      return { issuer: row.issuer, state: row.state, nonce: row.nonce, verifier: row.verifier, ...(again !== undefined && { again }) }
    },
    await: (issuer, subject) => add({ issuer, state: null, nonce: null, verifier: null, subject }),
    awaiting: async (token) => {
      const row = await database.selectFrom('sign_in').selectAll().where('token_hash', '=', hash(token)).executeTakeFirst()
      return row === undefined || row.begun_at < oldest() || row.subject === null ? undefined : { issuer: row.issuer, subject: row.subject }
    },
    end: async (token) => { await database.deleteFrom('sign_in').where('token_hash', '=', hash(token)).execute() },
  }
}

const hash = (token: string): string => createHash('sha256').update(token).digest('base64url')
