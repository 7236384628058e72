import type { FamilyNavPartsFragment } from '@samenspel/graphql-documents/desk'
import { Button, Notice, useDates } from '@samenspel/ui'
import { useLayoutEffect, useRef, useState } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { useText } from '../../parts/text.ts'
import { useKeepDay, useKnownAt } from '../../shell/looking-back.tsx'
import { familyPath } from '../../shell/paths.ts'
import { useViewer } from '../../shell/viewer.ts'
import styles from './family-nav.module.css'
import { familyPages } from './family-pages.ts'
import { LookBackDialog } from './look-back-dialog.tsx'

type Props = {
  readonly family: FamilyNavPartsFragment
  /** Whether the viewer coordinates, or stands in, also in a case that is closed. */
  readonly coordinates?: boolean
}

/** The pages of one family's file, those that open to the viewer; on each of them the same. Who looks back sees so on each of them. */
export const FamilyNav = ({ family, coordinates = false }: Props) => {
  const { id, name } = family
  const text = useText()
  const viewer = useViewer()
  const back = useKnownAt()
  const keepDay = useKeepDay()
  const [isChoosing, setChoosing] = useState(false)
  const row = useCurrentInSight()
  return (
    <>
      <nav ref={row} className={styles['nav']} aria-label={text('family.pages', { name })}>
        {familyPages(family, viewer.id, { coordinates, isBack: back !== undefined }).map(({ path, label }) => <NavLink key={path} end to={keepDay(path)}>{text(label)}</NavLink>)}
        <span className={styles['back']}><Button kind="quiet" onClick={() => setChoosing(true)}>{text('back.open')}</Button></span>
      </nav>
      <BackBanner familyId={id} />
      {isChoosing && <LookBackDialog day={back?.day} onClose={() => setChoosing(false)} />}
    </>
  )
}

/** A row that is longer than a narrow screen shows where one is; the screen itself doesn't move. */
const useCurrentInSight = () => {
  const row = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  useLayoutEffect(() => {
    const nav = row.current
    const current = nav?.querySelector('[aria-current="page"]')
    if (nav === null || current == null) return
    const [whole, part] = [nav, current].map((element) => element.getBoundingClientRect()) as [DOMRect, DOMRect]
    nav.scrollLeft += (part.left + part.right - whole.left - whole.right) / 2
  }, [pathname])
  return row
}

/** That one looks back, on which day, and the way to now; nothing for who doesn't. */
export const BackBanner = ({ familyId }: { readonly familyId: string }) => {
  const text = useText()
  const dates = useDates('UTC')
  const back = useKnownAt()
  return back === undefined ? null : (
    <div className={styles['then']}>
      <Notice tone="wait">{text('back.banner', { day: dates.date(back.day) })} <Link to={familyPath(familyId)}>{text('back.toNow')}</Link></Notice>
    </div>
  )
}
