import { expect, test } from '@jest/globals'
import { CompleteActionDocument } from '@samenspel/graphql-documents/desk'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import fc from 'fast-check'
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

/** Somebody who presses buttons, and a server that does what has one id once; requests are answered, lost and refused as the script says. */
const pressing = () => {
  const done = new Map<string, string>()
  const waiting: { readonly id: string; readonly words: string; readonly answer: (how: 'done' | 'lost' | 'lostAfter' | 'refused') => void }[] = []
  globalThis.fetch = ((_url: string, init: RequestInit) => new Promise((resolve, reject) => {
    const { commandId: id, actionId: words } = (JSON.parse(init.body as string) as { variables: { commandId: string; actionId: string } }).variables
    waiting.push({ id, words, answer: (how) => {
      if (how === 'done' || how === 'lostAfter') done.set(id, words)
      if (how === 'done') resolve(new Response(JSON.stringify({ data: { completeAction: { __typename: 'Done', id: 'a', familyId: 'f' } } }), { headers: { 'content-type': 'application/json' } }))
      else if (how === 'refused') resolve(new Response(JSON.stringify({ errors: [{ message: 'Nee.', extensions: { code: 'no' } }] }), { headers: { 'content-type': 'application/json' } }))
      else reject(new TypeError('no connection'))
    } })
  })) as typeof fetch
  const client = createGraphql('http://localhost/graphql', { subscribe: () => () => undefined })
  const { result } = renderHook(() => useCommand(CompleteActionDocument), { wrapper: ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider> })
  return { done, waiting, command: result }
}

test('whatever is pressed and answered when: nothing is done more often than it was meant', async () => {
  const step = fc.oneof(fc.constantFrom('a', 'b'), fc.tuple(fc.nat({ max: 3 }), fc.constantFrom('done', 'lost', 'lostAfter', 'refused')))
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12, size: 'max' }), async (script) => {
    const { done, waiting, command } = pressing()
    const meant: string[] = []
    let last: { readonly words: string; isAnswered: boolean } | undefined
    for (const what of script) {
      await act(async () => {
        if (typeof what === 'string') {
          if (last?.words !== what || last.isAnswered) {
            meant.push(what)
            last = { words: what, isAnswered: false }
          }
          const mine = last
          void command.current.run({ familyId: 'f', actionId: what }).then((isDone) => { if (isDone || command.current.refusal?.code === 'no') mine.isAnswered = true })
        } else if (waiting.length > 0) {
          const [one] = waiting.splice(what[0] % waiting.length, 1)
          if (what[1] === 'refused' && last?.words === one?.words) last!.isAnswered = true
          one?.answer(what[1])
        }
        await new Promise((resolve) => { setTimeout(resolve) })
      })
      expect(command.current.busy).toBe(waiting.length > 0)
    }
    for (const words of ['a', 'b']) expect([...done.values()].filter((one) => one === words).length).toBeLessThanOrEqual(meant.filter((one) => one === words).length)
    cleanup()
  }), {
    numRuns: 40,
    // The answer about other words came before these, of which the answer was lost, were sent again.
    examples: [[['a', 'b', [0, 'done'], [0, 'lostAfter'], 'b', [0, 'done']]], [['a', 'a', [0, 'done'], [0, 'lost']]]],
  })
})
