/**
 * In which group of which organisation a child is looked after: who works there on a day sees the agreement cards of that child (K-14).
 * The group and who works in it are the organisation's own (`libs/register`).
 */
import type { Category, Id, IsoDate, OrganisationId, PersonId } from '@samenspel/kernel'
import type { Coordinating, Fact, Request } from '../fact.ts'

export type NewPlacement = {
  readonly placementId: Id
  readonly organisation: OrganisationId
  readonly groupId: Id
  /** First and last day, both included; open without `until`. */
  readonly from: IsoDate
  readonly until?: IsoDate
}

export type PlacementEvent =
  | Fact<'GroupPlacementRecorded', { category: Category } & NewPlacement>
  | Fact<'GroupPlacementEnded', { category: Category; placementId: Id; until: IsoDate }>

export type PlacementCommand =
  /** `groups`: those of the organisation, as the register has them. */
  | Request<'PlaceInGroup', Coordinating & NewPlacement & { child: PersonId; groups: readonly Id[] }>
  | Request<'EndGroupPlacement', Coordinating & { placementId: Id; until: IsoDate }>
