import { useFamilyView } from '../family/family-context.tsx'
import { firstNameOf } from '../family/model.ts'
import type { Week } from '../rhythm/week.ts'
import { usePageText } from '../texts.ts'

/** Since when there is a pause, and who asks when how it is. */
export const PauseInWords = ({ pause: { from, until, reviewOn } }: { readonly pause: NonNullable<NonNullable<Week['pace']>['pause']> }) => {
  const text = usePageText()
  const { dates, family, now } = useFamilyView()
  if (from > now.date) return <p><b>{text('pace.pauseComing', { day: dates.day(from) })}</b></p>
  if (until !== null) return <p><b>{text('pace.pausedUntil', { day: dates.day(until) })}</b></p>
  const coordinator = family?.coordinator ?? undefined
  return (
    <>
      <p><b>{text('pace.paused')}</b></p>
      <p>{reviewOn <= now.date ? text('pace.reviewDue') : coordinator === undefined ? text('pace.reviewOn', { day: dates.day(reviewOn) }) : text('pace.reviewBy', { day: dates.day(reviewOn), name: firstNameOf(coordinator.name) })}</p>
    </>
  )
}
