/** Sends what is due: asks the gate again, keeps to quiet hours, and lets no mail leave twice. */
import type { KeyObject } from 'node:crypto'
import { newId, writeInstant, type Clock, type IsoInstant, type PersonId } from '@samenspel/kernel'
import type { Telling } from '../disclosure/telling.ts'
import { codeOf } from './codes.ts'
import { composeLetter, writeLetter, type Sender } from './letter.ts'
import type { Outbox, Waiting } from './outbox.ts'
import type { Preferences, PreferenceStore } from './preferences.ts'
import { quietEnd, reminderAt } from './quiet-hours.ts'
import type { MessageKind } from './reasons.ts'
import type { Transport } from './transport.ts'

export type PostParts = {
  readonly outbox: Outbox
  readonly preferences: PreferenceStore
  readonly telling: Telling
  readonly transport: Transport
  readonly sender: Sender
  readonly codeKey: KeyObject
  readonly clock: Clock
}

/** What a round came to. */
export type Round = {
  /** A word for why no mail can leave now; nothing when it can, or when there was none. */
  readonly trouble?: string
  /** Whether at least one mail was taken by the server. */
  readonly sent: boolean
}

export type Post = { readonly sendDue: (signal: AbortSignal) => Promise<Round> }

/** Hours between two mails with news to somebody who hasn't looked since the first: it still says what the second would. */
const newsEveryHours = 24
/** Hours until it is asked again whether somebody may be reminded. */
const askAgainHours = 1
/** Minutes before the second attempt; twice as long each time, at most an hour. */
const firstRetryMinutes = 1

export const openPost = ({ outbox, preferences, telling, transport, sender, codeKey, clock }: PostParts): Post => {
  /** What of the reasons of one person is worth a mail now, as mails: reasons of one sort make one. */
  const lettersFor = async (person: PersonId, reasons: readonly Waiting[], now: IsoInstant): Promise<readonly { readonly to: string; readonly reasons: readonly Waiting[]; readonly code?: string; readonly preferences: Preferences }[]> => {
    const found = await preferences.find(person)
    const drop = (some: readonly Waiting[], code: string) => outbox.drop(some.map(({ id }) => id), code, now)
    const postpone = (some: readonly Waiting[], due: IsoInstant) => outbox.postpone(some.map(({ id }) => id), due)
    if (found === undefined) { await drop(reasons, 'no-address'); return [] }
    const { preferences: chosen, seenAt } = found
    const { address, channel, unconfirmed } = chosen

    const toConfirm = reasons.filter(({ kind, id }) => kind === 'confirm' && unconfirmed?.nonce === id)
    await drop(reasons.filter(({ kind, id }) => kind === 'confirm' && unconfirmed?.nonce !== id), 'asked-anew')
    const confirming = unconfirmed === undefined || toConfirm.length === 0 ? [] : [{ to: unconfirmed.address, reasons: toConfirm, code: codeOf(codeKey, person, unconfirmed), preferences: chosen }]

    const others = reasons.filter(({ kind }) => kind !== 'confirm')
    if (address === undefined || channel === 'none') { await drop(others, address === undefined ? 'no-address' : 'no-mail-wanted'); return confirming }
    const ready: Waiting[] = []
    for (const reason of others) {
      const told = await telling(reason)
      if (told === undefined) { await drop([reason], 'nothing-to-tell'); continue }
      const { startsAt } = told
      if (startsAt !== undefined && startsAt <= now) { await drop([reason], 'too-late'); continue }
      const remindAt = startsAt === undefined ? undefined : reminderAt(startsAt, chosen.reminderHours, reason.zone, chosen.quiet)
      if (remindAt !== undefined && remindAt > now) { await postpone([reason], remindAt); continue }
      if (told.isSilent) { await postpone([reason], later(now, askAgainHours * 60)); continue }
      const quietUntil = quietEnd(now, reason.zone, chosen.quiet)
      if (quietUntil !== undefined) { await postpone([reason], quietUntil); continue }
      ready.push(reason)
    }
    const news = ready.filter(({ kind }) => sortOf(kind) === 'news')
    // What was noted for a later day was not to be seen before.
    const seen = news.filter(({ createdAt, kind }) => kind !== 'planning' && seenAt !== undefined && seenAt > createdAt)
    await drop(seen, 'seen')
    const unseen = news.filter((reason) => !seen.includes(reason))
    const next = unseen.length === 0 ? undefined : await nextNewsAt(person, seenAt)
    if (next !== undefined && next > now) await postpone(unseen, next)
    const sorts = [next !== undefined && next > now ? [] : unseen, ready.filter(({ kind }) => kind === 'reminder'), ready.filter(({ kind }) => kind === 'urgent')]
    return [...confirming, ...sorts.filter((some) => some.length > 0).map((some) => ({ to: address, reasons: some, preferences: chosen }))]
  }

  const nextNewsAt = async (person: PersonId, seenAt: IsoInstant | undefined): Promise<IsoInstant | undefined> => {
    const last = await outbox.lastNews(person)
    return last === undefined || (seenAt !== undefined && seenAt > last) ? undefined : later(last, newsEveryHours * 60)
  }

  return {
    sendDue: async (signal) => {
      const people = Map.groupBy(await outbox.due(clock()), ({ person }) => person)
      let sent = false
      for (const [person, reasons] of people) {
        for (const letter of await lettersFor(person, reasons, clock())) {
          if (signal.aborted) return { sent }
          const [first] = letter.reasons
          const claimed = await outbox.claim(letter.reasons, newId(), clock())
          if (first === undefined || claimed === undefined) continue
          const { language } = letter.preferences
          const written = writeLetter({ id: claimed.letter, kind: first.kind, role: first.role, language, to: letter.to, ...(letter.code !== undefined && { code: letter.code }) }, sender)
          const bytes = await composeLetter(written, language, sender, new Date(clock()))
          const outcome = await transport.deliver({ from: sender.from, to: letter.to, bytes, handOver: () => outbox.handOver(claimed, clock()) })
          const now = clock()
          switch (outcome.kind) {
            case 'sent':
              sent = true
              await outbox.finish(claimed, 'sent', undefined, now)
              if (letter.preferences.lastRefused) await preferences.change(person, language, (before) => ({ ...before, lastRefused: false }))
              break
            case 'refused':
              await outbox.finish(claimed, 'refused', outcome.code, now)
              await preferences.change(person, language, (before) => ({ ...before, lastRefused: true }))
              break
            case 'uncertain':
              await outbox.finish(claimed, 'uncertain', outcome.code, now)
              // A server that takes mails and says nothing would leave more of them like this one.
              return { trouble: `uncertain letter ${claimed.letter}: ${outcome.code}`, sent }
            case 'not-now':
              await outbox.retry(claimed, outcome.code, later(now, Math.min(60, firstRetryMinutes * 2 ** Math.min(first.attempts, 10))), now)
              // The others wait as they are: no mail would leave now.
              if (outcome.isServer) return { trouble: outcome.code, sent }
              break
            case 'not-ours':
          }
        }
      }
      return { sent }
    },
  }
}

const sortOf = (kind: MessageKind): 'news' | Exclude<MessageKind, 'news' | 'change' | 'work' | 'planning'> => kind === 'change' || kind === 'work' || kind === 'planning' ? 'news' : kind

const later = (at: IsoInstant, minutes: number): IsoInstant => writeInstant(Temporal.Instant.from(at).add({ minutes }))
