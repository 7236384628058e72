import { nothingToDo, record, type Decision, type OrganisationId } from '@samenspel/kernel'
import { refusePeriod } from '../checks.ts'
import { pick, recorded } from '../fact.ts'
import { findMember, isChild, subjectOf } from '../family/family.ts'
import { refuseUnlessCoordinator, refuseUnlessInTeam, todayOf } from '../people.ts'
import { refuse, type Objection } from '../refusals.ts'
import type { OpenCase } from '../state.ts'
import { isOrganisationInTeam } from '../care-team/state.ts'
import type { NewPlacement, PlacementCommand, PlacementEvent } from './events.ts'

const fields: Readonly<Record<keyof NewPlacement, true>> = { placementId: true, organisation: true, groupId: true, from: true, until: true }

export const decidePlacements = (command: PlacementCommand, state: OpenCase): Decision<PlacementEvent> => {
  switch (command.type) {
    case 'PlaceInGroup': {
      const { placementId, child, organisation, groupId, groups, from, until } = command
      const member = findMember(state.family, child)
      const objection = refuseUnlessOfOrganisation(command, organisation, state) ??
        (isOrganisationInTeam(state.careTeam, organisation, todayOf(command, state)) ? undefined : refuse('not-in-team')) ??
        (member === undefined ? refuse('person-unknown') : isChild(member) ? undefined : refuse('not-a-child')) ??
        (groups.includes(groupId) ? undefined : refuse('group-unknown')) ?? refusePeriod(from, until) ??
        (state.placements.some((one) => one.placementId === placementId) ? refuse('id-in-use') : undefined)
      if (objection !== undefined || member === undefined) return objection ?? refuse('person-unknown')
      const overlaps = state.placements.some((one) => one.groupId === groupId && 'person' in one.subject && one.subject.person === child &&
        (one.until === undefined || from <= one.until) && (until === undefined || one.from <= until))
      return overlaps ? nothingToDo : record({ type: 'GroupPlacementRecorded', subject: subjectOf(member), ...recorded(command), category: 'contact', ...pick<NewPlacement>(command, fields) })
    }
    case 'EndGroupPlacement': {
      const { placementId, until } = command
      const placement = state.placements.find((one) => one.placementId === placementId)
      if (placement === undefined) return refuse('group-unknown')
      if (placement.until === until) return nothingToDo
      return refuseUnlessOfOrganisation(command, placement.organisation, state) ?? refusePeriod(placement.from, until) ??
        record({ type: 'GroupPlacementEnded', subject: placement.subject, ...recorded(command), category: placement.category, placementId, until })
    }
  }
}

/** Somebody of the team for this organisation, or who coordinates. */
const refuseUnlessOfOrganisation = (command: PlacementCommand, organisation: OrganisationId, state: OpenCase): Objection =>
  command.by.organisation === organisation ? refuseUnlessInTeam(command, state) : refuseUnlessCoordinator(command, state)
