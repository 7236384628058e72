import type { Setting } from '@samenspel/graphql-documents/desk'

/** Where something happens. */
export const settings = ['HOME', 'GROUP', 'WARD', 'PRACTICE', 'DIGITAL', 'OUTDOORS'] as const satisfies readonly Setting[]
