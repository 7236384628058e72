import type { IncomingMessage, ServerResponse } from 'node:http'
import type { NestExpressApplication } from '@nestjs/platform-express'
import compression from 'compression'
import helmet from 'helmet'
import type { TextValues } from '@samenspel/intl'
import { refusalText, type RefusalCode } from '@samenspel/intl/refusals'
import { languageOf } from './page.ts'

export type Next = (error?: unknown) => void
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: Next) => void

/** Bytes of the largest request body: enough for every text that is kept, too little to burden the server. */
export const largestBody = 100 * 1024

/** What stands before every answer: headers, compression, the size of a request, and where it may come from. */
export const protect = (app: NestExpressApplication): void => {
  app.disable('x-powered-by')
  // An answer that nobody may keep needs no mark by which to ask whether it is still the same.
  app.set('etag', false)
  app.use(headers)
  app.use(compression())
  app.use(onlyOwnOrigin)
  app.useBodyParser('json', { limit: largestBody })
  app.useBodyParser('urlencoded', { limit: largestBody, extended: false })
}

/**
 * Everything comes from this server: scripts, styles, fonts, data. `same-origin` as referrer, not `no-referrer`, since a form
 * without a referrer also hides its origin, and the origin is what is checked below. Strict transport security is for whoever
 * ends TLS in front of this server.
 */
const protecting: Middleware = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], imgSrc: ["'self'", 'blob:', 'data:'], connectSrc: ["'self'"], fontSrc: ["'self'"],
      manifestSrc: ["'self'"], workerSrc: ["'self'"], baseUri: ["'none'"], objectSrc: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"],
      // Nobody turns a text into a script or a page here; a library that would do so fails in the journeys.
      requireTrustedTypesFor: ["'script'"], trustedTypes: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'same-origin' },
  strictTransportSecurity: false,
})

/** They are the same for every answer, so they are asked for once. */
const headersOf = (middleware: Middleware): readonly (readonly [name: string, value: string])[] => {
  const set = new Map<string, string>()
  const response = { setHeader: (name: string, value: string) => set.set(name, value), removeHeader: (name: string) => set.delete(name) }
  middleware({} as IncomingMessage, response as unknown as ServerResponse, () => undefined)
  return [...set]
}

/** What every answer says to a browser. No page here needs a device, nor what somebody would bring into one. */
export const fixedHeaders: readonly (readonly [name: string, value: string])[] = [
  ...headersOf(protecting), ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()'],
]
const headers: Middleware = (_request, response, next) => {
  for (const [name, value] of fixedHeaders) response.setHeader(name, value)
  next()
}

/** A request that changes something must come from a page of this server; what isn't a browser says nothing and brings no cookie by accident. */
export const onlyOwnOrigin: Middleware = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD' || isOwnOrigin(request)) { next(); return }
  refuse(request, response, 403, 'origin-refused')
}

/**
 * Whether a request comes from a page of this server.
 * Browsers say so themselves (`Sec-Fetch-Site`); older ones, and WebSocket upgrades, name their origin.
 */
export const isOwnOrigin = ({ headers: { 'sec-fetch-site': site, origin, host } }: IncomingMessage): boolean => {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  return origin === undefined || hostOf(origin) === host
}

const hostOf = (origin: string): string | undefined => {
  try { return new URL(origin).host } catch { return undefined }
}

/** A refusal before any person is known, in the shape of the API. */
export const refuse = ({ headers }: IncomingMessage, response: ServerResponse, status: number, code: RefusalCode, about?: TextValues): void => {
  response.writeHead(status, { ...refusalHeaders, 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify({ errors: [{ message: refusalText(languageOf(undefined, headers['accept-language']))(code, about), extensions: { code } }] }))
}

const refusalHeaders = Object.fromEntries(fixedHeaders)
