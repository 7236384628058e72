import { useCallback, useRef, useState } from 'react'
import { useClient, useMutation, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql'
import { sending } from '../client.ts'

/** How far a command is. A refusal is the server's own sentence for the person; without one it just didn't arrive. */
export type CommandState = { readonly kind: 'idle' | 'busy' | 'done' } | { readonly kind: 'failed'; readonly reason: string | undefined }

/** What the server says to the person who asked: absent when nothing arrived at all. */
export const reasonOf = (error: CombinedError): string | undefined => error.graphQLErrors[0]?.message

/**
 * Sends a command, and asks again, once, all that stands on the screen. One intention has one command id: sending the same again after a failure repeats the id, so that
 * it has one effect; after success, or with other contents, it is a new intention.
 */
export const useCommand = <Data, Variables extends AnyVariables & { commandId: string }>(command: TypedDocumentNode<Data, Variables>) => {
  const client = useClient()
  const [, execute] = useMutation<Data, Variables>(command)
  const [state, setState] = useState<CommandState>({ kind: 'idle' })
  const last = useRef<{ readonly contents: string; readonly id: string }>(undefined)

  const send = useCallback(async (contents: Omit<Variables, 'commandId'>): Promise<Data | undefined> => {
    const written = JSON.stringify(contents)
    const now = last.current?.contents === written ? last.current : { contents: written, id: crypto.randomUUID() }
    last.current = now
    setState({ kind: 'busy' })
    const answered = sending(client)
    const { data, error } = await execute({ ...contents, commandId: now.id } as unknown as Variables)
    answered(error !== undefined)
    // An earlier answer says nothing about what was meant since.
    if (last.current === now) {
      setState(error ? { kind: 'failed', reason: reasonOf(error) } : { kind: 'done' })
      if (!error) last.current = undefined
    }
    return error ? undefined : data
  }, [client, execute])

  return { state, send }
}
