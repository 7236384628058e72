import type { AccessLogQuery } from '@samenspel/graphql-documents/desk'
import { StatusMark, useDates, type RowProps } from '@samenspel/ui'
import { Table } from '../../parts/table.tsx'
import { useText } from '../../parts/text.ts'
import styles from './log-table.module.css'

type Line = AccessLogQuery['accessLog']['nodes'][number]

const columns = ['when', 'who', 'action', 'because'] as const

/** The lines of an access log, in whole sentences. */
export const LogTable = ({ lines, zone, row }: { readonly lines: readonly Line[]; readonly zone: string; readonly row: (id: string) => RowProps }) => {
  const text = useText()
  const dates = useDates(zone)
  return (
    <Table caption={text('log.caption')} columns={columns.map((column) => text(`log.column.${column}`))}>
      {lines.map((line) => (
        <tr key={line.id} {...row(line.id)}>
          <td className={styles['when']} data-label={text('log.column.when')}>
            <time dateTime={line.at}>{dates.shortDay(dates.dateOf(line.at))} {dates.clock(dates.timeOf(line.at))}</time>
            {line.times > 1 && <span className={styles['soft']}>{text('log.times', { count: line.times })}</span>}
          </td>
          <td data-label={text('log.column.who')}>
            <strong>{line.who}</strong>
            <span className={styles['soft']}>{[line.role, line.organisation, line.insteadOf, line.channel].filter(Boolean).join(', ')}</span>
          </td>
          <td data-label={text('log.column.action')}>
            <span className={styles['words']}>{line.action} {line.what}</span>
            {line.refused && <StatusMark tone="stop">{text('log.refused')}</StatusMark>}
            {line.emergency && <StatusMark tone="wait">{text('log.emergency')}</StatusMark>}
          </td>
          <td data-label={text('log.column.because')}><ul className={styles['because']}>{line.because.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul></td>
        </tr>
      ))}
    </Table>
  )
}
