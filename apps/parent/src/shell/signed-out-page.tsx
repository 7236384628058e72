import { Brand, buttonClass, PageHeading } from '@samenspel/ui'
import { useText } from '../texts.ts'
import styles from './shell.module.css'

/** There is no session: one was left, or somebody comes by a link in a mail. Nothing of the family is on the screen. */
export const SignedOut = () => {
  const text = useText()
  return (
    <div className={styles['shell']}>
      <header className={styles['header']}><span className={styles['brand']}><Brand /></span></header>
      <main className={styles['main']}>
        <PageHeading title={text('state.signedOut')}>{text('state.signedOut')}</PageHeading>
        <p><a className={buttonClass('primary')} href="/?for=parent">{text('state.signIn')}</a></p>
      </main>
    </div>
  )
}
