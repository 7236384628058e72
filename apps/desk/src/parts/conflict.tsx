import { Button } from '@samenspel/ui'
import styles from './conflict.module.css'
import { useText } from './text.ts'

type Props = {
  /** What stands there now, by somebody else. */
  readonly theirs: string
  readonly by?: string | undefined
  readonly onTake: () => void
  readonly onKeep: () => void
}

/** Somebody else was first: both texts stay on the screen, and the person chooses. Nothing is overwritten unseen. */
export const Conflict = ({ theirs, by, onTake, onKeep }: Props) => {
  const text = useText()
  return (
    <div className={styles['conflict']} role="alert">
      <p><strong>{by === undefined ? text('conflict.title') : text('conflict.titleBy', { by })}</strong></p>
      <p className={styles['label']}>{text('conflict.theirs')}</p>
      <p className={styles['theirs']} dir="auto">{theirs}</p>
      <p>{text('conflict.yours')}</p>
      <div className={styles['choices']}>
        <Button kind="secondary" onClick={onKeep}>{text('conflict.keep')}</Button>
        <Button kind="secondary" onClick={onTake}>{text('conflict.take')}</Button>
      </div>
    </div>
  )
}
