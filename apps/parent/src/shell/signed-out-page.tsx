import { Brand, buttonClass, PageHeading } from '@samenspel/ui'
import { useText } from '../texts.ts'
import styles from './shell.module.css'

/** The session is over: nothing of the family is on the screen any more. */
export const SignedOut = () => {
  const text = useText()
  return (
    <div className={styles['shell']}>
      <header className={styles['header']}><span className={styles['brand']}><Brand /></span></header>
      <main className={styles['main']}>
        <PageHeading title={text('state.signedOut')}>{text('state.signedOut')}</PageHeading>
        <p><a className={buttonClass('primary')} href="/">{text('state.signIn')}</a></p>
      </main>
    </div>
  )
}
