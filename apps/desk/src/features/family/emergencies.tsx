import { Notice, useDates } from '@samenspel/ui'
import { useText } from '../../parts/text.ts'
import type { Family } from './family.ts'

/** That somebody opened a record of this family in an emergency: for who coordinates, at once. */
export const Emergencies = ({ family: { emergencies, zone } }: { readonly family: Family }) => {
  const text = useText()
  const dates = useDates(zone)
  return emergencies.map(({ id, at, by, organisation, about, reason, isReviewed }) => (
    <Notice key={id} tone={isReviewed ? 'neutral' : 'wait'}>
      {text('emergency.notice', { by, organisation, about, day: dates.date(dates.dateOf(at)), time: dates.time(dates.timeOf(at)), reason: text(`emergency.reason.${reason}`) })}
    </Notice>
  ))
}
