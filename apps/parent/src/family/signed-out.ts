import type { CombinedError } from 'urql'

/** Whether the server doesn't know who asks: the session ended, or there was none. */
export const isSignedOut = (error: CombinedError | undefined): boolean =>
  (error?.response as Response | undefined)?.status === 401 ||
  (error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'not-signed-in') ?? false)
