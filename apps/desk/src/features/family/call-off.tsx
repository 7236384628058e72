import { CancelAppointmentDocument } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, RadioCards, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { isChild } from '../../parts/members.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import styles from './appointments.module.css'
import type { Appointment, Family } from './family.ts'

type Props = { readonly family: Family; readonly part: Appointment }

/** Calls off what a parent, who doesn't use the app, said can't go on. It counts as that parent's own word. */
export const CallOff = ({ family, part }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const cancel = useCommand(CancelAppointmentDocument)
  const adults = family.members.filter((member) => part.attendees.includes(member.id) && !isChild(member))
  const [isOpen, setOpen] = useState(false)
  const [who, setWho] = useState(adults.length === 1 ? adults[0]?.id : undefined)
  if (adults.length === 0) return null
  const close = () => { setOpen(false); cancel.forgetRefusal() }
  const send = async (): Promise<void> => { if (who !== undefined && await cancel.run({ familyId: family.id, appointmentId: part.id, memberId: who })) close() }
  return (
    <>
      <Button kind="quiet" aria-label={text('callOff.of', { label: part.label })} onClick={() => setOpen(true)}>{text('callOff.open')}</Button>
      <Dialog isOpen={isOpen} onClose={close} title={text('callOff.title', { label: part.label, day: dates.day(part.date) })}>
        <form className={styles['stack']} onSubmit={(event) => { event.preventDefault(); if (!cancel.busy) void send() }}>
          <p>{text('callOff.hint')}</p>
          <RadioCards name={`who-${part.id}`} inline legend={text('callOff.who')} chosen={who} onChoose={setWho} options={adults.map(({ id, firstName }) => ({ value: id, label: firstName }))} />
          <SaidNo refusal={cancel.refusal} />
          <div className={styles['actions']}>
            <Button type="submit" kind="stop" disabled={who === undefined} busy={cancel.busy}>{text('callOff.yes')}</Button>
            <Button kind="secondary" onClick={close}>{text('action.cancel')}</Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
