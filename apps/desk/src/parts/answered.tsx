import { Button, QueryState } from '@samenspel/ui'
import type { ReactNode } from 'react'
import type { CombinedError } from 'urql'
import { isSignedOut, refusalOf, unreachable } from '../graph/refusal.ts'
import { SignedOut } from '../shell/signed-out.tsx'
import styles from './answered.module.css'
import { useText } from './text.ts'

type Props<Data> = {
  readonly asked: { readonly fetching: boolean; readonly error?: CombinedError | undefined; readonly data?: Data | undefined }
  readonly onRetry: () => void
  readonly isEmpty?: (data: Data) => boolean
  readonly empty?: ReactNode
  readonly children: (data: Data) => ReactNode
}

/** What came back from a question, or why nothing did: the session ended, the server said no and why, or it could not be reached. */
export const Answered = <Data,>(props: Props<Data>) => {
  const text = useText()
  const { asked: { data, error, fetching }, onRetry } = props
  if (error !== undefined && !fetching) {
    if (isSignedOut(error)) return <SignedOut />
    const { code, message } = refusalOf(error)
    if (code !== unreachable && (data === undefined || data === null)) {
      return (
        <div className={styles['no']} role="alert">
          <p>{message}</p>
          <Button kind="secondary" onClick={onRetry}>{text('action.retry')}</Button>
        </div>
      )
    }
  }
  return <QueryState {...props} />
}
