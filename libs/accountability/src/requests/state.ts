import type { Id, IsoDate, IsoInstant, OrganisationId, Recorded } from '@samenspel/kernel'
import type { NewRestriction, RequestEvent, RestrictionRefusal } from './events.ts'

/** How far a request to keep an entry shut has come. */
export type RestrictionProgress =
  | { readonly status: 'asked' }
  | { readonly status: 'set'; readonly at: IsoInstant }
  | { readonly status: 'refused'; readonly at: IsoInstant; readonly ground: RestrictionRefusal }
  | { readonly status: 'lifted'; readonly at: IsoInstant }

export type Restriction = Recorded & NewRestriction & { readonly answerBy: IsoDate; readonly progress: RestrictionProgress }

/** Who was told of a restriction or a statement, and when. */
export type Told = Recorded & { readonly organisations: readonly OrganisationId[]; readonly on: IsoDate }

export type Requests = { readonly restrictions: ReadonlyMap<Id, Restriction>; readonly told: ReadonlyMap<Id, Told> }

export const noRequests: Requests = { restrictions: new Map(), told: new Map() }

export const evolveRequests = (requests: Requests, event: RequestEvent): Requests => {
  const { by, at } = event
  const progressed = (requestId: Id, progress: RestrictionProgress): Requests => {
    const restriction = requests.restrictions.get(requestId)
    return restriction === undefined ? requests : { ...requests, restrictions: new Map(requests.restrictions).set(requestId, { ...restriction, progress }) }
  }
  switch (event.type) {
    case 'RestrictionAsked': {
      const { requestId, entryId, ground, receivedOn, answerBy } = event
      return { ...requests, restrictions: new Map(requests.restrictions).set(requestId, { by, at, requestId, entryId, ground, receivedOn, answerBy, progress: { status: 'asked' } }) }
    }
    case 'RestrictionSet': return progressed(event.requestId, { status: 'set', at })
    case 'RestrictionRefused': return progressed(event.requestId, { status: 'refused', at, ground: event.ground })
    case 'RestrictionLifted': return progressed(event.requestId, { status: 'lifted', at })
    case 'RecipientsTold': return { ...requests, told: new Map(requests.told).set(event.aboutId, { by, at, organisations: event.organisations, on: event.on }) }
  }
}

/** The entries that stay shut now (F11): an entry opens again when no restriction on it is left. */
export const restrictedEntries = ({ restrictions }: Requests): ReadonlySet<Id> =>
  new Set([...restrictions.values()].filter(({ progress }) => progress.status === 'set').map(({ entryId }) => entryId))
