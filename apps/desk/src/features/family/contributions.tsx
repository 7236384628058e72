import { Button, useDates } from '@samenspel/ui'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { ContributionCard } from './contribution-card.tsx'
import styles from './contributions.module.css'
import type { Family } from './family.ts'

/** What everybody wrote, newest first. */
export const Contributions = ({ family, onMore }: { readonly family: Family; readonly onMore: () => void }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const { nodes, pageInfo } = family.contributions
  if (nodes.length === 0 && family.existence.length === 0 && !family.can.contribute) return null
  return (
    <Section title={text('contributions.title')}>
      {nodes.length === 0 && <p>{text('contributions.empty')}</p>}
      <ol className={styles['list']}>
        {nodes.map((contribution) => <li key={contribution.id}><ContributionCard contribution={contribution} zone={family.zone} /></li>)}
      </ol>
      {pageInfo.hasNextPage && <Button kind="secondary" onClick={onMore}>{text('contributions.more')}</Button>}
      {family.existence.length > 0 && (
        <ul className={styles['existence']}>
          {family.existence.map((line) => <li key={line.discipline + line.on}>{text('contributions.existence', { who: text(`discipline.${line.discipline}`), day: dates.date(line.on) })}</li>)}
        </ul>
      )}
    </Section>
  )
}
