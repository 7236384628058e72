/** What the pages of the parents' app beside the first one ask of the API: apart, so that the first load is small. */
export * from './generated/parent-pages/graphql.ts'
