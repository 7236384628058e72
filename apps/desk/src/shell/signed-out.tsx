import { buttonClass, keepWanted, PageHeading } from '@samenspel/ui'
import { useText } from '../parts/text.ts'
import styles from './signed-out.module.css'

/** The session has ended, or there was none: what to do now. Who signs in comes back to this address. */
export const SignedOut = () => {
  const text = useText()
  return (
    <div className={styles['page']}>
      <PageHeading title={text('state.signedOut')}>{text('state.signedOut')}</PageHeading>
      <p>{text('shell.signedOutHint')}</p>
      <a className={buttonClass()} href="/?for=desk" onClick={() => keepWanted('desk', location.pathname.slice('/desk'.length) + location.search)}>{text('state.signIn')}</a>
    </div>
  )
}
