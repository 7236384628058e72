import { PlanningBoardDocument } from '@samenspel/graphql-documents/desk'
import { PageHeading, useDates } from '@samenspel/ui'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { useText } from '../../parts/text.ts'
import { paths } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import { BoardBar } from './board-bar.tsx'
import styles from './board-page.module.css'
import { BoardDesk } from './board-desk.tsx'
import { weekNumber, workingDayFrom } from './period.ts'
import { useBoardAddress } from './use-board-address.ts'

/** The planning board: the families of a coordinator side by side, day by day, and plans that are made by hand. */
export const BoardPage = () => {
  const text = useText()
  const viewer = useViewer()
  const dates = useDates(zoneIn(viewer))
  const address = useBoardAddress(workingDayFrom(dates.today()))
  const { period, date } = address
  const [asked, again] = useQuery({ query: PlanningBoardDocument, variables: { from: period.from, until: period.until } })
  const when = period.view === 'month' ? dates.month(date) : text('board.week', { number: weekNumber(date), from: dates.shortDate(period.from), until: dates.shortDate(period.until) })
  return (
    <div className={styles['page']}>
      <header className={styles['header']}>
        <div>
          <p className={styles['when']} aria-live="polite">{when}</p>
          <PageHeading title={text('board.title')}>{text('board.title')}</PageHeading>
          <p data-print="never"><Link to={paths.region}>{text('region.open.board')}</Link></p>
        </div>
        <BoardBar address={address} today={dates.today()} board={asked.data?.planningBoard} />
      </header>
      <Answered
        asked={asked}
        onRetry={() => again({ requestPolicy: 'network-only' })}
        isEmpty={(data) => data.planningBoard.families.length === 0}
        empty={<><p><strong>{text('board.empty')}</strong></p><p>{text('board.emptyHint')}</p></>}
      >
        {({ planningBoard }) => <BoardDesk board={planningBoard} address={address} />}
      </Answered>
    </div>
  )
}
