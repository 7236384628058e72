import { useFamilyView } from '../family/family-context.tsx'
import { usePageText } from '../texts.ts'

/** Until when something is shared, in a sentence. */
export const usePeriod = () => {
  const text = usePageText()
  const { dates, now } = useFamilyView()
  return ({ from, until }: { readonly from: string; readonly until: string | null }): string => {
    if (from > now.date) return until === null ? text('sharing.from', { from: dates.date(from) }) : text('sharing.fromUntil', { from: dates.date(from), until: dates.date(until) })
    return until === null ? text('sharing.open') : text('sharing.until', { until: dates.date(until) })
  }
}
