import { useRef, useState } from 'react'
import { useClient, type AnyVariables, type TypedDocumentNode } from 'urql'
import { refusalOf, unreachable, type Refusal } from '../../graph/refusal.ts'

/** What a change of one's own calendar did, to undo it. */
export type Changed = { readonly offered: readonly string[]; readonly withdrawn: readonly string[] }

/** Changes one's own calendar and tells what was changed. One intention keeps its id until the server answered, so that it has one effect. */
export const useChange = (onChanged: (changed: Changed, what: 'added' | 'withdrawn' | 'undone' | 'broughtIn') => void) => {
  const client = useClient()
  const intention = useRef<{ readonly id: string; readonly words: string } | undefined>(undefined)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const run = async <D extends Readonly<Record<string, unknown>>, V extends AnyVariables & { readonly commandId: string }>(
    document: TypedDocumentNode<D, V>, variables: Omit<V, 'commandId'>, what: Parameters<typeof onChanged>[1],
  ): Promise<boolean> => {
    const words = JSON.stringify([what, variables])
    const now = intention.current?.words === words ? intention.current : { id: crypto.randomUUID(), words }
    intention.current = now
    setBusy(true)
    const { data, error } = await client.mutation(document, { ...variables, commandId: now.id } as unknown as V).toPromise()
    const why = error === undefined ? undefined : refusalOf(error)
    // What was meant since has its own answer.
    if (why?.code !== unreachable && intention.current === now) intention.current = undefined
    setRefusal(why)
    setBusy(false)
    const [changed] = Object.values(data ?? {}) as readonly (Changed | undefined)[]
    if (why !== undefined || changed === undefined) return false
    onChanged(changed, what)
    return true
  }
  return { run, busy, refusal, forgetRefusal: () => setRefusal(undefined) }
}
