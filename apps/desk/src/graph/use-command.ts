import { useRef, useState } from 'react'
import { useClient, type AnyVariables, type TypedDocumentNode } from 'urql'
import { refusalOf, unreachable, type Refusal } from './refusal.ts'

type Variables<V> = Omit<V, 'commandId'>

export type Command<V, D = unknown> = {
  /** Whether it was carried out; `answered` gets what came back then. */
  readonly run: (variables: Variables<V>, answered?: (data: D) => void) => Promise<boolean>
  readonly busy: boolean
  readonly refusal: Refusal | undefined
  readonly forgetRefusal: () => void
}

/**
 * Carries out one command of the API. Its `commandId` stands for the intention: trying again after a lost connection
 * repeats the id, so the command has one effect; another intention, or the same with other words, gets a new one.
 */
export const useCommand = <D, V extends AnyVariables & { readonly commandId: string }>(document: TypedDocumentNode<D, V>): Command<V, D> => {
  const client = useClient()
  const intention = useRef<{ readonly id: string; readonly words: string } | undefined>(undefined)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()

  const run = async (variables: Variables<V>, answered?: (data: D) => void): Promise<boolean> => {
    const words = JSON.stringify(variables)
    if (intention.current?.words !== words) intention.current = { id: crypto.randomUUID(), words }
    setBusy(true)
    const { data, error } = await client.mutation(document, { ...variables, commandId: intention.current.id } as unknown as V).toPromise()
    const why = error === undefined ? undefined : refusalOf(error)
    if (why?.code !== unreachable) intention.current = undefined
    setRefusal(why)
    setBusy(false)
    if (why === undefined && data !== undefined) answered?.(data)
    return why === undefined
  }
  return { run, busy, refusal, forgetRefusal: () => setRefusal(undefined) }
}
