import { Button, useDates } from '@samenspel/ui'
import { everyDay, inOrder, workdays, type Block } from '@samenspel/week-editing'
import { Table } from '../../parts/table.tsx'
import { useText } from '../../parts/text.ts'
import { mondayFirst } from './week.ts'
import styles from './week.module.css'

type Props = { readonly caption: string; readonly blocks: readonly Block[]; readonly zone: string; readonly onOpen?: (block: Block) => void; readonly onRemove?: (block: Block) => void }

/** The parts of a week, in the order of the day. */
export const WeekParts = ({ caption, blocks, zone, onOpen, onRemove }: Props) => {
  const text = useText()
  const dates = useDates(zone)
  const inWords = (weekdays: readonly number[]): string => weekdays.length === everyDay.length ? text('week.everyDay')
    : weekdays.join() === workdays.join() ? text('week.workdays') : weekdays.map((day) => dates.weekday(mondayFirst[day - 1] ?? '')).join(', ')
  return (
    <Table caption={caption} columns={[text('week.what'), text('week.days'), text('week.times'), ...(onOpen === undefined ? [] : [text('week.action')])]}>
      {inOrder(blocks).map((block) => (
        <tr key={block.id}>
          <th scope="row">{block.label}{block.label !== text(`week.${block.kind}`) && <span className={styles['kind']}>{text(`week.${block.kind}`)}</span>}</th>
          <td data-label={text('week.days')}>{inWords(block.weekdays)}</td>
          <td data-label={text('week.times')} className={styles['times']}>{dates.times(block.from, block.to)}</td>
          {onOpen !== undefined && (
            <td>
              <div className={styles['row']}>
                <Button kind="quiet" aria-label={text('week.changeOf', { label: block.label })} onClick={() => onOpen(block)}>{text('week.change')}</Button>
                {onRemove !== undefined && <Button kind="quiet" aria-label={text('week.removeOf', { label: block.label })} onClick={() => onRemove(block)}>{text('week.remove')}</Button>}
              </div>
            </td>
          )}
        </tr>
      ))}
    </Table>
  )
}
