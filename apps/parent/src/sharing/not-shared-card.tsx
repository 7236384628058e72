import { WithdrawConsentDocument } from '@samenspel/graphql-documents/parent-pages'
import { Button, Card, Notice } from '@samenspel/ui'
import { useId } from 'react'
import { useCommand } from '../family/use-command.ts'
import { usePageText } from '../texts.ts'
import type { Consent } from './sharing.ts'
import styles from './sharing.module.css'

type Props = { readonly familyId: string; readonly consents: readonly Consent[] }

/** Where somebody said no. Who said it can take it back. */
export const NotSharedCard = ({ familyId, consents }: Props) => {
  const text = usePageText()
  const id = useId()
  const { state, send } = useCommand(WithdrawConsentDocument)
  const takeBack = async (consentId: string) => { if (state.kind !== 'busy') { await send({ familyId, consentId }) } }
  return (
    <Card labelledBy={id}>
      <div className={styles['part']}>
        <h2 id={id} className={styles['question']}>{text('sharing.not')}</h2>
        <ul className={styles['list']}>
          {consents.map((consent) => (
            <li key={consent.id}>
              <p>{text('sharing.notThis', { recipient: consent.recipient.label, what: consent.what })}</p>
              {consent.isYours && <Button kind="quiet" busy={state.kind === 'busy'} onClick={() => { void takeBack(consent.id) }}>{text('sharing.takeBackNo')}</Button>}
            </li>
          ))}
        </ul>
        <Notice tone="stop">{state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
      </div>
    </Card>
  )
}
