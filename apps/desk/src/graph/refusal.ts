import type { CombinedError } from 'urql'

/** Why something was not done: a stable code, and the server's own sentence about it. */
export type Refusal = { readonly code: string; readonly message: string }

/** The code of a failure on the way: nothing is known about what the server did. */
export const unreachable = 'unreachable'

export const refusalOf = (error: CombinedError): Refusal => {
  const first = error.graphQLErrors[0]
  if (first === undefined) return { code: unreachable, message: '' }
  const code = first.extensions['code']
  return { code: typeof code === 'string' ? code : 'unknown', message: first.message }
}

const signedOutCodes = new Set(['unauthenticated', 'UNAUTHENTICATED', 'not-signed-in', 'signed-out'])

/** Whether the session has ended. */
export const isSignedOut = (error: CombinedError): boolean =>
  signedOutCodes.has(refusalOf(error).code) || (error.response as Response | undefined)?.status === 401
