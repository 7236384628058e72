import { useFamilyView } from '../family/family-context.tsx'
import type { Week } from '../rhythm/week.ts'
import { usePageText } from '../texts.ts'

/** Until when nothing new is planned. */
export const PauseInWords = ({ pause: { from, until } }: { readonly pause: NonNullable<NonNullable<Week['pace']>['pause']> }) => {
  const text = usePageText()
  const { dates, now } = useFamilyView()
  if (from > now.date) return <p><b>{text('pace.pauseComing', { day: dates.day(from) })}</b></p>
  return <p><b>{until === null ? text('pace.paused') : text('pace.pausedUntil', { day: dates.day(until) })}</b></p>
}
