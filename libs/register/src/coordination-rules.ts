/**
 * Who may coordinate a family's care (K-01), as each country has it. The rule is data: another country, or another agreement in one of
 * these, is a line here and nothing in the code.
 *
 * The founding documents ask for a specialist whom the Dutch association DAIMH has registered, and don't state for how long that holds.
 * Flanders has no such register: there an organisation vouches for its specialists, and where none of them can coordinate, somebody of
 * the first line does, with a specialist on call behind them.
 */
import { addDays, covers, type Discipline, type IsoDate, type Jurisdiction } from '@samenspel/kernel'
import type { ImhRegistration } from './imh-registration.ts'
import { worksOn, type Practitioner } from './practitioner.ts'

export type CoordinationRule = {
  /** Whose register it is; absent where an organisation itself says who is a specialist. */
  readonly register?: string
  /** For how long a registration holds, unless the house sets another term. */
  readonly termMonths: number
  /** How long before its last day its end is told, to who is registered and in each family where they coordinate. */
  readonly announceDays: number
  /** Who may coordinate with a specialist on call behind them; nobody, where it takes a specialist. */
  readonly firstLine: readonly Discipline[]
}

export const coordinationRules: Readonly<Record<Jurisdiction, CoordinationRule>> = {
  NL: { register: 'DAIMH', termMonths: 60, announceDays: 90, firstLine: [] },
  BE: { termMonths: 60, announceDays: 90, firstLine: ['gp', 'midwife', 'childHealthClinic', 'homeSupport', 'neighbourhoodTeam'] },
}

/** For how many months a registration holds, by country. */
export type RegistrationTerms = Readonly<Record<Jurisdiction, number>>

/** The terms of `coordinationRules`, where a house sets none of its own. */
export const usualRegistrationTerms: RegistrationTerms = { NL: coordinationRules.NL.termMonths, BE: coordinationRules.BE.termMonths }

/** Whether somebody of this discipline may coordinate with a specialist on call behind them. */
export const mayCoordinateBehind = (jurisdiction: Jurisdiction, discipline: Discipline): boolean => coordinationRules[jurisdiction].firstLine.includes(discipline)

/** The last day of the registration that holds on a day, through every re-registration that follows on it; nothing without one. */
export const registeredUntil = (practitioner: Practitioner | undefined, day: IsoDate): IsoDate | undefined => {
  const registrations = practitioner?.registrations ?? []
  const following = (until: IsoDate): IsoDate => {
    const next = registrations.find((one) => one.from === addDays(until, 1))
    return next === undefined ? until : following(next.until)
  }
  const now = registrations.find((one) => covers(one, day))
  return now === undefined ? undefined : following(now.until)
}

/** The registration whose end is to be told to who works here and has it: the last of those that follow on each other. */
export const endingRegistration = (practitioner: Practitioner | undefined, jurisdiction: Jurisdiction, today: IsoDate): ImhRegistration | undefined => {
  const until = registeredUntil(practitioner, today)
  return worksOn(practitioner, today) && endsSoon(until, jurisdiction, today) ? practitioner.registrations.find((one) => one.until === until) : undefined
}

/** Whether the end of a registration is near enough to be told. */
export const endsSoon = (until: IsoDate | undefined, jurisdiction: Jurisdiction, today: IsoDate): boolean =>
  until !== undefined && today <= until && until <= addDays(today, coordinationRules[jurisdiction].announceDays)
