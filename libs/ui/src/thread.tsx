import type { ReactNode } from 'react'
import styles from './thread.module.css'

/** The shape of a bead says its kind: `circle` infant mental health and daily care, `square` medical, `diamond` the parent's own care or a strain. */
export type BeadShape = 'circle' | 'square' | 'diamond'

/** One bead. Decoration: whatever it says is said in words beside it. */
export const Bead = ({ shape, filled = false }: { readonly shape: BeadShape; readonly filled?: boolean }) => (
  <svg className={styles['bead']} viewBox="0 0 18 18" aria-hidden="true" data-filled={filled || undefined}>
    {shape === 'circle' && <circle cx="9" cy="9" r="7" />}
    {shape === 'square' && <rect x="2" y="2" width="14" height="14" rx="2" />}
    {shape === 'diamond' && <rect x="3.5" y="3.5" width="11" height="11" rx="1.5" transform="rotate(45 9 9)" />}
  </svg>
)

/** The one thread: an ordered list whose items are beads on a line. */
export const Thread = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <ol className={styles['thread']} aria-label={label}>{children}</ol>
)

/** A whole visit as one small thread: a bead for each stop. Decoration beside words. */
export const ThreadInShort = ({ shapes, filled = false }: { readonly shapes: readonly BeadShape[]; readonly filled?: boolean }) => (
  <span className={styles['short']} aria-hidden="true">
    {shapes.map((shape, index) => <Bead key={`${String(index)}${shape}`} shape={shape} filled={filled} />)}
  </span>
)

type StopProps = {
  /** What stands before the bead, most often a time. */
  readonly before: ReactNode
  readonly shape: BeadShape
  readonly filled?: boolean
  readonly children: ReactNode
}

export const ThreadStop = ({ before, shape, filled = false, children }: StopProps) => (
  <li className={styles['stop']}>
    <span className={styles['before']}>{before}</span>
    <span className={styles['line']}><Bead shape={shape} filled={filled} /></span>
    <div className={styles['content']}>{children}</div>
  </li>
)
