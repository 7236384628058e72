import { put, without } from '@samenspel/kernel'
import { change } from '../checks.ts'
import { isAskedWith } from './occurrence.ts'
import type { NeedsEvent } from './events.ts'
import type { Needs } from './need.ts'

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
