import { LiftRestrictionDocument, NoteRecipientsToldDocument, RefuseRestrictionDocument, SetRestrictionDocument, type RestrictionRefusal } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, RadioCards, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { accessLogPath } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import type { DataRequest } from './data-request.ts'
import styles from './data-requests.module.css'

/** What is about to be decided about which request. */
export type Deciding = { readonly kind: 'set' | 'refuse' | 'lift' | 'told'; readonly request: DataRequest }

type Props = { readonly deciding: Deciding | undefined; readonly onClose: () => void; readonly onDone: () => void }

export const DecideRequest = ({ deciding, onClose, onDone }: Props) => {
  const text = useText()
  return (
    <Dialog isOpen={deciding !== undefined} onClose={onClose} title={deciding === undefined ? '' : text(`requests.dialog.${deciding.kind}`)}>
      {deciding !== undefined && <Form deciding={deciding} onClose={onClose} onDone={onDone} />}
    </Dialog>
  )
}

const refusals = ['GROUND_DOES_NOT_APPLY', 'INTEREST_OF_OTHER', 'INTEREST_OF_CHILD'] as const satisfies readonly RestrictionRefusal[]

const unseenWords = { set: 'requests.what.setUnseen', refuse: 'requests.what.refuseUnseen', lift: 'requests.what.liftUnseen', told: 'requests.what.told' } as const

const Form = ({ deciding: { kind, request: { familyId, id, about, kind: asked } }, onClose, onDone }: Props & { readonly deciding: Deciding }) => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const [ground, setGround] = useState<RestrictionRefusal>()
  const [on, setOn] = useState(dates.today())
  const setting = useCommand(SetRestrictionDocument), refusing = useCommand(RefuseRestrictionDocument), lifting = useCommand(LiftRestrictionDocument), telling = useCommand(NoteRecipientsToldDocument)
  const command = { set: setting, refuse: refusing, lift: lifting, told: telling }[kind]
  const run = (): Promise<boolean> => {
    switch (kind) {
      case 'set': return setting.run({ familyId, requestId: id })
      case 'refuse': return ground === undefined ? Promise.resolve(false) : refusing.run({ familyId, requestId: id, ground })
      case 'lift': return lifting.run({ familyId, requestId: id })
      case 'told': return telling.run({ familyId, requestId: id, on })
    }
  }
  const send = async (): Promise<void> => {
    if (command.busy || !await run()) return
    onClose()
    onDone()
  }
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
      <p>{about}</p>
      <p>{text(asked === 'UNSEEN' ? unseenWords[kind] : `requests.what.${kind}`)}</p>
      {asked === 'UNSEEN' && (kind === 'set' || kind === 'refuse') && <p>{text('requests.what.unseen')} <Link to={accessLogPath(familyId)}>{text('requests.toLog')}</Link></p>}
      {kind === 'refuse' && <RadioCards name="restriction-refusal" legend={text('requests.refusalGround')} options={refusals.map((value) => ({ value, label: text(`requests.refusal.${value}`) }))} chosen={ground} onChoose={setGround} />}
      {kind === 'told' && <Field label={text('requests.toldDay')}>{(control) => <input {...control} type="date" required max={dates.today()} value={on} onChange={(event) => setOn(event.target.value)} />}</Field>}
      <SaidNo refusal={command.refusal} />
      <div className={styles['row']}>
        <Button type="submit" busy={command.busy} aria-disabled={(kind === 'refuse' && ground === undefined) || undefined}>{text(`requests.yes.${kind}`)}</Button>
        <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
      </div>
    </form>
  )
}
