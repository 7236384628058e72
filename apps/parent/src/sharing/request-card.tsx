import { AnswerConsentRequestDocument } from '@samenspel/graphql-documents/parent-pages'
import { Button, Card, Notice } from '@samenspel/ui'
import { useId } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import { useCommand } from '../family/use-command.ts'
import { usePageText } from '../texts.ts'
import { usePeriod } from './period.ts'
import type { ConsentRequest } from './sharing.ts'
import styles from './sharing.module.css'

type Props = { readonly familyId: string; readonly request: ConsentRequest }

/** One question: who would read what and why, and the two answers, equal in size. */
export const RequestCard = ({ familyId, request }: Props) => {
  const text = usePageText()
  const id = useId()
  const { dates } = useFamilyView()
  const period = usePeriod()
  const { state, send } = useCommand(AnswerConsentRequestDocument)
  const answer = async (yes: boolean) => {
    if (state.kind === 'busy') return
    await send({ familyId, requestId: request.id, yes })
  }
  return (
    <Card labelledBy={id} tone={request.isForYou ? 'wait' : 'plain'}>
      <div className={styles['part']}>
        <h2 id={id} className={styles['question']}>{text('sharing.question', { recipient: request.recipient.label, what: request.what })}</h2>
        <p>{request.why}</p>
        <p className={styles['soft']}>{text('sharing.askedBy', { name: request.askedBy, day: dates.day(request.askedOn) })} {period(request)}</p>
        <details>
          <summary>{text('sharing.explained')}</summary>
          <p>{request.howExplained}</p>
        </details>
        {request.state === 'ONE_MORE_YES' && <p><b>{text(request.isForYou ? 'sharing.oneMore' : 'sharing.oneMoreNotYou')}</b></p>}
        {request.isForYou && (
          <div className={styles['answers']}>
            <Button wide busy={state.kind === 'busy'} onClick={() => { void answer(true) }}>{text('sharing.yes')}</Button>
            <Button wide kind="secondary" busy={state.kind === 'busy'} onClick={() => { void answer(false) }}>{text('sharing.no')}</Button>
          </div>
        )}
        {request.isForYou && <p className={styles['soft']}>{text('sharing.free', { day: dates.day(request.answerBy) })}</p>}
        <Notice tone={state.kind === 'failed' ? 'stop' : 'ok'}>{state.kind === 'failed' ? state.reason ?? text('action.failed') : state.kind === 'done' && text('sharing.kept')}</Notice>
      </div>
    </Card>
  )
}
