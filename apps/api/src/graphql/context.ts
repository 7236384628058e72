import type { IncomingMessage } from 'node:http'
import { sessionOf } from '../sessions/cookies.ts'
import type { Language } from '../sessions/identity.ts'
import { isOnTablet, type Session, type Sessions } from '../sessions/sessions.ts'
import { deadlineFromNow } from '../http/deadline.ts'
import { languageOf } from '../http/page.ts'
import { Refused } from './refused.ts'

export type RequestContext = {
  /** What a resolver knows of who asks: an identity, never a right. */
  readonly session: Session | undefined
  readonly language: Language
  /** Aborts when the operation has taken too long. */
  readonly deadline: AbortSignal
}

/** @param named which app asks, when the request is not from HTTP: there the header says it. */
export const contextOf = async (sessions: Sessions, request: IncomingMessage, named: unknown = request.headers['x-samenspel-app']): Promise<RequestContext> => {
  const session = await sessionOf(sessions, request.headers, named)
  return { session, deadline: deadlineFromNow(), language: session?.language ?? languageOf(undefined, request.headers['accept-language']) }
}

/** Who asks, for whatever needs an account of one's own. @throws Refused `not-signed-in`, `not-on-tablet` */
export const signedIn = (context: RequestContext): Session => {
  const session = alsoOnTablet(context)
  if (isOnTablet(session)) throw new Refused('not-on-tablet')
  return session
}

/** Who asks, for what may also be asked at a tablet that a group shares. @throws Refused `not-signed-in` */
export const alsoOnTablet = ({ session }: RequestContext): Session => {
  if (session === undefined) throw new Refused('not-signed-in')
  return session
}
