import { SetSafeguardDocument } from '@samenspel/graphql-documents/desk'
import { Button } from '@samenspel/ui'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useCommand } from '../../graph/use-command.ts'
import { useText } from '../../parts/text.ts'
import { paths } from '../../shell/paths.ts'
import { useViewer } from '../../shell/viewer.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import type { Safeguarding } from './safeguarding.ts'

/** Who is family of this family says so, and from then on sees nothing of it at work. */
export const OwnFamily = ({ of }: { readonly of: Safeguarding }) => {
  const text = useText()
  const viewer = useViewer()
  const navigate = useNavigate()
  const set = useCommand(SetSafeguardDocument)
  const [isOpen, setOpen] = useState(false)
  const send = async (reason: string): Promise<boolean> => {
    if (!await set.run({ familyId: of.familyId, input: { kind: 'OWN_FAMILY', personIds: [], professionalId: viewer.id, reason } })) return false
    await navigate(paths.families)
    return true
  }
  return (
    <>
      <div><Button kind="quiet" onClick={() => setOpen(true)}>{text('ownFamily.open')}</Button></div>
      {isOpen && (
        <ReasonDialog title={text('ownFamily.open')} zone={of.zone} sendLabel={text('ownFamily.set')} withReview={false} command={set} onSend={send} onClose={() => setOpen(false)}>
          <p>{text('ownFamily.text')}</p>
        </ReasonDialog>
      )}
    </>
  )
}
