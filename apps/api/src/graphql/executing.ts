import type { ApolloServerOptionsWithGateway } from '@apollo/server'
import { GraphQLError, lexicographicSortSchema, type ExecutionResult, type GraphQLSchema } from 'graphql'
import type { FamilyView } from '../disclosure/views/family.ts'
import { inTime } from '../http/deadline.ts'
import type { Page } from './pages.ts'
import type { RequestContext } from './context.ts'
import { withPlainFields } from './plain-fields.ts'
import type { Contribution } from './types/story.ts'
import { openExecuting, type KeepOf } from './whole-parts.ts'

/**
 * How Apollo Server executes what is asked: as graphql does, but for what stands in the view of a family (`whole-parts.ts`). Its place for an
 * executor of one's own is the one that gateways take.
 */
export type Executing = {
  /** Tells of the schema, once it is made. */
  readonly transformSchema: (schema: GraphQLSchema) => GraphQLSchema
  readonly gateway: ApolloServerOptionsWithGateway<RequestContext>['gateway']
}

export const openExecutingFamilies = (keepOf: KeepOf): Executing => {
  let made: GraphQLSchema | undefined
  const schema = (): GraphQLSchema => {
    if (made === undefined) throw new Error('There is no schema yet.')
    return made
  }
  return {
    transformSchema: (given) => made = lexicographicSortSchema(withPlainFields(given)),
    gateway: {
      onSchemaLoadOrUpdate: (tell) => {
        tell({ apiSchema: schema(), coreSupergraphSdl: '' })
        return () => undefined
      },
      load: () => {
        const execute = openExecuting(schema(), { type: 'Family', fields: { contributions }, keepOf })
        return Promise.resolve({
          executor: ({ document, context, request, operationName }) =>
            inTime(execute({ document, contextValue: context, variableValues: request.variables, operationName: operationName ?? request.operationName }), (context as RequestContext).deadline).catch(refusedWhole),
        })
      },
      stop: () => Promise.resolve(),
    },
  }
}

export const contributions = ({ contributionsPage }: Pick<FamilyView, 'contributionsPage'>, { first, after }: { readonly first: number; readonly after?: string | null | undefined }): Page<Contribution> => contributionsPage(first, after ?? undefined)

/** What takes too long has no answer in parts. */
const refusedWhole = (error: unknown): ExecutionResult => ({ data: null, errors: [new GraphQLError('refused', { originalError: error as Error })] })
