import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { RefusalCode } from '@samenspel/intl/refusals'
import { getOperationAST, GraphQLError, OperationTypeNode, parse, specifiedRules, validate, type DocumentNode, type ExecutionArgs, type GraphQLFormattedError, type GraphQLSchema } from 'graphql'
import { useServer, type Extra } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { contextOf } from '../graphql/context.ts'
import { explain } from '../graphql/errors.ts'
import { limitRule, limits } from '../graphql/limits.ts'
import { isOwnOrigin, largestBody } from '../http/protection.ts'
import type { TrustedDocuments } from '../graphql/trusted-documents.ts'
import type { Language } from '../sessions/identity.ts'
import type { Sessions } from '../sessions/sessions.ts'

type ConnectionParams = { readonly app?: string }
/** What is known of a connection from when it was made. */
type Connection = Partial<Extra> & { language?: Language }
export type LiveServer = { readonly close: () => Promise<void> }

/** Milliseconds. */
const longestFarewell = 1_000

/** Subscriptions of one connection at a time. */
const mostSubscriptions = 6

/**
 * Live updates over WebSocket at `/graphql` (protocol graphql-transport-ws), for who is signed in.
 * A WebSocket isn't covered by the browser's same-origin rule, so the origin of the upgrade is checked here.
 * `connectionParams.app` names the app, as the header does elsewhere. What is subscribed to goes by its id, in `extensions.id`.
 * @param trusted what may be asked, and whether nothing else may
 */
export const serveLive = (server: Server, schema: GraphQLSchema, sessions: Sessions, { documents, only }: { readonly documents: TrustedDocuments; readonly only: boolean }): LiveServer => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestBody })

  const contextFrom = (params: ConnectionParams | undefined, request: IncomingMessage) => contextOf(sessions, request, params?.app)

  const protocol = useServer<ConnectionParams, Connection>({
    schema,
    onConnect: async ({ connectionParams, extra }) => {
      if (extra.request === undefined) return false
      const { session, language } = await contextFrom(connectionParams, extra.request)
      extra.language = language
      return session !== undefined
    },
    onSubscribe: async ({ connectionParams, subscriptions, extra: { request } }, _id, { query, variables, operationName, extensions }): Promise<readonly GraphQLError[] | ExecutionArgs> => {
      if (request === undefined) return refusal('not-signed-in')
      if (Object.keys(subscriptions).length > mostSubscriptions) return refusal('too-many-at-once')
      const id = extensions?.['id']
      const known = typeof id === 'string' ? documents.get(id)?.document : undefined
      if (known === undefined && (only || id !== undefined)) return refusal('document-unknown')
      const document = parsed(known ?? query)
      // Whatever isn't live goes the way of HTTP, with its limits.
      if (document === undefined || getOperationAST(document, operationName)?.operation !== OperationTypeNode.SUBSCRIPTION) return refusal('request-invalid')
      const errors = validate(schema, document, [...specifiedRules, limitRule(limits)])
      if (errors.length > 0) return errors
      return { schema, document, variableValues: variables, operationName, contextValue: await contextFrom(connectionParams, request) }
    },
    onNext: ({ extra }, _id, _payload, _args, result) => result.errors === undefined ? undefined : { ...result, errors: explained(result.errors, extra) },
    onError: ({ extra }, _id, _payload, errors) => explained(errors, extra),
  }, sockets)

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (new URL(request.url ?? '/', 'http://localhost').pathname !== '/graphql' || !isOwnOrigin(request)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, socket, head, (connection) => { sockets.emit('connection', connection, request) })
  }
  server.on('upgrade', upgrade)

  return {
    close: async () => {
      server.off('upgrade', upgrade)
      // Who doesn't answer the farewell is cut off; whoever comes back finds a new server.
      const cutOff = setTimeout(() => { for (const client of sockets.clients) client.terminate() }, longestFarewell)
      await protocol.dispose()
      clearTimeout(cutOff)
    },
  }
}

const explained = (errors: readonly GraphQLFormattedError[], { language = 'nl' }: Connection): readonly GraphQLFormattedError[] => errors.map((error) => explain(error, language))

const refusal = (code: RefusalCode): readonly GraphQLError[] => [new GraphQLError(code, { extensions: { code } })]

const parsed = (query: string): DocumentNode | undefined => {
  try { return parse(query, { maxTokens: limits.tokens }) } catch { return undefined }
}
