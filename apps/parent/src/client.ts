import { fetchTrusted } from '@samenspel/graphql-documents/trusted'
import { cacheExchange, Client, fetchExchange } from 'urql'

/** The way to the API. The session lives in a cookie of this app alone; the header says which app asks. */
export const createGraphql = (url: string): Client => new Client({
  url,
  preferGetMethod: false,
  fetch: fetchTrusted,
  fetchOptions: { headers: { 'x-samenspel-app': 'parent' } },
  exchanges: [cacheExchange, fetchExchange],
})
