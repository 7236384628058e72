import { OlderContributionsDocument } from '@samenspel/graphql-documents/desk'
import { Button, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
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
  if (contributions.nodes.length === 0 && family.existence.length === 0 && !family.can.contribute) return null
  return (
    <Section title={text('contributions.title')} action={contributions.nodes.length > 0 && !isBack && <Link to={searchPath(family.id)}>{text('search.link')}</Link>}>
      {contributions.nodes.length === 0 && <p>{text('contributions.empty')}</p>}
      <Page family={family} page={contributions} onCorrect={onCorrect} />
      {family.existence.length > 0 && (
        <ul className={styles['existence']}>
          {family.existence.map((line) => <li key={line.discipline + line.on}>{text('contributions.existence', { who: text(`discipline.${line.discipline}`), day: dates.date(line.on) })}</li>)}
        </ul>
      )}
    </Section>
  )
}

type PageProps = {
  readonly family: Family
  readonly onCorrect: (contribution: Contribution) => void
  readonly page: { readonly nodes: readonly Contribution[]; readonly pageInfo: Family['contributions']['pageInfo'] }
}

const Page = ({ family, onCorrect, page: { nodes, pageInfo } }: PageProps) => {
  const text = useText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <ol className={styles['list']}>
        {nodes.map((contribution) => <li key={contribution.id}><ContributionCard contribution={contribution} family={family} onCorrect={onCorrect} /></li>)}
      </ol>
      {pageInfo.hasNextPage && pageInfo.endCursor !== null && (open
        ? <Older family={family} onCorrect={onCorrect} after={pageInfo.endCursor} />
        : <Button kind="secondary" onClick={() => setOpen(true)}>{text('contributions.more')}</Button>)}
    </>
  )
}

/** The page after a contribution, read when it is asked for; and behind it the next. */
const Older = ({ family, onCorrect, after }: Pick<PageProps, 'family' | 'onCorrect'> & { readonly after: string }) => {
  const [asked, again] = useQuery({ query: OlderContributionsDocument, variables: { familyId: family.id, after, knownAt: useKnownAt()?.at } })
  return (
    <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })}>
      {(data) => data.family !== null && <Page family={family} page={data.family.contributions} onCorrect={onCorrect} />}
    </Answered>
  )
}
