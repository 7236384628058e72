import type { WrittenAboutUsQuery } from '@samenspel/graphql-documents/parent-pages'

export type Written = NonNullable<WrittenAboutUsQuery['writtenAboutUs']>['nodes'][number]
