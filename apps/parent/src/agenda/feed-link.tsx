import { Button, Field, Notice } from '@samenspel/ui'
import { useState } from 'react'
import { usePageText } from '../texts.ts'

/** The link itself, once, with the way to take it along. */
export const FeedLink = ({ url }: { readonly url: string }) => {
  const text = usePageText()
  const [isCopied, setIsCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(url)
    setIsCopied(true)
  }
  return (
    <>
      <Field label={text('feed.link')} hint={text('feed.once')}>
        {(control) => <input {...control} type="url" dir="ltr" readOnly value={url} onFocus={(event) => { event.target.select() }} />}
      </Field>
      <Button kind="secondary" wide onClick={() => { void copy() }}>{text('feed.copy')}</Button>
      <Notice tone="ok">{isCopied && text('feed.copied')}</Notice>
      <p>{text('feed.how')}</p>
    </>
  )
}
