import { SendProposalsDocument } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, Notice, StatusMark } from '@samenspel/ui'
import { useMemo, useRef, useState } from 'react'
import { Link } from 'react-router'
import { useClient } from 'urql'
import { refusalOf, unreachable } from '../../graph/refusal.ts'
import { Table } from '../../parts/table.tsx'
import { useText } from '../../parts/text.ts'
import { plannerPath, plannerRunPath } from '../../shell/paths.ts'
import { FindFamily, useFamiliesFound } from './find-family.tsx'
import { inOrder, orders, type Order } from './order.ts'
import type { RegionRun } from './region-progress.tsx'
import styles from './region.module.css'

type Props = { readonly run: RegionRun; readonly onAnew: () => void; readonly readAgain: () => void }
type Family = RegionRun['families'][number]
type Sendable = Family & { readonly runId: string; readonly proposalId: string }

const measures = ['trips', 'travelDays', 'evenings'] as const

/** What was found, family by family. Nothing is sent before somebody says so. */
export const RegionResult = ({ run, onAnew, readAgain }: Props) => {
  const text = useText()
  const { send, sending, said } = useSending(readAgain)
  const [asking, setAsking] = useState<readonly Sendable[]>()
  const [order, setOrder] = useState<Order>('change')
  const ordered = useMemo(() => inOrder(run.families, order), [run.families, order])
  const { found, finding } = useFamiliesFound(ordered)
  const toSend = ordered.filter(isSendable)
  const sendAll = (
    <div className={styles['foot']}>
      <Notice tone="ok">{sending === undefined && toSend.length === 0 && run.families.some(({ isSent }) => isSent) && text('region.allSent')}</Notice>
      {toSend.length > 1 && <Button busy={sending !== undefined} onClick={() => setAsking(toSend)}>{text('region.sendAll', { count: toSend.length })}</Button>}
      <p aria-live="polite">{sending === undefined ? '' : text('region.sendingOf', sending)}</p>
    </div>
  )
  if (run.state === 'FAILED') return <Again tone="wait" words={run.error ?? ''} onAnew={onAnew} />
  return (
    <section className={styles['result']} aria-label={text('region.result')}>
      <Again tone="neutral" words={run.ended ?? ''} onAnew={onAnew} />
      {run.fairness !== null && <p>{run.fairness}</p>}
      <p className={styles['soft']}>{text('region.hint')} {text('region.keep')}</p>
      {finding.isShown && (
        <div className={styles['when']}>
          <FindFamily {...finding} />
          <Field label={text('region.order')}>
            {(control) => <select {...control} value={order} onChange={(event) => setOrder(orders.find((one) => one === event.target.value) ?? 'change')}>{orders.map((one) => <option key={one} value={one}>{text(`region.order.${one}`)}</option>)}</select>}
          </Field>
        </div>
      )}
      {finding.isShown && sendAll}
      <Table caption={text('region.result')} columns={[text('board.family'), text('region.planned'), ...measures.map((what) => text(`region.${what}`)), text('region.how'), text('region.proposal')]}>
        {found.map((family) => (
          <tr key={family.id}>
            <th scope="row" data-label={text('board.family')}>{family.name}</th>
            <td data-label={text('region.planned')}>{family.after === null ? '–' : text('region.plannedOf', { planned: family.planned, all: family.planned + family.unplanned })}</td>
            {measures.map((what) => (
              <td key={what} data-label={text(`region.${what}`)}>
                <span className={styles['change']} data-less={(family.after?.[what] ?? 0) < (family.before?.[what] ?? 0) || undefined}>
                  {family.after === null ? '–' : text('region.change', { before: family.before?.[what] ?? 0, after: family.after[what] })}
                </span>
              </td>
            ))}
            <td data-label={text('region.how')}>
              <p>{family.proof}</p>
              {family.fairness !== null && (family.isWorse ? <StatusMark tone="wait">{family.fairness}</StatusMark> : <p className={styles['soft']}>{family.fairness}</p>)}
            </td>
            <td data-label={text('region.proposal')}><Proposal family={family} busy={sending !== undefined} refusal={said.get(family.id)} onSend={(one) => setAsking([one])} /></td>
          </tr>
        ))}
      </Table>
      {!finding.isShown && sendAll}
      <Dialog isOpen={asking !== undefined} onClose={() => setAsking(undefined)} title={text('region.confirmTitle', { count: asking?.length ?? 0 })}>
        <p>{text('region.confirm')}</p>
        <ul className={styles['names']} tabIndex={(asking?.length ?? 0) > 10 ? 0 : undefined}>{asking?.map(({ id, name }) => <li key={id}>{name}</li>)}</ul>
        <div className={styles['choices']}>
          <Button onClick={() => { if (asking !== undefined) void send(asking); setAsking(undefined) }}>{text('planner.send')}</Button>
          <Button kind="secondary" onClick={() => setAsking(undefined)}>{text('action.cancel')}</Button>
        </div>
      </Dialog>
    </section>
  )
}

const isSendable = (family: Family): family is Sendable => family.runId !== null && family.proposalId !== null && !family.isSent

const Again = ({ tone, words, onAnew }: { readonly tone: 'neutral' | 'wait'; readonly words: string; readonly onAnew: () => void }) => {
  const text = useText()
  return <div className={styles['again']}><Notice tone={tone}>{words}</Notice><Button kind="secondary" onClick={onAnew}>{text('region.anew')}</Button></div>
}

const Proposal = ({ family, busy, refusal, onSend }: { readonly family: Family; readonly busy: boolean; readonly refusal: string | undefined; readonly onSend: (family: Sendable) => void }) => {
  const text = useText()
  if (family.isSent) return <><StatusMark tone="ok">{text('region.sent')}</StatusMark> <Link to={plannerPath(family.id)}>{text('region.openOf', { family: family.name })}</Link></>
  return (
    <div className={styles['proposal']}>
      {isSendable(family) && <Link to={plannerRunPath(family.id, family.runId)}>{text('region.look', { family: family.name })}</Link>}
      {isSendable(family) && <Button kind="secondary" busy={busy} aria-label={text('region.sendOf', { family: family.name })} onClick={() => onSend(family)}>{text('region.send')}</Button>}
      {refusal !== undefined && <><Notice tone="stop">{refusal}</Notice><Link to={plannerPath(family.id)}>{text('region.openOf', { family: family.name })}</Link></>}
      {family.runId === null && <Link to={plannerPath(family.id)}>{text('region.openOf', { family: family.name })}</Link>}
    </div>
  )
}

/** Sends one proposal after the other; one that is refused stops none of the others, and says why beside its family. */
const useSending = (readAgain: () => void) => {
  const text = useText()
  const client = useClient()
  const ids = useRef(new Map<string, string>())
  const [sending, setSending] = useState<{ readonly family: string; readonly now: number; readonly all: number }>()
  const [said, setSaid] = useState<ReadonlyMap<string, string>>(new Map())
  const send = async (families: readonly Sendable[]): Promise<void> => {
    const refusals = new Map<string, string>()
    for (const [index, { id, name, runId, proposalId }] of families.entries()) {
      setSending({ family: name, now: index + 1, all: families.length })
      const commandId = ids.current.get(proposalId) ?? crypto.randomUUID()
      ids.current.set(proposalId, commandId)
      const { error } = await client.mutation(SendProposalsDocument, { commandId, familyId: id, runId, proposalIds: [proposalId] }).toPromise()
      if (error === undefined) continue
      const { code, message } = refusalOf(error)
      if (code !== unreachable) ids.current.delete(proposalId)
      refusals.set(id, code === unreachable ? text('error.unreachable') : message)
    }
    setSaid(refusals)
    setSending(undefined)
    readAgain()
  }
  return { send, sending, said }
}
