import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql'
import type { Allowances } from '../http/allowances.ts'
import type { RequestContext } from './context.ts'
import { measureDocument } from './limits.ts'

/** Lets a session ask so much in a minute, whatever it asks; before anything is looked up. */
export const countCost = (allowances: Allowances): ApolloServerPlugin<RequestContext> => {
  const known = new WeakMap<DocumentNode, number>()
  const costOf = (schema: GraphQLSchema, document: DocumentNode): number => {
    const cost = known.get(document) ?? Math.max(1, measureDocument(schema, document).cost)
    known.set(document, cost)
    return cost
  }
  return {
    requestDidStart: () => Promise.resolve({
      didResolveOperation: async ({ schema, document, contextValue: { session } }) => {
        if (session !== undefined && !await allowances.take('operations', session.key, costOf(schema, document))) {
          throw new GraphQLError('asked-too-often', { extensions: { code: 'asked-too-often', http: { status: 429 } } })
        }
      },
    }),
  }
}
