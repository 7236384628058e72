import { useEffect, useRef } from 'react'
import { Button } from '../button.tsx'
import { Failed } from '../query-state.tsx'
import { useCommonText } from '../text.tsx'
import type { More } from './use-list.ts'

type Props = {
  readonly more: More
  /** What comes, in the words of the list. */
  readonly label: string
  readonly wide?: boolean
}

/** Under a list: asks for what follows, and says where it ends to who went on. It never says how much there is. */
export const MoreButton = ({ more: { hasMore, isFurther, fetching, error, onMore, onRetry }, label, wide = false }: Props) => {
  const text = useCommonText()
  const end = useRef<HTMLParagraphElement>(null)
  const isEnd = isFurther && !hasMore && !fetching && error === undefined
  const wasPressed = useRef(false)
  useEffect(() => {
    if (isEnd && wasPressed.current && document.activeElement === document.body) end.current?.focus({ preventScroll: true })
  }, [isEnd])
  const press = (button: HTMLElement): void => {
    wasPressed.current = true
    // Not every browser does so by itself; from here the first new row takes the focus over.
    button.focus()
    onMore()
  }
  if (error !== undefined && !fetching) return <Failed onRetry={onRetry} because={error.graphQLErrors[0]?.message} />
  if (isEnd) return <p ref={end} role="status" tabIndex={-1}>{text('list.end')}</p>
  if (!hasMore && !fetching) return null
  return <div><Button data-more="" kind="secondary" wide={wide} busy={fetching} onClick={({ currentTarget }) => { press(currentTarget) }}>{label}</Button></div>
}
