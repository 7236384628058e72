/**
 * Where and when somebody wants mail. Sealed under a key of that person, which an erasure destroys with the others: a copy of the
 * table, old or new, then tells nothing.
 */
import type { KeyStore } from '@samenspel/event-codec'
import { subjectKey, type Id, type IsoInstant, type PersonId } from '@samenspel/kernel'
import { seal, unseal } from '../sealing/sealing.ts'
import type { Language } from '../sessions/identity.ts'
import type { StateDatabase } from '../sessions/state-database.ts'
import type { MailPersonRow } from './mail-tables.ts'
import { usualQuietHours, type QuietHours } from './quiet-hours.ts'
import type { MailOffice } from './reasons.ts'

/** An address that waits for its code. The code itself is made from `nonce`, and stands nowhere. */
export type Unconfirmed = { readonly address: string; readonly nonce: string; readonly askedAt: IsoInstant; readonly wrong: number }

export type Preferences = {
  /** Confirmed: its owner typed in what was sent there. */
  readonly address?: string
  readonly unconfirmed?: Unconfirmed
  /** When codes were asked for lately. */
  readonly codesAskedAt: readonly IsoInstant[]
  readonly channel: 'mail' | 'none'
  readonly language: Language
  /** Hours before a visit in which its reminder comes. */
  readonly reminderHours: number
  readonly quiet: QuietHours
  /** The server of the address would not take the last mail. */
  readonly lastRefused: boolean
}

export const usualPreferences = (language: Language): Preferences =>
  ({ codesAskedAt: [], channel: 'mail', language, reminderHours: 24, quiet: usualQuietHours, lastRefused: false })

export type MailPerson = { readonly preferences: Preferences; readonly seenAt?: IsoInstant }

export type PreferenceStore = {
  /** @returns nothing for who never chose anything, or was erased. */
  readonly find: (person: PersonId) => Promise<MailPerson | undefined>
  /** Changes what somebody chose; from the usual when nothing was chosen yet. Two changes at once don't lose each other. */
  readonly change: (person: PersonId, language: Language, how: (before: Preferences) => Preferences) => Promise<Preferences>
  /** @param sealedWith without them, whatever it is sealed with */
  readonly drop: (person: PersonId, sealedWith?: readonly Id[]) => Promise<void>
  /** Every office that ever asked for mail. */
  readonly offices: () => Promise<readonly MailOffice[]>
  readonly keepOffice: (office: MailOffice) => Promise<void>
}

/** One person's keys for what is kept beside the events: this scope and no other. */
export const keyScopeOf = (person: PersonId): string => `person-${person}`

export const openPreferences = (database: StateDatabase, keys: KeyStore): PreferenceStore => {
  const rowOf = (person: PersonId): Promise<MailPersonRow | undefined> => database.selectFrom('mail_person').selectAll().where('person', '=', person).executeTakeFirst()
  const opened = async (row: MailPersonRow): Promise<Preferences | undefined> => {
    const key = await keys.find(row.key_id)
    const text = key === undefined ? undefined : unseal(key, placeOf(row.person), row.sealed)
    return text === undefined ? undefined : JSON.parse(text) as Preferences
  }
  const sealedOf = async (person: PersonId, preferences: Preferences): Promise<Pick<MailPersonRow, 'key_id' | 'sealed'>> => {
    const [kept] = await keys.keysFor([{ scope: keyScopeOf(person), subject: subjectKey({ kind: 'adult', person }), controller: 'case', retentionClass: 'messages' }])
    if (kept === undefined) throw new Error('no key for the preferences of a person')
    return { key_id: kept.id, sealed: seal(kept.key, placeOf(person), JSON.stringify(preferences)) }
  }
  return {
    find: async (person) => {
      const row = await rowOf(person)
      const preferences = row === undefined ? undefined : await opened(row)
      return row === undefined || preferences === undefined ? undefined : { preferences, ...(row.seen_at !== null && { seenAt: row.seen_at }) }
    },
    change: async (person, language, how) => {
      for (;;) {
        const row = await rowOf(person)
        const before = row === undefined ? undefined : await opened(row)
        const after = how(before ?? usualPreferences(language))
        const values = await sealedOf(person, after)
        const { numInsertedOrUpdatedRows: inserted = 0n } = row !== undefined ? {} : await database.insertInto('mail_person').values({ person, ...values, seen_at: null }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
        const { numUpdatedRows: updated } = row === undefined ? { numUpdatedRows: 0n } : await database.updateTable('mail_person').set(values).where('person', '=', person).where('sealed', '=', row.sealed).executeTakeFirst()
        if (inserted + updated > 0n) return after
      }
    },
    drop: async (person, sealedWith) => {
      if (sealedWith?.length === 0) return
      await database.deleteFrom('mail_person').where('person', '=', person).$if(sealedWith !== undefined, (some) => some.where('key_id', 'in', sealedWith!)).execute()
    },
    offices: () => database.selectFrom('mail_office').selectAll().orderBy('person').execute(),
    keepOffice: async ({ person, organisation }) => {
      await database.insertInto('mail_office').values({ person, organisation }).onConflict((conflict) => conflict.column('person').doUpdateSet({ organisation })).execute()
    },
  }
}

/** What is sealed opens only for the person it is of. */
const placeOf = (person: PersonId): string => JSON.stringify(['mail', person])
