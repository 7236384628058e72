import type { FamilyNavPartsFragment } from '@samenspel/graphql-documents/desk'
import { Button, Notice, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { Link, NavLink } from 'react-router'
import { useText } from '../../parts/text.ts'
import { dayParameter, useKnownAt } from '../../shell/looking-back.tsx'
import { accessLogPath, analysisPath, classificationPath, consentsPath, familyPath, meetingsPath, networkPath, plannerPath, planPath, safeguardsPath, safetyPath, teamPath } from '../../shell/paths.ts'
import { useViewer } from '../../shell/viewer.ts'
import styles from './family-nav.module.css'
import { LookBackDialog } from './look-back-dialog.tsx'

type Props = {
  readonly family: FamilyNavPartsFragment
  /** Whether the viewer coordinates, or stands in, also in a case that is closed. */
  readonly coordinates?: boolean
}

/** The pages of one family's file, those that open to the viewer; on each of them the same. Who looks back sees so on each of them. */
export const FamilyNav = ({ family: { id, name, can, worksOnSafety, coordinator }, coordinates = false }: Props) => {
  const text = useText()
  const viewer = useViewer()
  const dates = useDates('UTC')
  const back = useKnownAt()
  const [isChoosing, setChoosing] = useState(false)
  const isBack = back !== undefined
  const pages: readonly (readonly [path: string, label: string, isOpen: boolean])[] = [
    [familyPath(id), text('family.overview'), true],
    [networkPath(id), text('network.link'), true],
    [planPath(id), text('familyPlan.link'), !isBack && can.contribute],
    [teamPath(id), text('team.link'), !isBack],
    [analysisPath(id), text('analysis.link'), isBack || can.contribute],
    [classificationPath(id), text('classification.link'), isBack || can.contribute],
    [meetingsPath(id), text('meetings.title'), !isBack && can.contribute],
    [plannerPath(id), text('family.planner'), can.plan],
    [consentsPath(id), text('consents.title'), isBack || can.contribute],
    [safeguardsPath(id), text('safeguards.link'), !isBack && (can.contribute || coordinates || coordinator?.id === viewer.id)],
    [safetyPath(id), text('safety.title'), worksOnSafety],
    [accessLogPath(id), text('family.accessLog'), can.readAccessLog],
  ]
  return (
    <>
      <nav className={styles['nav']} aria-label={text('family.pages', { name })}>
        {pages.filter(([, , isOpen]) => isOpen).map(([path, label]) => <NavLink key={path} end to={isBack ? `${path}?${dayParameter}=${back.day}` : path}>{label}</NavLink>)}
        <span className={styles['back']}><Button kind="quiet" onClick={() => setChoosing(true)}>{text('back.open')}</Button></span>
      </nav>
      {isBack && (
        <div className={styles['then']}>
          <Notice tone="wait">{text('back.banner', { day: dates.date(back.day) })} <Link to={familyPath(id)}>{text('back.toNow')}</Link></Notice>
        </div>
      )}
      {isChoosing && <LookBackDialog day={back?.day} onClose={() => setChoosing(false)} />}
    </>
  )
}
