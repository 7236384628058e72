import { covers, type IsoDate } from '@samenspel/kernel'
import { entryOf, type Labelled } from '../fact.ts'
import type { NewPlacement, PlacementEvent } from './events.ts'

export type Placement = Labelled & NewPlacement

export const evolvePlacements = (placements: readonly Placement[], event: PlacementEvent): readonly Placement[] => {
  switch (event.type) {
    case 'GroupPlacementRecorded': return [...placements, entryOf(event)]
    case 'GroupPlacementEnded': return placements.map((placement) => placement.placementId === event.placementId ? { ...placement, until: event.until, by: event.by, at: event.at } : placement)
  }
}

/** The groups in which children of the family are looked after on a day. */
export const placementsOn = (placements: readonly Placement[], day: IsoDate): readonly Placement[] => placements.filter((placement) => covers(placement, day))
