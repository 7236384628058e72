import { ChooseLanguageDocument } from '@samenspel/graphql-documents/parent-pages'
import { Button, buttonClass, Card, lastWordsSent, Notice, PageHeading, RadioCards } from '@samenspel/ui'
import type { Language } from '@samenspel/intl'
import { useState } from 'react'
import { useMutation } from 'urql'
import { Link } from 'wouter'
import { AroundUsLink } from '../around-us/around-us-link.tsx'
import { useFamilyView } from '../family/family-context.tsx'
import { CopyLink } from '../copy/copy-link.tsx'
import { HelpLink } from '../help/help-link.tsx'
import { SharingLink } from '../sharing/sharing-link.tsx'
import { paths } from '../paths.ts'
import { Columns, Page } from '../shell/page.tsx'
import { usePageText } from '../texts.ts'
import { useLanguageChoice } from './language-provider.tsx'
import { MailPart } from './mail-part.tsx'
import styles from './settings-page.module.css'
import { signOut } from './sign-out.ts'

/** Little to set: the language, mail, and the way out. */
export const SettingsPage = () => {
  const text = usePageText()
  return (
    <Page>
      <PageHeading title={text('settings.title')}>{text('settings.title')}</PageHeading>
      <Columns main={<><LanguagePart /><MailPart /><AroundUsLink /><HelpLink /><SharingLink /><OwnDataLink /><CopyLink /></>} aside={<Account />} />
    </Page>
  )
}

/** To what one may ask about one's data. */
const OwnDataLink = () => <Link href={paths.ownData} className={buttonClass('secondary', true)}>{usePageText()('data.title')}</Link>

const LanguagePart = () => {
  const text = usePageText()
  const { language, choose } = useLanguageChoice()
  const { refresh } = useFamilyView()
  const [kept, keep] = useMutation(ChooseLanguageDocument)
  const chooseAndKeep = async (chosen: Language) => {
    choose(chosen)
    await keep({ language: chosen === 'en' ? 'EN' : 'NL' })
    refresh()
  }
  return (
    <>
      <RadioCards
        name="language"
        legend={text('settings.language')}
        options={[{ value: 'nl', label: text('language.nl'), lang: 'nl' }, { value: 'en', label: text('language.en'), lang: 'en' }]}
        chosen={language}
        onChoose={(chosen) => { void chooseAndKeep(chosen) }}
        inline
      />
      <Notice tone={kept.error === undefined ? 'ok' : 'stop'}>
        {kept.error === undefined ? kept.data !== undefined && text('settings.languageKept') : text('action.failed')}
      </Notice>
    </>
  )
}

const Account = () => {
  const text = usePageText()
  const { me } = useFamilyView()
  const [state, setState] = useState<'still' | 'busy' | 'failed'>('still')
  const leave = async () => {
    setState('busy')
    await lastWordsSent()
    if (!await signOut()) setState('failed')
  }
  return (
    <Card>
      <div className={styles['account']}>
        <p>{text('settings.account')}<br /><b>{me.name}</b>, {me.title}</p>
        <Button kind="secondary" wide busy={state === 'busy'} onClick={() => { if (state !== 'busy') void leave() }}>{text('action.signOut')}</Button>
        <Notice tone="stop">{state === 'failed' && text('settings.stillSignedIn')}</Notice>
        <p className={styles['hint']}>{text('settings.signOutHint')}</p>
        <p><a href="/sign-in/sessions?for=parent">{text('settings.ownSessions')}</a></p>
      </div>
    </Card>
  )
}
