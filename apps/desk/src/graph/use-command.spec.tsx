import { expect, test } from '@jest/globals'
import { CompleteActionDocument } from '@samenspel/graphql-documents/desk'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Provider } from 'urql'
import { createGraphql } from './client.ts'
import { useCommand } from './use-command.ts'

const over = (answers: (() => Promise<Response>)[]) => {
  const ids: string[] = []
  globalThis.fetch = ((_url: string, init: RequestInit) => {
    ids.push((JSON.parse(init.body as string) as { variables: { commandId: string } }).variables.commandId)
    return (answers.shift() ?? (() => Promise.reject(new TypeError('no connection'))))()
  }) as typeof fetch
  const client = createGraphql('http://localhost/graphql', { subscribe: () => () => undefined })
  const { result } = renderHook(() => useCommand(CompleteActionDocument), { wrapper: ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider> })
  return { ids, command: result }
}
const lost = () => Promise.reject(new TypeError('no connection'))
const answered = (body: unknown) => () => Promise.resolve(new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } }))
const done = answered({ data: { completeAction: { __typename: 'Done', id: 'a', familyId: 'f' } } })
const complete = { familyId: 'f', actionId: 'a' }

test('one intention has one id, however often it must be sent; the next has its own', async () => {
  const { ids, command } = over([lost, done, done])
  for (const expected of [false, true, true]) {
    await act(async () => expect(await command.current.run(complete)).toBe(expected))
  }
  expect(ids[0]).toBe(ids[1])
  expect(ids[2]).not.toBe(ids[1])
})

test('other words are another intention', async () => {
  const { ids, command } = over([lost, lost])
  await act(async () => { await command.current.run(complete) })
  await act(async () => { await command.current.run({ ...complete, actionId: 'b' }) })
  expect(ids[0]).not.toBe(ids[1])
})

test('a refusal keeps its code and the sentence of the server', async () => {
  const { command } = over([answered({ errors: [{ message: 'U zit niet in dit team.', extensions: { code: 'not-in-team' } }] })])
  await act(async () => { await command.current.run(complete) })
  await waitFor(() => expect(command.current.refusal).toEqual({ code: 'not-in-team', message: 'U zit niet in dit team.' }))
})
