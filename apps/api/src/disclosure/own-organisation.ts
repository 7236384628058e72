/**
 * The organisation of who asks, as far as planning needs it: when its places are open and which rooms they have, how long one is on the
 * way there, and who of its people is away. Whoever keeps a calendar of their own there may keep these too. Of families it tells what
 * opens to who asks at the gate.
 */
import type { CalendarCommand, Calendar } from '@samenspel/agenda'
import type { Language } from '@samenspel/intl'
import { viewText } from '@samenspel/intl/views'
import { addDays, dayOf, isId, zoneOf, type Id, type IsoDate, type IsoInstant, type LocationId, type PersonId } from '@samenspel/kernel'
import { holidaysFrom, nextOwnHoliday, ordinaryRush, ownHolidays, usualTravelTimes, usualUse, type Closing, type HolidayName, type LocationUse, type Organisation, type OrganisationCommand, type Practitioner, type Room, type TravelTimes } from '@samenspel/register'
import { Refused } from '../graphql/refused.ts'
import type { OwnOrganisation } from '../graphql/types/own-organisation.ts'
import type { Partners } from '../read-models/partners.ts'
import type { Session } from '../sessions/sessions.ts'
import type { Keepers } from '../tablets/keepers.ts'
import { ownId } from '../ids/own-id.ts'
import type { DisclosingParts } from './disclosing.ts'
import { loadCalendars } from './record.ts'
import { everyPractitioner } from './register-at-large.ts'
import { byTime, takenView } from './taken-times.ts'
import { askingOf } from './viewer.ts'

export type AwayInput = { readonly professionalId: PersonId; readonly from: string; readonly until: string; readonly fromTime?: string | null; readonly untilTime?: string | null }

/** A room without an id is a new one. */
export type NewUse = Omit<LocationUse, 'rooms'> & { readonly rooms: readonly (Omit<Room, 'roomId'> & { readonly roomId?: Id })[] }

export type OwnOrganisations = {
  /** @throws Refused `no-calendar` to who is in no organisation of the register */
  readonly view: (session: Session) => Promise<OwnOrganisation>
  /**
   * What was agreed with families at places in some days, before they are closed on them: of one's own calendar every hour that is
   * taken, of colleagues only what opens to who asks.
   * @throws Refused `location-unknown`, `period-reversed`
   */
  readonly touchedByClosing: (session: Session, closings: readonly Closing[]) => Promise<OwnOrganisation['away'][number]['touched']>
  /** @param from the version that it was made from */
  readonly setUse: (session: Session, commandId: Id, location: LocationId, from: Id | undefined, use: NewUse) => Promise<void>
  /** Closed on these of the holidays that are the organisation's own to choose, every year. @param from the version that it was made from */
  readonly chooseHolidays: (session: Session, commandId: Id, from: Id | undefined, holidays: readonly HolidayName[]) => Promise<void>
  readonly setTravel: (session: Session, commandId: Id, from: Id | undefined, times: TravelTimes) => Promise<void>
  /**
   * Nothing of what somebody offers in these days is offered any more; who coordinates the families that have or were proposed something
   * in them is told. @throws Refused `not-a-colleague`
   */
  readonly withdrawTime: (session: Session, commandId: Id, input: AwayInput) => Promise<void>
  readonly giveTimeBack: (session: Session, commandId: Id, professional: PersonId, withdrawalId: Id) => Promise<void>
}

type House = { readonly organisation: Organisation; readonly now: IsoInstant }
type Colleague = House & { readonly practitioner: Practitioner }

/** @param keepers who keeps the register of an organisation sets the hours of its places too, an office as well */
export const openOwnOrganisations = (parts: DisclosingParts, partners: Pick<Partners, 'everybody'>, keepers: Keepers): OwnOrganisations => {
  const { files, sessions, clock } = parts
  const houseOf = async (session: Session): Promise<House> => {
    if (session.role === 'professional') return ownOf(session)
    const kept = await keepers.keeps(session)
    const organisation = kept === undefined ? undefined : await files.organisations.state(kept)
    if (organisation === undefined) throw new Refused('no-calendar')
    return { organisation, now: clock() }
  }
  const ownOf = async ({ person, role }: Session): Promise<Colleague> => {
    const practitioner = role === 'professional' ? await files.practitioners.state(person) : undefined
    const organisation = practitioner === undefined ? undefined : await files.organisations.state(practitioner.organisation)
    if (practitioner === undefined || organisation === undefined) throw new Refused('no-calendar')
    return { practitioner, organisation, now: clock() }
  }
  const askOrganisation = async (session: Session, commandId: Id, name: string, make: (own: House) => Promise<OrganisationCommand>): Promise<void> => {
    if (!isId(commandId)) throw new Refused('request-invalid')
    const own = await houseOf(session)
    const { refusal, position } = await files.organisations.handle(own.organisation.id, await make(own), ownId(session.person, commandId, name))
    if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
    await sessions.wrote(session, position)
  }
  const askCalendarOf = async (session: Session, commandId: Id, professional: PersonId, make: (own: Colleague) => Promise<CalendarCommand>): Promise<void> => {
    if (!isId(commandId)) throw new Refused('request-invalid')
    const own = await ownOf(session)
    if ((await files.practitioners.state(professional))?.organisation !== own.organisation.id) throw new Refused('not-a-colleague')
    const { refusal, position } = await files.calendars.handle(professional, await make(own), ownId(session.person, commandId, 'away-command'))
    if (refusal !== undefined) throw new Refused(refusal.code, refusal.about)
    await sessions.wrote(session, position)
  }
  const actorOf = async (session: Session) => (await askingOf(session, files)).actor

  return {
    view: async (session) => {
      const { practitioner, organisation, now } = await ownOf(session)
      const zone = zoneOf(organisation.jurisdiction)
      const today = dayOf(now, zone)
      const colleagues = (await everyPractitioner(files, partners, session)).filter((one) => one.organisation === organisation.id).sort((a, b) => a.name < b.name ? -1 : 1)
      const calendars = await loadCalendars(files, colleagues.map(({ id }) => id))
      const travel = organisation.travel?.times ?? usualTravelTimes
      return {
        id: organisation.id, name: organisation.name, zone, today,
        locations: organisation.locations.map(({ locationId, name, address }) => {
          const stands = organisation.uses.get(locationId)
          return { id: locationId, name, address, isUsual: stands === undefined, ...(stands !== undefined && { version: stands.version }), ...useView(stands?.use ?? usualUse) }
        }),
        ...holidaysView(organisation, today, session.language),
        travel: { rush: travel.rush, publicTransport: travel.publicTransport, ordinaryRush, isUsual: organisation.travel === undefined, ...(organisation.travel !== undefined && { version: organisation.travel.version }) },
        colleagues: colleagues.map(({ id, name, title }) => ({ id, name, title })),
        away: (await Promise.all(colleagues.map((one) => awayOf(parts, session, one, one.id === practitioner.id, calendars.get(one.id), today)))).flat().sort((a, b) => a.from + a.name < b.from + b.name ? -1 : 1),
      }
    },
    touchedByClosing: async (session, closings) => {
      const { organisation, now } = await houseOf(session)
      const isOurs = (id: LocationId) => organisation.locations.some(({ locationId }) => locationId === id)
      if (closings.some(({ place }) => place !== undefined && !isOurs(place))) throw new Refused('location-unknown')
      if (closings.some(({ from, until }) => until < from)) throw new Refused('period-reversed')
      // An office keeps the places, and nothing of a family opens to it.
      if (session.role !== 'professional') return []
      const today = dayOf(now, zoneOf(organisation.jurisdiction))
      const isClosedThen = (at: LocationId, date: IsoDate) => closings.some(({ place, from, until }) => date >= from && date <= until && (place === undefined ? isOurs(at) : place === at))
      const colleagues = (await everyPractitioner(files, partners, session)).filter((one) => one.organisation === organisation.id).map(({ id }) => id)
      const touched = [...await loadCalendars(files, colleagues)].flatMap(([person, { taken }]) => [...taken.values()]
        .filter(({ date, modality }) => date >= today && modality.kind === 'onsite' && isClosedThen(modality.place, date)).map((one) => ({ one, isOwn: person === session.person })))
      const own = new Map(touched.flatMap(({ one, isOwn }) => isOwn ? [[one.appointmentId, one] as const] : []))
      const others = new Map(touched.flatMap(({ one }) => own.has(one.appointmentId) ? [] : [[one.appointmentId, one] as const]))
      const seen = await takenView(parts, session, [...own.values()], 'closingTouches')
      const opened = await takenView(parts, session, [...others.values()], 'closingTouches')
      return [...seen, ...opened.filter(({ familyId }) => familyId !== undefined)].sort(byTime)
    },
    setUse: (session, commandId, locationId, from, use) => askOrganisation(session, commandId, 'use', async ({ now }) => ({
      type: 'SetLocationUse', by: await actorOf(session), at: now, locationId, version: ownId(session.person, commandId, 'version'), ...(from !== undefined && { from }),
      use: { ...use, rooms: use.rooms.map(({ roomId, name, equipment }, index) => ({ roomId: roomId ?? ownId(session.person, commandId, `room ${index}`), name, equipment })) },
    })),
    chooseHolidays: (session, commandId, from, holidays) => askOrganisation(session, commandId, 'holidays', async ({ now }) => ({
      type: 'ChooseHolidays', by: await actorOf(session), at: now, version: ownId(session.person, commandId, 'version'), holidays, ...(from !== undefined && { from }),
    })),
    setTravel: (session, commandId, from, times) => askOrganisation(session, commandId, 'travel', async ({ now }) => ({
      type: 'SetTravelTimes', by: await actorOf(session), at: now, version: ownId(session.person, commandId, 'version'), times, ...(from !== undefined && { from }),
    })),
    withdrawTime: (session, commandId, { professionalId, from, until, fromTime, untilTime }) => askCalendarOf(session, commandId, professionalId, async ({ organisation, now }) => ({
      type: 'WithdrawTime', by: await actorOf(session), at: now, today: dayOf(now, zoneOf(organisation.jurisdiction)), practitioner: professionalId, withdrawalId: ownId(session.person, commandId, 'away'), from, until,
      ...(fromTime != null && untilTime != null && { between: { from: fromTime, to: untilTime } }),
    })),
    giveTimeBack: (session, commandId, professional, withdrawalId) => askCalendarOf(session, commandId, professional, async ({ now }) => ({ type: 'GiveTimeBack', by: await actorOf(session), at: now, withdrawalId })),
  }
}

/** The holidays of the coming year, and those that are an organisation's own to choose, as whoever reads calls them. */
export const holidaysView = ({ jurisdiction, holidays: chosen }: Organisation, today: IsoDate, language: Language): Pick<OwnOrganisation, 'holidays' | 'holidayChoices' | 'holidaysVersion'> => {
  const nameOf = (holiday: HolidayName) => viewText(language)(`holiday.${holiday}`)
  const isChosen = (holiday: HolidayName) => chosen?.names.includes(holiday) === true
  return {
    holidays: holidaysFrom(jurisdiction, today).map(({ date, name, isClosed }) => ({ date, name: nameOf(name), isClosed, isChosen: isChosen(name) })),
    holidayChoices: ownHolidays[jurisdiction].flatMap((holiday) => {
      const date = nextOwnHoliday(jurisdiction, holiday, today)
      return date === undefined ? [] : [{ holiday, name: nameOf(holiday), date, isChosen: isChosen(holiday) }]
    }),
    ...(chosen !== undefined && { holidaysVersion: chosen.version }),
  }
}

export const useView = ({ hours, closed, rooms }: LocationUse) => ({ hours, closed, rooms: rooms.map(({ roomId, name, equipment }) => ({ id: roomId, name, equipment })) })

/**
 * When somebody is away, from today on, with what was agreed with families in that time: of one's own calendar every hour that is
 * taken, of a colleague's only what opens to who asks.
 */
const awayOf = async (parts: DisclosingParts, session: Session, { id, name }: Practitioner, isOwn: boolean, calendar: Calendar | undefined, today: string): Promise<OwnOrganisation['away']> => {
  const coming = [...calendar?.away.values() ?? []].filter(({ until }) => until >= today)
  const isTouched = ({ from, until, between }: (typeof coming)[number], one: { readonly date: string; readonly from: string; readonly to: string }): boolean =>
    one.date >= today && one.date >= from && one.date < addDays(until, 1) && (between === undefined || (one.from < between.to && between.from < one.to))
  // All that is touched by any of them is looked up once.
  const taken = [...calendar?.taken.values() ?? []].filter((one) => coming.some((away) => isTouched(away, one)))
  const seen = taken.length === 0 ? [] : await takenView(parts, session, taken, 'myOrganisation')
  return coming.map((away) => {
    const { withdrawalId, from, until, between } = away
    const touched = seen.filter((one) => isTouched(away, one) && (isOwn || one.familyId !== undefined))
    return { id: withdrawalId, professionalId: id, name, isOwn, from, until, ...(between !== undefined && { fromTime: between.from, untilTime: between.to }), touched }
  })
}
