import type { AccessLogForParentsQuery } from '@samenspel/graphql-documents/parent-pages'

export type Line = AccessLogForParentsQuery['accessLog']['nodes'][number]

/** What one person did on one day, with all that it was about and every ground: one sentence for who reads it. */
export type Look = Omit<Line, 'what'> & { readonly what: readonly string[] }

/** Lines of one day as looks, in the order of the lines: the same person doing the same is one look. */
export const looksOf = (lines: readonly Line[]): readonly Look[] =>
  Object.values(Object.groupBy(lines, ({ who, role, organisation, insteadOf, channel, action, refused, emergency }) => JSON.stringify([who, role, organisation, insteadOf, channel, action, refused, emergency])))
    .flatMap((same = []) => same[0] === undefined ? [] : { ...same[0], what: [...new Set(same.map(({ what }) => what))], because: [...new Set(same.flatMap(({ because }) => because))], times: Math.max(...same.map(({ times }) => times)) })
