import type { GroupChildQuery } from '@samenspel/graphql-documents/desk'

export type GroupFamily = NonNullable<GroupChildQuery['family']>
