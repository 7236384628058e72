/** Types and typed documents of one app, or of what both apps fetch later, from its `.graphql` files and the committed schema. */
const documentsOf = (app) => ({
  [`libs/graphql-documents/src/generated/${app}/`]: {
    documents: `libs/graphql-documents/src/${app}/*.graphql`,
    preset: 'client',
    presetConfig: { fragmentMasking: false },
    config: {
      useTypeImports: true,
      enumsAsTypes: true,
      importExtension: '.ts',
      emitLegacyCommonJSImports: false,
      immutableTypes: true,
      defaultScalarType: 'unknown',
      strictScalars: true,
      scalars: { ID: 'string', Date: 'string', LocalTime: 'string', Instant: 'string' },
    },
  },
})

export default {
  schema: 'apps/api/schema.graphql',
  generates: { ...documentsOf('parent'), ...documentsOf('parent-pages'), ...documentsOf('desk'), ...documentsOf('mail') },
}
