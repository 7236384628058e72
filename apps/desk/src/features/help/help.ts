import type { HelpChoicesQuery, SearchStatus } from '@samenspel/graphql-documents/desk'
import type { StatusTone } from '@samenspel/ui'

export type HelpFamily = NonNullable<HelpChoicesQuery['family']>
export type HelpSearch = HelpFamily['helpSearches'][number]
export type ProviderProposal = HelpSearch['proposals'][number]
export type ProviderOption = ProviderProposal['options'][number]

export const tones: Readonly<Record<SearchStatus, StatusTone>> = { OPEN: 'wait', DIFFER: 'wait', CHOSEN: 'ok', ASKED: 'wait', JOINED: 'ok', AGAIN: 'wait', ENDED: 'neutral' }

export const chosenOf = ({ proposals, chosenId }: Pick<HelpSearch, 'proposals' | 'chosenId'>): ProviderOption | undefined => proposals.flatMap(({ options }) => options).find(({ id }) => id === chosenId)
