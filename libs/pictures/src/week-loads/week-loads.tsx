import type { CSSProperties } from 'react'
import { Picture } from '../frame/picture.tsx'
import { useText } from '../frame/text.ts'
import { layoutLoads, whenOf, type LoadedWeek, type LoadRow } from './layout.ts'
import styles from './week-loads.module.css'

type Props = { readonly title: string; readonly today: string; readonly weeks: readonly LoadedWeek[] }

/** The weeks of a family beside each other: hollow with every wish planned apart, filled with a plan; what was stands filled alone. */
export const WeekLoads = ({ title, today, weeks }: Props) => {
  const text = useText()
  const rows = layoutLoads(weeks, today)
  return (
    <Picture
      title={title}
      drawing={(
        <div className={styles['drawing']} style={{ '--weeks': weeks.length } as CSSProperties}>
          {rows.map((row) => <Row key={row.measure} row={row} />)}
          <div className={styles['row']} data-foot>
            <span />
            {weeks.map(({ monday, short }) => <span key={monday} className={styles['week']} data-when={whenOf(monday, today)}>{short}</span>)}
          </div>
        </div>
      )}
      legend={(
        <span className={styles['legend']}>
          <span className={styles['key']} data-way="past" /> {text('load.past')} <span className={styles['key']} data-way="apart" /> {text('load.apart')} <span className={styles['key']} data-way="plan" /> {text('load.plan')}
        </span>
      )}
      list={(
        <div className={styles['list']} role="region" aria-label={title} tabIndex={0}>
          <table>
            <thead><tr><th scope="col">{text('load.weekColumn')}</th>{rows.map(({ measure }) => <th key={measure} scope="col">{text(`load.${measure}`)}</th>)}</tr></thead>
            <tbody>
              {weeks.map(({ monday, short }, index) => (
                <tr key={monday}>
                  <th scope="row">{text('load.week', { day: short })}{whenOf(monday, today) === 'now' && ` (${text('load.now')})`}</th>
                  {rows.map(({ measure, cells }) => <td key={measure}><Words row={measure} cell={cells[index]} /></td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    />
  )
}

const Row = ({ row: { measure, cells } }: { readonly row: LoadRow }) => {
  const text = useText()
  return (
    <div className={styles['row']}>
      <span className={styles['name']}>{text(`load.${measure}`)}</span>
      {cells.map(({ monday, when, apart, plan }) => (
        <span key={monday} className={styles['cell']} data-when={when}>
          <span className={styles['bars']}>
            {when !== 'past' && <span className={styles['bar']} data-way="apart" data-none={apart.value === 0 || undefined} style={{ blockSize: `${String(apart.height * 100)}%` }} />}
            <span className={styles['bar']} data-way={when === 'past' ? 'past' : 'plan'} data-none={plan.value === 0 || undefined} style={{ blockSize: `${String(plan.height * 100)}%` }} />
          </span>
          <span className={styles['value']}>{when === 'past' || apart.value === plan.value ? plan.value : `${String(apart.value)} → ${String(plan.value)}`}</span>
        </span>
      ))}
    </div>
  )
}

const Words = ({ row, cell }: { readonly row: LoadRow['measure']; readonly cell: LoadRow['cells'][number] | undefined }) => {
  const text = useText()
  if (cell === undefined) return null
  const say = (value: number): string => row === 'windowsKept' ? text('load.ofAll', { kept: value, all: cell.all }) : String(value)
  return cell.when === 'past' ? say(cell.plan.value) : text('load.both', { apart: say(cell.apart.value), plan: say(cell.plan.value) })
}
