import type { IncomingMessage } from 'node:http'
import { sessionOf } from '../sessions/cookies.ts'
import type { Language, Session, Sessions } from '../sessions/sessions.ts'
import { languageOf } from '../http/page.ts'
import { Refused } from './refused.ts'

/** What a resolver knows of who asks: an identity, never a right. */
export type RequestContext = { readonly session: Session | undefined; readonly language: Language }

/** @param named which app asks, when the request is not from HTTP: there the header says it. */
export const contextOf = (sessions: Sessions, request: IncomingMessage, named: unknown = request.headers['x-samenspel-app']): RequestContext => {
  const session = sessionOf(sessions, request.headers, named)
  return { session, language: session?.language ?? languageOf(undefined, request.headers['accept-language']) }
}

/** @throws Refused `not-signed-in` */
export const signedIn = ({ session }: RequestContext): Session => {
  if (session === undefined) throw new Refused('not-signed-in')
  return session
}
