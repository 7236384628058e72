import { trustedList } from './trusted-list.ts'

export { trustedList }

/** The body of a request by urql, as it goes to the server: the id of what is asked instead of the document. */
export const asTrusted = (body: string, list: string): string => {
  const { operationName: id, variables } = JSON.parse(body) as { readonly operationName: string; readonly variables?: unknown }
  return JSON.stringify({ id: id + list, variables })
}

/** For `fetch` of a client. */
export const fetchTrusted: typeof fetch = (input, init) => fetch(input, trustedList === '' ? init : { ...init, body: asTrusted(init?.body as string, trustedList) })

/** What a live connection subscribes to. Its protocol wants a document, so that one is empty, and the id goes beside it. */
export const subscribeTrusted = ({ query, variables, operationName }: Asked, list = trustedList): Subscribed =>
  ({ variables, ...(list === '' ? { query } : { query: '', extensions: { id: `${operationName}${list}` } }) })

type Variables = Record<string, unknown> | undefined
type Asked = { readonly query: string; readonly variables: Variables; readonly operationName: string | undefined }
type Subscribed = { readonly query: string; readonly variables: Variables; readonly extensions?: Record<string, unknown> }
