import { trustedIds } from './trusted-ids.ts'

/** The body of a request by urql, as it goes to the server: the id of what is asked instead of the document, where it has one. */
export const asTrusted = (body: string, ids: Readonly<Record<string, string>> = trustedIds): string => {
  const { operationName, variables } = JSON.parse(body) as { readonly operationName?: string; readonly variables?: unknown }
  const id = idOf(operationName, ids)
  return id === undefined ? body : JSON.stringify({ id, variables })
}

/** For `fetch` of a client. */
export const fetchTrusted: typeof fetch = (input, init) =>
  fetch(input, typeof init?.body === 'string' ? { ...init, body: asTrusted(init.body) } : init)

/** What a live connection subscribes to. Its protocol wants a document, so that one is empty, and the id goes beside it. */
export const subscribeTrusted = ({ query, variables, operationName }: Asked, ids: Readonly<Record<string, string>> = trustedIds): Subscribed => {
  const id = idOf(operationName, ids)
  return { variables, ...(id === undefined ? { query } : { query: '', extensions: { id } }) }
}

type Variables = Record<string, unknown> | undefined
type Asked = { readonly query: string; readonly variables: Variables; readonly operationName: string | undefined }
type Subscribed = { readonly query: string; readonly variables: Variables; readonly extensions?: Record<string, unknown> }

const idOf = (operation: string | undefined, ids: Readonly<Record<string, string>>): string | undefined =>
  operation !== undefined && Object.hasOwn(ids, operation) ? ids[operation] : undefined
