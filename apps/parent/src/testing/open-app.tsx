import { configure, render } from '@testing-library/react'
import { buildSchema, graphql } from 'graphql'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Provider } from 'urql'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { App } from '../app.tsx'
import { createGraphql } from '../client.ts'
import type { Family } from '../family/model.ts'
import { LanguageProvider } from '../settings/language-provider.tsx'
import { mother } from './family-of-test.ts'

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 8_000 })

const schema = buildSchema(readFileSync(resolve(import.meta.dirname, '../../../api/schema.graphql'), 'utf8'))

/** What a spec's server remembers, and answers beside the family. */
export type Server = {
  family: Family | undefined
  me: Record<string, unknown>
  /** Resolvers by field of Query and Mutation, besides `me` and `families`. */
  readonly on: Record<string, (args: never) => unknown>
  /** While set, nothing arrives. */
  isDown: boolean
  /** While set, nobody is signed in. */
  isSignedOut: boolean
  /** Tells the app that something changed; nothing while it doesn't listen. */
  tell: (() => void) | undefined
  /** Everything that was asked, in order. */
  readonly asked: { readonly operation: string; readonly variables: Record<string, unknown> }[]
}

const answer = async (server: Server, init: RequestInit): Promise<Response> => {
  const { query, operationName, variables } = JSON.parse(init.body as string) as { query: string; operationName: string; variables: Record<string, unknown> }
  server.asked.push({ operation: operationName, variables })
  if (server.isDown) throw new TypeError('Failed to fetch')
  const result = server.isSignedOut
    ? { errors: [{ message: 'U bent niet ingelogd.', extensions: { code: 'not-signed-in' } }] }
    : await graphql({ schema, source: query, variableValues: variables, rootValue: { me: server.me, families: { nodes: server.family === undefined ? [] : [server.family] }, draft: null, ownExclusions: { familyId: 'family', mayExclude: false, excluded: [], team: [] }, ...server.on } })
  // As the server does: whoever listens hears of a command.
  if (variables['commandId'] !== undefined) setTimeout(() => server.tell?.())
  return new Response(JSON.stringify(result), { headers: { 'content-type': 'application/json' } })
}

/** Opens the app on a page, against a server in the test that speaks the API's schema. */
export const openApp = (path: string, { chose, ...state }: Partial<Pick<Server, 'family' | 'me' | 'on' | 'isDown' | 'isSignedOut'>> & { /** The language that was chosen in this browser before. */ readonly chose?: string } = {}): Server => {
  const server: Server = { family: undefined, me: mother, on: {}, isDown: false, isSignedOut: false, tell: undefined, asked: [], ...state }
  const listen = (_familyId: string, tell: () => void) => {
    server.tell = tell
    return () => { server.tell = undefined }
  }
  localStorage.clear()
  if (chose !== undefined) localStorage.setItem('samenspel-language', chose)
  globalThis.fetch = ((_url: string, init: RequestInit) => answer(server, init)) as typeof fetch
  const { hook } = memoryLocation({ path })
  render(
    <Provider value={createGraphql('http://test/graphql')}>
      <LanguageProvider>
        <Router hook={hook}><App listen={listen} /></Router>
      </LanguageProvider>
    </Provider>,
  )
  return server
}

/** The variables of every request of one operation, in order. */
export const sent = (server: Server, operation: string): readonly Record<string, unknown>[] =>
  server.asked.filter((each) => each.operation === operation).map(({ variables }) => variables)
