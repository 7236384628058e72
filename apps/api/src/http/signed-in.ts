import type { IncomingMessage } from 'node:http'
import { Refused } from '../graphql/refused.ts'
import { sessionOf } from '../sessions/cookies.ts'
import type { Session, Sessions } from '../sessions/sessions.ts'

/** Who asks for something outside the GraphQL API. @throws Refused `not-signed-in` */
export const signedInBy = async (sessions: Sessions, { headers }: IncomingMessage): Promise<Session> => {
  const session = await sessionOf(sessions, headers, headers['x-samenspel-app'])
  if (session === undefined) throw new Refused('not-signed-in')
  return session
}
