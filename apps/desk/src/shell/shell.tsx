import { ChooseLanguageDocument, type Language } from '@samenspel/graphql-documents/desk'
import { Brand, Button, useScrollMemory, VisuallyHidden } from '@samenspel/ui'
import { lazy, Suspense, useEffect, useId, useState, type ReactNode } from 'react'
import { NavLink, useLocation } from 'react-router'
import { useMutation } from 'urql'
import { appHeaders } from '../graph/address.ts'
import { sayLastWords } from '../graph/client.ts'
import { useText } from '../parts/text.ts'
import { deskPages } from './desk-pages.ts'
import { paths } from './paths.ts'
import styles from './shell.module.css'
import { useRecent } from './recent.ts'
import { useOnline } from './use-online.ts'
import { useViewer } from './viewer.ts'

const FamilyJump = lazy(async () => ({ default: (await import('./family-jump.tsx')).FamilyJump }))

const TodayLink = lazy(async () => ({ default: (await import('./today-link.tsx')).TodayLink }))

const WaitingLink = lazy(async () => ({ default: (await import('../features/emergency/waiting.tsx')).WaitingLink }))

const FrontDoorLink = lazy(async () => ({ default: (await import('../features/front-door/front-door-link.tsx')).FrontDoorLink }))

const languages = ['NL', 'EN'] as const satisfies readonly Language[]

/** What stands around every page: the thread's name, where one can go, who is signed in. */
export const Shell = ({ children }: { readonly children: ReactNode }) => {
  const text = useText()
  const viewer = useViewer()
  const online = useOnline()
  useRecent()
  const [jumping, setJumping] = useState(false)
  const menu = useId()
  const { pathname } = useLocation()
  useScrollMemory(pathname)
  // On a phone the menu is opened on one page, and shut again by going to another.
  const [openOn, setOpenOn] = useState<string>()
  const isOpen = openOn === pathname
  const opensFiles = viewer.role !== 'PRIVACY_OFFICER'
  const [leaving, setLeaving] = useState<'not' | 'busy' | 'failed'>('not')
  /** Who can't be signed out reads so: a window that is left in that belief stays open to whoever comes next. */
  const leave = async (): Promise<void> => {
    setLeaving('busy')
    if (await signOut()) return
    setLeaving('failed')
    scrollTo({ top: 0 })
  }

  useEffect(() => {
    if (!opensFiles) return
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setJumping(true)
      }
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [opensFiles])

  return (
    <div className={styles['shell']}>
      <a className={styles['skip']} href="#content">{text('action.skip')}</a>
      <header className={styles['side']} data-open={isOpen || undefined}>
        <div className={styles['brand']}><Brand /></div>
        <button type="button" className={styles['menu']} aria-expanded={isOpen} aria-controls={menu} onClick={() => setOpenOn(isOpen ? undefined : pathname)}>{text('nav.label')}</button>
        <nav id={menu} className={styles['nav']} aria-label={text('nav.label')}>
          {opensFiles ? <Suspense fallback={<NavLink to={paths.today} end>{text('today.title')}</NavLink>}><TodayLink /></Suspense> : <NavLink to={paths.today} end>{text('shell.cases')}</NavLink>}
          {opensFiles && deskPages(viewer).slice(1).map(({ path, label }) => {
            const link = <NavLink key={path} to={path}>{text(label)}</NavLink>
            return path === paths.frontDoor ? <Suspense key={path} fallback={link}><FrontDoorLink /></Suspense> : link
          })}
          {!opensFiles && <NavLink to={paths.review}>{text('shell.review')}</NavLink>}
          {!opensFiles && <NavLink to={paths.dataRequests}>{text('shell.dataRequests')}</NavLink>}
          {!opensFiles && <NavLink to={paths.erasures}>{text('shell.erasures')}</NavLink>}
          {!opensFiles && <NavLink to={paths.retention}>{text('shell.retention')}</NavLink>}
          {!opensFiles && <NavLink to={paths.doorLooks}>{text('frontDoor.looks')}</NavLink>}
          {!opensFiles && <NavLink to={paths.rules}>{text('shell.rules')}</NavLink>}
          {!opensFiles && <Suspense fallback={<NavLink to={paths.emergencyReview}>{text('emergency.review.title')}</NavLink>}><WaitingLink /></Suspense>}
          {!opensFiles && viewer.keepsKeys && <NavLink to={paths.register}>{text('shell.register')}</NavLink>}
          {!opensFiles && viewer.keepsKeys && <NavLink to={paths.keys}>{text('shell.keys')}</NavLink>}
          {!opensFiles && <NavLink to={paths.messages}>{text('shell.settings')}</NavLink>}
          {opensFiles && (
            <button type="button" className={styles['jump']} onClick={() => setJumping(true)}>
              {text('shell.jump')} <kbd>Ctrl K</kbd>
            </button>
          )}
        </nav>
        <div className={styles['viewer']}>
          <p className={styles['who']}>
            <strong>{viewer.name}</strong>
            <span>{viewer.title}</span>
            {viewer.organisation !== null && <span>{viewer.organisation.name}</span>}
          </p>
          <LanguageChoice current={viewer.language} />
          <a className={styles['sessions']} href="/sign-in/sessions?for=desk">{text('shell.ownSessions')}</a>
          <Button kind="quiet" busy={leaving === 'busy'} onClick={() => { if (leaving !== 'busy') void leave() }}>{text('action.signOut')}</Button>
        </div>
      </header>
      <main className={styles['content']} id="content" tabIndex={-1}>
        {leaving === 'failed' && <p className={styles['stillSignedIn']} role="alert">{text('shell.stillSignedIn')}</p>}
        {!online && <p className={styles['offline']} role="status">{text('state.offline')} {text('shell.offlineHint')}</p>}
        {children}
      </main>
      {jumping && <Suspense><FamilyJump onClose={() => setJumping(false)} /></Suspense>}
    </div>
  )
}

const LanguageChoice = ({ current }: { readonly current: Language }) => {
  const text = useText()
  const [, choose] = useMutation(ChooseLanguageDocument)
  return (
    <div className={styles['languages']} role="group" aria-label={text('shell.language')}>
      {languages.map((language) => (
        <button key={language} type="button" lang={language.toLowerCase()} aria-pressed={language === current} onClick={() => { void choose({ language }) }}>
          {language}<VisuallyHidden>: {text(language === 'NL' ? 'language.nl' : 'language.en')}</VisuallyHidden>
        </button>
      ))}
    </div>
  )
}

/** What the other windows of this browser are told by: what they show goes too, and where they were. */
const signedOutKey = 'samenspel.desk.signed-out'

/** @returns whether the session ended */
const signOut = async (): Promise<boolean> => {
  // Afterwards nothing is taken from this window any more.
  await sayLastWords()
  const answer = await fetch('/sign-out', { method: 'POST', headers: appHeaders }).catch(() => undefined)
  if (answer?.ok !== true) return false
  localStorage.setItem(signedOutKey, new Date().toISOString())
  location.assign('/')
  return true
}

addEventListener('storage', (event) => { if (event.key === signedOutKey) location.replace('/desk/') })
