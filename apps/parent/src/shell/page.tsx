import { Icon } from '@samenspel/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { paths } from '../paths.ts'
import { useText } from '../texts.ts'
import styles from './page.module.css'

/** One page: its parts below each other, with room between them. */
export const Page = ({ children }: { readonly children: ReactNode }) => <div className={styles['page']}>{children}</div>

/** The way back from a page that isn't one of the four places. */
export const BackLink = ({ to = paths.today }: { readonly to?: string }) => {
  const text = useText()
  return (
    <Link href={to} className={styles['back'] ?? ''} data-print="never">
      <Icon name="back" size={20} className={styles['backSign']} />
      {text('action.back')}
    </Link>
  )
}

/** Parts beside each other on a wide screen: what it is about first, what to do with it second. */
export const Columns = ({ main, aside }: { readonly main: ReactNode; readonly aside: ReactNode }) => (
  <div className={styles['columns']}>
    <div className={styles['page']}>{main}</div>
    <div className={styles['page']}>{aside}</div>
  </div>
)
