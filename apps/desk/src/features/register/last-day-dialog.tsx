import { SetStaffLastDayDocument } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import styles from './register.module.css'
import type { Register, StaffMember } from './register.ts'

type Props = { readonly register: Register; readonly member: StaffMember; /** With what is to be said of it, once it was done. */ readonly onClose: (said?: string) => void }

/** A last day of work, or none after all. */
export const LastDayDialog = ({ register, member: { id, name, until }, onClose }: Props) => {
  const text = useText()
  const command = useCommand(SetStaffLastDayDocument)
  const [day, setDay] = useState(until ?? '')
  const [tried, setTried] = useState(false)
  const set = async (last: string | null): Promise<void> => {
    if (await command.run({ personId: id, until: last })) onClose(text(last === null ? 'register.lastDay.gone' : 'register.lastDay.done', { name }))
  }
  return (
    <Dialog isOpen onClose={() => onClose()} title={text('register.lastDayOf', { name })}>
      <form noValidate className={styles['form']} onSubmit={(event) => { event.preventDefault(); setTried(true); if (day !== '' && !command.busy) void set(day) }}>
        <p>{text('register.lastDay.text', { name })}</p>
        <Field label={text('register.lastDay')} error={tried && day === '' ? text('register.missing') : undefined}>{(control) => <input {...control} type="date" required min={register.today} value={day} onChange={({ target }) => setDay(target.value)} />}</Field>
        <SaidNo refusal={command.refusal} />
        <div className={styles['actions']}>
          <Button type="submit" busy={command.busy}>{text('register.lastDay.set')}</Button>
          {until !== null && <Button kind="secondary" busy={command.busy} onClick={() => { void set(null) }}>{text('register.lastDay.none')}</Button>}
          <Button kind="quiet" onClick={() => onClose()}>{text('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
