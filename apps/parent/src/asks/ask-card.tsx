import { WithdrawAskDocument } from '@samenspel/graphql-documents/parent-pages'
import { Button, buttonClass, Card, Notice } from '@samenspel/ui'
import { useId } from 'react'
import { Link } from 'wouter'
import { useFamilyView } from '../family/family-context.tsx'
import { useCommand } from '../family/use-command.ts'
import { useJoin } from '../family/use-join.ts'
import { paths } from '../paths.ts'
import styles from '../sharing/sharing.module.css'
import { usePageText } from '../texts.ts'
import type { AsksFamily } from './asks-family.ts'

type Props = { readonly familyId: string; readonly ask: AsksFamily['asks'][number]; readonly onTakenBack?: () => void }

/** What a parent asked, who reads it, and what was agreed. It can be taken back while it stands. */
export const AskCard = ({ familyId, ask: { id: askId, kind, askedOn, about, words, notedBy, readers, status, answer, isComing, mayWithdraw }, onTakenBack }: Props) => {
  const text = usePageText()
  const id = useId()
  const { dates } = useFamilyView()
  const join = useJoin()
  const { state, send } = useCommand(WithdrawAskDocument)
  const isOfFile = kind === 'NO_SHARED_FILE'
  const takeBack = async () => {
    if (state.kind === 'busy') return
    if (await send({ familyId, askId }) !== undefined) onTakenBack?.()
  }
  return (
    <Card labelledBy={id} tone={answer !== null && status === 'ANSWERED' ? 'ok' : 'plain'}>
      <div className={styles['part']}>
        <h2 id={id} className={styles['question']}>{text(`asks.one.${kind}`, { about: about?.name ?? '' })}</h2>
        <p className={styles['soft']}>{text('asks.on', { day: dates.day(askedOn) })}{notedBy !== null && ` ${text('asks.noted', { name: notedBy })}`}</p>
        {words !== null && <p dir="auto">“{words}”</p>}
        {answer !== null && (
          <div>
            <p><b>{text(`asks.outcome.${answer.outcome}`)}</b>{isComing && ` ${text('asks.coming')}`}</p>
            <p className={styles['soft']}>{text('asks.said', { name: answer.by, day: dates.day(answer.on) })}</p>
            <p dir="auto">{answer.words}</p>
          </div>
        )}
        {status === 'WITHDRAWN' ? <p>{text(isOfFile ? 'asks.takenBackFile' : 'asks.takenBack')}</p> : (
          <>
            {answer === null && <p>{text('asks.waits')}</p>}
            {(answer === null || isOfFile) && readers.length > 0 && <p className={styles['soft']}>{text(readers.length === 1 ? 'asks.read.one' : 'asks.read.more', { names: join(readers.map(({ name }) => name)) })}</p>}
          </>
        )}
        {status === 'WITHDRAWN' && isOfFile && <Link href={paths.sharing} className={buttonClass('secondary', true)}>{text('asks.toSharing')}</Link>}
        {mayWithdraw && <div><Button kind="quiet" busy={state.kind === 'busy'} onClick={() => { void takeBack() }}>{text(isOfFile ? 'asks.takeBackFile' : 'asks.takeBack')}</Button></div>}
        <Notice tone="stop">{state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
      </div>
    </Card>
  )
}
