import { createI18n, languageFor, type Language } from '@samenspel/intl'
import { loadDoorTexts } from '@samenspel/intl/door'
import { Brand, PageHeading, TextProvider, VisuallyHidden } from '@samenspel/ui'
import { Suspense, use, useEffect, useState } from 'react'
import { useDoorText } from './fields.tsx'
import { Referring } from './referring.tsx'
import styles from './referring.module.css'
import { StatusPage } from './status-page.tsx'

const spoken = new Map<Language, Promise<ReturnType<typeof createI18n>>>()
const speaking = (language: Language) => {
  const known = spoken.get(language) ?? loadDoorTexts(language).then((texts) => createI18n(language, texts))
  spoken.set(language, known)
  return known
}

/** What stands after the hash: a link that was sent, or a receipt. Neither is ever sent in an address. */
const askedIn = (hash: string): { readonly link?: string; readonly receipt?: string } => {
  const given = new URLSearchParams(hash.slice(1))
  const link = given.get('link'), receipt = given.get('bewijs')
  return { ...(link !== null && { link }), ...(receipt !== null && { receipt }) }
}

/** The front door for who has no account here. */
export const ReferringApp = () => {
  const [language, setLanguage] = useState<Language>(() => languageFor(navigator.languages))
  return <Suspense><Speaking language={language} onLanguage={setLanguage} /></Suspense>
}

type Props = { readonly language: Language; readonly onLanguage: (language: Language) => void }

const Speaking = (props: Props) => <TextProvider i18n={use(speaking(props.language))}><Page {...props} /></TextProvider>

const Page = ({ language, onLanguage }: Props) => {
  const text = useDoorText()
  const [asked, setAsked] = useState(() => askedIn(location.hash))
  useEffect(() => {
    const onHash = (): void => { setAsked(askedIn(location.hash)) }
    addEventListener('hashchange', onHash)
    return () => { removeEventListener('hashchange', onHash) }
  }, [])
  const { link, receipt } = asked
  const title = text(receipt === undefined ? 'door.title' : 'door.status.title')
  return (
    <div className={styles['page']}>
      <header className={styles['bar']}>
        <Brand />
        <div className={styles['languages']} role="group" aria-label={text('door.language')}>
          {(['nl', 'en'] as const).map((one) => (
            <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => onLanguage(one)}>{one.toUpperCase()}<VisuallyHidden>: {text(`language.${one}`)}</VisuallyHidden></button>
          ))}
        </div>
      </header>
      <main className={styles['main']}>
        <PageHeading title={title}>{title}</PageHeading>
        {receipt === undefined ? (
          <>
            <p className={styles['lead']}>{text('door.intro')}</p>
            <p className={styles['acute']}>{text('door.acute')}</p>
            <Referring key={link} link={link} onOpenForm={() => { location.hash = '' }} />
          </>
        ) : <StatusPage key={receipt} receipt={receipt} />}
      </main>
    </div>
  )
}
