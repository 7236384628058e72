import type { Fact, NeedId } from '../terms.ts'
import type { NeedDetails, OrderRule } from './events.ts'

/** `occurrence`: of what is asked again and again, which time after the first this is, and the id of that first. */
export type Need = Fact & NeedDetails & { readonly withdrawn: boolean; readonly occurrence?: { readonly of: NeedId; readonly number: number } }
export type Needs = { readonly byId: ReadonlyMap<NeedId, Need>; readonly order: readonly OrderRule[] }

export const noNeeds: Needs = { byId: new Map(), order: [] }
