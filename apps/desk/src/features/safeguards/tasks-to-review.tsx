import { SafeguardTasksDocument } from '@samenspel/graphql-documents/desk'
import { useDates } from '@samenspel/ui'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { safeguardsPath } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import styles from './safeguards.module.css'

/** What somebody has to look at again, in all their families; nothing at all where there is nothing. */
export const TasksToReview = () => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const [{ data }] = useQuery({ query: SafeguardTasksDocument, variables: {}, requestPolicy: 'cache-and-network' })
  if (data === undefined || data.safeguardTasks.length === 0) return null
  return (
    <Section title={text('tasks.title')} tone="wait">
      <ul className={styles['list']}>
        {data.safeguardTasks.map(({ id, familyId, familyName, kind, since }) => (
          <li key={id}><Link to={safeguardsPath(familyId)}>{text(`tasks.${kind}`, { family: familyName })}</Link> <span className={styles['soft']}>{text('tasks.since', { day: dates.date(since) })}</span></li>
        ))}
      </ul>
    </Section>
  )
}
