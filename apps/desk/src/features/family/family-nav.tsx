import type { FamilyNavPartsFragment } from '@samenspel/graphql-documents/desk'
import { NavLink } from 'react-router'
import { useText } from '../../parts/text.ts'
import { accessLogPath, analysisPath, classificationPath, consentsPath, familyPath, plannerPath, planPath, safeguardsPath, safetyPath } from '../../shell/paths.ts'
import { useViewer } from '../../shell/viewer.ts'
import styles from './family-nav.module.css'

type Props = {
  readonly family: FamilyNavPartsFragment
  /** Whether the viewer coordinates, or stands in, also in a case that is closed. */
  readonly coordinates?: boolean
}

/** The pages of one family's file, those that open to the viewer; on each of them the same. */
export const FamilyNav = ({ family: { id, name, can, worksOnSafety, coordinator }, coordinates = false }: Props) => {
  const text = useText()
  const viewer = useViewer()
  const pages: readonly (readonly [path: string, label: string, isOpen: boolean])[] = [
    [familyPath(id), text('family.overview'), true],
    [planPath(id), text('familyPlan.link'), can.contribute],
    [analysisPath(id), text('analysis.link'), can.contribute],
    [classificationPath(id), text('classification.link'), can.contribute],
    [plannerPath(id), text('family.planner'), can.plan],
    [consentsPath(id), text('consents.title'), can.contribute],
    [safeguardsPath(id), text('safeguards.link'), can.contribute || coordinates || coordinator?.id === viewer.id],
    [safetyPath(id), text('safety.title'), worksOnSafety],
    [accessLogPath(id), text('family.accessLog'), can.readAccessLog],
  ]
  return (
    <nav className={styles['nav']} aria-label={text('family.pages', { name })}>
      {pages.filter(([, , isOpen]) => isOpen).map(([path, label]) => <NavLink key={path} end to={path}>{label}</NavLink>)}
    </nav>
  )
}
