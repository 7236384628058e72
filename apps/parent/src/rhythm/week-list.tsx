import { inOrder, type Block } from '@samenspel/week-editing'
import { useFamilyView } from '../family/family-context.tsx'
import { usePageText } from '../texts.ts'
import { useDays } from './use-days.ts'
import styles from './week-list.module.css'
import marks from './marks.module.css'

/** The parts of a week in words, in the order of the day; each can be opened where that is meant. */
export const WeekList = ({ blocks, onOpen }: { readonly blocks: readonly Block[]; readonly onOpen?: (block: Block) => void }) => {
  const text = usePageText()
  const { dates } = useFamilyView()
  const days = useDays()
  if (blocks.length === 0) return <p>{text('rhythm.empty')}</p>
  return (
    <ul className={styles['list']}>
      {inOrder(blocks).map((block) => {
        const words = (
          <>
            <span className={[styles['mark'], marks[block.kind]].join(' ')} aria-hidden="true" />
            <span className={styles['words']}>
              <b>{block.label}</b>
              <span>{days.inWords(block.weekdays)}</span>
              <span className={styles['times']}>{dates.times(block.from, block.to)}</span>
            </span>
          </>
        )
        return (
          <li key={block.id}>
            {onOpen === undefined
              ? <div className={styles['part']}>{words}</div>
              : <button type="button" className={[styles['part'], styles['opens']].join(' ')} onClick={() => { onOpen(block) }}>{words}<span className={styles['change']} aria-hidden="true">›</span></button>}
          </li>
        )
      })}
    </ul>
  )
}
