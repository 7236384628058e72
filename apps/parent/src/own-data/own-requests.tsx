import type { OwnDataQuery } from '@samenspel/graphql-documents/parent-pages'
import { Button, Card, StatusMark } from '@samenspel/ui'
import { useFamilyView } from '../family/family-context.tsx'
import { save } from '../shell/save-file.ts'
import { usePageText } from '../texts.ts'
import styles from './own-data.module.css'
import { places } from './places.ts'

export type OwnRequest = NonNullable<OwnDataQuery['ownData']>['requests'][number]

const tones = { WAITING: 'wait', WAITING_FOR_OTHERS: 'wait', UNDERWAY: 'wait', DONE: 'ok', IN_FORCE: 'ok', LIFTED: 'ok', REFUSED: 'stop', ANSWERED: 'ok' } as const satisfies Record<OwnRequest['status'], string>

/** What somebody asked, how it stands, and by when there is an answer. */
export const OwnRequests = ({ requests }: { readonly requests: readonly OwnRequest[] }) => {
  const text = usePageText()
  return (
    <Card>
      <div className={styles['stack']}>
        <h2 id={places.asked} className={styles['title']}>{text('data.asked')}</h2>
        {requests.length === 0 ? <p>{text('data.askedNothing')}</p> : <ul className={styles['list']}>{requests.map((request) => <Asked key={request.id} request={request} />)}</ul>}
      </div>
    </Card>
  )
}

const Asked = ({ request: { kind, about, receivedOn, answerBy, status, decidedOn, reason, certificate } }: { readonly request: OwnRequest }) => {
  const text = usePageText()
  const { dates } = useFamilyView()
  const isOpen = status === 'WAITING' || status === 'WAITING_FOR_OTHERS'
  return (
    <li className={styles['item']}>
      <p><b>{text(`data.kind.${kind}`, { about })}</b></p>
      <p><StatusMark tone={tones[status]}>{text(`data.status.${status}`)}</StatusMark></p>
      <p className={styles['soft']}>{isOpen ? text('data.until', { asked: dates.date(receivedOn), until: dates.date(answerBy) }) : decidedOn === null ? '' : text('data.decided', { date: dates.date(decidedOn) })}</p>
      {status === 'WAITING_FOR_OTHERS' && <p>{text('data.others')}</p>}
      {kind === 'UNSEEN' && status === 'ANSWERED' && <p>{text('data.unseen.answered')} {text('data.disagree')}</p>}
      {reason !== null && <p>{reason} {text('data.disagree')}</p>}
      {certificate !== null && (
        <>
          <p>{text('data.certificate', { date: dates.date(certificate.keyBackupsEndOn) })}</p>
          <Button kind="secondary" wide onClick={() => { save(new Blob([certificate.json], { type: 'application/json' }), `samenspel-${certificate.fingerprint}.json`) }}>{text('data.saveCertificate')}</Button>
        </>
      )}
    </li>
  )
}
