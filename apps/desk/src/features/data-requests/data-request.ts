import type { DataRequestsQuery } from '@samenspel/graphql-documents/desk'

export type DataRequest = DataRequestsQuery['dataRequests']['nodes'][number]
