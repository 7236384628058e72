import { DraftOfFormDocument, DropDraftDocument, SaveDraftDocument } from '@samenspel/graphql-documents/parent-pages'
import { createDraftKeeper, lastWordsSent, saysLast, type DraftKeeper } from '@samenspel/ui'
import { useEffect, useRef, useState } from 'react'
import { useClient } from 'urql'

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
  const touched = useRef(false)
  const keeper = useRef<DraftKeeper>(undefined)

  useEffect(() => {
    let open = true
    const fetchOptions = (content = ''): RequestInit => ({ credentials: 'same-origin', headers: { 'x-samenspel-app': 'parent' }, keepalive: content.length < longestKeepalive })
    const kept = createDraftKeeper({
      save: async (content) => (await client.mutation(SaveDraftDocument, { familyId, form, content }, { fetchOptions: fetchOptions(content) }).toPromise()).error === undefined,
      drop: async () => (await client.mutation(DropDraftDocument, { familyId, form }, { fetchOptions: fetchOptions() }).toPromise()).error === undefined,
      tell: (now) => { if (open) setIsKept(now === 'kept') },
      pause: 600, retry: 5_000,
    })
    keeper.current = kept
    // What this form said last, when it was closed a moment ago, is there before it asks for it.
    void lastWordsSent().then(() => open ? client.query(DraftOfFormDocument, { familyId, form }, { requestPolicy: 'network-only' }).toPromise() : undefined).then((answer) => {
      const draft = answer?.data?.draft
      if (!open || touched.current || draft === null || draft === undefined) return
      setText(draft.content)
      setIsKept(true)
    })
    const onHide = () => { if (document.visibilityState === 'hidden') kept.flush() }
    document.addEventListener('visibilitychange', onHide)
    addEventListener('online', kept.again)
    return () => {
      open = false
      document.removeEventListener('visibilitychange', onHide)
      removeEventListener('online', kept.again)
      void saysLast(kept.leave())
    }
  }, [client, familyId, form])

  return {
    text,
    isKept,
    write: (content: string) => {
      touched.current = true
      keeper.current?.write(content === '' ? undefined : content)
      setIsKept(false)
      setText(content)
    },
    /** After the text was sent: nothing is kept any more. */
    drop: () => {
      touched.current = true
      keeper.current?.drop()
      setText('')
      setIsKept(false)
    },
  }
}
