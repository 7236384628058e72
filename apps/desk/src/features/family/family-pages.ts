import type { FamilyNavPartsFragment } from '@samenspel/graphql-documents/desk'
import type { DeskText } from '@samenspel/intl/desk'
import { accessLogPath, analysisPath, classificationPath, consentsPath, familyPath, helpPath, meetingsPath, networkPath, plannerPath, planPath, safeguardsPath, safetyPath, teamPath } from '../../shell/paths.ts'

export type FamilyPageLink = { readonly path: string; readonly label: DeskText }

/** The pages of one family's file that open to the viewer, in the order of its menu: the work first, then who they are, then who may and who did. */
export const familyPages = (
  { id, can, worksOnSafety, coordinator }: FamilyNavPartsFragment, viewerId: string, { coordinates = false, isBack = false }: { readonly coordinates?: boolean; readonly isBack?: boolean } = {},
): readonly FamilyPageLink[] => {
  // What was closed takes nothing in; who coordinated it goes on reading, prints the plan and writes the practice card.
  const isReading = isBack || can.contribute || coordinates || coordinator?.id === viewerId
  const pages: readonly (readonly [path: string, label: DeskText, isOpen: boolean])[] = [
    [familyPath(id), 'family.overview', true],
    [planPath(id), 'familyPlan.link', isReading],
    [meetingsPath(id), 'meetings.title', isReading],
    [plannerPath(id), 'family.planner', can.plan],
    [analysisPath(id), 'analysis.link', isReading],
    [classificationPath(id), 'classification.link', isReading],
    [networkPath(id), 'network.link', true],
    [teamPath(id), 'team.link', true],
    [helpPath(id), 'helpChoices.title', isBack || can.contribute],
    [consentsPath(id), 'consents.title', isBack || can.contribute],
    [safeguardsPath(id), 'safeguards.link', !isBack && (can.contribute || coordinates || coordinator?.id === viewerId)],
    [safetyPath(id), 'safety.title', worksOnSafety],
    [accessLogPath(id), 'family.accessLog', can.readAccessLog],
  ]
  return pages.flatMap(([path, label, isOpen]) => isOpen ? [{ path, label }] : [])
}
