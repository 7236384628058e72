import { sql, type Kysely } from 'kysely'
import { backOff, errorCode, pause } from './back-off.ts'
import type { Bookkeeping } from './bookkeeping.ts'
import type { DatabaseUnavailable } from './database-unavailable.ts'
import type { Report } from './trouble.ts'
import { inTurn } from './turn.ts'
import { notNull, primaryKey } from './columns.ts'

/** Called first in each transaction of a follower. @throws NotLeading once another process follows instead of this one: then nothing of the transaction stands. */
export type Fence = (transaction: Kysely<Bookkeeping>) => Promise<void>

/** The time in which this process, and no other, follows the log into tables and acts by itself. */
export type Term = {
  /** Aborts when the term is over. */
  readonly signal: AbortSignal
  /** Absent where there is only one process. */
  readonly fence?: Fence
}

/** Begins what only one process may do. It has begun when it resolves; `done` settles after the term's signal, once nothing of it runs any more. */
export type Lead = (term: Term) => Promise<{ readonly done: Promise<unknown> }>

export type Leading = {
  /** Whether this process leads now. */
  readonly leads: () => boolean
  /** Whether this process can't lead, nor wait for its turn. */
  readonly isHeldUp: () => boolean
  /** Settles once it is known whether this process leads: it does, another one does, or it tried in vain. */
  readonly begun: Promise<unknown>
  /** Settles after the signal, when nothing runs any more. */
  readonly done: Promise<unknown>
}

/** Another process leads now. */
export class NotLeading extends Error {
  readonly code = 'not-leading'
  constructor() {
    super('another process leads')
    this.name = 'NotLeading'
  }
}

/** For a store that only one process works with: it leads from the start to the end. */
export const leadAlone = async (lead: Lead, signal: AbortSignal): Promise<Leading> => {
  const { done } = await lead({ signal })
  return { leads: () => true, isHeldUp: () => false, begun: Promise.resolve(), done }
}

export type LeadInTurnsParts = {
  readonly url: string
  /** Where `prepareLeadership` made its table. */
  readonly schema: string
  readonly signal: AbortSignal
  readonly report: Report
}

const unreached: DatabaseUnavailable['code'] = 'database-unavailable'

/**
 * Of all processes on one database, one leads; when it ends, stands still or loses its connection, another takes over within
 * seconds. Each term has a number. A transaction of a term holds on to its number, and a new term begins by changing it: whatever the
 * leader before began either stands before that, and is seen, or never does.
 */
export const leadInTurns = (lead: Lead, { url, schema, signal, report }: LeadInTurnsParts): Leading => {
  let isLeading = false
  let failing: string | undefined
  /** What the operator was told last, and not since that nothing is wrong any more. */
  let told: string | undefined
  const { promise: begun, resolve: hasBegun } = Promise.withResolvers<void>()
  const onReached = () => {
    // Whoever reaches the server may still fail to lead, again and again.
    if (failing === unreached) told = undefined
    failing = undefined
  }
  const oneTerm = () => inTurn({ url, name: `leader of ${schema}`, signal, onReached, onWaiting: hasBegun }, async turn => {
    const { rows: [row] } = await turn.client.query<{ number: number }>(`insert into ${schema}.term (one, number) values (1, 1) on conflict (one) do update set number = term.number + 1 returning number`)
    const deposed = new AbortController()
    const fence: Fence = async transaction => {
      // What is derived from the log need not wait for the disk: after a crash of the server it is derived again.
      const { rows } = await sql`select set_config('synchronous_commit', 'off', true) from term where number = ${row!.number} for share`.execute(transaction)
      if (rows.length > 0) return
      deposed.abort()
      throw new NotLeading()
    }
    const ending = AbortSignal.any([turn.signal, deposed.signal])
    isLeading = true
    try {
      const { done } = await lead({ signal: ending, fence })
      told = undefined
      hasBegun()
      await done
    } finally {
      isLeading = false
      deposed.abort()
    }
  })
  const run = async () => {
    let failures = 0
    while (!signal.aborted) {
      try {
        await oneTerm()
        failures = 0
      } catch (error) {
        hasBegun()
        if (signal.aborted) return
        // Once may only mean that this process was busy itself, as at its start, and looked too late at an answer that was there.
        if (++failures > 1) {
          const code = errorCode(error)
          if (told !== code) report({ follower: 'leading', what: 'held-up', code })
          failing = told = code
        }
        await pause(backOff(failures), signal)
      }
    }
  }
  return { leads: () => isLeading, isHeldUp: () => failing !== undefined, begun, done: run().finally(hasBegun) }
}

export const prepareLeadership = async (database: Kysely<Bookkeeping>): Promise<void> => {
  await database.schema.createTable('term').ifNotExists()
    .addColumn('one', 'integer', primaryKey).addColumn('number', 'integer', notNull).execute()
}
