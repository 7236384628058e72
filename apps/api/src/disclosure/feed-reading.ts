/** The private calendar feed of one person: what opens to them of their appointments, with nothing but when and where. */
import { createHash, createHmac, type KeyObject } from 'node:crypto'
import { isId, type FamilyId, type Id } from '@samenspel/kernel'
import { viewText } from '@samenspel/intl/views'
import { feedOf, type FeedEntry } from '../calendar-feed/feed.ts'
import { Refused } from '../graphql/refused.ts'
import type { FeedOwners } from '../read-models/calendar-feeds.ts'
import type { Session } from '../sessions/sessions.ts'
import { ownId } from '../ids/own-id.ts'
import { look, logReading, type DisclosingParts, type Looked } from './disclosing.ts'
import { writeLines } from './log-lines.ts'
import { peaceOf } from './peace.ts'
import { askingOf } from './viewer.ts'
import { overloadSignalsView } from './views/overload.ts'
import { isAppointment, isPlaced, partsOf, placed } from './views/appointments.ts'
import { elsewhereOf } from './views/elsewhere.ts'

export type CalendarFeeds = {
  /** A new secret address, which ends the former one; the same command gives the same address. */
  readonly open: (session: Session, commandId: Id) => Promise<{ readonly url: string }>
  readonly close: (session: Session, commandId: Id) => Promise<void>
  /** @returns the feed, or nothing for a token that opens nothing (any more). */
  readonly read: (token: string) => Promise<string | undefined>
}

/** @param secret tokens are made with it, so that only this installation can make the one of a command. */
export const openCalendarFeeds = (parts: DisclosingParts, ownerOf: FeedOwners, secret: KeyObject): CalendarFeeds => {
  const ownFamily = async (session: Session): Promise<FamilyId> => {
    const [family] = session.role === 'familyMember' ? await parts.participations.familiesOf(session) : []
    if (family === undefined) throw new Refused('not-of-the-family')
    return family
  }
  const ask = async (session: Session, commandId: Id, tokenHash: string | undefined): Promise<void> => {
    if (!isId(commandId)) throw new Refused('request-invalid')
    const family = await ownFamily(session)
    const looked = await look(parts, await askingOf(session, parts.files), family, tokenHash === undefined ? 'closeCalendarFeed' : 'openCalendarFeed')
    if (looked === undefined) throw new Refused('not-of-the-family')
    const { occasion } = looked
    const shared = { by: occasion.asking.actor, at: occasion.now, person: session.person }
    const { refusal, position } = await parts.files.agendas.handle(
      family, tokenHash === undefined ? { type: 'CloseCalendarFeed', ...shared } : { type: 'OpenCalendarFeed', ...shared, tokenHash }, ownId(session.person, commandId, 'feed'))
    if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
    await parts.sessions.wrote(session, position)
    await parts.log.write(family, writeLines(occasion, [{ subject: { kind: 'adult', person: session.person }, category: 'planning' }]))
  }

  return {
    open: async (session, commandId) => {
      const token = createHmac('sha256', secret).update(`${session.person} ${commandId}`).digest('base64url')
      await ask(session, commandId, hashOf(token))
      return { url: `/calendar/${token}.ics` }
    },
    close: (session, commandId) => ask(session, commandId, undefined),
    read: async (token) => {
      const tokenHash = hashOf(token)
      const owner = await ownerOf(tokenHash)
      if (owner === undefined) return undefined
      const session: Session = { person: owner.person, role: 'familyMember', app: 'parent', language: 'nl', key: '', secondFactor: true }
      const looked = await look(parts, await askingOf(session, parts.files), owner.family, 'calendarFeed')
      // The agenda itself says whether the address still holds; the index only told where to look.
      if (looked?.occasion.record.agenda.feeds.get(owner.person)?.tokenHash !== tokenHash) return undefined
      await logReading(parts, looked, new Set(['appointments']), 'calendar')
      return feedFor(looked)
    },
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Reminders rest for whom it is too much: another's signal is their own, and changes nothing here. After a loss, and while it rests, they rest for the whole family. */
const feedFor = ({ reader, occasion: { record, now } }: Looked): string => {
  const { zone, directory, language } = reader
  const entries = partsOf(reader).filter((part) => isAppointment(part) && part.attendees.includes(reader.person)).filter(isPlaced).map(placed)
    .map((part): FeedEntry => {
      const { modality, course } = part
      const address = modality.kind === 'onsite' ? directory.place(modality.place)?.address : undefined
      return {
        appointmentId: part.appointmentId, date: part.date, start: part.start, end: part.end, zone, isCancelled: course.kind === 'cancelled' || course.kind === 'replaced',
        changedAt: course.kind === 'cancelled' || course.kind === 'replaced' ? course.at : part.at, ...(address !== undefined && { address }),
      }
    })
  // A written place may name a therapist or an illness; the calendar of a phone is open to whoever holds it.
  const elsewhere = elsewhereOf(reader).filter(({ attendees }) => attendees.includes(reader.person)).flatMap(({ when, ...one }): readonly FeedEntry[] => {
    if (when === undefined) return []
    const address = when.place.kind === 'known' ? directory.place(when.place.place)?.address : undefined
    return [{ appointmentId: one.appointmentId, date: one.date, start: when.start, end: when.end, zone, isCancelled: one.isRemoved, changedAt: one.changedAt, ...(address !== undefined && { address }) }]
  })
  return feedOf([...entries, ...elsewhere], { title: viewText(language)('feed.title'), language, remindersPaused: peaceOf(record, now) !== undefined || overloadSignalsView(reader).some(({ remindersPaused }) => remindersPaused) })
}
