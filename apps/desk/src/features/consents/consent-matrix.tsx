import { useDates } from '@samenspel/ui'
import { useText } from '../../parts/text.ts'
import { matrixOf, type ConsentFamily, type Line } from './consents.ts'
import styles from './consents.module.css'

/** Whom it is about, by who may read: what holds now, and until when. It scrolls sideways, also by keyboard. */
export const ConsentMatrix = ({ family }: { readonly family: ConsentFamily }) => {
  const text = useText()
  const { columns, rows } = matrixOf(family)
  if (rows.length === 0) return <p>{text('consents.none')}</p>
  return (
    <div className={styles['scroll']} role="region" aria-label={text('consents.matrix')} tabIndex={0}>
      <table className={styles['matrix']}>
        <caption className={styles['caption']}>{text('consents.caption')}</caption>
        <thead>
          <tr><th scope="col">{text('consents.about')}</th>{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.subject}>
              <th scope="row">{row.subject}</th>
              {row.cells.map((lines, index) => <td key={columns[index]}>{lines.length === 0 ? <span className={styles['soft']}>{text('consents.nothing')}</span> : <ul className={styles['lines']}>{lines.map((line) => <li key={line.key}><CellLine line={line} zone={family.zone} /></li>)}</ul>}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const CellLine = ({ line: { effect, state, until, categories }, zone }: { readonly line: Line; readonly zone: string }) => {
  const text = useText()
  const dates = useDates(zone)
  return (
    <>
      <strong>{text(`consents.${effect}.${state}`)}</strong>: {categories.map((category) => text(`consents.category.${category ?? 'ALL'}`)).join(', ')}
      {until !== null && <span className={styles['soft']}> ({text('consents.until', { day: dates.date(until) })})</span>}
    </>
  )
}
