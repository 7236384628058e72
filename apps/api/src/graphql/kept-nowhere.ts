import type { ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled'

/** No answer is kept on its way. Apollo's own would look at every field first, only to find that. */
export const keptNowhere: readonly ApolloServerPlugin[] = [
  ApolloServerPluginCacheControlDisabled(),
  { requestDidStart: () => Promise.resolve({ willSendResponse: ({ response }) => { response.http.headers.set('cache-control', 'no-store'); return Promise.resolve() } }) },
]
