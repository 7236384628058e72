import { Button, useDates } from '@samenspel/ui'
import { useText } from '../../parts/text.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { Priced } from './priced.tsx'
import type { Need, PlannerFamily, Proposal } from './planner.ts'
import { useAskWhy } from './use-ask-why.ts'
import styles from './why-not.module.css'

/** What somebody can ask about: a proposal of a run, or one that lies with the parents; with what it leaves open to ask. */
export type Asking = { readonly family: PlannerFamily; readonly proposal: Proposal; readonly runId?: string; readonly needs: readonly Need[] }

type Part = Proposal['bundles'][number]['parts'][number]
type Props = { readonly asking: Asking; readonly part: Part & { readonly needId: string } }

/** The names of the working days, from any Monday. */
const week = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05']

/** At a part of a proposal: why it is not otherwise. The answer stands beneath, with its price. */
export const WhyNot = ({ asking: { family, proposal, runId, needs }, part }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const { ask, asked, answer, busy, refusal } = useAskWhy(family.id)
  const need = needs.find(({ id }) => id === part.needId)
  const about = { proposalId: proposal.id, needId: part.needId, ...(runId !== undefined && { runId }) }
  const weekday = new Date(part.date).getUTCDay()
  const others = proposal.bundles.flatMap((bundle) => bundle.parts).filter((other) => other.needId !== part.needId && other.date !== part.date)
    .flatMap(({ needId: otherNeedId, label }) => otherNeedId === null ? [] : [{ otherNeedId, label }])
  const colleagues = (need?.professionals ?? []).filter(({ id }) => part.professionals.every((one) => one.id !== id))
  const choice = (label: string, question: Omit<Parameters<typeof ask>[0], 'proposalId' | 'needId' | 'runId'>, name = label) => (
    <Button key={name} kind="quiet" busy={busy && asked === name} onClick={() => { void ask({ ...about, ...question }, name) }}>{label}</Button>
  )
  return (
    <details className={styles['why']}>
      <summary>{text('why.ask')}<span className={styles['hidden']}> {part.label}</span></summary>
      <div className={styles['choices']} role="group" aria-label={text('why.askOf', { label: part.label })}>
        {choice(text('why.earlier'), { kind: 'EARLIER' })}
        <span className={styles['days']}>{week.map((day, index) => index + 1 === weekday ? null : choice(text('why.onDay', { day: dates.weekday(day) }), { kind: 'ON_WEEKDAY', weekday: index + 1 }))}</span>
        {others.map(({ otherNeedId, label }) => choice(text('why.together', { label }), { kind: 'TOGETHER', otherNeedId }, otherNeedId))}
        {(need?.modalities ?? []).filter((form) => form !== part.modality).map((form) => choice(text(`why.form.${form}`), { kind: 'IN_FORM', form }))}
        {colleagues.map(({ id, name }) => choice(text('why.with', { name }), { kind: 'WITH', professionalId: id }, id))}
      </div>
      <SaidNo refusal={refusal} />
      <div role="status" className={styles['answer']}>
        {answer?.state === 'RUNNING' && <p>{text('why.looking')}</p>}
        {answer?.state === 'FAILED' && <p>{text('why.failed')}</p>}
        {answer?.state === 'DONE' && <>{answer.sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}{answer.price !== null && <Priced price={answer.price} />}</>}
      </div>
    </details>
  )
}
