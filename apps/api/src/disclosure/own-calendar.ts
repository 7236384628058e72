/** The calendar of who asks: what they offer, what is held and booked in it, and how it changes. Of families it tells what opens to them at the gate. */
import { importChanges, type CalendarCommand, type FreeTime, type Offer, type OfferSource } from '@samenspel/agenda'
import { createDates } from '@samenspel/intl'
import { viewText } from '@samenspel/intl/views'
import { addDays, dayOf, isDate, isId, momentOf, zoneOf, type Id, type IsoDate, type IsoInstant, type MeetingWay, type PersonId, type Zone } from '@samenspel/kernel'
import { locationsFrom, type NewLocation, type Practitioner } from '@samenspel/register'
import { readFile, type ReadFile } from '../free-time/read-file.ts'
import type { FreeTimeFileInput, OfferInput } from '../graphql/inputs.ts'
import { Refused } from '../graphql/refused.ts'
import type { FreeTimePreview, OffersChanged, OwnCalendar } from '../graphql/types/own-calendar.ts'
import type { Session } from '../sessions/sessions.ts'
import { ownId } from '../ids/own-id.ts'
import type { DisclosingParts } from './disclosing.ts'
import { byTime, takenView } from './taken-times.ts'
import { askingOf } from './viewer.ts'

export type OwnCalendars = {
  /** @param day any day of the week that is asked for */
  readonly week: (session: Session, day: IsoDate | undefined) => Promise<OwnCalendar>
  readonly offer: (session: Session, commandId: Id, input: OfferInput) => Promise<OffersChanged>
  /**
   * @param alsoLater and what was offered together with them on later days
   * @throws Refused `time-in-use` when something is held or booked in one of them
   */
  readonly withdraw: (session: Session, commandId: Id, ids: readonly Id[], alsoLater: boolean) => Promise<OffersChanged>
  /** Takes back a change: what was offered by it is withdrawn, what was withdrawn is offered again. */
  readonly undo: (session: Session, commandId: Id, change: Pick<OffersChanged, 'offered' | 'withdrawn'>) => Promise<OffersChanged>
  readonly preview: (session: Session, file: FreeTimeFileInput) => Promise<FreeTimePreview>
  /** @throws Refused `file-has-wrong-lines` */
  readonly bringIn: (session: Session, commandId: Id, file: FreeTimeFileInput) => Promise<OffersChanged>
  readonly chooseMeetingWay: (session: Session, commandId: Id, way: MeetingWay | undefined) => Promise<void>
}

/** Weeks that one series of offers can have. */
const mostWeeks = 53
const longestLapse = 60

type Owner = { readonly person: PersonId; readonly practitioner: Practitioner; readonly zone: Zone; readonly today: IsoDate; readonly now: IsoInstant; readonly places: readonly NewLocation[] }

export const openOwnCalendars = (parts: DisclosingParts): OwnCalendars => {
  const { files, sessions, clock } = parts
  const ownerOf = async ({ person, role }: Session): Promise<Owner> => {
    const practitioner = role === 'professional' ? await files.practitioners.state(person) : undefined
    const organisation = practitioner === undefined ? undefined : await files.organisations.state(practitioner.organisation)
    if (practitioner === undefined || organisation === undefined) throw new Refused('no-calendar')
    const zone = zoneOf(organisation.jurisdiction)
    const now = clock()
    const today = dayOf(now, zone)
    const own = new Set(practitioner.details?.places)
    // Where somebody works stands first, since the first is the usual one.
    const places = locationsFrom(organisation, today).toSorted((a, b) => Number(own.has(b.locationId)) - Number(own.has(a.locationId)))
    return { person, practitioner, zone, now, today, places }
  }
  /** What a change is made of; made from the calendar as it is, and decided on the calendar as it is then. */
  type Change = { readonly offer?: readonly FreeTime[]; readonly withdraw?: readonly Id[]; readonly restore?: readonly Id[] }
  const change = async (session: Session, commandId: Id, { person, now, today }: Owner, { offer = [], withdraw = [], restore = [] }: Change): Promise<OffersChanged> => {
    if (!isId(commandId)) throw new Refused('request-invalid')
    const { actor } = await askingOf(session, files)
    const command: CalendarCommand = { type: 'ChangeOffers', by: actor, at: now, practitioner: person, today, offer, withdraw, restore }
    const { refusal, position } = await files.calendars.handle(person, command, ownId(person, commandId, 'calendar'))
    if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
    await sessions.wrote(session, position)
    return { id: commandId, offered: [...offer.map(({ freeTimeId }) => freeTimeId), ...restore], withdrawn: withdraw }
  }
  const mayBeAt = ({ places }: Owner, wanted: readonly string[]): void => {
    if (!wanted.every((id) => places.some(({ locationId }) => locationId === id))) throw new Refused('place-unknown')
  }
  const read = (owner: Owner, { source, content, modalities, places, word }: FreeTimeFileInput): ReadFile => {
    mayBeAt(owner, places)
    return readFile(source, content, {
      today: owner.today, now: owner.now, zone: owner.zone, places: owner.places.map(({ locationId, name }) => ({ id: locationId, name })), modalities: [...new Set(modalities)], usualPlaces: [...new Set(places)],
      ...(word != null && { word }),
    })
  }
  const changesIn = async (owner: Owner, source: OfferSource, { lines, from, until }: ReadFile) =>
    importChanges(await files.calendars.state(owner.person), { source, offers: lines.flatMap(({ offers }) => offers), from, until })

  return {
    week: async (session, day) => {
      const owner = await ownerOf(session)
      const { zone, today, now, places, practitioner } = owner
      const asked = day !== undefined && isDate(day) ? day : today
      const from = addDays(asked, 1 - Temporal.PlainDate.from(asked).dayOfWeek)
      const until = addDays(from, 6)
      const { freeTime, taken } = await files.calendars.state(owner.person)
      const isIn = ({ date }: { readonly date: IsoDate }) => date >= from && date <= until
      const placeOf = (id: string) => { const found = places.find(({ locationId }) => locationId === id); return found === undefined ? [] : [{ id, name: found.name, address: found.address }] }
      return {
        from, until, today, zone, places: places.map(({ locationId, name, address }) => ({ id: locationId, name, address })),
        offers: [...freeTime.values()].filter(isIn).map(({ freeTimeId, date, from: begins, to, modalities, places: at, lapsesAt, series, source }) => ({
          id: freeTimeId, date, from: begins, to, modalities, places: at.flatMap(placeOf), isLapsed: lapsesAt !== undefined && Temporal.Instant.compare(lapsesAt, now) <= 0,
          ...(lapsesAt !== undefined && { lapsesAt }), ...(series !== undefined && { series }), ...(source !== undefined && { source }),
        })).sort(byTime),
        taken: await takenView(parts, session, [...taken.values()].filter(isIn), 'myCalendar'),
        ...(practitioner.meeting !== undefined && { meeting: { isForThisOne: false, ...practitioner.meeting } }),
      }
    },
    offer: async (session, commandId, { date, from, to, modalities, places, repeatUntil, lapsesDaysBefore }) => {
      const owner = await ownerOf(session)
      mayBeAt(owner, places)
      if (lapsesDaysBefore != null && !(lapsesDaysBefore >= 0 && lapsesDaysBefore <= longestLapse)) throw new Refused('lapse-invalid')
      const dates = repeatUntil == null ? [date] : weeksFrom(date, repeatUntil)
      if (dates.length > mostWeeks) throw new Refused('too-many-offers', { most: mostWeeks })
      const id = (name: string) => ownId(owner.person, commandId, name)
      const offers = dates.map((one): FreeTime => ({
        freeTimeId: id(`offer ${one}`), date: one, from, to, modalities: [...new Set(modalities)], places: modalities.includes('onsite') ? [...new Set(places)] : [],
        ...(dates.length > 1 && { series: id('series') }), ...(lapsesDaysBefore != null && isDate(one) && { lapsesAt: momentOf(addDays(one, -lapsesDaysBefore), from, owner.zone) }),
      }))
      const known = (await files.calendars.state(owner.person)).freeTime
      const isThere = (offer: FreeTime) => [...known.values()].some((other) => other.freeTimeId !== offer.freeTimeId && other.date === offer.date && other.from === offer.from && other.to === offer.to && offer.modalities.every((form) => other.modalities.includes(form)) && offer.places.every((place) => other.places.includes(place)))
      const fresh = offers.filter((offer) => !isThere(offer))
      if (fresh.length === 0) throw new Refused('free-time-known')
      return change(session, commandId, owner, { offer: fresh })
    },
    withdraw: async (session, commandId, ids, alsoLater) => {
      const owner = await ownerOf(session)
      const { freeTime } = await files.calendars.state(owner.person)
      const begun = ids.flatMap((id) => freeTime.get(id) ?? [])
      const later = alsoLater ? [...freeTime.values()].filter(({ series, date }) => series !== undefined && begun.some((one) => one.series === series && one.date <= date)).map(({ freeTimeId }) => freeTimeId) : []
      return change(session, commandId, owner, { withdraw: [...new Set([...ids, ...later])] })
    },
    undo: async (session, commandId, { offered, withdrawn }) => change(session, commandId, await ownerOf(session), { withdraw: offered, restore: withdrawn }),
    preview: async (session, file) => {
      const owner = await ownerOf(session)
      const found = read(owner, file)
      const { add, withdraw, inUse, same } = await changesIn(owner, file.source, found)
      const words = offerWords(session, owner)
      const text = viewText(session.language)
      return {
        lines: found.lines.map(({ line, text: shownText, problem, offers }) => ({ line, text: shownText, offers: offers.map(words), ...(problem !== undefined && { problem: text(`fileProblem.${problem}`) }) })),
        wrong: found.lines.filter(({ problem }) => problem !== undefined).length, added: add.length, same, gone: withdraw.length, inUse: inUse.map(words), leftOut: found.leftOut,
      }
    },
    bringIn: async (session, commandId, file) => {
      const owner = await ownerOf(session)
      const found = read(owner, file)
      if (file.skipWrong !== true && found.lines.some(({ problem }) => problem !== undefined)) throw new Refused('file-has-wrong-lines')
      const { add, withdraw } = await changesIn(owner, file.source, found)
      return change(session, commandId, owner, {
        offer: add.map((offer, index): FreeTime => ({ ...offer, freeTimeId: ownId(owner.person, commandId, `line ${index}`), source: file.source })), withdraw: withdraw.map(({ freeTimeId }) => freeTimeId),
      })
    },
    chooseMeetingWay: async (session, commandId, way) => {
      if (!isId(commandId)) throw new Refused('request-invalid')
      const { person, now } = await ownerOf(session)
      const { actor } = await askingOf(session, files)
      const { refusal, position } = await files.practitioners.handle(person, { type: 'ChooseMeetingWay', by: actor, at: now, ...(way !== undefined && { way }) }, ownId(person, commandId, 'meeting'))
      if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
      await sessions.wrote(session, position)
    },
  }
}

/** The same day of every week up to a day; the first one alone when that day lies before it. */
const weeksFrom = (date: IsoDate, until: IsoDate): readonly IsoDate[] => {
  if (!isDate(date) || !isDate(until)) throw new Refused('date-invalid', { field: 'repeatUntil' })
  if (until < date) throw new Refused('period-reversed')
  const dates: IsoDate[] = []
  for (let day = date; day <= until && dates.length <= mostWeeks; day = addDays(day, 7)) dates.push(day)
  return dates
}

/** An offer in words, as a person checks it. */
const offerWords = ({ language }: Session, { zone, places }: Owner) => {
  const text = viewText(language)
  const dates = createDates(language, zone)
  return ({ date, from, to, modalities, places: at, lapsesAt }: Offer): string => [
    `${dates.shortDay(date)}, ${dates.times(from, to)}`, modalities.map((form) => text(`form.${form}`)).join(', '),
    ...at.flatMap((id) => places.find(({ locationId }) => locationId === id)?.name ?? []), ...lapsesAt === undefined ? [] : [text('offer.lapses', { day: dates.shortDay(dates.dateOf(lapsesAt)), time: dates.time(dates.timeOf(lapsesAt)) })],
  ].join(' · ')
}
