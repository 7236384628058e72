import { FamilyChangedDocument } from '@samenspel/graphql-documents/parent-pages'
import { subscribeTrusted } from '@samenspel/graphql-documents/trusted'
import { createClient } from 'graphql-ws'
import { getOperationName, stringifyDocument } from 'urql'
import type { Listen } from '../family/use-live.ts'

/** The server says with this that nobody is signed in. */
const signedOut = 4403

/**
 * Listens over a live connection. The server tells as soon as it listens, also when a connection that was lost is back, since nobody says what
 * happened meanwhile; the end is told as well: then what is on the screen may have to go.
 */
export const listenLive: Listen = (familyId, tell) => {
  const { protocol, host } = location
  const live = createClient({
    url: `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/graphql`,
    connectionParams: { app: 'parent' },
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: (event) => !(event instanceof CloseEvent && event.code === signedOut),
    keepAlive: 20_000,
  })
  const asked = { query: stringifyDocument(FamilyChangedDocument), operationName: getOperationName(FamilyChangedDocument), variables: { familyId } }
  let isOver = false
  const ends = () => { if (!isOver) tell() }
  live.subscribe(subscribeTrusted(asked), { next: tell, error: ends, complete: ends })
  return () => {
    isOver = true
    void live.dispose()
  }
}
