import { ProposeDraftDocument, type DraftPartInput } from '@samenspel/graphql-documents/desk'
import { useRef, useState } from 'react'
import { useClient } from 'urql'
import { refusalOf, unreachable, type Refusal } from '../../graph/refusal.ts'

/** Turns a draft into a proposal: the same draft sent again after a lost connection is the same proposal. */
export const usePropose = (familyId: string) => {
  const client = useClient()
  const intention = useRef<{ readonly id: string; readonly words: string } | undefined>(undefined)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  /** @returns the run that holds the proposal; nothing when it was refused */
  const propose = async (parts: DraftPartInput[]): Promise<string | undefined> => {
    const words = JSON.stringify(parts)
    if (intention.current?.words !== words) intention.current = { id: crypto.randomUUID(), words }
    setBusy(true)
    const { data, error } = await client.mutation(ProposeDraftDocument, { commandId: intention.current.id, familyId, parts }).toPromise()
    const why = error === undefined ? undefined : refusalOf(error)
    if (why?.code !== unreachable) intention.current = undefined
    setRefusal(why)
    setBusy(false)
    return data?.proposeDraft.id
  }
  return { propose, busy, refusal }
}
