import { dayOf, newId, system, zoneOf, type Clock } from '@samenspel/kernel'
import type { AllFiles } from '../composition/files.ts'
import type { Unfinished } from '../read-models/unfinished.ts'
import { closingDaysAround } from './closing-days.ts'

type Files = Pick<AllFiles, 'cases'>

/**
 * Signals whose time to call has passed go to the substitute. What was answered meanwhile is refused and stays as it is; where
 * there is no substitute, it stays with who was to call, until there is one.
 */
export const passOnSignals = async (files: Files, { signalsDue }: Unfinished, clock: Clock): Promise<void> => {
  const now = clock()
  for (const { signal, family } of await signalsDue(now)) {
    const file = await files.cases.state(family)
    if (!file.isOpen) continue
    const { jurisdiction } = file.family
    const closingDays = closingDaysAround(jurisdiction, dayOf(now, zoneOf(jurisdiction)))
    await files.cases.handle(family, { type: 'PassSignalToSubstitute', by: system, at: now, signalId: signal, closingDays }, newId())
  }
}
