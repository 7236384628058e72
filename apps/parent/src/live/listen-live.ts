import { FamilyChangedDocument } from '@samenspel/graphql-documents/parent-pages'
import { subscribeTrusted } from '@samenspel/graphql-documents/trusted'
import { createClient } from 'graphql-ws'
import { getOperationName, stringifyDocument } from 'urql'
import type { Listen } from '../family/use-live.ts'

/** The server says with this that nobody is signed in. */
const signedOut = 4403

/**
 * Listens over a live connection. It comes back by itself after it was lost, and tells that too, since nobody says what happened meanwhile; it
 * tells the end as well: then what is on the screen may have to go.
 */
export const listenLive: Listen = (familyId, tell) => {
  const { protocol, host } = location
  const live = createClient({
    url: `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/graphql`,
    connectionParams: { app: 'parent' },
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: (event) => !(event instanceof CloseEvent && event.code === signedOut),
    keepAlive: 20_000,
    on: { connected: (_socket, _payload, wasRetry) => { if (wasRetry) tell() } },
  })
  const asked = { query: stringifyDocument(FamilyChangedDocument), operationName: getOperationName(FamilyChangedDocument), variables: { familyId } }
  live.subscribe(subscribeTrusted(asked), { next: tell, error: tell, complete: tell })
  return () => { void live.dispose() }
}
