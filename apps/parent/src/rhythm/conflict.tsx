import { Button, Card } from '@samenspel/ui'
import type { Block } from '@samenspel/week-editing'
import { useId } from 'react'
import { usePageText } from '../texts.ts'
import styles from './week-editor.module.css'
import { WeekList } from './week-list.tsx'

type Props = { readonly theirs: readonly Block[]; readonly onTake: () => void; readonly onKeep: () => void }

/** Somebody else saved this week meanwhile: what stands now beside what was just made, and the person chooses. */
export const Conflict = ({ theirs, onTake, onKeep }: Props) => {
  const text = usePageText()
  const id = useId()
  return (
    <div role="alert">
      <Card tone="wait" labelledBy={id}>
        <div className={styles['add']}>
          <h2 id={id} className={styles['title']}>{text('rhythm.conflict')}</h2>
          <p>{text('rhythm.conflictText')}</p>
          <p><b>{text('rhythm.theirs')}</b></p>
          <WeekList blocks={theirs} />
          <Button kind="secondary" wide onClick={onTake}>{text('rhythm.takeTheirs')}</Button>
          <Button kind="secondary" wide onClick={onKeep}>{text('rhythm.keepMine')}</Button>
        </div>
      </Card>
    </div>
  )
}
