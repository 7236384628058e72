import { AskWhyDocument, WhyAnsweredDocument, type AskWhyMutation, type AskWhyMutationVariables } from '@samenspel/graphql-documents/desk'
import { useRef, useState } from 'react'
import { useSubscription } from 'urql'
import { refusalOf } from '../../graph/refusal.ts'
import { useCommand } from '../../graph/use-command.ts'

type Answer = AskWhyMutation['askWhy']

/** Asks one question at a time; the answer comes at once, or over the live connection when it takes a moment. */
export const useAskWhy = (familyId: string) => {
  const command = useCommand(AskWhyDocument)
  const latest = useRef<string>(undefined)
  const [asked, setAsked] = useState<string>()
  const [first, setFirst] = useState<Answer>()
  const isRunning = first?.state === 'RUNNING'
  const [{ data, error }] = useSubscription({ query: WhyAnsweredDocument, variables: { id: first?.id ?? '' }, pause: !isRunning })
  const told = data?.whyAnswer.id === first?.id ? data?.whyAnswer : undefined
  const answer = isRunning ? told ?? first : first
  /** @param name by which the question is known on the screen; an earlier question's answer doesn't stand under it. */
  const ask = async (input: AskWhyMutationVariables['input'], name: string): Promise<void> => {
    latest.current = name
    setAsked(name)
    setFirst(undefined)
    await command.run({ familyId, input }, ({ askWhy }) => { if (latest.current === name) setFirst(askWhy) })
  }
  return { ask, asked, answer, busy: command.busy || (isRunning && answer?.state === 'RUNNING' && error === undefined), refusal: command.refusal ?? (error === undefined ? undefined : refusalOf(error)) }
}
