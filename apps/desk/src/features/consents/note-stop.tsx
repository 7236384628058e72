import { NoteStopSharingDocument } from '@samenspel/graphql-documents/desk'
import { Dialog } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import page from '../../parts/page.module.css'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { Buttons } from './consent-actions.tsx'
import type { ConsentFamily, Organisation } from './consents.ts'
import { isNoted, NotedFields, nothingNoted } from './noted-fields.tsx'

/** A parent said that one organisation may read nothing any more: one step, in that parent's name. */
export const NoteStop = ({ family, organisation, onClose }: { readonly family: ConsentFamily; readonly organisation: Organisation; readonly onClose: () => void }) => {
  const text = useText()
  const command = useCommand(NoteStopSharingDocument)
  const [noted, setNoted] = useState(nothingNoted)
  const isWhole = isNoted(noted) && noted.signedBy.length === 1
  const save = async () => { if (isWhole && await command.run({ familyId: family.id, organisationId: organisation.id, noted })) onClose() }
  return (
    <Dialog isOpen onClose={onClose} title={text('consents.stopAllOf', { who: organisation.name })}>
      <form className={page['form']} noValidate onSubmit={(event) => { event.preventDefault(); void save() }}>
        <p>{text('consents.stopAllHint')} {text('consents.atOnce')}</p>
        <NotedFields family={family} values={noted} onChange={setNoted} one />
        <SaidNo refusal={command.refusal} />
        <Buttons busy={command.busy} disabled={!isWhole} onClose={onClose} label={text('consents.stopSave')} />
      </form>
    </Dialog>
  )
}
