import { Notice, PageHeading } from '@samenspel/ui'
import { useText } from '../parts/text.ts'
import type { LockScreen } from './door.ts'
import styles from './tablet.module.css'

type Props = { readonly screen: LockScreen; readonly isOffline: boolean; readonly onChoose: (worker: LockScreen['workers'][number]) => void }

/** Who works at this tablet. No child, no family, no time: whoever walks by may read it. */
export const LockPage = ({ screen, isOffline, onChoose }: Props) => {
  const text = useText()
  return (
    <>
      <PageHeading title={text('tablet.title')}>{text('tablet.who')}</PageHeading>
      <Notice tone="wait">{isOffline && text('tablet.offline')}</Notice>
      {screen.workers.length === 0 ? <p className={styles['lead']}>{text('tablet.nobody')}</p> : (
        <ul className={styles['workers']}>
          {screen.workers.map((worker) => (
            <li key={worker.id}>
              <button type="button" className={styles['worker']} onClick={() => onChoose(worker)}>
                <span className={styles['initials']} aria-hidden="true">{initialsOf(worker.name)}</span>
                <span className={styles['workerName']}>
                  <strong>{worker.name}</strong>
                  <span className={styles['soft']}>{worker.isLocked ? text('tablet.blocked') : worker.title}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {screen.workers.length > 0 && <p className={styles['soft']}>{text('tablet.notHere')}</p>}
    </>
  )
}

const initialsOf = (name: string): string => name.split(' ').filter((word) => /^\p{Lu}/u.test(word)).map((word) => word[0]).slice(0, 2).join('')
