import type { Text } from '@samenspel/intl'
import type { ParentText } from '@samenspel/intl/parent'
import type { Family, Me } from '../family/model.ts'

export type HelpLine = Family['helpLines'][number]

/**
 * Whom to ring right now. A family has its own lines; who has no family yet gets those of the country, and while
 * even the country isn't known there is the emergency number.
 */
export const helpLinesFor = (family: Family | undefined, jurisdiction: Me['jurisdiction'] | undefined, text: Text<ParentText>): readonly HelpLine[] => {
  if (family !== undefined && family.helpLines.length > 0) return family.helpLines
  const emergency: HelpLine = { kind: 'EMERGENCY', label: text('help.emergencyLabel'), number: '112' }
  if (jurisdiction === undefined) return [emergency]
  return [emergency, { kind: 'CRISIS_LINE', label: text(`help.crisisLabel.${jurisdiction}`), number: jurisdiction === 'BE' ? '1813' : '113' }]
}

/** What a phone dials. */
export const dialOf = (number: string): string => `tel:${number.replace(/[^+\d]/g, '')}`

/** Whether a doctor's own practice is open: on working days from 8 to 17; outside it there is the out-of-hours line. */
const isPracticeTime = ({ date, time }: { readonly date: string; readonly time: string }): boolean => {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday >= 1 && weekday <= 5 && time >= '08:00' && time < '17:00'
}

/** The few lines that are always in sight: the doctor of this hour, the emergency number and the crisis line. */
export const shortListOf = (lines: readonly HelpLine[], now: { readonly date: string; readonly time: string }): readonly HelpLine[] => {
  const doctor = lines.find((line) => line.kind === (isPracticeTime(now) ? 'OWN_GP' : 'OUT_OF_HOURS_GP')) ?? lines.find((line) => line.kind === 'OWN_GP' || line.kind === 'OUT_OF_HOURS_GP')
  return [doctor, lines.find((line) => line.kind === 'EMERGENCY'), lines.find((line) => line.kind === 'CRISIS_LINE')].filter((line) => line !== undefined)
}
