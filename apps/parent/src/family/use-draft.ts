import { DraftOfFormDocument, DropDraftDocument, SaveDraftDocument } from '@samenspel/graphql-documents/parent-pages'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useClient } from 'urql'

/** How long, in milliseconds, after the last key a text is kept. */
const pause = 600
/** The browser lets a request outlive its page up to 64 kB. */
const longestKeepalive = 30_000

/**
 * A text that is kept while it is being written: it is there again after a closed tab, until it is sent.
 * What the person types before the kept text arrives wins.
 */
export const useDraft = (familyId: string, form: string) => {
  const client = useClient()
  const [text, setText] = useState('')
  const [isKept, setIsKept] = useState(false)
  const latest = useRef({ text: '', kept: '', touched: false })
  const saving = useRef<Promise<unknown>>(Promise.resolve())

  const keep = useCallback(async () => {
    const { text: content, kept } = latest.current
    if (content === kept) {
      setIsKept(content !== '')
      return
    }
    latest.current.kept = content
    const fetchOptions: RequestInit = { credentials: 'same-origin', headers: { 'x-samenspel-app': 'parent' }, keepalive: content.length < longestKeepalive }
    const saved = content === ''
      ? client.mutation(DropDraftDocument, { familyId, form }, { fetchOptions }).toPromise()
      : client.mutation(SaveDraftDocument, { familyId, form, content }, { fetchOptions }).toPromise()
    saving.current = saved
    const { error } = await saved
    if (error !== undefined) latest.current.kept = kept
    else setIsKept(content !== '')
  }, [client, familyId, form])

  useEffect(() => {
    void client.query(DraftOfFormDocument, { familyId, form }, { requestPolicy: 'network-only' }).toPromise().then(({ data }) => {
      if (latest.current.touched || data?.draft === null || data?.draft === undefined) return
      latest.current = { text: data.draft.content, kept: data.draft.content, touched: false }
      setText(data.draft.content)
      setIsKept(true)
    })
  }, [client, familyId, form])

  useEffect(() => {
    const onHide = () => { if (document.visibilityState === 'hidden') void keep() }
    document.addEventListener('visibilitychange', onHide)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      void keep()
    }
  }, [keep])

  useEffect(() => {
    if (!latest.current.touched) return undefined
    const timer = setTimeout(() => { void keep() }, pause)
    return () => { clearTimeout(timer) }
  }, [text, keep])

  return {
    text,
    isKept,
    write: (content: string) => {
      latest.current = { ...latest.current, text: content, touched: true }
      setIsKept(false)
      setText(content)
    },
    /** After the text was sent: nothing is kept any more. */
    drop: () => {
      latest.current = { text: '', kept: '', touched: false }
      setText('')
      setIsKept(false)
      void saving.current.then(() => client.mutation(DropDraftDocument, { familyId, form }))
    },
  }
}
