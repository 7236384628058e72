/**
 * Which mail is on its way, and what became of it: one row for each reason to write to somebody, in ids and moments. No address and no
 * text stands here: both are made when a mail leaves. One mail (a letter) may be for several reasons.
 *
 * `waiting` → `claimed` (one sender has taken it; nothing was given to a mail server) → `sending` (its text may have been) → `sent`.
 * Whatever stops a sender: what was `claimed` waits again, and what was `sending` is `uncertain`, and never sent again by itself.
 */
import type { FamilyId, Id, IsoInstant, PersonId, Zone } from '@samenspel/kernel'
import type { StateDatabase } from '../sessions/state-database.ts'
import type { MessageRow, MessageState } from './mail-tables.ts'
import type { About, MessageKind, Reason } from './reasons.ts'

/** A reason that waits to be written about. */
export type Waiting = Reason & { readonly family?: FamilyId; readonly zone: Zone; readonly createdAt: IsoInstant; readonly attempts: number; readonly letter?: Id }

/** One mail: its name, for whom, and the reasons for it. */
export type Claimed = { readonly claim: string; readonly letter: Id; readonly reasons: readonly Waiting[] }

export type Outbox = {
  /** Notes a reason, once: the same again changes nothing, whatever became of it. */
  readonly note: (reason: Reason & { readonly family?: FamilyId; readonly zone: Zone }, at: IsoInstant, due: IsoInstant) => Promise<void>
  /** All that is due, oldest first; not more than some hundreds at once. */
  readonly due: (now: IsoInstant) => Promise<readonly Waiting[]>
  readonly postpone: (ids: readonly Id[], due: IsoInstant) => Promise<void>
  readonly drop: (ids: readonly Id[], code: string, now: IsoInstant) => Promise<void>
  /** Takes reasons for one mail. @returns nothing when another sender has one of them. */
  readonly claim: (reasons: readonly Waiting[], claim: string, now: IsoInstant) => Promise<Claimed | undefined>
  /** From now on its text may be with a mail server. @returns false when it isn't this sender's any more: then nothing may be given away. */
  readonly handOver: (claimed: Claimed, now: IsoInstant) => Promise<boolean>
  readonly finish: (claimed: Claimed, state: 'sent' | 'refused' | 'uncertain', code: string | undefined, now: IsoInstant) => Promise<void>
  /** It was not sent, and is tried again. */
  readonly retry: (claimed: Claimed, code: string, due: IsoInstant, now: IsoInstant) => Promise<void>
  /** After a sender ended in the middle: what it hadn't given away waits again, what it may have given away is uncertain. @returns the letters that are */
  readonly recover: (now: IsoInstant) => Promise<readonly Id[]>
  /** When the last news (anything but a reminder or what is urgent) went to somebody. */
  readonly lastNews: (person: PersonId) => Promise<IsoInstant | undefined>
  readonly reminders: (person: PersonId) => Promise<readonly Waiting[]>
  /** What an operator should know of: mails of which nobody knows whether they arrived, and those that a server would not take. */
  readonly letters: (state: 'uncertain' | 'refused') => Promise<readonly LetterLine[]>
  readonly counts: () => Promise<Readonly<Record<MessageState, number>>>
  /** What became of an uncertain mail: `again` sends it once more under the same name, otherwise it is settled. @returns whether there is such a mail */
  readonly settle: (letter: Id, how: 'again' | 'settled', now: IsoInstant) => Promise<boolean>
  /** The newest, for a page that shows them. */
  readonly newest: (most: number) => Promise<readonly MessageRow[]>
  /** Nothing of somebody is kept. */
  readonly dropPerson: (person: PersonId, until?: IsoInstant) => Promise<void>
  /** What is done with and older than some months. */
  readonly forgetOld: (now: IsoInstant) => Promise<void>
}

export type LetterLine = { readonly letter: Id; readonly kind: MessageKind; readonly at: IsoInstant; readonly code?: string }

const newsKinds: readonly MessageKind[] = ['news', 'change', 'work', 'planning']
/** More than leave in one round. */
const mostDue = 500
/** Longer than any reason is worth a mail, so that a reason found again still finds its row. */
const keptDays = 400

export const openOutbox = (database: StateDatabase): Outbox => {
  const update = (values: Partial<MessageRow>) => database.updateTable('message').set(values)
  const own = ({ claim }: Claimed, ...states: readonly MessageState[]) => ({ claim, states })
  const move = async (values: Partial<MessageRow>, { claim, states }: ReturnType<typeof own>): Promise<number> =>
    Number((await update(values).where('claim', '=', claim).where('state', 'in', states).executeTakeFirst()).numUpdatedRows)

  return {
    note: async ({ id, person, role, kind, about, family, zone }, at, due) => {
      await database.insertInto('message').values({
        id, person, role, kind, about: JSON.stringify(about), family: family ?? null, zone, created_at: at, due, state: 'waiting', claim: null, letter: null, attempts: 0, code: null, changed_at: at,
      }).onConflict((conflict) => conflict.doNothing()).execute()
    },
    due: async (now) => (await database.selectFrom('message').selectAll().where('state', '=', 'waiting').where('due', '<=', now).orderBy('created_at').orderBy('id').limit(mostDue).execute()).map(waitingOf),
    postpone: async (ids, due) => { if (ids.length > 0) await update({ due }).where('id', 'in', ids).where('state', '=', 'waiting').execute() },
    drop: async (ids, code, now) => { if (ids.length > 0) await update({ state: 'dropped', code, changed_at: now }).where('id', 'in', ids).where('state', '=', 'waiting').execute() },
    claim: async (reasons, claim, now) => {
      const [first] = reasons
      if (first === undefined) return undefined
      const claimed: Claimed = { claim, letter: first.letter ?? first.id, reasons }
      const { numUpdatedRows } = await update({ state: 'claimed', claim, letter: claimed.letter, changed_at: now }).where('id', 'in', reasons.map(({ id }) => id)).where('state', '=', 'waiting').executeTakeFirst()
      if (Number(numUpdatedRows) === reasons.length) return claimed
      await move({ state: 'waiting', claim: null, changed_at: now }, own(claimed, 'claimed'))
      return undefined
    },
    handOver: async (claimed, now) => {
      const moved = await move({ state: 'sending', changed_at: now }, own(claimed, 'claimed'))
      return moved > 0 && moved === claimed.reasons.length
    },
    finish: async (claimed, state, code, now) => { await move({ state, code: code ?? null, changed_at: now }, own(claimed, 'claimed', 'sending', 'uncertain')) },
    retry: async (claimed, code, due, now) => {
      await move({ state: 'waiting', claim: null, code, due, attempts: (claimed.reasons[0]?.attempts ?? 0) + 1, changed_at: now }, own(claimed, 'claimed', 'sending', 'uncertain'))
    },
    recover: async (now) => {
      await update({ state: 'waiting', claim: null, changed_at: now }).where('state', '=', 'claimed').execute()
      const rows = await database.selectFrom('message').select('letter').distinct().where('state', '=', 'sending').execute()
      await update({ state: 'uncertain', code: 'stopped-while-sending', changed_at: now }).where('state', '=', 'sending').execute()
      return rows.flatMap(({ letter }) => letter ?? [])
    },
    lastNews: async (person) =>
      (await database.selectFrom('message').select('changed_at').where('person', '=', person).where('state', 'in', ['sent', 'sending', 'uncertain', 'settled']).where('kind', 'in', newsKinds).orderBy('changed_at', 'desc').limit(1).executeTakeFirst())?.changed_at,
    reminders: async (person) => (await database.selectFrom('message').selectAll().where('person', '=', person).where('kind', '=', 'reminder').where('state', '=', 'waiting').execute()).map(waitingOf),
    letters: async (state) => {
      const rows = await database.selectFrom('message').select(['letter', 'kind', 'changed_at', 'code']).where('state', '=', state).orderBy('changed_at').execute()
      return [...new Map(rows.flatMap(({ letter, kind, changed_at, code }) => letter === null ? [] : [[letter, { letter, kind, at: changed_at, ...(code !== null && { code }) }] as const])).values()]
    },
    counts: async () => {
      const rows = await database.selectFrom('message').select(['state', ({ fn }) => fn.countAll().as('count')]).groupBy('state').execute()
      const counted = new Map(rows.map(({ state, count }) => [state, Number(count)]))
      const of = (state: MessageState) => counted.get(state) ?? 0
      return { waiting: of('waiting'), claimed: of('claimed'), sending: of('sending'), sent: of('sent'), refused: of('refused'), uncertain: of('uncertain'), dropped: of('dropped'), settled: of('settled') }
    },
    settle: async (letter, how, now) => {
      const values: Partial<MessageRow> = how === 'again' ? { state: 'waiting', claim: null, due: now, changed_at: now } : { state: 'settled', changed_at: now }
      return (await update(values).where('letter', '=', letter).where('state', '=', 'uncertain').executeTakeFirst()).numUpdatedRows > 0n
    },
    newest: (most) => database.selectFrom('message').selectAll().orderBy('created_at', 'desc').orderBy('id').limit(most).execute(),
    dropPerson: async (person, until) => {
      await database.deleteFrom('message').where('person', '=', person).$if(until !== undefined, (some) => some.where('created_at', '<=', until!)).execute()
    },
    forgetOld: async (now) => {
      const oldest = Temporal.Instant.from(now).subtract({ hours: keptDays * 24 }).toString({ fractionalSecondDigits: 3 })
      await database.deleteFrom('message').where('changed_at', '<', oldest).where('state', 'in', ['sent', 'refused', 'dropped', 'settled']).execute()
    },
  }
}

const waitingOf = ({ id, person, role, kind, family, about, zone, created_at, attempts, letter }: MessageRow): Waiting => ({
  id, person, role, kind, about: JSON.parse(about) as About, zone, createdAt: created_at, attempts, ...(family !== null && { family }), ...(letter !== null && { letter }),
})
