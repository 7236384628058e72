import { createHmac, type KeyObject } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import { millisecondsOf, type Clock, type IsoInstant } from '@samenspel/kernel'
import { sql } from 'kysely'
import type { StateDatabase } from '../sessions/state-database.ts'

/** What is allowed how often: so many in so many minutes, for one person, session or address. */
export type Allowance = {
  readonly most: number
  readonly minutes: number
  /** Of what is counted finely and taken often: so much is taken at a time, and used up in this process. */
  readonly atOnce?: number
}

/** Security 3.4. People behind one address may be a whole hospital, so an address has more than a person. */
export const allowances = {
  /** Beginning to sign in, by address. */
  signIn: { most: 300, minutes: 15 },
  /** Coming back from a sign-in server, by who that server says it is. */
  signedIn: { most: 10, minutes: 15 },
  /** Trying a code, by who tries. */
  code: { most: 10, minutes: 15 },
  /** Trying codes, by address. */
  codes: { most: 60, minutes: 15 },
  /** Trying PINs, by tablet. */
  pin: { most: 60, minutes: 15 },
  /** Referring and asking at the front door without an account, by address. */
  refer: { most: 40, minutes: 60 },
  /** Asking what became of it, by address. */
  receipt: { most: 120, minutes: 15 },
  /** What operations cost together, by session: about a hundred of the largest pages. */
  operations: { most: 3_000_000, minutes: 1, atOnce: 100_000 },
} as const satisfies Readonly<Record<string, Allowance>>
export type AllowanceName = keyof typeof allowances

export type Allowances = {
  /**
   * Takes some of what is allowed. Processes that share their tables count together; what one of them has taken at once and not used up yet, none of the
   * others can use.
   * @param who a person, a session or an address; nobody reads from the database which
   * @returns whether it was still allowed
   */
  readonly take: (name: AllowanceName, who: string, amount?: number) => Promise<boolean>
}

/** @param hiding the key that hides who it is about */
export const openAllowances = (database: StateDatabase, hiding: KeyObject, clock: Clock, allowed: Readonly<Record<AllowanceName, Allowance>> = allowances): Allowances => {
  /** What was taken at once, of the present period. */
  const held = new Map<AllowanceName, { readonly period: number; readonly byWho: Map<string, Held> }>()
  const heldBy = (name: AllowanceName, who: string, period: number): Held => {
    const known = held.get(name)
    const byWho = known?.period === period ? known.byWho : new Map<string, Held>()
    if (known?.byWho !== byWho) held.set(name, { period, byWho })
    const own = byWho.get(who) ?? { left: 0 }
    byWho.set(who, own)
    return own
  }

  /** @returns how much was taken by then, with this */
  const count = async (name: AllowanceName, who: string, amount: number, period: number, now: IsoInstant): Promise<number> => {
    const ends = Temporal.Instant.fromEpochMilliseconds((period + 1) * allowed[name].minutes * 60_000).toString({ fractionalSecondDigits: 3 })
    const key = `${name} ${createHmac('sha256', hiding).update(who).digest('base64url')}`
    // A new period begins at nothing. Counting and looking are one statement: who asks at once is counted one after the other.
    const { taken } = await database.insertInto('allowance').values({ key, period: String(period), taken: amount, ends_at: ends })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({
        taken: sql<number>`case when allowance.period = excluded.period then allowance.taken + excluded.taken else excluded.taken end`,
        period: sql<string>`excluded.period`, ends_at: sql<string>`excluded.ends_at`,
      })).returning('taken').executeTakeFirstOrThrow()
    // The first of a period sweeps out what is over.
    if (taken === amount) await database.deleteFrom('allowance').where('ends_at', '<', now).execute()
    return taken
  }

  return {
    take: async (name, who, amount = 1) => {
      const { most, minutes, atOnce } = allowed[name]
      const now = clock()
      const period = Math.floor(millisecondsOf(now) / (minutes * 60_000))
      if (atOnce === undefined) return await count(name, who, amount, period, now) <= most
      const own = heldBy(name, who, period)
      const takeMore = async (): Promise<void> => {
        const asked = Math.max(amount, atOnce)
        const before = await count(name, who, asked, period, now) - asked
        // The last that is allowed may be less than was asked for.
        own.left += Math.min(asked, Math.max(0, most - before))
      }
      // Who asks at the same time waits for what is being taken already.
      while (own.left < amount && own.taking !== undefined) await own.taking
      if (own.left < amount) await (own.taking = takeMore().finally(() => { delete own.taking }))
      if (own.left < amount) return false
      own.left -= amount
      return true
    },
  }
}

/** So much is left of what was taken at once; and more, while it is being taken. */
type Held = { left: number; taking?: Promise<void> }

/**
 * Where a request comes from. A proxy on this machine or in this network says it in the last word of `X-Forwarded-For`; anybody
 * else who says so is not believed. Of an IPv6 address the network counts: one household has many addresses.
 */
export const addressOf = ({ socket, headers }: IncomingMessage): string => {
  const near = (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const said = [headers['x-forwarded-for'] ?? ''].flat().join(',').split(',').at(-1)?.trim() ?? ''
  const address = said !== '' && /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/.test(near) ? said : near
  return isIPv6(address) ? address.split(':').slice(0, 4).join(':') : address
}
