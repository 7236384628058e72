import type { Server } from 'node:http'

/** How long, in milliseconds, a connection may keep the server waiting. */
export type Patience = {
  /** Without a request. Longer than usual proxies and browsers keep a connection: whoever closes first must not be the server, or a request that is just on its way is lost. */
  readonly idle: number
  /** To say what it wants. */
  readonly headers: number
  /** To have sent the whole request: a file on a poor connection is the longest, and has its own end before this (`documents.controller.ts`). */
  readonly request: number
  /** In which it takes nothing of its answer: longer than any answer is worked on. */
  readonly silent: number
}

const usual: Patience = { idle: 75_000, headers: 20_000, request: 125_000, silent: 150_000 }

/**
 * Lets go of who begins a request and doesn't end it, and of who asks and doesn't read: a phone that lost its network, or somebody who means
 * it badly. Each would keep memory and a place among the open files.
 */
export const limitPatience = (server: Server, { idle, headers, request, silent }: Patience = usual): void => {
  server.keepAliveTimeout = idle
  server.headersTimeout = headers
  server.requestTimeout = request
  server.timeout = silent
}
