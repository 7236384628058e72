/**
 * The API's way in over HTTP. What is asked here comes some hundred times as often as anything else, and is always the same: one POST with a small
 * JSON. So it goes straight from the server of Node to Apollo Server, past the router and the readers of bodies that pages and files go through.
 */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { ApolloServer, GraphQLResponse } from '@apollo/server'
import compression from 'compression'
import { answerFailure } from '../http/failures.filter.ts'
import { fixedHeaders, largestBody, refuse, type Middleware } from '../http/protection.ts'
import type { Sessions } from '../sessions/sessions.ts'
import { contextOf, type RequestContext } from './context.ts'
import type { DocumentOf } from './trusted-documents.ts'
import { writeAnswer } from './writing.ts'

export type OverHttp = {
  readonly apollo: ApolloServer<RequestContext>
  readonly sessions: Sessions
  readonly documentOf: DocumentOf
  /** What stands before every question: each passes it on or answers itself. */
  readonly before: readonly Middleware[]
}

/** Where it is asked. */
export const apiPath = '/graphql'

/** Answers what is asked at the path of the API; everything else goes on to `others`, who listened alone before. */
export const answerOverHttp = (server: Server, others: RequestListener, parts: OverHttp): void => {
  const answer = openAnswering(parts)
  server.off('request', others)
  server.on('request', (request, response) => { if (isForApi(request.url)) answer(request, response); else others(request, response) })
}

const isForApi = (url: string | undefined): boolean => url === apiPath || (url?.startsWith(apiPath) === true && '/?'.includes(url.charAt(apiPath.length)))

const openAnswering = ({ apollo, sessions, documentOf, before }: OverHttp) => {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST' || !isJson(request)) { refuse(request, response, 400, 'request-invalid'); return }
    const text = await bodyOf(request)
    if (text === undefined) { refuse(request, response, 413, 'request-too-large'); return }
    const asked = documentOf(parsed(text))
    if ('refusal' in asked) { refuse(request, response, 400, asked.refusal); return }
    const contextValue = await contextOf(sessions, request)
    send(request, response, await apollo.executeOperation(asked, { contextValue }))
  }
  return (request: IncomingMessage, response: ServerResponse): void => {
    pass(before, request, response, () => { answer(request, response).catch((error: unknown) => { answerFailure(error, request, response) }) })
  }
}

const pass = ([first, ...others]: readonly Middleware[], request: IncomingMessage, response: ServerResponse, end: () => void): void => {
  if (first === undefined) end()
  else first(request, response, () => { pass(others, request, response, end) })
}

// ── What is asked

/** As our apps send it. No page of another site can send that without asking a browser first, which nobody here allows. */
const isJson = ({ headers: { 'content-type': type = '', 'content-encoding': encoding } }: IncomingMessage): boolean => /^application\/json(?:; *charset="?utf-8"?)?$/i.test(type) && encoding === undefined

/** @returns the text; nothing when it is too long. Of who goes away in between there is never one. */
const bodyOf = (request: IncomingMessage): Promise<string | undefined> => new Promise((resolve) => {
  const parts: Buffer[] = []
  let bytes = 0
  request.on('data', (part: Buffer) => {
    bytes += part.length
    if (bytes <= largestBody) parts.push(part)
    else resolve(undefined)
  })
  request.on('end', () => { resolve((parts.length === 1 ? parts[0]! : Buffer.concat(parts)).toString()) })
  // The server hears of it too, and lets go of the connection.
  request.on('error', () => undefined)
})

const parsed = (text: string): unknown => {
  try { return JSON.parse(text) } catch { return undefined }
}

// ── The answer

/** Nobody keeps an answer on its way. */
const headersOfAnswers = [...fixedHeaders.flat(), 'content-type', 'application/json; charset=utf-8', 'cache-control', 'no-store']

/** From so many signs on an answer is made smaller for who takes it so. */
const worthCompressing = 1_024
const compress = compression({ threshold: 0 })

const send = (request: IncomingMessage, response: ServerResponse, { body, http: { status = 200 } }: GraphQLResponse): void => {
  if (body.kind !== 'single') throw new Error('An answer in parts.')
  const { errors, data } = body.singleResult
  const text = writeAnswer({ errors, data })
  if (text.length < worthCompressing || request.headers['accept-encoding'] === undefined) {
    response.writeHead(status, [...headersOfAnswers, 'content-length', String(Buffer.byteLength(text))]).end(text)
    return
  }
  compress(request as Parameters<typeof compress>[0], response as Parameters<typeof compress>[1], () => { response.writeHead(status, headersOfAnswers).end(text) })
}
