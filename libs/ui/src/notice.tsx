import { Children, type ReactNode } from 'react'
import styles from './notice.module.css'

type Props = {
  readonly tone?: 'ok' | 'wait' | 'stop' | 'neutral'
  readonly children: ReactNode
}

/** What just happened, said once by a screen reader and staying on the page. Keep it mounted; only its content changes. */
export const Notice = ({ tone = 'neutral', children }: Props) => (
  <div role="status" className={Children.toArray(children).length === 0 ? styles['nothing'] : [styles['notice'], styles[tone]].join(' ')}>
    {children}
  </div>
)
