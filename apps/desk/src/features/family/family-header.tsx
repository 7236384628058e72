import { Button, buttonClass, PageHeading, StatusMark } from '@samenspel/ui'
import type { RefObject } from 'react'
import { Link } from 'react-router'
import { childrenInWords } from '../../parts/members.ts'
import { useText } from '../../parts/text.ts'
import { newSafetyPath, paths, safetyPath } from '../../shell/paths.ts'
import { useViewer } from '../../shell/viewer.ts'
import type { Family } from './family.ts'
import { useCoordinates } from './case-course.tsx'
import { FamilyNav } from './family-nav.tsx'
import styles from './family-header.module.css'

type Props = { readonly family: Family; readonly contribute: RefObject<HTMLButtonElement | null>; readonly onContribute: () => void }

/** Whose file this is, who coordinates, who is in the team, and what the viewer can do. */
export const FamilyHeader = ({ family, contribute, onContribute }: Props) => {
  const text = useText()
  const viewer = useViewer()
  const coordinates = useCoordinates(family)
  const organisations = [...new Set(family.team.map((member) => member.professional.organisation.name))]
  return (
    <header className={styles['header']}>
      <div className={styles['whose']}>
        <p className={styles['soft']}><Link to={paths.families}>{text('family.toFamilies')}</Link></p>
        <PageHeading title={family.name}>{family.name}</PageHeading>
        <p className={styles['children']}>{childrenInWords(family.members)}</p>
        <p className={styles['soft']}>
          {family.coordinator !== null && <>{family.coordinator.id === viewer.id ? text('family.youCoordinate') : text('family.coordinates', { name: family.coordinator.name })}{organisations.length > 0 && <span className={styles['organisations']}> · </span>}</>}
          <span className={styles['organisations']}>{organisations.join(' · ')}</span>
        </p>
      </div>
      <div className={styles['actions']}>
        {family.answersOnSafety && <Link className={buttonClass('quiet')} to={safetyPath(family.id)}><StatusMark tone="wait">{text('safety.waits')}</StatusMark></Link>}
        {family.can.contribute && !family.worksOnSafety && <Link className={buttonClass('quiet')} to={newSafetyPath(family.id)}>{text('safety.start')}</Link>}
        {family.can.contribute && <Button ref={contribute} onClick={onContribute} aria-keyshortcuts="Alt+N">{text('family.contribute')} <kbd className={styles['key']}>Alt N</kbd></Button>}
      </div>
      <div className={styles['pages']}><FamilyNav family={family} coordinates={coordinates} /></div>
    </header>
  )
}
