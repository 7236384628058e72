import { fetchTrusted } from '@samenspel/graphql-documents/trusted'
import { cacheExchange, Client, fetchExchange, makeOperation, mapExchange, type Operation } from 'urql'

/** What stands on the screen of a client: what it asks, of that what is on its way, and what has to be asked once more then. */
type OnScreen = {
  readonly asked: Map<number, Operation>
  readonly onItsWay: Set<number>
  readonly overtaken: Set<number>
  /** Whether a live connection tells of changes. */
  isTold: boolean
  waiting?: ReturnType<typeof setTimeout> | undefined
}
const onScreen = new WeakMap<Client, OnScreen>()

/** How long, in milliseconds, the app waits for what its live connection is about to tell, before it asks without. */
const longestWait = 250

/** The way to the API. The session lives in a cookie of this app alone; the header says which app asks. */
export const createGraphql = (url: string): Client => {
  const screen: OnScreen = { asked: new Map(), onItsWay: new Set(), overtaken: new Set(), isTold: false }
  const { asked, onItsWay, overtaken } = screen
  const client = new Client({
    url,
    preferGetMethod: false,
    fetch: fetchTrusted,
    fetchOptions: { headers: { 'x-samenspel-app': 'parent' } },
    exchanges: [
      mapExchange({
        onOperation: (operation) => {
          if (operation.kind === 'query') asked.set(operation.key, operation)
          if (operation.kind === 'teardown') asked.delete(operation.key)
        },
      }),
      cacheExchange,
      mapExchange({
        onOperation: ({ kind, key }) => {
          overtaken.delete(key)
          if (kind === 'query') onItsWay.add(key)
          else onItsWay.delete(key)
        },
        onResult: ({ operation }) => { if (onItsWay.delete(operation.key) && overtaken.delete(operation.key)) ask(client, operation) },
      }),
      fetchExchange,
    ],
  })
  onScreen.set(client, screen)
  return client
}

const ask = (client: Client, operation: Operation): void => { client.reexecuteOperation(makeOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' })) }

/**
 * Asks again what stands on the screen: of what opens no more nothing stays there. What is on its way may have been answered before what
 * is told now, and is asked once more when it has arrived.
 */
export const askAgain = (client: Client): void => {
  const screen = onScreen.get(client)
  if (screen === undefined) return
  clearTimeout(screen.waiting)
  screen.waiting = undefined
  for (const operation of [...screen.asked.values()]) {
    if (screen.onItsWay.has(operation.key)) screen.overtaken.add(operation.key)
    else ask(client, operation)
  }
}

/** As `askAgain`, and once: where a live connection is about to tell of the same, what it tells is waited for a moment. */
export const askSoon = (client: Client): void => {
  const screen = onScreen.get(client)
  if (screen?.isTold !== true) askAgain(client)
  else screen.waiting ??= setTimeout(askAgain, longestWait, client)
}

/** Notes whether a live connection tells of changes, or is about to. */
export const noteTold = (client: Client, isTold: boolean): void => {
  const screen = onScreen.get(client)
  if (screen !== undefined) screen.isTold = isTold
}
