import { addDays, type IsoDate } from '@samenspel/kernel'

/** Days after which a pause without an end was looked at, before it had a day for it. */
const restDays = 14

/** From a pause with days alone to one with a reason and a day on which a person asks how it is (K-13). One that had an end keeps it. */
export const pauseWithReview = (event: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const { from, until } = event as { readonly from: IsoDate; readonly until?: IsoDate }
  return { ...event, reason: 'unsaid', reviewOn: until === undefined ? addDays(from, restDays) : addDays(until, 1) }
}
