import { loadPageTexts } from '@samenspel/intl/parent'
import { Failed, Loading, useLanguage, useMoreTexts } from '@samenspel/ui'
import { useEffect, useState, type ComponentType } from 'react'

/** Fetches a page that isn't part of the first load. */
export type FetchPage<Props> = () => Promise<ComponentType<Props>>

type State<Props> = { readonly kind: 'fetching' | 'failed' } | { readonly kind: 'there'; readonly Page: ComponentType<Props> }

/** A page that arrives a moment later, with its texts; when it can't be fetched, one can try again. In another language it stays while the texts come. */
export const later = <Props extends object>(fetchPage: FetchPage<Props>) => {
  const LaterPage = (props: Props) => {
    const [attempt, setAttempt] = useState(1)
    const [state, setState] = useState<State<Props>>({ kind: 'fetching' })
    const language = useLanguage()
    const addTexts = useMoreTexts()
    useEffect(() => {
      let isCurrent = true
      Promise.all([fetchPage(), loadPageTexts(language)]).then(
        ([Page, texts]) => {
          if (!isCurrent) return
          addTexts(texts)
          setState({ kind: 'there', Page })
        },
        () => { if (isCurrent) setState({ kind: 'failed' }) },
      )
      return () => { isCurrent = false }
    }, [attempt, language, addTexts])
    switch (state.kind) {
      case 'fetching':
        return <Loading />
      case 'failed':
        return <Failed onRetry={() => { setState({ kind: 'fetching' }); setAttempt(attempt + 1) }} />
      case 'there':
        return <state.Page {...props} />
    }
  }
  return LaterPage
}

/** Fetches pages while the phone has nothing else to do, so that they open at once, even without a connection. */
export const fetchWhenIdle = (pages: readonly (() => Promise<unknown>)[]): void => {
  const fetchAll = () => { for (const fetchPage of pages) fetchPage().catch(() => undefined) }
  if ('requestIdleCallback' in window) requestIdleCallback(fetchAll, { timeout: 3000 })
  else setTimeout(fetchAll, 1000)
}
