import { mayRemind, type Agenda } from '@samenspel/agenda'
import { isSilent, type OpenCase } from '@samenspel/family-case'
import { dayOf, zoneOf, type IsoInstant } from '@samenspel/kernel'

/** Why a family is left in peace: after a loss, or because it rests. */
export type Peace = 'loss' | 'rest'

/**
 * Whether nothing that the software does by itself may reach a family now, and why. The one place that says so, for mail, calendars, pages
 * that ask, late actions and questions to the team (K-13). A loss goes before everything: it holds until a person says otherwise.
 */
export const peaceOf = ({ file: { family }, agenda }: { readonly file: Pick<OpenCase, 'family'>; readonly agenda: Pick<Agenda, 'pace'> }, now: IsoInstant): Peace | undefined =>
  isSilent(family) ? 'loss' : mayRemind(agenda, dayOf(now, zoneOf(family.jurisdiction))) ? undefined : 'rest'
