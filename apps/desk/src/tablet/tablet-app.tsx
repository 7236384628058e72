import { createI18n, languageFor, type Language } from '@samenspel/intl'
import { loadDeskTexts } from '@samenspel/intl/desk'
import { Brand, Button, lastWordsSent, Loading, PageHeading, TextProvider, VisuallyHidden } from '@samenspel/ui'
import { Suspense, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { Provider } from 'urql'
import { addresses, createGraphql } from '../graph/client.ts'
import { useText } from '../parts/text.ts'
import { goOut, look, stay, type LockScreen } from './door.ts'
import { EnrolPage } from './enrol-page.tsx'
import { GroupPage } from './group-page.tsx'
import { LockPage } from './lock-page.tsx'
import { PinPad } from './pin-pad.tsx'
import styles from './tablet.module.css'

const spoken = new Map<Language, Promise<ReturnType<typeof createI18n>>>()
const speaking = (language: Language) => {
  const known = spoken.get(language) ?? loadDeskTexts(language).then((texts) => createI18n(language, texts))
  spoken.set(language, known)
  return known
}

/** Where the tablet is: it asks; it is nobody's yet; it is locked, perhaps with somebody at the pad; somebody works; it locks. */
type Where =
  | { readonly at: 'asking' }
  | { readonly at: 'failed' }
  | { readonly at: 'nowhere' }
  | { readonly at: 'locked'; readonly screen: LockScreen; readonly worker?: LockScreen['workers'][number]; readonly isOffline?: boolean }
  | { readonly at: 'work'; readonly screen: LockScreen }
  | { readonly at: 'locking' }

/** @param leave begins the page anew, so that nothing of who worked before is left in its memory */
export const TabletApp = ({ leave }: { readonly leave: () => void }) => {
  const [language, setLanguage] = useState<Language>(() => languageFor(navigator.languages))
  return (
    <Suspense>
      <Speaking language={language}><Tablet language={language} onLanguage={setLanguage} leave={leave} /></Speaking>
    </Suspense>
  )
}

const Speaking = ({ language, children }: { readonly language: Language; readonly children: ReactNode }) => <TextProvider i18n={use(speaking(language))}>{children}</TextProvider>

const Tablet = ({ language, onLanguage, leave }: { readonly language: Language; readonly onLanguage: (language: Language) => void; readonly leave: () => void }) => {
  const text = useText()
  const [where, setWhere] = useState<Where>({ at: 'asking' })

  const askAgain = useCallback(async (): Promise<void> => {
    setWhere(whereOf(await look(language)))
  }, [language])
  // Whoever loads this page locks the tablet, also somebody who goes back to it.
  const [begun] = useState(language)
  useEffect(() => {
    let here = true
    void goOut(begun).then(() => look(begun)).then((said) => { if (here) setWhere(whereOf(said)) })
    return () => { here = false }
  }, [begun])

  const screen = 'screen' in where ? where.screen : undefined
  const lock = useCallback((): void => {
    // The screen is empty before anything else is done.
    setWhere({ at: 'locking' })
    void (async () => {
      await lastWordsSent()
      const said = await goOut(language)
      if ('answer' in said) leave()
      else if (screen === undefined) setWhere({ at: 'failed' })
      else setWhere({ at: 'locked', screen, isOffline: true })
    })()
  }, [language, leave, screen])
  const active = useCallback((): void => {
    void stay(language).then((said) => { if ('no' in said && said.no.code === 'not-signed-in') lock() })
  }, [language, lock])

  if (where.at === 'work') return <AtWork><GroupPage screen={where.screen} onLock={lock} onActive={active} /></AtWork>
  return (
    <div className={styles['locked']}>
      <header className={styles['lockBar']}>
        <Brand />
        <p className={styles['place']}>{screen !== undefined && <><strong>{screen.name}</strong><span>{screen.organisation}</span></>}</p>
        <div className={styles['languages']} role="group" aria-label={text('shell.language')}>
          {(['nl', 'en'] as const).map((one) => (
            <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => onLanguage(one)}>{one.toUpperCase()}<VisuallyHidden>: {text(`language.${one}`)}</VisuallyHidden></button>
          ))}
        </div>
      </header>
      <main className={styles['lockMain']}>
        {where.at === 'asking' && <Loading />}
        {where.at === 'locking' && <p role="status" className={styles['lead']}>{text('tablet.locking')}</p>}
        {where.at === 'failed' && (
          <div className={styles['enrol']}>
            <PageHeading title={text('tablet.title')}>{text('state.failed')}</PageHeading>
            <p className={styles['lead']}>{text('tablet.offline')}</p>
            <Button onClick={() => { void askAgain() }}>{text('action.retry')}</Button>
          </div>
        )}
        {where.at === 'nowhere' && <EnrolPage language={language} onEnrolled={(enrolled) => setWhere({ at: 'locked', screen: enrolled })} />}
        {where.at === 'locked' && (where.worker === undefined ? (
          <LockPage screen={where.screen} isOffline={where.isOffline === true} onChoose={(worker) => setWhere({ at: 'locked', screen: where.screen, worker })} />
        ) : (
          <PinPad
            key={where.worker.id} worker={where.worker} language={language}
            onIn={() => setWhere({ at: 'work', screen: where.screen })} onOther={() => { void askAgain() }} onGone={() => { void askAgain() }}
          />
        ))}
      </main>
    </div>
  )
}

const whereOf = (said: Awaited<ReturnType<typeof look>>): Where =>
  'no' in said ? { at: 'failed' } : said.answer.tablet === null ? { at: 'nowhere' } : { at: 'locked', screen: said.answer.tablet }

/** Everything that is asked while somebody works is kept by a client of their own, which goes with them. */
const AtWork = ({ children }: { readonly children: ReactNode }) => {
  const client = useMemo(() => createGraphql(addresses(location).http, { subscribe: () => () => undefined }), [])
  return <Provider value={client}>{children}</Provider>
}
