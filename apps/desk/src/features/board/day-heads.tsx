import { useDates, VisuallyHidden } from '@samenspel/ui'
import { useText } from '../../parts/text.ts'
import type { BoardData } from './board.ts'
import styles from './board-table.module.css'
import type { View } from './period.ts'

type Props = { readonly days: readonly string[]; readonly board: BoardData; readonly view: View }

/** The days over the columns. */
export const DayHeads = ({ days, board, view }: Props) => {
  const text = useText()
  const dates = useDates(board.families[0]?.zone ?? 'Europe/Amsterdam')
  const today = dates.today()
  return days.map((date) => (
    <th key={date} scope="col" data-today={date === today || undefined} aria-current={date === today ? 'date' : undefined}>
      <span aria-hidden="true">{view === 'month' ? <>{dates.weekday(date).slice(0, 2)}<br />{dates.dayNumber(date)}</> : dates.shortDay(date)}</span>
      <VisuallyHidden>{dates.day(date)}</VisuallyHidden>
      {board.closedDays.includes(date) && <span className={styles['soft']}> {view === 'month' ? <VisuallyHidden>{text('board.closed')}</VisuallyHidden> : text('board.closed')}</span>}
    </th>
  ))
}
