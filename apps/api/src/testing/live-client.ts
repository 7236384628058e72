import { createClient, type Client, type ConnectionInitMessage } from 'graphql-ws'
import { WebSocket } from 'ws'

/** What somebody's screen hears: messages as they come, then how it ended. */
export type Heard = {
  /** The next message; nothing when it ended. @throws what it ended with */
  readonly next: () => Promise<Readonly<Record<string, unknown>> | undefined>
  readonly stop: () => void
}

export type LiveClient = { readonly listen: (query: string, variables: Readonly<Record<string, unknown>>) => Heard; readonly close: () => void }

/** A live connection as a browser opens it. */
export const connectLive = (url: string, headers: Readonly<Record<string, string>>, connectionParams?: ConnectionInitMessage['payload']): LiveClient => {
  const client: Client = createClient({
    url: url.replace('http', 'ws') + '/graphql', retryAttempts: 0, lazyCloseTimeout: 0, ...(connectionParams !== undefined && { connectionParams }),
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocols: string[]) { super(address, protocols, { headers }) }
    },
  })
  return {
    listen: (query, variables) => {
      const heard: Sound[] = []
      let wake = (): void => undefined
      const hear = (one: Sound): void => {
        heard.push(one)
        wake()
      }
      const stop = client.subscribe<Record<string, unknown>>({ query, variables }, {
        next: ({ data, errors }) => { hear(errors === undefined ? { message: data ?? {} } : { error: refusedWith(errors) }) },
        error: (error) => { hear({ error: Array.isArray(error) ? refusedWith(error as readonly Refusal[]) : error }) },
        complete: () => { hear({}) },
      })
      return {
        stop,
        next: async () => {
          if (heard.length === 0) await new Promise<void>((resolve) => { wake = resolve })
          // The end stays what it is, however often it is asked for.
          const one = heard.length > 1 || heard[0]?.message !== undefined ? heard.shift() : heard[0]
          if (one?.error !== undefined) throw one.error as Error
          return one?.message
        },
      }
    },
    close: () => { void client.dispose() },
  }
}

type Sound = { readonly message?: Readonly<Record<string, unknown>>; readonly error?: unknown }
type Refusal = { readonly extensions?: Readonly<Record<string, unknown>> }
const refusedWith = (errors: readonly Refusal[]): Error => new Error(errors.map(({ extensions }) => String(extensions?.['code'])).join(' '))
