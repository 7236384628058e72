import { RequestConsentDocument } from '@samenspel/graphql-documents/desk'
import { Dialog, Field, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import page from '../../parts/page.module.css'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { Buttons } from './consent-actions.tsx'
import type { ConsentFamily } from './consents.ts'
import styles from './consents.module.css'
import { newSharing, SharingFields, sharingInput, type Sharing } from './sharing-fields.tsx'

/** A question to who may decide; it stands open until it is answered. */
export const AskConsent = ({ family, begun, onClose }: { readonly family: ConsentFamily; readonly begun?: Partial<Sharing>; readonly onClose: () => void }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const command = useCommand(RequestConsentDocument)
  const [sharing, setSharing] = useState(() => newSharing(family, dates.today(), begun))
  const [why, setWhy] = useState('')
  const [howExplained, setHowExplained] = useState('')
  const [tried, setTried] = useState(false)
  const missing = (value: string) => tried && value.trim() === '' ? text('consents.missing') : undefined
  const send = async () => {
    setTried(true)
    if (why.trim() === '' || howExplained.trim() === '' || sharing.recipient === '') return
    if (await command.run({ familyId: family.id, input: { sharing: sharingInput(sharing), why, howExplained } })) onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('consents.ask')}>
      <form className={page['form']} noValidate onSubmit={(event) => { event.preventDefault(); void send() }}>
        <SharingFields family={family} values={sharing} onChange={setSharing} />
        {tried && sharing.recipient === '' && <p className={styles['wrong']} role="alert">{text('consents.nobody')}</p>}
        <Field label={text('consents.why')} hint={text('consents.whyHint')} error={missing(why)}>{(control) => <input {...control} dir="auto" maxLength={200} value={why} onChange={(event) => setWhy(event.target.value)} />}</Field>
        <Field label={text('consents.explained')} hint={text('consents.explainedHint')} error={missing(howExplained)}>{(control) => <textarea {...control} dir="auto" rows={2} value={howExplained} onChange={(event) => setHowExplained(event.target.value)} />}</Field>
        <SaidNo refusal={command.refusal} />
        <Buttons busy={command.busy} onClose={onClose} label={text('consents.send')} />
      </form>
    </Dialog>
  )
}
