import { SetSafeguardDocument, type GuardedKind, type MemberRole } from '@samenspel/graphql-documents/desk'
import { Button, Notice, RadioCards, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { isChild } from '../../parts/members.ts'
import { useText } from '../../parts/text.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import styles from './safeguards.module.css'
import { Select } from './select.tsx'

type Props = {
  readonly family: { readonly id: string; readonly zone: string; readonly members: readonly { readonly id: string; readonly firstName: string; readonly role: MemberRole }[] }
  readonly kind: GuardedKind
  readonly entryId: string
  /** Which part it is, for whoever hears the button and doesn't see where it stands. */
  readonly name: string
}

/** At a part of the file: shields it from one person of the family, or gives it to one. */
export const GuardEntry = ({ family, kind, entryId, name }: Props) => {
  const text = useText()
  const set = useCommand(SetSafeguardDocument)
  const [isOpen, setOpen] = useState(false)
  const [isDone, setDone] = useState(false)
  const [measure, setMeasure] = useState<'SHIELD' | 'RELEASE'>('SHIELD')
  const [person, setPerson] = useState('')
  const send = async (reason: string, reviewOn: string): Promise<boolean> => {
    const carriedOut = await set.run({ familyId: family.id, input: { kind: measure, personIds: [person], entryKind: kind, entryId, reason, ...(measure === 'SHIELD' && { reviewOn }) } })
    setDone(carriedOut)
    return carriedOut
  }
  return (
    <div className={styles['guard']}>
      <Button kind="quiet" onClick={() => { setDone(false); setOpen(true) }}>{text('guard.open')}<VisuallyHidden>: {name}</VisuallyHidden></Button>
      <Notice tone="ok">{isDone && text('guard.done')}</Notice>
      {isOpen && (
        <ReasonDialog title={text('guard.title')} zone={family.zone} sendLabel={text('guard.set')} withReview={measure === 'SHIELD'} command={set} onSend={send} onClose={() => setOpen(false)}>
          <RadioCards name={`guard-${entryId}`} legend={text('guard.kind')} options={(['SHIELD', 'RELEASE'] as const).map((value) => ({ value, label: text(`guard.kind.${value}`) }))} chosen={measure} onChoose={setMeasure} />
          <Select label={text('guard.who')} value={person} placeholder={text('safeguards.choose')} options={family.members.filter((member) => !isChild(member)).map((member) => [member.id, member.firstName])} onChange={setPerson} />
        </ReasonDialog>
      )}
    </div>
  )
}
