import { NoteConsentDocument, NoteObjectionDocument } from '@samenspel/graphql-documents/desk'
import { Dialog, RadioCards, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import page from '../../parts/page.module.css'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { Buttons } from './consent-actions.tsx'
import type { ConsentFamily } from './consents.ts'
import styles from './consents.module.css'
import { isNoted, NotedFields, nothingNoted } from './noted-fields.tsx'
import { newSharing, SharingFields, sharingInput, type Sharing } from './sharing-fields.tsx'

/** Notes a yes or a no that was spoken, written, or implied by the referral. */
export const NoteConsent = ({ family, begun, onClose }: { readonly family: ConsentFamily; readonly begun?: Partial<Sharing>; readonly onClose: () => void }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const giving = useCommand(NoteConsentDocument)
  const refusing = useCommand(NoteObjectionDocument)
  const [answer, setAnswer] = useState<'yes' | 'no'>('yes')
  const [sharing, setSharing] = useState(() => newSharing(family, dates.today(), begun))
  const [noted, setNoted] = useState(nothingNoted)
  const [tried, setTried] = useState(false)
  const save = async () => {
    setTried(true)
    if (!isNoted(noted) || sharing.recipient === '') return
    const contents = { familyId: family.id, input: sharingInput(sharing), noted }
    if (await (answer === 'yes' ? giving : refusing).run(contents)) onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('consents.note')}>
      <form className={page['form']} noValidate onSubmit={(event) => { event.preventDefault(); void save() }}>
        <RadioCards name="noted-answer" legend={text('consents.answer')} inline chosen={answer} onChoose={setAnswer} options={[{ value: 'yes', label: text('consents.yes') }, { value: 'no', label: text('consents.no') }]} />
        <SharingFields family={family} values={sharing} onChange={setSharing} />
        <NotedFields family={family} values={noted} onChange={setNoted} />
        {tried && (!isNoted(noted) || sharing.recipient === '') && <p className={styles['wrong']} role="alert">{text('consents.incomplete')}</p>}
        <SaidNo refusal={giving.refusal ?? refusing.refusal} />
        <Buttons busy={giving.busy || refusing.busy} onClose={onClose} label={text('action.save')} />
      </form>
    </Dialog>
  )
}
