import { AskWhyDocument, WhyAnsweredDocument, type AskWhyMutation, type AskWhyMutationVariables } from '@samenspel/graphql-documents/desk'
import { useState } from 'react'
import { useClient, useSubscription } from 'urql'
import { refusalOf, type Refusal } from '../../graph/refusal.ts'

type Answer = AskWhyMutation['askWhy']

/** Asks one question at a time; the answer comes at once, or over the live connection when it takes a moment. */
export const useAskWhy = (familyId: string) => {
  const client = useClient()
  const [first, setFirst] = useState<Answer>()
  const [asked, setAsked] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [sending, setSending] = useState(false)
  const isRunning = first?.state === 'RUNNING'
  const [{ data, error }] = useSubscription({ query: WhyAnsweredDocument, variables: { id: first?.id ?? '' }, pause: !isRunning })
  const told = data?.whyAnswer.id === first?.id ? data?.whyAnswer : undefined
  const answer = isRunning ? told ?? first : first
  /** @param name by which the question is known on the screen. */
  const ask = async (input: AskWhyMutationVariables['input'], name: string): Promise<void> => {
    setAsked(name)
    setSending(true)
    const { data: started, error: failed } = await client.mutation(AskWhyDocument, { commandId: crypto.randomUUID(), familyId, input }).toPromise()
    setSending(false)
    setRefusal(failed === undefined ? undefined : refusalOf(failed))
    setFirst(started?.askWhy)
  }
  return { ask, asked, answer, busy: sending || (isRunning && answer?.state === 'RUNNING' && error === undefined), refusal: refusal ?? (error === undefined ? undefined : refusalOf(error)) }
}
