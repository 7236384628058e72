import { FamiliesDocument } from '@samenspel/graphql-documents/desk'
import { Button, PageHeading, QueryState, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useQuery } from 'urql'
import { useText } from '../../parts/text.ts'
import { useViewer } from '../../shell/viewer.ts'
import { CallsToMake } from './calls-to-make.tsx'
import styles from './families-page.module.css'
import { FamilyTable } from './family-table.tsx'

const page = 50

/** The families that are shared with the viewer: what is new, who waits for whom, whom to call. */
export const FamiliesPage = () => {
  const text = useText()
  const viewer = useViewer()
  const dates = useDates(viewer.jurisdiction === 'NL' ? 'Europe/Amsterdam' : 'Europe/Brussels')
  const [first, setFirst] = useState(page)
  const [asked, again] = useQuery({ query: FamiliesDocument, variables: { first } })
  return (
    <div className={styles['page']}>
      <header>
        <p className={styles['day']}>{dates.fullDay(dates.today())}</p>
        <PageHeading title={text('families.title')}>{text('families.title')}</PageHeading>
      </header>
      <QueryState
        asked={asked}
        onRetry={() => again({ requestPolicy: 'network-only' })}
        isEmpty={(data) => data.families.nodes.length === 0}
        empty={<><p><strong>{text('families.empty')}</strong></p><p>{text('families.emptyHint')}</p></>}
      >
        {(data) => (
          <>
            <CallsToMake families={data.families.nodes} />
            <FamilyTable families={data.families.nodes} />
            {data.families.pageInfo.hasNextPage && <Button kind="secondary" busy={asked.fetching} onClick={() => setFirst(first + page)}>{text('families.more')}</Button>}
          </>
        )}
      </QueryState>
    </div>
  )
}
