import { Brand, QueryState, useScrollMemory } from '@samenspel/ui'
import { useEffect, useMemo, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { FamilyContext } from '../family/family-context.tsx'
import type { Me } from '../family/model.ts'
import { isSignedOut } from '../family/signed-out.ts'
import { useFamily } from '../family/use-family.ts'
import { useLive, type Listen } from '../family/use-live.ts'
import { paths } from '../paths.ts'
import { useLanguageChoice } from '../settings/language-provider.tsx'
import { useText } from '../texts.ts'
import { GoingOn } from './going-on.tsx'
import { helpLinesFor } from './help-lines.ts'
import { HelpFooter, HelpStrip } from './help.tsx'
import { Navigation } from './navigation.tsx'
import { OfflineNote } from './offline-note.tsx'
import styles from './shell.module.css'
import { SignedOut } from './signed-out-page.tsx'

type Props = {
  /** Called once, when the first page has its contents. */
  readonly onShown: () => void
  readonly listen: Listen
  readonly children: ReactNode
}

/** What stands around every page: the way to help, the four places, and the family that all pages are about. */
export const Shell = ({ onShown, listen, children }: Props) => {
  const text = useText()
  const { asked, family, dates, now, refresh } = useFamily()
  const [location] = useLocation()
  useScrollMemory(location)

  const me = asked.data?.me
  useAccountLanguage(me?.language)
  const view = useMemo(() => me === undefined ? undefined : { me, family, dates, now, refresh }, [me, family, dates, now, refresh])
  const isShown = view !== undefined
  useEffect(() => { if (isShown) onShown() }, [isShown, onShown])
  const isOut = isSignedOut(asked.error)
  useLive(isOut ? undefined : family?.id, listen)
  if (isOut) return <SignedOut />
  const lines = helpLinesFor(family, me?.jurisdiction, text)

  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#inhoud">{text('action.skip')}</a>
      <header className={styles['header']}>
        <Link href={paths.today} className={styles['brand'] ?? ''}><Brand /></Link>
        <Navigation />
        <HelpStrip lines={lines} now={now} />
      </header>
      <main id="inhoud" className={styles['main']} tabIndex={-1}>
        <OfflineNote />
        <QueryState asked={{ fetching: asked.fetching, error: asked.error, data: view }} onRetry={refresh}>
          {(known) => <FamilyContext value={known}><GoingOn person={known.me.id}>{children}</GoingOn></FamilyContext>}
        </QueryState>
      </main>
      {/* Together with the page, so that nothing moves under a thumb; the strip above is there from the start. */}
      {(isShown || asked.error !== undefined) && <HelpFooter lines={lines} coordinator={family?.coordinator ?? undefined} />}
    </div>
  )
}

/** The account remembers its language; a browser that thought otherwise follows. */
const useAccountLanguage = (language: Me['language'] | undefined) => {
  const { choose } = useLanguageChoice()
  useEffect(() => {
    if (language !== undefined) choose(language === 'EN' ? 'en' : 'nl')
  }, [language, choose])
}
