import type { MakeTabletCodeMutation } from '@samenspel/graphql-documents/desk'
import { useState } from 'react'
import { useClient, type AnyVariables, type TypedDocumentNode } from 'urql'
import { refusalOf, type Refusal } from '../../graph/refusal.ts'

export type MadeCode = MakeTabletCodeMutation['makeTabletCode'] & { readonly for: string }

export type MakingCode<V> = {
  readonly made: MadeCode | undefined
  readonly busy: boolean
  readonly refusal: Refusal | undefined
  /** @param name for whom it is, as it stands on the slip */
  readonly make: (variables: Omit<V, 'commandId'>, name: string) => Promise<boolean>
  readonly forget: () => void
}

/** Makes a code that the server tells once: it stays in this window until it is put away, and nowhere else. */
export const useMakeCode = <D, V extends AnyVariables & { readonly commandId: string }>(document: TypedDocumentNode<D, V>, codeOf: (data: D) => MakeTabletCodeMutation['makeTabletCode']): MakingCode<V> => {
  const client = useClient()
  const [made, setMade] = useState<MadeCode>()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  return {
    made, busy, refusal,
    make: async (variables, name) => {
      setBusy(true)
      setRefusal(undefined)
      const { data, error } = await client.mutation(document, { ...variables, commandId: crypto.randomUUID() } as V).toPromise()
      setBusy(false)
      if (error !== undefined || data === undefined) {
        setRefusal(error === undefined ? undefined : refusalOf(error))
        return false
      }
      setMade({ ...codeOf(data), for: name })
      return true
    },
    forget: () => setMade(undefined),
  }
}
