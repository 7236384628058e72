/** What somebody chooses about their own mail. Nobody else sees it, and it is about no family. */
import type { KeyObject } from 'node:crypto'
import { isTime, newId, writeInstant, type Clock, type IsoInstant, type LocalTime } from '@samenspel/kernel'
import { Refused } from '../graphql/refused.ts'
import type { Language } from '../sessions/identity.ts'
import type { Session } from '../sessions/sessions.ts'
import { readAddress } from './address.ts'
import { codeOf, isCode } from './codes.ts'
import type { Outbox } from './outbox.ts'
import { usualPreferences, type Preferences, type PreferenceStore } from './preferences.ts'

export type OwnMessages = {
  /** @returns nothing where no mail is sent */
  readonly read: (session: Session) => Promise<Preferences | undefined>
  /** A code goes to the address; until it is typed in, mail goes where it went. @throws Refused */
  readonly askAddress: (session: Session, typed: string) => Promise<Preferences>
  /** @throws Refused `mail-code-wrong`, `mail-code-ended` */
  readonly confirmAddress: (session: Session, code: string) => Promise<Preferences>
  /** Forgets the address, and one that waits for its code. */
  readonly removeAddress: (session: Session) => Promise<Preferences>
  /** @throws Refused `mail-hours-impossible`, `quiet-hours-impossible` */
  readonly choose: (session: Session, choice: Choice) => Promise<Preferences>
  /** Mail is in the language in which somebody reads. */
  readonly chooseLanguage: (session: Session, language: Language) => Promise<void>
}

export type Choice = { readonly channel: 'mail' | 'none'; readonly reminderHours: number; readonly quietFrom: LocalTime; readonly quietUntil: LocalTime }

const codeHours = 24
const mostWrong = 5
/** Codes that somebody may ask for in a day: an address may be somebody else's. */
const mostCodes = 5
const longestLead = 7 * 24

export type OwnMessagesParts = {
  readonly preferences: PreferenceStore
  readonly outbox: Outbox
  readonly codeKey: KeyObject
  readonly clock: Clock
  readonly isSending: boolean
  /** There is something to send. */
  readonly wake: () => void
}

export const openOwnMessages = ({ preferences, outbox, codeKey, clock, isSending, wake }: OwnMessagesParts): OwnMessages => {
  const change = (session: Session, how: (before: Preferences) => Preferences): Promise<Preferences> => {
    if (!isSending) throw new Refused('mail-not-here')
    return preferences.change(session.person, session.language, how)
  }
  return {
    read: async (session) => isSending ? (await preferences.find(session.person))?.preferences ?? usualPreferences(session.language) : undefined,
    askAddress: async (session, typed) => {
      const now = clock()
      const nonce = newId()
      const changed = await change(session, (before) => {
        const address = readAddress(typed)
        if (address === undefined) throw new Refused('mail-address-invalid')
        const codesAskedAt = before.codesAskedAt.filter((at) => at > hoursBefore(now, 24))
        if (codesAskedAt.length >= mostCodes) throw new Refused('mail-too-many-codes')
        return { ...before, language: session.language, codesAskedAt: [...codesAskedAt, now], unconfirmed: { address, nonce, askedAt: now, wrong: 0 } }
      })
      if (session.role === 'privacyOfficer' && session.organisation !== undefined) await preferences.keepOffice({ person: session.person, organisation: session.organisation })
      await outbox.note({
        id: nonce, kind: 'confirm', person: session.person, role: session.role, about: { kind: 'address', id: nonce }, zone: 'Europe/Amsterdam',
      }, now, now)
      wake()
      return changed
    },
    confirmAddress: async (session, code) => {
      const now = clock()
      let right = false
      const changed = await change(session, (before) => {
        const { unconfirmed, ...rest } = before
        if (unconfirmed === undefined || unconfirmed.askedAt < hoursBefore(now, codeHours) || unconfirmed.wrong >= mostWrong) throw new Refused('mail-code-ended')
        right = isCode(code, codeOf(codeKey, session.person, unconfirmed))
        return right ? { ...rest, address: unconfirmed.address, channel: 'mail', lastRefused: false } : { ...before, unconfirmed: { ...unconfirmed, wrong: unconfirmed.wrong + 1 } }
      })
      if (!right) throw new Refused('mail-code-wrong')
      return changed
    },
    removeAddress: (session) => change(session, ({ codesAskedAt, channel, language, reminderHours, quiet }) => ({ codesAskedAt, channel, language, reminderHours, quiet, lastRefused: false })),
    choose: async (session, { channel, reminderHours, quietFrom, quietUntil }) => {
      if (!Number.isInteger(reminderHours) || reminderHours < 1 || reminderHours > longestLead) throw new Refused('mail-hours-impossible')
      if (!isTime(quietFrom) || !isTime(quietUntil)) throw new Refused('quiet-hours-impossible')
      const changed = await change(session, (before) => ({ ...before, channel, reminderHours, quiet: { from: quietFrom, until: quietUntil } }))
      // When each of them comes, the sender reckons anew.
      await outbox.postpone((await outbox.reminders(session.person)).map(({ id }) => id), clock())
      wake()
      return changed
    },
    chooseLanguage: async (session, language) => {
      if (isSending && await preferences.find(session.person) !== undefined) await change(session, (before) => ({ ...before, language }))
    },
  }
}

const hoursBefore = (at: IsoInstant, hours: number): IsoInstant => writeInstant(Temporal.Instant.from(at).subtract({ hours }))
