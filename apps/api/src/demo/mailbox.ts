/** The mail of the demo region: nothing of it leaves this machine, and all of it can be read on a page. */
import type { KeyObject } from 'node:crypto'
import { personas } from '@samenspel/demo-region'
import type { Id, IsoInstant, PersonId } from '@samenspel/kernel'
import { codeOf } from '../messages/codes.ts'
import { writeLetter, type Letter, type Sender } from '../messages/letter.ts'
import type { MessageRow } from '../messages/mail-tables.ts'
import type { Outbox } from '../messages/outbox.ts'
import type { PreferenceStore } from '../messages/preferences.ts'

export type Mail = Letter & {
  readonly language: 'nl' | 'en'
  /** How the demo calls who gets it. */
  readonly name: string
  /** By the clock of its reader. */
  readonly at: Temporal.ZonedDateTime
  readonly isWaiting: boolean
}

export type Mailbox = {
  /** Newest first. */
  readonly mails: () => Promise<readonly Mail[]>
  readonly mail: (id: Id) => Promise<Mail | undefined>
}

export type MailboxParts = { readonly outbox: Outbox; readonly preferences: PreferenceStore; readonly codeKey: KeyObject; readonly sender: Sender }

const most = 200

export const openMailbox = ({ outbox, preferences, codeKey, sender }: MailboxParts): Mailbox => {
  const mailOf = async (row: MessageRow): Promise<readonly Mail[]> => {
    const { person, role, kind, zone, state, due, changed_at } = row
    const chosen = (await preferences.find(person))?.preferences
    const unconfirmed = chosen?.unconfirmed?.nonce === row.id ? chosen.unconfirmed : undefined
    const to = kind === 'confirm' ? unconfirmed?.address : chosen?.address
    if (chosen === undefined || to === undefined) return []
    const { language } = chosen
    const letter = writeLetter({ id: row.letter ?? row.id, kind, role, language, to, ...(unconfirmed !== undefined && { code: codeOf(codeKey, person, unconfirmed) }) }, sender)
    const isWaiting = state === 'waiting'
    return [{ ...letter, language, name: personas.find((one) => one.person === person)?.name ?? to, at: momentIn(isWaiting ? due : changed_at, zone), isWaiting }]
  }
  const mails = async (): Promise<readonly Mail[]> => {
    const rows = (await outbox.newest(most)).filter(({ state, kind }) => state === 'sent' || (state === 'waiting' && kind !== 'reminder'))
    // What waits for one person and goes together is one mail; so is what went together.
    const groups = Map.groupBy(rows, ({ id, state, person, letter }) => state === 'waiting' ? person : letter ?? id)
    return (await Promise.all([...groups.values()].flatMap(([first]) => first === undefined ? [] : mailOf(first)))).flat()
  }
  return { mails, mail: async (id) => (await mails()).find((mail) => mail.id === id) }
}

const momentIn = (at: IsoInstant, zone: MessageRow['zone']): Temporal.ZonedDateTime => Temporal.Instant.from(at).toZonedDateTimeISO(zone)

/** Everybody of the region gets mail at an address that doesn't exist (RFC 2606). */
export const giveAddresses = async (preferences: PreferenceStore): Promise<void> => {
  for (const { id, person, role, organisation } of personas) {
    await giveAddress(preferences, person, `${id}@druivendal.example`)
    if (role === 'privacyOfficer' && organisation !== undefined) await preferences.keepOffice({ person, organisation: organisation.id })
  }
}

const giveAddress = (preferences: PreferenceStore, person: PersonId, address: string) =>
  preferences.change(person, 'nl', (before) => before.address === undefined ? { ...before, address } : before)
