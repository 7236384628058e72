import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import styles from './query-state.module.css'
import { useCommonText } from './text.tsx'

/** How far a question to the server is. */
export type Asked<Data> = { readonly fetching: boolean; readonly error?: unknown; readonly data?: Data | undefined }

type Props<Data> = {
  readonly asked: Asked<Data>
  readonly onRetry: () => void
  readonly isEmpty?: (data: Data) => boolean
  /** What to say when there is nothing: also what happens next; `null` where nothing is said. */
  readonly empty?: ReactNode
  readonly children: (data: Data) => ReactNode
}

/** The four states of everything that is fetched: loading, failed, empty, result. What was there stays while something newer is fetched or fails. */
export const QueryState = <Data,>({ asked, onRetry, isEmpty, empty, children }: Props<Data>) => {
  const text = useCommonText()
  const { data, error, fetching } = asked
  if (data === undefined || data === null) {
    return error === undefined || fetching ? <Loading /> : <Failed onRetry={onRetry} because={sentenceOf(error)} />
  }
  return (
    <>
      {error !== undefined && !fetching && (
        <p className={styles['stale']} role="status">
          {text('state.stale')} <Button kind="quiet" onClick={onRetry}>{text('action.retry')}</Button>
        </p>
      )}
      {isEmpty?.(data) === true ? empty !== null && <div className={styles['state']}>{empty ?? <p>{text('state.empty')}</p>}</div> : children(data)}
    </>
  )
}

/** Says that something is on its way; quick answers never show it. */
export const Loading = () => {
  const text = useCommonText()
  return <p className={styles['loading']} role="status">{text('state.loading')}</p>
}

/** What the server said about a question that it refused; nothing when it could not be asked. */
const sentenceOf = (error: unknown): string | undefined => {
  const { graphQLErrors } = (error ?? {}) as { readonly graphQLErrors?: readonly { readonly message: string }[] }
  return graphQLErrors?.[0]?.message
}

/** Says that it didn't work and why, and offers to try again. */
export const Failed = ({ onRetry, because }: { readonly onRetry: () => void; readonly because?: string | undefined }) => {
  const text = useCommonText()
  return (
    <div className={styles['state']} role="alert">
      <p className={styles['title']}>{text('state.failed')}</p>
      <p>{because ?? text('state.failedHint')}</p>
      <Button kind="secondary" onClick={onRetry}>{text('action.retry')}</Button>
    </div>
  )
}
