import { Button } from '@samenspel/ui'
import { useText } from '../../parts/text.ts'
import type { BoardData } from './board.ts'
import { organisationsIn } from './board.ts'
import { Switch } from '../../parts/switch.tsx'
import styles from './board-bar.module.css'
import { stepped, type View } from './period.ts'
import type { BoardAddress, Rows } from './use-board-address.ts'

type Props = { readonly address: BoardAddress; readonly today: string; readonly board: BoardData | undefined }

/** Which days, which rows, and of whom. */
export const BoardBar = ({ address, today, board }: Props) => {
  const text = useText()
  const { date, period: { view }, rows, filter, show } = address
  const families = board?.families ?? []
  return (
    <div className={styles['bar']} data-print="never">
      <div className={styles['group']}>
        <Button kind="secondary" aria-label={text(`board.previous.${view}`)} onClick={() => show({ date: stepped(view, date, -1) })}><Arrow back /></Button>
        <Button kind="secondary" onClick={() => show({ date: today })}>{text('board.today')}</Button>
        <Button kind="secondary" aria-label={text(`board.next.${view}`)} onClick={() => show({ date: stepped(view, date, 1) })}><Arrow /></Button>
        <label className={styles['field']}>
          <span>{text('board.jump')}</span>
          <input type="date" value={date} onChange={(event) => { if (event.target.value !== '') show({ date: event.target.value }) }} />
        </label>
      </div>
      <Switch<View> label={text('board.view')} value={view} options={[{ id: 'week', label: text('board.view.week') }, { id: 'month', label: text('board.view.month') }]} onChoose={(chosen) => show({ view: chosen })} />
      <Switch<Rows> label={text('board.rows')} value={rows} options={[{ id: 'families', label: text('board.rows.families') }, { id: 'professionals', label: text('board.rows.professionals') }]} onChoose={(chosen) => show({ rows: chosen })} />
      <label className={styles['field']}>
        <span>{text('board.filter.family')}</span>
        <select value={filter.familyId ?? ''} onChange={(event) => show({ familyId: event.target.value })}>
          <option value="">{text('board.filter.all')}</option>
          {families.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
      </label>
      <label className={styles['field']}>
        <span>{text('board.filter.organisation')}</span>
        <select value={filter.organisationId ?? ''} onChange={(event) => show({ organisationId: event.target.value })}>
          <option value="">{text('board.filter.all')}</option>
          {organisationsIn(families).map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
      </label>
      <Button kind="quiet" onClick={() => window.print()}>{text('board.print')}</Button>
    </div>
  )
}

const Arrow = ({ back = false }: { readonly back?: boolean }) => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round"><path d={back ? 'M10 3L5 8l5 5' : 'M6 3l5 5-5 5'} /></svg>
)
