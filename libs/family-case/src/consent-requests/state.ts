import type { IsoDate, IsoInstant, Recorded, Subject } from '@samenspel/kernel'
import type { Consent } from '../consent/state.ts'
import { entryOf } from '../fact.ts'
import type { ConsentRequestEvent, NewConsentRequest } from './events.ts'

export type ConsentRequest = Recorded & NewConsentRequest & { readonly subject: Subject; readonly withdrawnAt?: IsoInstant }

export const evolveConsentRequests = (requests: readonly ConsentRequest[], event: ConsentRequestEvent): readonly ConsentRequest[] => {
  switch (event.type) {
    case 'ConsentRequested':
      return [...requests, entryOf(event)]
    case 'ConsentRequestWithdrawn':
      return requests.map((request) => request.requestId === event.requestId ? { ...request, withdrawnAt: event.at } : request)
  }
}

/** The yes and the no that were given to a question, as they stand. */
export const answersTo = (requestId: string, consents: readonly Consent[]): { readonly yes: Consent | undefined; readonly no: Consent | undefined } => {
  const own = consents.filter((consent) => consent.requestId === requestId)
  return { yes: own.find(({ effect }) => effect === 'grant'), no: own.find(({ effect }) => effect === 'objection') }
}

/** Whether a question can be answered (on): not taken back, not too old, not refused, and its yes not withdrawn. */
export const isAnswerable = (request: ConsentRequest, consents: readonly Consent[], today: IsoDate): boolean => {
  const { yes, no } = answersTo(request.requestId, consents)
  return request.withdrawnAt === undefined && today <= request.answerBy && no === undefined && yes?.withdrawnAt === undefined
}
