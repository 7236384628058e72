import { Card, useDates, VisuallyHidden } from '@samenspel/ui'
import { Link } from 'react-router'
import { useText } from '../../parts/text.ts'
import { familyPath } from '../../shell/paths.ts'
import { useViewer } from '../../shell/viewer.ts'
import styles from './calls-to-make.module.css'
import type { FamilyRow } from './waiting.ts'

type Signal = FamilyRow['overloadSignals'][number]

/** Parents who said that it is too much: who calls, and by when. A calm card, no alarm. */
export const CallsToMake = ({ families }: { readonly families: readonly FamilyRow[] }) => {
  const text = useText()
  const calls = families.flatMap((family) => family.overloadSignals.filter((signal) => signal.answeredAt === null).map((signal) => ({ family, signal })))
    .toSorted((a, b) => a.signal.callBy.localeCompare(b.signal.callBy))
  if (calls.length === 0) return null
  return (
    <section className={styles['calls']} aria-label={text('families.calls')}>
      {calls.map(({ family, signal }) => <Call key={signal.id} family={family} signal={signal} />)}
    </section>
  )
}

const Call = ({ family, signal }: { readonly family: FamilyRow; readonly signal: Signal }) => {
  const text = useText()
  const viewer = useViewer()
  const dates = useDates(family.zone)
  const day = dates.nearDay(dates.dateOf(signal.callBy), dates.today())
  const time = dates.time(dates.timeOf(signal.callBy))
  const phone = family.members.find((member) => member.id === signal.memberId)?.phone
  return (
    <Card as="article" tone="wait">
      <div className={styles['call']}>
        <div>
          <p className={styles['what']}>{text(`overload.choice.${signal.choice}`, { name: signal.firstName })} <VisuallyHidden>{family.name}</VisuallyHidden></p>
          <p>{signal.caller.id === viewer.id ? text('overload.youCall', { day, time }) : text('overload.theyCall', { name: signal.caller.name, day, time })}</p>
        </div>
        <div className={styles['ways']}>
          {phone !== undefined && phone !== null && <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>}
          <Link to={familyPath(family.id)}>{text('families.open', { family: family.name })}</Link>
        </div>
      </div>
    </Card>
  )
}
