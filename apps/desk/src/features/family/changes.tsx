import { useDates } from '@samenspel/ui'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import styles from './changes.module.css'
import type { Family } from './family.ts'

const shown = 5

/** What changed since the viewer's last visit, newest first. */
export const Changes = ({ family }: { readonly family: Family }) => {
  const text = useText()
  const dates = useDates(family.zone)
  if (family.changes.length === 0) return null
  const changes = family.changes.toSorted((a, b) => b.at.localeCompare(a.at))
  const item = (change: Family['changes'][number]) => (
    <li key={change.id}>
      <span aria-hidden="true" className={styles['bead']} data-kind={change.kind} />
      <span><span className={styles['words']}>{change.text}</span> <span className={styles['soft']}>{change.by}, {dates.nearDay(dates.dateOf(change.at), dates.today())}</span></span>
    </li>
  )
  return (
    <Section title={family.lastVisit === null ? text('changes.first') : text('changes.since', { day: dates.nearDay(dates.dateOf(family.lastVisit), dates.today()) })}>
      <ul className={styles['changes']}>{changes.slice(0, shown).map(item)}</ul>
      {changes.length > shown && (
        <details className={styles['more']}>
          <summary>{text('changes.more', { count: changes.length - shown })}</summary>
          <ul className={styles['changes']}>{changes.slice(shown).map(item)}</ul>
        </details>
      )}
    </Section>
  )
}
