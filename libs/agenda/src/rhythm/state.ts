import { put, without, type Id, type PersonId } from '@samenspel/kernel'
import type { Fact } from '../terms.ts'
import type { Caps, DayHours, RhythmBlock, RhythmEvent } from './events.ts'

export type PersonRhythm = Fact & { readonly person: PersonId; readonly blocks: readonly RhythmBlock[]; readonly version?: Id }
/** `dayHours`: at most one for a weekday. */
export type Limits = { readonly caps: Caps; readonly sitter: boolean; readonly dayHours?: readonly DayHours[]; readonly withoutCar?: readonly PersonId[]; readonly version?: string }
export type Rhythm = { readonly byPerson: ReadonlyMap<PersonId, PersonRhythm>; readonly limits: Limits }

/** What holds until a family says otherwise: no more than an ordinary week with a small child carries. */
export const usualLimits: Limits = {
  caps: { childMinutesPerDay: 90, appointmentsPerDay: 3, tripsPerWeek: 3, eveningsPerWeek: 1, waitMinutes: 45, homeMinutes: 30 },
  sitter: false,
}

export const noRhythm: Rhythm = { byPerson: new Map(), limits: usualLimits }

export const evolveRhythm = (rhythm: Rhythm, event: RhythmEvent): Rhythm => {
  switch (event.type) {
    case 'RhythmSet': {
      const set = without(event, 'type')
      return { ...rhythm, byPerson: put(rhythm.byPerson, set.person, set) }
    }
    case 'LimitsSet':
      return { ...rhythm, limits: { caps: event.caps, sitter: event.sitter, version: versionOf(event), ...(event.dayHours !== undefined && { dayHours: event.dayHours }), ...(event.withoutCar !== undefined && { withoutCar: event.withoutCar }) } }
  }
}

/** Names what stands, so that a change can say what it was made from; what was set before versions had ids is named by its moment. */
export const versionOf = ({ version, at }: Pick<PersonRhythm, 'version' | 'at'>): string => version ?? at
