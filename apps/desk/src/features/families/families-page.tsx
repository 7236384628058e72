import { FamiliesDocument } from '@samenspel/graphql-documents/desk'
import { buttonClass, MoreButton, Notice, PageHeading, useDates, useList } from '@samenspel/ui'
import { Link } from 'react-router'
import { Answered } from '../../parts/answered.tsx'
import parts from '../../parts/page.module.css'
import { useText } from '../../parts/text.ts'
import { paths } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import styles from './families-page.module.css'
import { byAttention, FamilyTable } from './family-table.tsx'

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
      <FamilyList />
    </div>
  )
}

/** Each part of the list with what asks for attention first: what comes later stands below what is being read. */
const FamilyList = () => {
  const text = useText()
  const { asked, again, more, row } = useList({ query: FamiliesDocument, variables: {}, listIn: ({ families: { nodes, pageInfo } }) => ({ nodes: byAttention(nodes), pageInfo }), idOf: ({ id }) => id })
  return (
    <Answered
      asked={asked}
      onRetry={again}
      isEmpty={({ nodes }) => nodes.length === 0}
      empty={<><p><strong>{text('families.empty')}</strong></p><p>{text('families.emptyHint')}</p></>}
    >
      {({ nodes }) => (
        <>
          <FamilyTable families={nodes} row={row} />
          <MoreButton more={more} label={text('families.more')} />
        </>
      )}
    </Answered>
  )
}
