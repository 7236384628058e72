import type { ErasureQuery } from '@samenspel/graphql-documents/desk'

export type Erasure = NonNullable<ErasureQuery['erasure']>

/** Nobody asked for it, and the time to keep each of these records is over: that is the ground. */
export const isDue = ({ haveAsked, records }: Pick<Erasure, 'haveAsked' | 'records'>, today: string): boolean =>
  haveAsked === 0 && records.length > 0 && records.every(({ earliest }) => earliest !== null && earliest <= today)
