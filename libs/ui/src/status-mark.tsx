import type { ReactNode } from 'react'
import styles from './status-mark.module.css'

export type StatusTone = 'ok' | 'wait' | 'stop' | 'neutral'

const signs = {
  ok: <path d="M3.5 8.5l3 3 6-7" />,
  wait: <path d="M8 4v4l2.5 2M8 14.2a6.2 6.2 0 1 1 0-12.4 6.2 6.2 0 0 1 0 12.4z" />,
  stop: <path d="M4 4l8 8M12 4l-8 8" />,
  neutral: <path d="M3.5 8h9" />,
} as const satisfies Record<StatusTone, ReactNode>

/** A status: sign, word and colour say the same. */
export const StatusMark = ({ tone, children }: { readonly tone: StatusTone; readonly children: ReactNode }) => (
  <span className={[styles['mark'], styles[tone]].join(' ')}>
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">{signs[tone]}</svg>
    {children}
  </span>
)
