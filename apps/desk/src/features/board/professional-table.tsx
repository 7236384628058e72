import { Bead, useDates, VisuallyHidden } from '@samenspel/ui'
import { beadOf } from '../../parts/appointment-words.ts'
import { useText } from '../../parts/text.ts'
import { professionalsIn, type FreeTime, type ProfessionalRow } from './board.ts'
import styles from './board-table.module.css'
import chip from './chip.module.css'
import { DayHeads } from './day-heads.tsx'
import type { TableProps } from './family-table.tsx'

/** A row for each professional: what they do for these families, and what they still offer. What else they do isn't here. */
export const ProfessionalTable = ({ board, families, days, address: { period: { view }, filter } }: TableProps) => {
  const text = useText()
  const rows = professionalsIn(families, board.freeTime, filter)
  return (
    <div className={styles['scroll']} role="region" aria-label={text('board.professionals')} tabIndex={0}>
      <table className={styles['table']} data-view={view}>
        <caption className={styles['caption']}>{text('board.professionals')}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles['whose']}>{text('board.professional')}</th>
            <DayHeads days={days} board={board} view={view} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className={styles['whose']}>{row.name}<span className={styles['soft']}>{row.organisation}</span></th>
              {days.map((date) => <Day key={date} row={row} date={date} short={view === 'month'} />)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Day = ({ row, date, short }: { readonly row: ProfessionalRow; readonly date: string; readonly short: boolean }) => {
  const text = useText()
  const zone = row.booked[0]?.family.zone ?? 'Europe/Amsterdam'
  const dates = useDates(zone)
  const booked = row.booked.filter(({ part }) => part.date === date).toSorted((a, b) => (a.part.start ?? '').localeCompare(b.part.start ?? ''))
  const free = row.free.filter((time) => time.date === date)
  const inWords = (time: FreeTime): string => text('board.free', { from: dates.clock(time.from), to: dates.clock(time.to) })
  return (
    <td className={styles['day']} data-today={date === dates.today() || undefined}>
      <div className={styles['stack']}>
        {booked.map(({ family, moment, part }) => {
          const words = text('board.forFamily', { family: family.name, what: part.label })
          const time = part.start === null ? '' : dates.clock(part.start)
          const look = { 'data-kind': part.isEvening ? 'evening' : 'single', 'data-proposed': moment.proposalId !== null || undefined }
          return short
            ? <div key={part.id} className={chip['chip']} {...look} data-short title={`${time} ${words}`}><span className={chip['bead']}><Bead shape={beadOf(part.discipline)} filled={moment.proposalId === null} /></span><VisuallyHidden>{time} {words}, {text(`appointment.${part.status}`)}</VisuallyHidden></div>
            : <div key={part.id} className={chip['chip']} {...look}><p className={chip['head']}><strong>{time}</strong></p><p className={chip['what']}>{words}</p><p className={chip['status']}>{text(`appointment.${part.status}`)}</p></div>
        })}
        {free.length > 0 && (short
          ? <span className={styles['freeMark']} title={free.map(inWords).join(', ')}><VisuallyHidden>{free.map(inWords).join(', ')}</VisuallyHidden></span>
          : <ul className={styles['free']}>{free.map((time) => <li key={time.from}>{inWords(time)}</li>)}</ul>)}
      </div>
    </td>
  )
}
