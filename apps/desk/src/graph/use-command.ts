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

/** What somebody means to be done once. */
type Intention = { readonly id: string; readonly words: string; underWay?: Promise<boolean> | undefined }

/**
 * Carries out one command of the API. Its `commandId` stands for the intention: trying again after a lost connection
 * repeats the id, so the command has one effect; another intention, or the same with other words, gets a new one.
 * Pressed twice it is sent once, and both get its answer.
 */
export const useCommand = <D, V extends AnyVariables & { readonly commandId: string }>(document: TypedDocumentNode<D, V>): Command<V, D> => {
  const client = useClient()
  const last = useRef<Intention | undefined>(undefined)
  const [underWay, setUnderWay] = useState(0)
  const [refusal, setRefusal] = useState<Refusal>()

  const run = (variables: Variables<V>, answered?: (data: D) => void): Promise<boolean> => {
    const words = JSON.stringify(variables)
    const now: Intention = last.current?.words === words ? last.current : { id: crypto.randomUUID(), words }
    last.current = now
    const send = async (): Promise<boolean> => {
      setUnderWay((count) => count + 1)
      const { data, error } = await client.mutation(document, { ...variables, commandId: now.id } as unknown as V).toPromise()
      const why = error === undefined ? undefined : refusalOf(error)
      now.underWay = undefined
      // An earlier answer says nothing about what was meant since.
      if (why !== undefined || last.current === now) setRefusal(why)
      if (why?.code !== unreachable && last.current === now) last.current = undefined
      setUnderWay((count) => count - 1)
      if (why === undefined && data !== undefined) answered?.(data)
      return why === undefined
    }
    now.underWay ??= send()
    return now.underWay
  }
  return { run, busy: underWay > 0, refusal, forgetRefusal: () => setRefusal(undefined) }
}
