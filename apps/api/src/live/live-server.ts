import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { GraphQLError, parse, validate, specifiedRules, type ExecutionArgs, type GraphQLSchema } from 'graphql'
import { CloseCode } from 'graphql-ws'
import { useServer, type Extra } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { contextOf } from '../graphql/context.ts'
import { explain } from '../graphql/errors.ts'
import { limitRule, limits } from '../graphql/limits.ts'
import { isOwnOrigin, largestBody } from '../http/protection.ts'
import type { Sessions } from '../sessions/sessions.ts'

type ConnectionParams = { readonly app?: string }
export type LiveServer = { readonly close: () => Promise<void> }

/**
 * Live updates over WebSocket at `/graphql` (protocol graphql-transport-ws), for who is signed in.
 * A WebSocket isn't covered by the browser's same-origin rule, so the origin of the upgrade is checked here.
 * `connectionParams.app` names the app, as the header does elsewhere.
 */
export const serveLive = (server: Server, schema: GraphQLSchema, sessions: Sessions): LiveServer => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestBody })

  const contextFrom = (params: ConnectionParams | undefined, request: IncomingMessage) => contextOf(sessions, request, params?.app)

  const protocol = useServer<ConnectionParams, Partial<Extra>>({
    schema,
    onConnect: ({ connectionParams, extra: { request } }) => request !== undefined && contextFrom(connectionParams, request).session !== undefined,
    onSubscribe: ({ connectionParams, extra: { request } }, _id, { query, variables, operationName }): readonly GraphQLError[] | ExecutionArgs => {
      if (request === undefined) return [new GraphQLError('not-signed-in', { extensions: { code: 'not-signed-in' } })]
      try {
        const document = parse(query, { maxTokens: limits.tokens })
        const errors = validate(schema, document, [...specifiedRules, limitRule(limits)])
        if (errors.length > 0) return errors
        return { schema, document, variableValues: variables, operationName, contextValue: contextFrom(connectionParams, request) }
      } catch {
        return [new GraphQLError('request-invalid', { extensions: { code: 'request-invalid' } })]
      }
    },
    onNext: ({ connectionParams, extra: { request } }, _id, _payload, _args, result) => {
      if (result.errors === undefined || request === undefined) return undefined
      const { language } = contextFrom(connectionParams, request)
      return { ...result, errors: result.errors.map((error) => explain(error, language))}
    },
    onError: ({ connectionParams, extra: { request } }, _id, _payload, errors) =>
      request === undefined ? undefined : errors.map((error) => explain(error, contextFrom(connectionParams, request).language)),
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
      for (const client of sockets.clients) client.close(CloseCode.InternalServerError, 'the server stops')
      await protocol.dispose()
      sockets.close()
    },
  }
}
