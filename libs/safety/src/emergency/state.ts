import { writeInstant, type Id, type IsoInstant, type PersonId, type Recorded } from '@samenspel/kernel'
import { openHours, reviewDays, type EmergencyEvent, type Judgment, type NewOpening } from './events.ts'

export type Opening = Recorded & NewOpening & { readonly review?: Recorded & { readonly judgment: Judgment; readonly words: string } }

export type Emergencies = {
  /** By id, in the order in which they were opened. */
  readonly openings: ReadonlyMap<Id, Opening>
  /** When each professional sought in vain, in the order in which it happened. */
  readonly attempts: ReadonlyMap<PersonId, readonly IsoInstant[]>
}

export const noEmergencies: Emergencies = { openings: new Map(), attempts: new Map() }

export const evolveEmergencies = (emergencies: Emergencies, event: EmergencyEvent): Emergencies => {
  const { by, at } = event
  switch (event.type) {
    case 'AccessOpened': {
      const { openingId, familyId, about, reason, words } = event
      return { ...emergencies, openings: new Map(emergencies.openings).set(openingId, { by, at, openingId, familyId, about, reason, words }) }
    }
    case 'AccessSought':
      return { ...emergencies, attempts: new Map(emergencies.attempts).set(by.person, [...emergencies.attempts.get(by.person) ?? [], at]) }
    case 'AccessReviewed': {
      const opening = emergencies.openings.get(event.openingId)
      return opening === undefined ? emergencies
        : { ...emergencies, openings: new Map(emergencies.openings).set(event.openingId, { ...opening, review: { by, at, judgment: event.judgment, words: event.words } }) }
    }
  }
}

/** When somebody sought in vain in the 24 hours before a moment. */
export const recentAttempts = ({ attempts }: Emergencies, person: PersonId, now: IsoInstant): readonly IsoInstant[] =>
  (attempts.get(person) ?? []).filter((at) => at > later(now, { hours: -24 }))

/** Until when a record that was opened then stays open. */
export const openUntil = ({ at }: Pick<Opening, 'at'>): IsoInstant => later(at, { hours: openHours })
export const isOpen = (opening: Pick<Opening, 'at'>, now: IsoInstant): boolean => opening.at <= now && now < openUntil(opening)

/** By when it must have been looked at. */
export const reviewBy = ({ at }: Pick<Opening, 'at'>): IsoInstant => later(at, { hours: 24 * reviewDays })
export const isOverdue = (opening: Opening, now: IsoInstant): boolean => opening.review === undefined && reviewBy(opening) <= now

/** Somebody whose opening was not looked at in time opens no other one, until it is. */
export const isBlocked = ({ openings }: Emergencies, person: PersonId, now: IsoInstant): boolean =>
  [...openings.values()].some((opening) => opening.by.person === person && isOverdue(opening, now))

const later = (at: IsoInstant, duration: Temporal.DurationLike): IsoInstant => writeInstant(Temporal.Instant.from(at).add(duration))
