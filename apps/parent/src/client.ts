import { fetchTrusted } from '@samenspel/graphql-documents/trusted'
import { cacheExchange, Client, fetchExchange, makeOperation, mapExchange, type Operation } from 'urql'

/** What is asked by what stands on the screen, of each client. */
const onScreen = new WeakMap<Client, Map<number, Operation>>()

/** The way to the API. The session lives in a cookie of this app alone; the header says which app asks. */
export const createGraphql = (url: string): Client => {
  const asked = new Map<number, Operation>()
  const note = (operation: Operation): void => {
    if (operation.kind === 'query') asked.set(operation.key, operation)
    if (operation.kind === 'teardown') asked.delete(operation.key)
  }
  const client = new Client({
    url,
    preferGetMethod: false,
    fetch: fetchTrusted,
    fetchOptions: { headers: { 'x-samenspel-app': 'parent' } },
    exchanges: [mapExchange({ onOperation: note }), cacheExchange, fetchExchange],
  })
  onScreen.set(client, asked)
  return client
}

/** Asks again what stands on the screen: of what opens no more nothing stays there. */
export const askAgain = (client: Client): void => {
  for (const operation of [...onScreen.get(client)?.values() ?? []]) client.reexecuteOperation(makeOperation('query', operation, { ...operation.context, requestPolicy: 'network-only' }))
}
