import { RecordRegistrationDocument } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import styles from './keys.module.css'

type Props = { readonly worker: { readonly id: string; readonly name: string; readonly registeredUntil: string | null }; readonly onClose: () => void }

/** A registration as IMH specialist, the first or the next one; a next one begins on the day after the one before. */
export const RegisterDialog = ({ worker, onClose }: Props) => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const command = useCommand(RecordRegistrationDocument)
  const [from, setFrom] = useState(worker.registeredUntil === null ? dates.today() : Temporal.PlainDate.from(worker.registeredUntil).add({ days: 1 }).toString())
  const [number, setNumber] = useState('')
  const send = async (): Promise<void> => { if (await command.run({ personId: worker.id, from, number })) onClose() }
  return (
    <Dialog isOpen onClose={onClose} title={text('registration.title', { name: worker.name })}>
      <form className={styles['page']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void send() }}>
        <p>{text('registration.text')}</p>
        <Field label={text('registration.from')} hint={text('registration.fromHint')}>{(control) => <input {...control} type="date" required value={from} onChange={(event) => setFrom(event.target.value)} />}</Field>
        <Field label={text('registration.number')}>{(control) => <input {...control} value={number} onChange={(event) => setNumber(event.target.value)} />}</Field>
        <SaidNo refusal={command.refusal} />
        <div className={styles['actions']}>
          <Button type="submit" busy={command.busy}>{text('registration.send')}</Button>
          <Button kind="quiet" onClick={onClose}>{text('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
