import { Button, Card, Notice } from '@samenspel/ui'
import { useState } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import { useLanguageChoice } from '../settings/language-provider.tsx'
import { takeFile, type Taken } from '../shell/save-file.ts'
import { usePageText } from '../texts.ts'
import styles from './access-log-page.module.css'

/** Who looked, and who recorded what: as a file to keep, with one press (L-06). */
export const TakeLog = ({ familyId, filter }: { readonly familyId: string; readonly filter: Readonly<Record<string, string | undefined>> }) => {
  const text = usePageText()
  const { refresh } = useFamilyView()
  const { language } = useLanguageChoice()
  const [taken, setTaken] = useState<Taken | { readonly kind: 'idle' | 'busy' }>({ kind: 'idle' })
  const take = async (form: 'pdf' | 'json' | 'fhir') => {
    if (taken.kind === 'busy') return
    setTaken({ kind: 'busy' })
    setTaken(await takeFile('/access-log', language, { familyId, form, ...filter }, `samenspel-access-log.${form === 'fhir' ? 'fhir.json' : form}`))
    // A session that ended meanwhile shows itself.
    refresh()
  }
  return (
    <Card>
      <div className={styles['take']}>
        <h2 className={styles['title']}>{text('logFile.title')}</h2>
        <p>{text('logFile.what')}</p>
        <Button kind="secondary" wide busy={taken.kind === 'busy'} onClick={() => { void take('pdf') }}>{text('logFile.pdf')}</Button>
        <Button kind="quiet" wide busy={taken.kind === 'busy'} onClick={() => { void take('json') }}>{text('logFile.json')}</Button>
        <Button kind="quiet" wide busy={taken.kind === 'busy'} onClick={() => { void take('fhir') }}>{text('logFile.fhir')}</Button>
        <Notice tone={taken.kind === 'failed' ? 'stop' : taken.kind === 'saved' ? 'ok' : 'wait'}>
          {taken.kind === 'busy' && text('logFile.busy')}
          {taken.kind === 'saved' && text('logFile.saved')}
          {taken.kind === 'failed' && (taken.reason ?? text('action.failed'))}
        </Notice>
      </div>
    </Card>
  )
}
