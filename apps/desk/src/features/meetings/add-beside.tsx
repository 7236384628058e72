import { AddBesideMeetingDocument, type StatedKind } from '@samenspel/graphql-documents/desk'
import { Button, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useText } from '../../parts/text.ts'
import { WordsDialog } from '../../parts/words-dialog.tsx'
import { useViewer } from '../../shell/viewer.ts'
import type { MeetingsFamily } from './meeting.ts'

type Props = { readonly family: MeetingsFamily; readonly kind: StatedKind; readonly entryId: string; readonly by: string; readonly name: string }

/** Whoever wrote it puts right what was locked: the first text stays, and this stands beside it. */
export const AddBeside = ({ family, kind, entryId, by, name }: Props) => {
  const text = useText()
  const viewer = useViewer()
  const add = useCommand(AddBesideMeetingDocument)
  const [isOpen, setOpen] = useState(false)
  if (by !== viewer.name || !family.can.contribute) return null
  return (
    <>
      <div><Button kind="quiet" onClick={() => { add.forgetRefusal(); setOpen(true) }}>{text('minutes.beside')}<VisuallyHidden>: {name}</VisuallyHidden></Button></div>
      {isOpen && (
        <WordsDialog
          familyId={family.id} form={`beside-${kind}-${entryId}`} title={text('minutes.besideTitle')} label={text('minutes.besideWords')} hint={text('minutes.besideHint')} sendLabel={text('action.save')} command={add}
          onClose={() => setOpen(false)} onSend={(words) => add.run({ familyId: family.id, entryKind: kind, entryId, text: words })}
        />
      )}
    </>
  )
}
