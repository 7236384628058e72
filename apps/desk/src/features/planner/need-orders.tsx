import { SetNeedOrderDocument, WithdrawNeedOrderDocument } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { daysBetween } from './need-form.ts'
import type { Need, PlannerData } from './planner.ts'
import styles from './what-is-asked.module.css'

type Order = PlannerData['orders'][number]
type Props = { readonly familyId: string; readonly need: Need; readonly planner: PlannerData; readonly readAgain: () => void }

/** Before what this may not be, at the appointment that comes later; and the way to say so. */
export const NeedOrders = ({ familyId, need, planner, readAgain }: Props) => {
  const text = useText()
  const [asking, setAsking] = useState(false)
  const others = planner.needs.filter(({ id, status, everyWeeks }) => id !== need.id && status !== 'WITHDRAWN' && everyWeeks === null)
  return (
    <>
      {planner.orders.filter(({ afterId }) => afterId === need.id).map((order) => <OrderLine key={order.beforeId} order={order} familyId={familyId} planner={planner} readAgain={readAgain} />)}
      {others.length > 0 && <Button kind="quiet" onClick={() => setAsking(true)}>{text('order.set')}<VisuallyHidden>: {need.label}</VisuallyHidden></Button>}
      {asking && <OrderDialog familyId={familyId} need={need} others={others} orders={planner.orders} onClose={() => setAsking(false)} onSet={() => { setAsking(false); readAgain() }} />}
    </>
  )
}

const OrderLine = ({ order, familyId, planner, readAgain }: { readonly order: Order; readonly familyId: string; readonly planner: PlannerData; readonly readAgain: () => void }) => {
  const text = useText()
  const withdraw = useCommand(WithdrawNeedOrderDocument)
  const labelOf = (needId: string) => planner.needs.find(({ id }) => id === needId)?.label ?? ''
  const { beforeId, afterId } = order
  const line = text('order.line', { before: labelOf(beforeId), after: labelOf(afterId), between: betweenIn(text, order) })
  const letGo = async (): Promise<void> => { if (await withdraw.run({ familyId, beforeId, afterId })) readAgain() }
  return (
    <>
      <span className={styles['order']}>{line}<Button kind="quiet" busy={withdraw.busy} onClick={() => void letGo()}>{text('order.withdraw')}<VisuallyHidden>: {line}</VisuallyHidden></Button></span>
      <SaidNo refusal={withdraw.refusal} />
    </>
  )
}

const betweenIn = (text: ReturnType<typeof useText>, { minDays, maxDays }: Order): string =>
  maxDays === null ? text('order.atLeast', { count: minDays }) : text('order.between', { least: minDays, count: maxDays })

type DialogProps = { readonly familyId: string; readonly need: Need; readonly others: readonly Need[]; readonly orders: readonly Order[]; readonly onClose: () => void; readonly onSet: () => void }

/** Which comes first, and how many days lie between. What was said of the same two before is replaced. */
const OrderDialog = ({ familyId, need, others, orders, onClose, onSet }: DialogProps) => {
  const text = useText()
  const set = useCommand(SetNeedOrderDocument)
  const [beforeId, setBeforeId] = useState(others[0]?.id ?? '')
  const [days, setDays] = useState({ minDays: '1', maxDays: '' })
  const choose = (id: string): void => {
    setBeforeId(id)
    const said = orders.find((order) => order.beforeId === id && order.afterId === need.id)
    if (said !== undefined) setDays({ minDays: String(said.minDays), maxDays: said.maxDays === null ? '' : String(said.maxDays) })
  }
  const send = async (): Promise<void> => { if (await set.run({ familyId, input: { beforeId, afterId: need.id, ...daysBetween(days) } })) onSet() }
  const number = (field: 'minDays' | 'maxDays', hint?: string) => (
    <Field label={text(`need.${field}`)} {...(hint !== undefined && { hint })}>
      {(control) => <input {...control} type="number" min={1} max={366} required={field === 'minDays'} value={days[field]} onChange={(event) => setDays({ ...days, [field]: event.target.value })} />}
    </Field>
  )
  return (
    <Dialog isOpen onClose={onClose} title={text('order.setFor', { label: need.label })}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <Field label={text('order.first')}>
          {(control) => <select {...control} value={beforeId} onChange={(event) => choose(event.target.value)}>{others.map(({ id, label }) => <option key={id} value={id}>{label}</option>)}</select>}
        </Field>
        <div className={styles['pair']}>{number('minDays')}{number('maxDays', text('need.maxDaysHint'))}</div>
        <p className={styles['soft']}>{text('order.means')}</p>
        <SaidNo refusal={set.refusal} />
        <p className={styles['row']}>
          <Button type="submit" busy={set.busy}>{text('order.keep')}</Button>
          <Button kind="secondary" onClick={onClose}>{text('action.close')}</Button>
        </p>
      </form>
    </Dialog>
  )
}
