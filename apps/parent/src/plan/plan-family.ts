import type { PlanForParentsQuery } from '@samenspel/graphql-documents/parent-pages'

export type PlanFamily = PlanForParentsQuery['families']['nodes'][number]
