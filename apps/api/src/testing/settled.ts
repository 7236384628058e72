import { setTimeout } from 'node:timers/promises'
import { calendarsToSettle, nextStep, type Agenda, type Calendar } from '@samenspel/agenda'
import { systemClock } from '@samenspel/kernel'
import type { AllFiles } from '../composition/files.ts'

/** A family's agenda, and the calendars that it has to do with. */
export type Settled = { readonly agenda: Agenda; readonly calendars: ReadonlyMap<string, Calendar> }

/** Waits until agenda and calendars agree. */
export const settled = async (files: AllFiles, familyId: string, clock = systemClock): Promise<Settled> => {
  for (;;) {
    const agenda = await files.agendas.state(familyId)
    const calendars = new Map(await Promise.all(calendarsToSettle(agenda).map(async (id) => [id, await files.calendars.state(id)] as const)))
    if (nextStep({ familyId, agenda, calendars, now: clock() }) === undefined) return { agenda, calendars }
    await setTimeout(5)
  }
}
