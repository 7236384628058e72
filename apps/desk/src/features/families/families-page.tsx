import { FamiliesDocument } from '@samenspel/graphql-documents/desk'
import { Button, buttonClass, Notice, PageHeading, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import parts from '../../parts/page.module.css'
import { useText } from '../../parts/text.ts'
import { paths } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import styles from './families-page.module.css'
import { FamilyTable } from './family-table.tsx'

/** The families that are shared with the viewer: what is new, and who waits for whom. */
export const FamiliesPage = () => {
  const text = useText()
  const viewer = useViewer()
  const dates = useDates(zoneIn(viewer))
  return (
    <div className={styles['page']}>
      <header className={parts['head']}>
        <div>
          <p className={styles['day']}>{dates.fullDay(dates.today())}</p>
          <PageHeading title={text('families.title')}>{text('families.title')}</PageHeading>
        </div>
        {viewer.discipline === 'IMH_SPECIALIST' && <Link className={buttonClass('secondary')} to={paths.newFamily}>{text('opening.title')}</Link>}
      </header>
      {viewer.registrationEnds != null && <Notice tone="wait">{text(viewer.registrationEnds < dates.today() ? 'registration.ended' : 'registration.ends', { day: dates.date(viewer.registrationEnds) })}</Notice>}
      <FamilyList after={undefined} />
    </div>
  )
}

/** One page of the list; the next is read when it is asked for. */
const FamilyList = ({ after }: { readonly after: string | undefined }) => {
  const text = useText()
  const [more, setMore] = useState(false)
  const [asked, again] = useQuery({ query: FamiliesDocument, variables: { after } })
  return (
    <Answered
      asked={asked}
      onRetry={() => again({ requestPolicy: 'network-only' })}
      isEmpty={(data) => data.families.nodes.length === 0}
      empty={<><p><strong>{text('families.empty')}</strong></p><p>{text('families.emptyHint')}</p></>}
    >
      {({ families: { nodes, pageInfo } }) => (
        <>
          <FamilyTable families={nodes} />
          {pageInfo.hasNextPage && (more
            ? <FamilyList after={pageInfo.endCursor ?? undefined} />
            : <Button kind="secondary" onClick={() => setMore(true)}>{text('families.more')}</Button>)}
        </>
      )}
    </Answered>
  )
}
