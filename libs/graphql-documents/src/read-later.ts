import { createRequest, type GraphQLRequest } from '@urql/core'

type Document = GraphQLRequest['query']

/** A document of which the text is read when somebody looks into it for the first time. */
export const readLater = (text: string): Pick<Document, 'kind' | 'definitions'> => {
  let read: Document['definitions'] | undefined
  return {
    kind: 'Document' as Document['kind'],
    get definitions() {
      read ??= createRequest(text, {}).query.definitions
      return read
    },
  }
}
