import { AddGuardianDocument } from '@samenspel/graphql-documents/desk'
import { Dialog, Field } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { useText } from '../../parts/text.ts'
import styles from './safeguards.module.css'
import { Select } from './select.tsx'

/** A guardian, or an institution, joins the family, so that authority can be recorded for them (G-07). */
export const GuardianDialog = ({ familyId, onClose }: { readonly familyId: string; readonly onClose: () => void }) => {
  const text = useText()
  const add = useCommand(AddGuardianDocument)
  const [name, setName] = useState('')
  const [kind, setKind] = useState('person')
  const send = async (): Promise<void> => { if (await add.run({ familyId, name, isInstitution: kind === 'institution' })) onClose() }
  return (
    <Dialog isOpen onClose={onClose} title={text('authority.guardian')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!add.busy) void send() }}>
        <Select label={text('authority.guardianKind')} value={kind} options={[['person', text('authority.guardianKind.person')], ['institution', text('authority.guardianKind.institution')]]} onChange={setKind} />
        <Field label={text('authority.guardianName')}>{(control) => <input {...control} required autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} />}</Field>
        <EditFoot refusal={add.refusal} busy={add.busy} onClose={onClose} />
      </form>
    </Dialog>
  )
}
