import { AccessLogCasesDocument } from '@samenspel/graphql-documents/desk'
import { Button, PageHeading } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { useText } from '../../parts/text.ts'
import { accessLogPath } from '../../shell/paths.ts'
import styles from './access-log.module.css'

/** The privacy officer's home: case numbers, and behind each the access log and nothing else. */
export const CasesPage = () => {
  const text = useText()
  const [after, setAfter] = useState<string>()
  const [asked, again] = useQuery({ query: AccessLogCasesDocument, variables: { after } })
  return (
    <div className={styles['page']}>
      <PageHeading title={text('cases.title')}>{text('cases.title')}</PageHeading>
      <p>{text('cases.intro')}</p>
      <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })} isEmpty={(data) => data.accessLogCases.nodes.length === 0} empty={<p>{text('cases.empty')}</p>}>
        {({ accessLogCases: { nodes, pageInfo } }) => (
          <>
            <ul className={styles['cases']}>
              {nodes.map((one) => <li key={one.id}><Link to={accessLogPath(one.id)} state={one.number}>{one.number}</Link></li>)}
            </ul>
            {pageInfo.hasNextPage && <Button kind="secondary" busy={asked.fetching} onClick={() => setAfter(pageInfo.endCursor ?? undefined)}>{text('log.more')}</Button>}
          </>
        )}
      </Answered>
    </div>
  )
}
