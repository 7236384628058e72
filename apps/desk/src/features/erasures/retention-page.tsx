import { RetentionDueDocument } from '@samenspel/graphql-documents/desk'
import { Button, PageHeading, StatusMark, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { Table } from '../../parts/table.tsx'
import { useText } from '../../parts/text.ts'
import { useViewer } from '../../shell/viewer.ts'
import styles from './erasures.module.css'
import { usePersonWords } from './person.ts'

const columns = ['case', 'person', 'record', 'since', 'due'] as const

/** Records of which the least time to keep them is over; a human decides, here nothing goes by itself. */
export const RetentionPage = () => {
  const text = useText()
  const words = usePersonWords()
  const dates = useDates(useViewer().jurisdiction === 'NL' ? 'Europe/Amsterdam' : 'Europe/Brussels')
  const [after, setAfter] = useState<string>()
  const [asked, again] = useQuery({ query: RetentionDueDocument, variables: { after } })
  return (
    <div className={styles['page']}>
      <PageHeading title={text('retention.title')}>{text('retention.title')}</PageHeading>
      <p>{text('retention.intro')}</p>
      <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })} isEmpty={(data) => data.retentionDue.nodes.length === 0} empty={<p>{text('retention.empty')}</p>}>
        {({ retentionDue: { nodes, pageInfo } }) => (
          <>
            <Table caption={text('retention.caption')} columns={columns.map((column) => text(`retention.column.${column}`))}>
              {nodes.map(({ id, caseNumber, person, record, due, since, latest }) => (
                <tr key={id}>
                  <td data-label={text('retention.column.case')}>{caseNumber}</td>
                  <td data-label={text('retention.column.person')}><span className={styles['words']}>{words(person)}</span></td>
                  <td data-label={text('retention.column.record')}><span className={styles['words']}>{record}</span></td>
                  <td data-label={text('retention.column.since')}><time dateTime={since}>{dates.date(since)}</time></td>
                  <td data-label={text('retention.column.due')}>
                    <StatusMark tone={due === 'MUST_BE_DESTROYED' ? 'stop' : 'wait'}>{text(`retention.due.${due}`)}</StatusMark>
                    {latest !== null && <span className={styles['soft']}>{text('retention.latest', { date: dates.date(latest) })}</span>}
                  </td>
                </tr>
              ))}
            </Table>
            {pageInfo.hasNextPage && <Button kind="secondary" busy={asked.fetching} onClick={() => setAfter(pageInfo.endCursor ?? undefined)}>{text('erasures.more')}</Button>}
          </>
        )}
      </Answered>
    </div>
  )
}
