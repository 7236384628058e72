import { RenewConsentDocument, SignConsentDocument } from '@samenspel/graphql-documents/parent-pages'
import { dayAfter } from '@samenspel/intl'
import { Button, Card, Notice } from '@samenspel/ui'
import { useId, useState } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import { useCommand } from '../family/use-command.ts'
import { usePageText } from '../texts.ts'
import { usePeriod } from './period.ts'
import type { Consent, Shared } from './sharing.ts'
import { StopAllDialog } from './stop-all-dialog.tsx'
import { StopDialog } from './stop-dialog.tsx'
import styles from './sharing.module.css'

type Props = { readonly familyId: string; readonly shared: Shared }

/** Days that a renewed consent holds: a year. */
const renewedDays = 365

/** What one of them may see now: about whom, what, and until when. */
export const SharedCard = ({ familyId, shared }: Props) => {
  const { recipient, about, organisationId, isTeam } = shared
  const text = usePageText()
  const id = useId()
  const all = about.flatMap(({ consents }) => consents)
  const [isStopping, setIsStopping] = useState(false)
  // As long as a yes is missing, nothing is read.
  const seen = about.filter(({ consents }) => consents.some(({ state }) => state !== 'WAITING'))
  const unseen = about.filter((one) => !seen.includes(one))
  const waits = all.some(({ state, isYours, mayDecide, endsSoon }) => (state === 'WAITING' && !isYours && mayDecide) || endsSoon)
  return (
    <Card labelledBy={id}>
      <div className={styles['part']}>
        <h3 id={id} className={styles['question']}>{recipient}</h3>
        {seen.length > 0 && <p>{text('sharing.seesAbout', { names: namesOf(seen) })}</p>}
        {unseen.length > 0 && <p>{text('sharing.waitsAbout', { names: namesOf(unseen) })}</p>}
        <details open={waits}>
          <summary>{text('sharing.what')}</summary>
          {about.map(({ whom, consents }) => (
            <div key={whom} className={styles['whom']}>
              <h4>{whom}</h4>
              <ul className={styles['list']}>{consents.map((consent) => <li key={consent.id}><SharedItem familyId={familyId} consent={consent} /></li>)}</ul>
            </div>
          ))}
        </details>
        {isTeam && all.some(({ mayDecide }) => mayDecide) && <p className={styles['soft']}>{text('share.teamNote')}</p>}
        {organisationId !== undefined && all.some(({ mayDecide }) => mayDecide) && (
          <div><Button kind="quiet" onClick={() => { setIsStopping(true) }}>{text('stopAll.button', { recipient })}</Button></div>
        )}
        {isStopping && organisationId !== undefined && <StopAllDialog familyId={familyId} organisationId={organisationId} shared={shared} onClose={() => { setIsStopping(false) }} />}
      </div>
    </Card>
  )
}

const namesOf = (about: Shared['about']): string => about.map(({ whom }) => whom).join('; ')

const SharedItem = ({ familyId, consent }: { readonly familyId: string; readonly consent: Consent }) => {
  const text = usePageText()
  const period = usePeriod()
  const { now } = useFamilyView()
  const [isStopping, setIsStopping] = useState(false)
  const signing = useCommand(SignConsentDocument)
  const renewing = useCommand(RenewConsentDocument)
  const failed = [signing.state, renewing.state].find((state) => state.kind === 'failed')
  const sign = async () => { if (signing.state.kind !== 'busy') { await signing.send({ familyId, consentId: consent.id }) } }
  const renew = async () => {
    if (renewing.state.kind === 'busy') return
    await renewing.send({ familyId, consentId: consent.id, until: dayAfter(consent.until ?? now.date, renewedDays) })
  }
  return (
    <div className={styles['item']}>
      <p><span className={styles['what']}>{consent.what}</span><br /><span className={styles['soft']}>{period(consent)}</span></p>
      {consent.state === 'WAITING' && <p><b>{text(consent.isYours ? 'sharing.oneMoreNotYou' : 'sharing.oneMore')}</b></p>}
      {consent.endsSoon && <p><b>{text('sharing.endsSoon')}</b></p>}
      {consent.mayDecide && (
        <div className={styles['actions']}>
          {consent.state === 'WAITING' && !consent.isYours && <Button busy={signing.state.kind === 'busy'} onClick={() => { void sign() }}>{text('sharing.signToo')}</Button>}
          {consent.endsSoon && <Button kind="secondary" busy={renewing.state.kind === 'busy'} onClick={() => { void renew() }}>{text('sharing.renew')}</Button>}
          <Button kind="quiet" aria-label={text('sharing.stopLabel', { recipient: consent.recipient.label, what: consent.what })} onClick={() => { setIsStopping(true) }}>{text('sharing.stop')}</Button>
        </div>
      )}
      <Notice tone={failed === undefined ? 'ok' : 'stop'}>
        {failed !== undefined ? failed.reason ?? text('action.failed') : (signing.state.kind === 'done' || renewing.state.kind === 'done') && text('sharing.kept')}
      </Notice>
      {isStopping && <StopDialog familyId={familyId} consent={consent} onClose={() => { setIsStopping(false) }} />}
    </div>
  )
}
