import { TodayDocument, type TodayQuery } from '@samenspel/graphql-documents/desk'
import { buttonClass, PageHeading, useDates } from '@samenspel/ui'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { useText } from '../../parts/text.ts'
import { paths } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import { TodayGroup } from './today-group.tsx'
import { isUrgent, todayGroups } from './today.ts'
import styles from './today.module.css'

/** What one can do today, in all families together; and what changed there. */
export const TodayPage = () => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const [asked, again] = useQuery({ query: TodayDocument })
  return (
    <div className={styles['page']}>
      <header>
        <p className={styles['day']}>{dates.fullDay(dates.today())}</p>
        <PageHeading title={text('today.title')}>{text('today.title')}</PageHeading>
      </header>
      <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })} isEmpty={({ today }) => today.items.length === 0} empty={<NothingToday />}>
        {({ today: { items } }) => <Groups items={items} />}
      </Answered>
    </div>
  )
}

const Groups = ({ items }: { readonly items: TodayQuery['today']['items'] }) => {
  const text = useText()
  const there = todayGroups.filter((group) => items.some((item) => item.group === group))
  const column = (isOfMine: boolean) => there.filter((group) => isUrgent(group) === isOfMine)
    .map((group) => <TodayGroup key={group} group={group} items={items.filter((item) => item.group === group)} />)
  return (
    <div className={styles['columns']}>
      <div className={styles['column']}>
        {there.some(isUrgent) ? column(true) : <p className={styles['calm']}>{text('today.nothingAsked')}</p>}
      </div>
      {there.some((group) => !isUrgent(group)) && <div className={styles['column']}>{column(false)}</div>}
    </div>
  )
}

/** Nothing at all: what comes next, and where to go. */
const NothingToday = () => {
  const text = useText()
  const viewer = useViewer()
  return (
    <>
      <p><strong>{text('today.empty')}</strong></p>
      <p>{text('today.emptyHint')}</p>
      <p className={styles['ways']}>
        <Link className={buttonClass('secondary')} to={paths.families}>{text('families.title')}</Link>
        {viewer.discipline === 'IMH_SPECIALIST' && <Link className={buttonClass('secondary')} to={paths.newFamily}>{text('opening.title')}</Link>}
      </p>
    </>
  )
}
