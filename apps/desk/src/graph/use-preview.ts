import { useRef, useState } from 'react'
import { useClient, type AnyVariables, type TypedDocumentNode } from 'urql'
import { refusalOf, type Refusal } from './refusal.ts'

export type Preview<V, D> = {
  /** Asks what would change. @returns what is shown then; nothing when it was refused, or is of no use any more */
  readonly look: (variables: V) => Promise<D | undefined>
  /** Forgets what is shown, and what still comes of an earlier look. */
  readonly forget: () => void
  /** Settles with what was read; nothing when something else was chosen meanwhile. */
  readonly ifStillMeant: <Read>(reading: Promise<Read>) => Promise<Read | undefined>
  readonly shown: D | undefined
  readonly busy: boolean
  readonly refusal: Refusal | undefined
  readonly refuse: (refusal: Refusal | undefined) => void
}

/** What a list or a file would change, before somebody wants it to: always of what stands there now, never of what stood there when it was asked. */
export const usePreview = <D, V extends AnyVariables>(document: TypedDocumentNode<D, V>): Preview<V, D> => {
  const client = useClient()
  const meant = useRef(0)
  const [shown, setShown] = useState<D>()
  const [busy, setBusy] = useState(false)
  const [refusal, refuse] = useState<Refusal>()
  const ifStillMeant = async <Read>(reading: Promise<Read>): Promise<Read | undefined> => {
    const now = meant.current
    const read = await reading
    return meant.current === now ? read : undefined
  }
  const look = async (variables: V): Promise<D | undefined> => {
    setBusy(true)
    const answer = await ifStillMeant(client.query(document, variables, { requestPolicy: 'network-only' }).toPromise())
    if (answer === undefined) return undefined
    setBusy(false)
    refuse(answer.error && refusalOf(answer.error))
    setShown(() => answer.data)
    return answer.data
  }
  const forget = (): void => {
    meant.current += 1
    setBusy(false)
    setShown(undefined)
    refuse(undefined)
  }
  return { look, forget, ifStillMeant, shown, busy, refusal, refuse }
}
