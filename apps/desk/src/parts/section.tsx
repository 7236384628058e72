import { Card } from '@samenspel/ui'
import { useId, type ReactNode } from 'react'
import styles from './section.module.css'

type Props = {
  readonly title: string
  /** What can be done here, at the end of the title's line. */
  readonly action?: ReactNode
  readonly tone?: 'plain' | 'wait'
  readonly id?: string
  readonly children: ReactNode
}

/** A part of a page, under its own heading. */
export const Section = ({ title, action, tone = 'plain', id, children }: Props) => {
  const heading = useId()
  return (
    <Card labelledBy={heading} tone={tone}>
      <div className={styles['head']} id={id}>
        <h2 id={heading}>{title}</h2>
        {action}
      </div>
      {children}
    </Card>
  )
}
