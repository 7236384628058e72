import type { ErasureQuery } from '@samenspel/graphql-documents/desk'

export type Erasure = NonNullable<ErasureQuery['erasure']>
