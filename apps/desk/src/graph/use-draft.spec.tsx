import { expect, jest, test } from '@jest/globals'
import { act, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { Provider } from 'urql'
import { createGraphql, sayLastWords } from './client.ts'
import { useDraft } from './use-draft.ts'

/** A form with two fields, and what the server was given to keep of it. */
const opened = () => {
  const kept: unknown[] = []
  jest.spyOn(globalThis, 'fetch').mockImplementation((_address, init) => {
    const { variables } = JSON.parse(init?.body as string) as { readonly variables: { readonly content?: string } }
    if (variables.content !== undefined) kept.push(JSON.parse(variables.content))
    return Promise.resolve(new Response(JSON.stringify({ data: { draft: null, saveDraft: { __typename: 'Draft', savedAt: '2026-11-24T09:00:00.000Z' } } }), { headers: { 'content-type': 'application/json' } }))
  })
  const client = createGraphql('http://localhost/graphql', { subscribe: () => () => undefined })
  const { result } = renderHook(() => useDraft('family-1', 'note', { words: '', day: '' }), { wrapper: ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider> })
  return { kept, form: result }
}

test('two fields that change in one turn both stand', () => {
  const { form } = opened()
  act(() => { form.current.change({ words: 'Sem sliep' }); form.current.change({ day: '2026-11-24' }) })
  expect(form.current.values).toEqual({ words: 'Sem sliep', day: '2026-11-24' })
})

test('who signs out has said their last words before', async () => {
  const { form, kept } = opened()
  act(() => { form.current.change({ words: 'Sem sliep een uur' }) })
  await act(sayLastWords)
  expect(kept).toEqual([{ words: 'Sem sliep een uur', day: '' }])
})
