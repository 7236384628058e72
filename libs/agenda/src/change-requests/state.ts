import { put, without, type Id } from '@samenspel/kernel'
import { change } from '../checks.ts'
import type { Fact } from '../terms.ts'
import type { ChangeRequestDetails, ChangeRequestsEvent } from './events.ts'

export type ChangeRequest = Fact & ChangeRequestDetails & { readonly isOpen: boolean }
export type ChangeRequests = ReadonlyMap<Id, ChangeRequest>

export const evolveChangeRequests = (requests: ChangeRequests, event: ChangeRequestsEvent): ChangeRequests => {
  switch (event.type) {
    case 'OtherMomentAsked': {
      const request = without(event, 'type')
      return put(requests, request.requestId, { ...request, isOpen: true })
    }
    case 'ChangeRequestClosed':
      return change(requests, event.requestId, (request) => ({ ...request, isOpen: false }))
  }
}
