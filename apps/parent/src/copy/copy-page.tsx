import { Button, Card, Notice, PageHeading } from '@samenspel/ui'
import { useEffect, useState } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import { paths } from '../paths.ts'
import { useLanguageChoice } from '../settings/language-provider.tsx'
import { BackLink, Columns, Page } from '../shell/page.tsx'
import { usePageText } from '../texts.ts'
import styles from './copy-page.module.css'
import type { Taken } from '../shell/save-file.ts'
import { fetchFingerprint, takeCopy } from './take-copy.ts'

/** Everything that one may take along, as one file: at once, by oneself, free of charge (P-01). */
export const CopyPage = () => {
  const text = usePageText()
  return (
    <Page>
      <BackLink to={paths.settings} />
      <div>
        <PageHeading title={text('copy.title')}>{text('copy.title')}</PageHeading>
        <p className={styles['intro']}>{text('copy.what')}</p>
      </div>
      <Columns main={<Take />} aside={<Check />} />
    </Page>
  )
}

const Take = () => {
  const text = usePageText()
  const { family, refresh } = useFamilyView()
  const { language } = useLanguageChoice()
  const [taken, setTaken] = useState<Taken | { readonly kind: 'idle' | 'busy' }>({ kind: 'idle' })
  const take = async (familyId: string) => {
    setTaken({ kind: 'busy' })
    setTaken(await takeCopy(familyId, language))
    // A session that ended meanwhile shows itself.
    refresh()
  }
  return (
    <div className={styles['take']}>
      <p>{text('copy.safe')}</p>
      {family !== undefined && <Button wide busy={taken.kind === 'busy'} onClick={() => { void take(family.id) }}>{text('copy.take')}</Button>}
      <Notice tone={taken.kind === 'failed' ? 'stop' : taken.kind === 'saved' ? 'ok' : 'wait'}>
        {taken.kind === 'busy' && text('copy.busy')}
        {taken.kind === 'saved' && text('copy.saved')}
        {taken.kind === 'failed' && (taken.reason ?? text('action.failed'))}
      </Notice>
    </div>
  )
}

const Check = () => {
  const text = usePageText()
  const [fingerprint, setFingerprint] = useState<string>()
  useEffect(() => {
    let isCurrent = true
    void fetchFingerprint().then((found) => { if (isCurrent) setFingerprint(found) })
    return () => { isCurrent = false }
  }, [])
  return (
    <Card>
      <div className={styles['take']}>
        <h2 className={styles['title']}>{text('copy.check')}</h2>
        <p>{text('copy.checkHint')}</p>
        {fingerprint !== undefined && <p>{text('copy.fingerprint')}<br /><code className={styles['fingerprint']}>{fingerprint}</code></p>}
      </div>
    </Card>
  )
}
