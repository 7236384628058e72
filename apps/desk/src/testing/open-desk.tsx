import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { MeDocument } from '@samenspel/graphql-documents/desk'
import { act, render } from '@testing-library/react'
import { buildSchema, execute, getOperationAST, graphql, GraphQLError, parse } from 'graphql'
import { MemoryRouter } from 'react-router'
import { Provider } from 'urql'
import { App, arrive } from '../app.tsx'
import { createGraphql } from '../graph/client.ts'
import { coordinator, type SampleFamily } from './sample-family.ts'

const schema = buildSchema(readFileSync(resolve(import.meta.dirname, '../../../api/schema.graphql'), 'utf8'))

type Sink = { readonly next: (result: { readonly data: unknown }) => void }
export type Sent = { readonly operation: string; readonly variables: Record<string, unknown>; readonly keepalive: boolean }
type Asked = { readonly query: string; readonly variables?: Record<string, unknown> }
type Answers = Record<string, unknown>

/** A refusal of the API, as it arrives. */
export const refused = (code: string, message: string) => new GraphQLError(message, { extensions: { code } })

/**
 * The whole desk on the real schema and the real cache; only the wire is a function.
 * @param answers what the API knows and does, by field; `family` and `families` come from the family given
 * @param arrives whether it is opened as by a browser, which asks at once for what the address needs, and draws once that is there
 */
export const openDesk = async (path: string, family: SampleFamily, answers: Answers = {}, arrives = false) => {
  const sent: Sent[] = []
  const sinks = new Map<string, Set<Sink>>()
  const listened = new Map<string, Asked>()
  const begun: string[] = []
  const offline = { now: false }
  const seen = () => ({ ...family, contributions: () => ({ nodes: family.notes, pageInfo: { hasNextPage: false } }) })
  const rootValue = {
    me: coordinator,
    family: ({ id }: { id: string }) => id === family.id ? seen() : null,
    families: () => ({ nodes: [seen()], pageInfo: { hasNextPage: false } }),
    draft: null,
    saveDraft: ({ form, content }: { form: string; content: string }) => ({ form, content, savedAt: '2026-11-24T10:00:00.000Z' }),
    dropDraft: ({ form }: { form: string }) => ({ id: form }),
    markVisited: ({ familyId }: { familyId: string }) => ({ id: familyId }),
    workingNotes: [],
    authorityGaps: [],
    today: { count: 0, items: [] },
    emergenciesWaiting: { toReview: 0, overdue: 0 },
    emergencyAttempts: [],
    ...answers,
  }

  globalThis.fetch = (async (_url: string, init: RequestInit) => {
    if (offline.now) throw new TypeError('no connection')
    const { query, variables } = JSON.parse(init.body as string) as { query: string; variables?: Record<string, unknown> }
    sent.push({ operation: getOperationAST(parse(query))?.name?.value ?? '', variables: variables ?? {}, keepalive: init.keepalive === true })
    const result = await graphql({ schema, source: query, variableValues: variables, rootValue })
    return new Response(JSON.stringify(result), { headers: { 'content-type': 'application/json' } })
  }) as typeof fetch

  const live = {
    subscribe: (payload: Asked, sink: unknown) => {
      const name = getOperationAST(parse(payload.query))?.name?.value ?? ''
      const open = sinks.get(name) ?? new Set()
      sinks.set(name, open.add(sink as Sink))
      listened.set(name, payload)
      begun.push(name)
      return () => { open.delete(sink as Sink) }
    },
  }
  const client = createGraphql('http://localhost/graphql', live)
  if (arrives) {
    await arrive(client, path)
    // In a browser it is known by now who looks: that was asked before the code was here.
    await client.query(MeDocument, {}, { requestPolicy: 'cache-first' }).toPromise()
  }
  const draw = () => render(
    <Provider value={client}>
      <MemoryRouter initialEntries={[path]}><App /></MemoryRouter>
    </Provider>,
  )
  // Texts and pages that weren't fetched before are waited for.
  const view = arrives ? draw() : await act(() => Promise.resolve(draw()))
  const atFirst = view.container.textContent
  return {
    ...view,
    offline,
    /** What the first drawing showed. */
    atFirst,
    /** What was sent under a name, in order. */
    sent: (operation: string) => sent.filter((one) => one.operation === operation),
    /** Something comes over the live connection. */
    tell: (operation: string, data: unknown) => sinks.get(operation)?.forEach((sink) => sink.next({ data })),
    /** What the API knows now comes over the live connection, with all that was asked of it. */
    tellAnswer: async (operation: string, known: Answers) => {
      const { query, variables } = listened.get(operation) ?? { query: '' }
      const answer = await execute({ schema, document: parse(query), variableValues: variables, rootValue: known })
      sinks.get(operation)?.forEach((sink) => sink.next(answer as { data: unknown }))
    },
    /** How often the desk began to listen under a name. */
    timesBegun: (operation: string) => begun.filter((one) => one === operation).length,
    isListening: (operation: string) => (sinks.get(operation)?.size ?? 0) > 0,
  }
}
