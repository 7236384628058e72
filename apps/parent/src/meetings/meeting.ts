import type { MeetingsOfFamilyQuery } from '@samenspel/graphql-documents/parent-pages'

export type MeetingsFamily = MeetingsOfFamilyQuery['families']['nodes'][number]
export type Meeting = MeetingsFamily['meetings'][number]
