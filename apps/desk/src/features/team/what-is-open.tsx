import { useDates } from '@samenspel/ui'
import { useText } from '../../parts/text.ts'
import { openMatters, type TeamFamily } from './open-matters.ts'
import styles from './team.module.css'

/** What is open in this family, kind by kind; the same for who hands over and for who takes over. @param on a day that has passed, for who looks back */
export const WhatIsOpen = ({ family, on }: { readonly family: TeamFamily; readonly on?: string | undefined }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const open = openMatters(family, on ?? dates.today(), (instant) => Temporal.Instant.from(instant).toZonedDateTimeISO(family.zone).toPlainDate().toString())
  if (open.length === 0) return <p>{text('team.nothingOpen')}</p>
  return (
    <dl className={styles['open']}>
      {open.map(({ kind, matters }) => (
        <div key={kind}>
          <dt>{text(`team.open.${kind}`, { count: matters.length })}</dt>
          <dd>
            <ul>
              {matters.map(({ id, what, day }) => <li key={id}><span dir="auto">{what === '' ? text(`team.one.${kind === 'proposal' ? 'proposal' : 'reflection'}`) : what}</span>{day !== null && <span className={styles['soft']}> {text(`team.day.${dayWordOf[kind]}`, { day: dates.date(day) })}</span>}</li>)}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What the day of a matter says: before which it wants an answer, since when it waits, or on which it is. */
const dayWordOf = {
  signal: 'before', ask: 'since', request: 'since', proposal: 'first', need: 'before', consentRequest: 'before', invitation: 'before', action: 'before', review: 'on', reflection: 'since', consent: 'until',
} as const
