import { buttonClass, PageHeading } from '@samenspel/ui'
import { useText } from '../parts/text.ts'
import styles from './signed-out.module.css'

/** The session has ended: what to do now. */
export const SignedOut = () => {
  const text = useText()
  return (
    <div className={styles['page']}>
      <PageHeading title={text('state.signedOut')}>{text('state.signedOut')}</PageHeading>
      <p>{text('shell.signedOutHint')}</p>
      <a className={buttonClass()} href="/?for=desk">{text('state.signIn')}</a>
    </div>
  )
}
