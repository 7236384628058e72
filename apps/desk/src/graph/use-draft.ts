import { DraftDocument, DropDraftDocument, SaveDraftDocument } from '@samenspel/graphql-documents/desk'
import { createDraftKeeper, lastWordsSent, saysLast, type DraftKeeper, type Kept } from '@samenspel/ui'
import { useEffect, useRef, useState } from 'react'
import { useClient } from 'urql'
import { sendLast } from './client.ts'

/** What stands in a form, by field. */
export type Values = Readonly<Record<string, string>>

/** What became of the last words: nothing typed yet, found again, on their way, kept, or not kept yet. */
export type Keeping = 'untouched' | 'restored' | Kept

export type DraftedForm<V extends Values> = {
  readonly values: V
  readonly change: (values: Partial<V>) => void
  readonly keeping: Keeping
  /** Once the form was sent, or its words thrown away: nothing is kept any more. */
  readonly drop: () => void
}

/**
 * A form whose words are kept by the server while they are typed: after a short pause, and at once when the page goes
 * away. A form that is opened again finds them. Words typed before the kept ones arrive win.
 */
export const useDraft = <V extends Values>(familyId: string, form: string, initial: V): DraftedForm<V> => {
  const client = useClient()
  const [values, setValues] = useState(initial)
  const [keeping, setKeeping] = useState<Keeping>('untouched')
  const touched = useRef(false)
  /** What stands there after all changes, also those of this turn. */
  const latest = useRef(initial)
  const keeper = useRef<DraftKeeper>(undefined)

  useEffect(() => {
    let open = true
    const kept = createDraftKeeper({
      save: async (content, isLast) => isLast
        ? sendLast(SaveDraftDocument, { familyId, form, content })
        : (await client.mutation(SaveDraftDocument, { familyId, form, content }).toPromise()).error === undefined,
      drop: async () => (await client.mutation(DropDraftDocument, { familyId, form }).toPromise()).error === undefined,
      tell: (now) => { if (open) setKeeping(now) },
      pause: 700, retry: 5_000,
    })
    keeper.current = kept
    // Words that this form said last, when it was closed a moment ago, are there before it asks for them.
    void lastWordsSent().then(() => open ? client.query(DraftDocument, { familyId, form }, { requestPolicy: 'network-only' }).toPromise() : undefined).then((answer) => {
      const content = answer?.data?.draft?.content
      if (!open || touched.current || content === undefined) return
      latest.current = restore(latest.current, content)
      setValues(latest.current)
      setKeeping('restored')
    })
    addEventListener('pagehide', kept.flush)
    addEventListener('online', kept.again)
    return () => {
      open = false
      removeEventListener('pagehide', kept.flush)
      removeEventListener('online', kept.again)
      void saysLast(kept.leave())
    }
  }, [client, familyId, form])

  return {
    values,
    keeping,
    change: (changed) => {
      latest.current = { ...latest.current, ...changed }
      touched.current = true
      keeper.current?.write(JSON.stringify(latest.current))
      setValues(latest.current)
    },
    drop: () => {
      touched.current = true
      keeper.current?.drop()
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
