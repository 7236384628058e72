import { Brand, buttonClass, keepWanted, PageHeading } from '@samenspel/ui'
import { useLocation } from 'wouter'
import { useText } from '../texts.ts'
import styles from './shell.module.css'

/** There is no session: one was left, or somebody comes by a link in a mail. Nothing of the family is on the screen. Who signs in comes back to this address. */
export const SignedOut = () => {
  const text = useText()
  const [here] = useLocation()
  return (
    <div className={styles['shell']}>
      <header className={styles['header']}><span className={styles['brand']}><Brand /></span></header>
      <main className={styles['main']}>
        <PageHeading title={text('state.signedOut')}>{text('state.signedOut')}</PageHeading>
        <p><a className={buttonClass('primary')} href="/?for=parent" onClick={() => keepWanted('parent', here)}>{text('state.signIn')}</a></p>
      </main>
    </div>
  )
}
