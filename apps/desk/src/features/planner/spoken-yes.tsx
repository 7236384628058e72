import { RecordSpokenYesDocument, type SpokenWay } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, RadioCards, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import type { PlannerFamily, Proposal } from './planner.ts'
import styles from './sent-proposals.module.css'

const ways = ['BY_PHONE', 'AT_HOME', 'AT_CENTRE'] as const satisfies readonly SpokenWay[]

/** Notes the yes of somebody who doesn't use the app: it was said to whoever types it in. */
export const SpokenYes = ({ family, proposal, answer }: { readonly family: PlannerFamily; readonly proposal: Proposal; readonly answer: Proposal['answers'][number] }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const record = useCommand(RecordSpokenYesDocument)
  const [asking, setAsking] = useState(false)
  const [how, setHow] = useState<SpokenWay>()
  const [on, setOn] = useState(dates.today())
  const name = answer.firstName
  const close = () => { setAsking(false); record.forgetRefusal() }
  const save = async () => {
    if (how === undefined) return
    if (await record.run({ familyId: family.id, proposalId: proposal.id, memberId: answer.memberId, how, on })) close()
  }
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>{text('spoken.record', { name })}</Button>
      <Dialog isOpen={asking} onClose={close} title={text('spoken.title', { name })}>
        <form className={styles['spoken']} onSubmit={(event) => { event.preventDefault(); void save() }}>
          <p>{text('spoken.hint', { name })}</p>
          <RadioCards name={`how-${proposal.id}-${answer.memberId}`} legend={text('spoken.how', { name })} chosen={how} onChoose={setHow} options={ways.map((way) => ({ value: way, label: text(`spoken.${way}`) }))} />
          <Field label={text('spoken.on')}>
            {(control) => <input {...control} type="date" required value={on} min={proposal.sentAt === null ? undefined : dates.dateOf(proposal.sentAt)} max={dates.today()} onChange={(event) => setOn(event.target.value)} />}
          </Field>
          <SaidNo refusal={record.refusal} />
          <div className={styles['choices']}>
            <Button type="submit" disabled={how === undefined} busy={record.busy}>{text('spoken.save')}</Button>
            <Button kind="secondary" onClick={close}>{text('action.cancel')}</Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
