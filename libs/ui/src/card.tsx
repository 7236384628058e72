import type { ReactNode } from 'react'
import styles from './card.module.css'

type Props = {
  /** `dusk` is for an evening at home or a video call, and for nothing else. */
  readonly tone?: 'plain' | 'dusk' | 'ok' | 'wait'
  /** The one soft shadow: the visit card. */
  readonly raised?: boolean
  /** The id of the heading that names this card. */
  readonly labelledBy?: string
  readonly as?: 'section' | 'article' | 'div' | 'li'
  readonly children: ReactNode
}

export const Card = ({ tone = 'plain', raised = false, labelledBy, as: Element = 'section', children }: Props) => (
  <Element className={[styles['card'], styles[tone], raised ? styles['raised'] : ''].join(' ')} aria-labelledby={labelledBy}>
    {children}
  </Element>
)
