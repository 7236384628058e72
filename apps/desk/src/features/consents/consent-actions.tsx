import { NoteRenewalDocument, NoteSignatureDocument, NoteWithdrawalDocument } from '@samenspel/graphql-documents/desk'
import { dayAfter } from '@samenspel/intl'
import { Button, Dialog, Field, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import page from '../../parts/page.module.css'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { adultsOf, type Consent, type ConsentFamily } from './consents.ts'
import styles from './consents.module.css'
import { isNoted, NotedFields, nothingNoted } from './noted-fields.tsx'

type Props = { readonly family: ConsentFamily; readonly consent: Consent }

/** What a professional can note about a consent: a further yes, a next period, or that it stops. */
export const ConsentActions = ({ family, consent }: Props) => {
  const text = useText()
  const [open, setOpen] = useState<'sign' | 'renew' | 'stop'>()
  const close = () => setOpen(undefined)
  const isGrant = consent.effect === 'GRANT'
  const canStop = consent.state !== 'WITHDRAWN' && consent.state !== 'ENDED'
  const what = <VisuallyHidden>: {consent.recipient.label}, {consent.what}</VisuallyHidden>
  return (
    <div className={styles['actions']}>
      {isGrant && consent.state === 'WAITING' && <Button kind="quiet" onClick={() => setOpen('sign')}>{text('consents.sign')}{what}</Button>}
      {isGrant && consent.endsSoon && <Button kind="quiet" onClick={() => setOpen('renew')}>{text('consents.renew')}{what}</Button>}
      {canStop && <Button kind="quiet" onClick={() => setOpen('stop')}>{text(isGrant ? 'consents.stop' : 'consents.stopNo')}{what}</Button>}
      {open === 'sign' && <Sign family={family} consent={consent} onClose={close} />}
      {open === 'renew' && <Renew family={family} consent={consent} onClose={close} />}
      {open === 'stop' && <Stop family={family} consent={consent} onClose={close} />}
    </div>
  )
}

type DialogProps = Props & { readonly onClose: () => void }

const Sign = ({ family, consent, onClose }: DialogProps) => {
  const text = useText()
  const command = useCommand(NoteSignatureDocument)
  const [noted, setNoted] = useState(nothingNoted)
  const save = async () => { if (noted.signedBy.length === 1 && await command.run({ familyId: family.id, consentId: consent.id, noted: { signedBy: noted.signedBy, basis: noted.basis } })) onClose() }
  return (
    <Dialog isOpen onClose={onClose} title={text('consents.sign')}>
      <form className={page['form']} noValidate onSubmit={(event) => { event.preventDefault(); void save() }}>
        <p>{consent.recipient.label}: {consent.what}</p>
        <NotedFields family={family} values={noted} onChange={setNoted} one withoutExplanation />
        <SaidNo refusal={command.refusal} />
        <Buttons busy={command.busy} disabled={noted.signedBy.length !== 1} onClose={onClose} label={text('action.save')} />
      </form>
    </Dialog>
  )
}

/** Days that a renewed consent holds: a year. */
const renewedDays = 365

const Renew = ({ family, consent, onClose }: DialogProps) => {
  const text = useText()
  const dates = useDates(family.zone)
  const command = useCommand(NoteRenewalDocument)
  const [noted, setNoted] = useState(nothingNoted)
  const [until, setUntil] = useState(dayAfter(consent.until ?? dates.today(), renewedDays))
  const save = async () => { if (isNoted(noted) && await command.run({ familyId: family.id, consentId: consent.id, until: until === '' ? undefined : until, noted })) onClose() }
  return (
    <Dialog isOpen onClose={onClose} title={text('consents.renew')}>
      <form className={page['form']} noValidate onSubmit={(event) => { event.preventDefault(); void save() }}>
        <p>{consent.recipient.label}: {consent.what}. {text('consents.renewHint')}</p>
        <Field label={text('consents.untilLabel')} hint={text('consents.untilHint')}>{(control) => <input {...control} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />}</Field>
        <NotedFields family={family} values={noted} onChange={setNoted} />
        <SaidNo refusal={command.refusal} />
        <Buttons busy={command.busy} disabled={!isNoted(noted)} onClose={onClose} label={text('action.save')} />
      </form>
    </Dialog>
  )
}

const Stop = ({ family, consent, onClose }: DialogProps) => {
  const text = useText()
  const command = useCommand(NoteWithdrawalDocument)
  const adults = adultsOf(family)
  const [saidBy, setSaidBy] = useState('')
  const save = async () => { if (saidBy !== '' && await command.run({ familyId: family.id, consentId: consent.id, saidBy })) onClose() }
  return (
    <Dialog isOpen onClose={onClose} title={text(consent.effect === 'GRANT' ? 'consents.stop' : 'consents.stopNo')}>
      <form className={page['form']} noValidate onSubmit={(event) => { event.preventDefault(); void save() }}>
        <p>{consent.recipient.label}: {consent.what}. {text('consents.atOnce')}</p>
        <Field label={text('consents.saidBy')}>
          {(control) => (
            <select {...control} value={saidBy} onChange={(event) => setSaidBy(event.target.value)}>
              <option value="">{text('consents.choose')}</option>
              {adults.map(({ id, firstName }) => <option key={id} value={id}>{firstName}</option>)}
            </select>
          )}
        </Field>
        <SaidNo refusal={command.refusal} />
        <Buttons busy={command.busy} disabled={saidBy === ''} onClose={onClose} label={text('consents.stopSave')} />
      </form>
    </Dialog>
  )
}

/** The end of each form: to carry it out, or not. */
export const Buttons = ({ busy, disabled = false, onClose, label }: { readonly busy: boolean; readonly disabled?: boolean; readonly onClose: () => void; readonly label: string }) => {
  const text = useText()
  return (
    <div className={styles['actions']}>
      <Button type="submit" busy={busy} disabled={disabled}>{label}</Button>
      <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
    </div>
  )
}
