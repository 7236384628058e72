import { OlderContributionsDocument } from '@samenspel/graphql-documents/desk'
import { MoreButton, useDates, useList } from '@samenspel/ui'
import { Link } from 'react-router'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { searchPath } from '../../shell/paths.ts'
import { useIsBack, useKnownAt } from '../../shell/looking-back.tsx'
import { ContributionCard } from './contribution-card.tsx'
import styles from './contributions.module.css'
import type { Contribution, Family } from './family.ts'

/** What everybody wrote, newest first. */
export const Contributions = ({ family, onCorrect }: { readonly family: Family; readonly onCorrect: (contribution: Contribution) => void }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const { contributions } = family
  const isBack = useIsBack()
  const { nodes, more, row } = useList({ query: OlderContributionsDocument, variables: { familyId: family.id, knownAt: useKnownAt()?.at }, begin: contributions, listIn: (data) => data.family?.contributions, idOf: ({ id }) => id })
  if (contributions.nodes.length === 0 && family.existence.length === 0 && !family.can.contribute) return null
  return (
    <Section title={text('contributions.title')} action={contributions.nodes.length > 0 && !isBack && <Link to={searchPath(family.id)}>{text('search.link')}</Link>}>
      {contributions.nodes.length === 0 && <p>{text('contributions.empty')}</p>}
      <ol className={styles['list']}>
        {nodes.map((contribution) => <li key={contribution.id} {...row(contribution.id)}><ContributionCard contribution={contribution} family={family} onCorrect={onCorrect} /></li>)}
      </ol>
      <MoreButton more={more} label={text('contributions.more')} />
      {family.existence.length > 0 && (
        <ul className={styles['existence']}>
          {family.existence.map((line) => <li key={line.discipline + line.on}>{text('contributions.existence', { who: text(`discipline.${line.discipline}`), day: dates.date(line.on) })}</li>)}
        </ul>
      )}
    </Section>
  )
}
