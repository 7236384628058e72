import type { FamilyNavPartsFragment } from '@samenspel/graphql-documents/desk'
import type { DeskText } from '@samenspel/intl/desk'
import { accessLogPath, analysisPath, classificationPath, consentsPath, familyPath, helpPath, meetingsPath, networkPath, plannerPath, planPath, safeguardsPath, safetyPath, teamPath } from '../../shell/paths.ts'

export type FamilyPageLink = { readonly path: string; readonly label: DeskText }

/** The pages of one family's file that open to the viewer, in the order of its menu: the work first, then who they are, then who may and who did. */
export const familyPages = (
  { id, can, worksOnSafety, coordinator }: FamilyNavPartsFragment, viewerId: string, { coordinates = false, isBack = false }: { readonly coordinates?: boolean; readonly isBack?: boolean } = {},
): readonly FamilyPageLink[] => {
  const pages: readonly (readonly [path: string, label: DeskText, isOpen: boolean])[] = [
    [familyPath(id), 'family.overview', true],
    [planPath(id), 'familyPlan.link', isBack || can.contribute],
    [meetingsPath(id), 'meetings.title', isBack || can.contribute],
    [plannerPath(id), 'family.planner', can.plan],
    [analysisPath(id), 'analysis.link', isBack || can.contribute],
    [classificationPath(id), 'classification.link', isBack || can.contribute],
    [networkPath(id), 'network.link', true],
    [teamPath(id), 'team.link', !isBack],
    [helpPath(id), 'helpChoices.title', !isBack && can.contribute],
    [consentsPath(id), 'consents.title', isBack || can.contribute],
    [safeguardsPath(id), 'safeguards.link', !isBack && (can.contribute || coordinates || coordinator?.id === viewerId)],
    [safetyPath(id), 'safety.title', worksOnSafety],
    [accessLogPath(id), 'family.accessLog', can.readAccessLog],
  ]
  return pages.flatMap(([path, label, isOpen]) => isOpen ? [{ path, label }] : [])
}
