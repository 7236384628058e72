import type { LifeLineWeight } from './layout.ts'
import styles from './life-line.module.css'

/** The bead of one event, 18 by 18, around 0,0. */
export const Sign = ({ weight }: { readonly weight: LifeLineWeight }) => {
  switch (weight) {
    case 'strain': return <rect className={styles['strain']} x="-6.5" y="-6.5" width="13" height="13" rx="1.5" transform="rotate(45)" />
    case 'strength': return <circle className={styles['strength']} r="7.5" />
    case 'birth': return <><circle className={styles['neutral']} r="8.5" /><circle className={styles['birth']} r="4" /></>
    case 'neutral': return <circle className={styles['neutral']} r="7" />
  }
}
