import { AnswerTreatmentDocument } from '@samenspel/graphql-documents/parent-pages'
import { Button, Card, Notice } from '@samenspel/ui'
import { useId } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import { useCommand } from '../family/use-command.ts'
import { usePageText } from '../texts.ts'
import type { Treatment } from './sharing.ts'
import styles from './sharing.module.css'

type Props = { readonly familyId: string; readonly treatment: Treatment }

/** One treatment of a child: what it is, who asks, what was said, and one's own yes or no. */
export const TreatmentCard = ({ familyId, treatment }: Props) => {
  const text = usePageText()
  const id = useId()
  const { dates } = useFamilyView()
  const { state, send } = useCommand(AnswerTreatmentDocument)
  const { child, what, treatedBy, askedBy, askedOn, status, answers, missing, exception, isForYou, yourAnswer, mayAnswer } = treatment
  const answer = async (agrees: boolean) => {
    if (state.kind === 'busy') return
    await send({ familyId, treatmentId: treatment.id, agrees })
  }
  return (
    <Card labelledBy={id} tone={isForYou ? 'wait' : 'plain'}>
      <div className={styles['part']}>
        <h2 id={id} className={styles['question']}>{text('treatment.question', { child })}</h2>
        <p dir="auto">{what}</p>
        <p className={styles['soft']} dir="auto">{text('treatment.by', { who: treatedBy })} {text('sharing.askedBy', { name: askedBy, day: dates.day(askedOn) })}</p>
        {answers.map(({ parent, agrees, on }) => <p key={parent}>{text(agrees ? 'treatment.saidYes' : 'treatment.saidNo', { name: parent, day: dates.day(on) })}</p>)}
        <p><b>{text(`treatment.status.${status}`)}</b> {status === 'INCOMPLETE' && !isForYou && missing.length > 0 && text('treatment.missing', { names: missing.join(', ') })}{exception !== null && <span dir="auto">{exception.reason}</span>}</p>
        {isForYou && (
          <div className={styles['answers']}>
            <Button wide busy={state.kind === 'busy'} onClick={() => { void answer(true) }}>{text('treatment.yes')}</Button>
            <Button wide kind="secondary" busy={state.kind === 'busy'} onClick={() => { void answer(false) }}>{text('treatment.no')}</Button>
          </div>
        )}
        {isForYou && <p className={styles['soft']}>{text('treatment.free')}</p>}
        {!isForYou && mayAnswer && yourAnswer !== null && (
          <details>
            <summary>{text('treatment.other')}</summary>
            <Button kind="secondary" busy={state.kind === 'busy'} onClick={() => { void answer(!yourAnswer) }}>{text(yourAnswer ? 'treatment.nowNo' : 'treatment.nowYes')}</Button>
          </details>
        )}
        <Notice tone={state.kind === 'failed' ? 'stop' : 'ok'}>{state.kind === 'failed' ? state.reason ?? text('action.failed') : state.kind === 'done' && text('sharing.kept')}</Notice>
      </div>
    </Card>
  )
}
