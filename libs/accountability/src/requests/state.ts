import type { Id, IsoDate, IsoInstant, OrganisationId, PersonId, Recorded } from '@samenspel/kernel'
import type { NewRestriction, RequestEvent, RestrictedPart, RestrictionRefusal } from './events.ts'

/** How far a request to keep an entry shut has come. */
export type RestrictionProgress =
  | { readonly status: 'asked' }
  | { readonly status: 'set'; readonly at: IsoInstant }
  | { readonly status: 'refused'; readonly at: IsoInstant; readonly ground: RestrictionRefusal }
  | { readonly status: 'lifted'; readonly at: IsoInstant }

/** @property decidedAt when it was set or refused, whatever came of it later */
export type Restriction = Recorded & NewRestriction & { readonly answerBy: IsoDate; readonly progress: RestrictionProgress; readonly decidedAt?: IsoInstant }

/** Who was told of a restriction or a statement, and when. */
export type Told = Recorded & { readonly organisations: readonly OrganisationId[]; readonly on: IsoDate }

export type Requests = { readonly restrictions: ReadonlyMap<Id, Restriction>; readonly told: ReadonlyMap<Id, Told> }

export const noRequests: Requests = { restrictions: new Map(), told: new Map() }

export const evolveRequests = (requests: Requests, event: RequestEvent): Requests => {
  const { by, at } = event
  const progressed = (requestId: Id, progress: RestrictionProgress): Requests => {
    const restriction = requests.restrictions.get(requestId)
    return restriction === undefined ? requests : { ...requests, restrictions: new Map(requests.restrictions).set(requestId, { ...restriction, progress, decidedAt: restriction.decidedAt ?? at }) }
  }
  switch (event.type) {
    case 'RestrictionAsked': {
      const { requestId, ground, receivedOn, answerBy } = event
      return { ...requests, restrictions: new Map(requests.restrictions).set(requestId, { by, at, requestId, ...partOf(event), ground, receivedOn, answerBy, progress: { status: 'asked' } }) }
    }
    case 'RestrictionSet': return progressed(event.requestId, { status: 'set', at })
    case 'RestrictionRefused': return progressed(event.requestId, { status: 'refused', at, ground: event.ground })
    case 'RestrictionLifted': return progressed(event.requestId, { status: 'lifted', at })
    case 'RecipientsTold': return { ...requests, told: new Map(requests.told).set(event.aboutId, { by, at, organisations: event.organisations, on: event.on }) }
  }
}

/** What a restriction is about, and nothing else that a caller sent along. */
export const partOf = ({ entryId, unseenOf }: RestrictedPart): RestrictedPart => unseenOf === undefined ? { entryId } : { unseenOf }

/** The entries that stay shut now (F11): an entry opens again when no restriction on it is left. */
export const restrictedEntries = ({ restrictions }: Requests): ReadonlySet<Id> =>
  new Set([...restrictions.values()].flatMap(({ progress, entryId }) => progress.status === 'set' && entryId !== undefined ? [entryId] : []))

/** What was recorded about a child up to a moment, unseen by who asked, stays shut. */
export type UnseenRestriction = { readonly person: PersonId; readonly until: IsoInstant }

/** What stays shut now without being named: by child, up to when. One of the two moments of a child is enough, so the later one is given. */
export const restrictedUnseen = ({ restrictions }: Requests): readonly UnseenRestriction[] => {
  const latest = new Map<PersonId, IsoInstant>()
  for (const { progress, unseenOf } of restrictions.values()) {
    if (progress.status === 'set' && unseenOf !== undefined && progress.at > (latest.get(unseenOf) ?? '')) latest.set(unseenOf, progress.at)
  }
  return [...latest].map(([person, until]) => ({ person, until }))
}
