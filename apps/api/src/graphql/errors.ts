import { randomUUID } from 'node:crypto'
import type { ApolloServerPlugin } from '@apollo/server'
import type { Language } from '@samenspel/intl'
import { isRefusalCode, refusalText } from '@samenspel/intl/refusals'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { Refused } from './refused.ts'
import type { RequestContext } from './context.ts'
import { tellOperator, unavailableIn } from './unavailable.ts'

/**
 * An error as it leaves: a code of the closed list, a sentence in the language of who asked, never a stack or a word of the machine.
 * What nobody foresaw is `internal`, with a number under which the operator finds it in the output of the server.
 */
export const explain = (error: GraphQLFormattedError | GraphQLError, language: Language): GraphQLFormattedError => {
  const place = error.path === undefined ? {} : { path: error.path }
  const refused = refusedIn(error)
  if (refused !== undefined && isRefusalCode(refused.refusal.code)) {
    const { code, about } = refused.refusal
    return { ...place, message: refusalText(language)(refused.refusal.code, about), extensions: { code, ...(about === undefined ? {} : { about }) } }
  }
  const code = codeOf(error)
  if (code !== undefined) return { ...place, message: refusalText(language)(code), extensions: { code } }
  const unavailable = unavailableIn(error)
  if (unavailable !== undefined) {
    tellOperator(unavailable)
    return { ...place, message: refusalText(language)('store-unavailable'), extensions: { code: 'store-unavailable' } }
  }
  const reference = randomUUID()
  console.error(`${reference} ${describe(refused ?? error)}`)
  return { ...place, message: refusalText(language)('internal'), extensions: { code: 'internal', reference } }
}

/** Somewhere in what was thrown stands the refusal: GraphQL wraps errors, also those of scalars. */
const refusedIn = (error: unknown): Refused | undefined => {
  if (error instanceof Refused) return error
  return error instanceof GraphQLError ? refusedIn(error.originalError) : undefined
}

const requestFaults = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE', 'PERSISTED_QUERY_NOT_SUPPORTED']

const codeOf = ({ extensions }: GraphQLFormattedError | GraphQLError) => {
  const code = extensions?.['code']
  if (typeof code !== 'string') return undefined
  if (requestFaults.includes(code)) return 'request-invalid'
  return isRefusalCode(code) && code !== 'internal' ? code : undefined
}

const describe = (error: unknown): string => {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error
  return cause instanceof Error ? (cause.stack ?? cause.message) : JSON.stringify(cause)
}

/** An error without a word of the machine, before `speakErrors` says it in words; also where that has no say, such as a request that is no GraphQL. */
export const bare = (error: GraphQLFormattedError, thrown?: unknown): GraphQLFormattedError => {
  const code = codeOf(error) ?? (unavailableIn(thrown) === undefined ? 'internal' : 'store-unavailable')
  return { message: code, extensions: { code } }
}

/** Errors of an answer, in the language of who asked. */
export const speakErrors: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () => Promise.resolve({
    willSendResponse: ({ errors, response, contextValue }) => {
      if (errors !== undefined && response.body.kind === 'single') {
        response.body.singleResult.errors = errors.map((error) => explain(error, contextValue.language))
      }
      return Promise.resolve()
    },
  }),
}
