import { put, without } from '@samenspel/kernel'
import { change } from '../checks.ts'
import type { Fact, NeedId } from '../terms.ts'
import { isAskedWith } from './recurring.ts'
import type { NeedDetails, NeedsEvent, OrderRule } from './events.ts'

/** `occurrence`: of what is asked again and again, which time after the first this is, and the id of that first. */
export type Need = Fact & NeedDetails & { readonly withdrawn: boolean; readonly occurrence?: { readonly of: NeedId; readonly number: number } }
export type Needs = { readonly byId: ReadonlyMap<NeedId, Need>; readonly order: readonly OrderRule[] }

export const noNeeds: Needs = { byId: new Map(), order: [] }

export const evolveNeeds = (needs: Needs, event: NeedsEvent): Needs => {
  switch (event.type) {
    case 'NeedAdded': {
      const need = without(event, 'type')
      return { ...needs, byId: put(needs.byId, need.needId, { ...need, withdrawn: false }) }
    }
    case 'NeedWithdrawn':
      return { ...needs, byId: [...needs.byId.keys()].filter(isAskedWith(needs, event.needId)).reduce((byId, id) => change(byId, id, (need) => ({ ...need, withdrawn: true })), needs.byId) }
    case 'OrderRuleAdded': {
      const { before, after, minDays, maxDays } = event
      return { ...needs, order: [...needs.order, { before, after, minDays, ...(maxDays !== undefined && { maxDays }) }] }
    }
    case 'OrderRuleWithdrawn':
      return { ...needs, order: needs.order.filter(({ before, after }) => before !== event.before || after !== event.after) }
  }
}
