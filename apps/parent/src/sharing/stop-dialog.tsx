import { ReadUnderConsentDocument, WithdrawConsentDocument } from '@samenspel/graphql-documents/parent-pages'
import { Button, Dialog, Notice, QueryState } from '@samenspel/ui'
import { useQuery } from 'urql'
import { useFamilyView } from '../family/family-context.tsx'
import { useCommand } from '../family/use-command.ts'
import { usePageText } from '../texts.ts'
import type { Consent } from './sharing.ts'
import styles from './sharing.module.css'

type Props = { readonly familyId: string; readonly consent: Consent; readonly onClose: () => void }

/** Asks once before it stops, says that it works at once, and shows who read what until now (C-04). */
export const StopDialog = ({ familyId, consent, onClose }: Props) => {
  const text = usePageText()
  const { dates } = useFamilyView()
  const { state, send } = useCommand(WithdrawConsentDocument)
  const [asked, ask] = useQuery({ query: ReadUnderConsentDocument, variables: { familyId, consentId: consent.id }, requestPolicy: 'network-only' })
  const stop = async () => {
    if (state.kind === 'busy') return
    if (await send({ familyId, consentId: consent.id }) === undefined) return
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('sharing.stopTitle')}>
      <p>{text('sharing.stopText', { recipient: consent.recipient.label, what: consent.what })}</p>
      <p><b>{text('sharing.atOnce')}</b></p>
      <h3>{text('sharing.readSoFar')}</h3>
      <QueryState asked={asked} onRetry={() => { ask({ requestPolicy: 'network-only' }) }} isEmpty={({ readUnderConsent }) => readUnderConsent.length === 0} empty={<p>{text('sharing.readNothing')}</p>}>
        {({ readUnderConsent }) => (
          <ul className={styles['reads']}>
            {readUnderConsent.map((line) => (
              <li key={line.id}>
                <b>{line.who}</b>{line.organisation !== null && ` (${line.organisation})`} {line.action} {line.what}<br />
                <span className={styles['soft']}>{dates.day(dates.dateOf(line.at))}{line.times > 1 && `, ${text('sharing.times', { count: line.times })}`}</span>
              </li>
            ))}
          </ul>
        )}
      </QueryState>
      <div className={styles['answers']}>
        <Button kind="stop" wide busy={state.kind === 'busy'} onClick={() => { void stop() }}>{text('sharing.stopYes')}</Button>
        <Button kind="secondary" wide onClick={onClose}>{text('sharing.stopNo')}</Button>
      </div>
      <Notice tone="stop">{state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
    </Dialog>
  )
}
