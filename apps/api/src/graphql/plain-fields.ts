import { isObjectType, type GraphQLSchema } from 'graphql'

/** What Nest calls the function that it gives each field for which no resolver was written. */
const plain = 'rootFieldResolver'

/**
 * Fields without a resolver are read from their object as they stand: the function that Nest gives each of them does no more, and is
 * called some thousand times for one page.
 * @returns the schema, whose plain fields have none
 */
export const withPlainFields = (schema: GraphQLSchema): GraphQLSchema => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) if (field.resolve?.name === plain) delete field.resolve
  }
  return schema
}
