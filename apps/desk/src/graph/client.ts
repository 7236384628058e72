import { createOvertaken } from '@samenspel/graphql-documents/overtaken'
import { fetchTrusted, subscribeTrusted } from '@samenspel/graphql-documents/trusted'
import { lastWordsSent, saysLast } from '@samenspel/ui'
import { cacheExchange } from '@urql/exchange-graphcache'
import { createClient as createLive, type Client as Live } from 'graphql-ws'
import { Client, fetchExchange, getOperationName, stringifyDocument, subscriptionExchange, type AnyVariables, type Operation, type TypedDocumentNode } from 'urql'
import { app, appHeaders, graphqlAddress } from './address.ts'
import { cacheOptions } from './cache.ts'
import { cameWithThePage } from './came-with-the-page.ts'
import { askAgainWhenCovered } from './covered.ts'

/** The live connection: it opens with the first subscription and comes back by itself. The server then tells once more that something may have changed. */
export const connectLive = (url: string): Live => createLive({
  url,
  connectionParams: { app },
  retryAttempts: Number.POSITIVE_INFINITY,
  shouldRetry: () => true,
  keepAlive: 20_000,
})

/** Where the API is, seen from this page. */
export const addresses = ({ protocol, host }: Pick<Location, 'protocol' | 'host'>) =>
  ({ http: graphqlAddress, live: `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/graphql` })

/** How any client of this page asks. */
export const asking = { preferGetMethod: false, fetch: fetchTrusted, fetchOptions: { headers: appHeaders, credentials: 'same-origin' } } as const

/** What is searched for, and what tells how far it is: the answer to a question may come after a message that says more. */
const searches: Readonly<Record<string, string>> = { ProposalRunChanged: 'ProposalRun', RegionRunChanged: 'RegionRun' }

const isFamilyChange = ({ query }: Operation): boolean => getOperationName(query) === 'FamilyChanged'

/**
 * Whether a live message, or the answer to a command, says that what a question is about changed: of a family all that is read, of a search
 * itself. Of a command in a family the live connection tells; of any other nobody does.
 */
const changes = (told: Operation, question: Operation): boolean => {
  if (told.kind === 'mutation') return told.variables?.['familyId'] === undefined
  const name = getOperationName(told.query) ?? ''
  return isFamilyChange(told) || (searches[name] !== undefined && searches[name] === getOperationName(question.query) && told.variables?.['id'] === question.variables?.['id'])
}

/**
 * The client of the API, over a connection for questions and one for what happens meanwhile.
 * @param ask how a question is sent, where that is not as usual
 */
export const createGraphql = (url: string, live: Pick<Live, 'subscribe'>, ask: typeof fetch = asking.fetch): Client => new Client({
  url,
  ...asking,
  fetch: ask,
  requestPolicy: 'cache-and-network',
  exchanges: [
    cameWithThePage,
    askAgainWhenCovered(isFamilyChange),
    cacheExchange(cacheOptions),
    createOvertaken(changes).exchange,
    fetchExchange,
    subscriptionExchange({
      forwardSubscription: ({ query = '', variables, operationName }) => ({
        subscribe: (sink) => ({ unsubscribe: live.subscribe(subscribeTrusted({ query, variables: variables as Record<string, unknown> | undefined, operationName }), { ...sink, next: (result) => sink.next(result as Parameters<typeof sink.next>[0]) }) }),
      }),
    }),
  ],
})

/** The browser lets a request outlive its page up to 64 kB. */
const longestKeepalive = 30_000

/** Sends a mutation while the page goes away: the browser finishes it, and mostly nobody waits for the answer. @returns whether it arrived */
export const sendLast = <D, V extends AnyVariables>(document: TypedDocumentNode<D, V>, variables: V): Promise<boolean> => {
  const body = JSON.stringify({ query: stringifyDocument(document), operationName: getOperationName(document), variables })
  return saysLast(fetchTrusted(addresses(location).http, { method: 'POST', keepalive: body.length < longestKeepalive, headers: { 'content-type': 'application/json', ...appHeaders }, body }).then(async (answer) => answer.ok && !('errors' in (await answer.json() as object))).catch(() => false))
}

/** Sends what is being written, as when the page goes away, which it is about to. Settles as `lastWordsSent` does. */
export const sayLastWords = (): Promise<void> => {
  dispatchEvent(new Event('pagehide'))
  return lastWordsSent()
}
