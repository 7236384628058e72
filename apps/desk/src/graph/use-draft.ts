import { DraftDocument, DropDraftDocument, SaveDraftDocument } from '@samenspel/graphql-documents/desk'
import { useEffect, useRef, useState } from 'react'
import { useClient } from 'urql'
import { sendLast } from './client.ts'

/** What stands in a form, by field. */
export type Values = Readonly<Record<string, string>>

/** What became of the last words: nothing typed yet, found again, on their way, kept, or not kept yet. */
export type Keeping = 'untouched' | 'restored' | 'saving' | 'kept' | 'failed'

export type DraftedForm<V extends Values> = {
  readonly values: V
  readonly change: (values: Partial<V>) => void
  readonly keeping: Keeping
  /** Once the form was sent, or its words thrown away: nothing is kept any more. */
  readonly drop: () => void
}

const pause = 700

/**
 * A form whose words are kept by the server while they are typed: after a short pause, and at once when the page goes
 * away. A form that is opened again finds them. Words typed before the kept ones arrive win.
 */
export const useDraft = <V extends Values>(familyId: string, form: string, initial: V): DraftedForm<V> => {
  const client = useClient()
  const [values, setValues] = useState(initial)
  const [keeping, setKeeping] = useState<Keeping>('untouched')
  const unsaved = useRef<string | undefined>(undefined)
  const touched = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const last = useRef<Promise<unknown>>(Promise.resolve())

  useEffect(() => {
    let open = true
    void client.query(DraftDocument, { familyId, form }, { requestPolicy: 'network-only' }).toPromise().then(({ data }) => {
      const kept = data?.draft?.content
      if (!open || touched.current || kept === undefined) return
      setValues((now) => restore(now, kept))
      setKeeping('restored')
    })
    const flush = (): void => {
      clearTimeout(timer.current)
      if (unsaved.current === undefined) return
      sendLast(SaveDraftDocument, { familyId, form, content: unsaved.current })
      unsaved.current = undefined
    }
    addEventListener('pagehide', flush)
    return () => {
      open = false
      removeEventListener('pagehide', flush)
      flush()
    }
  }, [client, familyId, form])

  const save = (): void => {
    const content = unsaved.current
    if (content === undefined) return
    unsaved.current = undefined
    setKeeping('saving')
    last.current = client.mutation(SaveDraftDocument, { familyId, form, content }).toPromise().then(({ error }) => {
      if (error !== undefined) unsaved.current ??= content
      setKeeping(error === undefined ? 'kept' : 'failed')
    })
  }

  return {
    values,
    keeping,
    change: (changed) => {
      const next = { ...values, ...changed }
      touched.current = true
      unsaved.current = JSON.stringify(next)
      setValues(next)
      clearTimeout(timer.current)
      timer.current = setTimeout(save, pause)
    },
    drop: () => {
      clearTimeout(timer.current)
      unsaved.current = undefined
      void last.current.then(() => client.mutation(DropDraftDocument, { familyId, form }).toPromise())
    },
  }
}

/** Puts kept words back into a form: only fields that the form knows, only text. */
const restore = <V extends Values>(values: V, content: string): V => {
  try {
    const kept: unknown = JSON.parse(content)
    if (typeof kept !== 'object' || kept === null) return values
    return { ...values, ...Object.fromEntries(Object.entries(kept).filter(([field, text]) => field in values && typeof text === 'string')) }
  } catch {
    return values
  }
}
