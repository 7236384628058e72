import type { AsksForParentsQuery } from '@samenspel/graphql-documents/parent-pages'

export type AsksFamily = AsksForParentsQuery['families']['nodes'][number]
