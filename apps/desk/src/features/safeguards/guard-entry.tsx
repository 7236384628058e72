import { SetSafeguardDocument, type GuardedKind, type Jurisdiction, type MemberRole } from '@samenspel/graphql-documents/desk'
import { Button, Notice, RadioCards, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { isChild } from '../../parts/members.ts'
import { useText } from '../../parts/text.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import styles from './safeguards.module.css'
import { Select } from './select.tsx'

type Props = {
  readonly family: { readonly id: string; readonly zone: string; readonly jurisdiction?: Jurisdiction; readonly members: readonly { readonly id: string; readonly firstName: string; readonly role: MemberRole }[] }
  readonly kind: GuardedKind
  readonly entryId: string
  /** Which part it is, for whoever hears the button and doesn't see where it stands. */
  readonly name: string
  /** The viewer wrote it, and so may keep it secret. */
  readonly isOwn?: boolean
  /** It is about a child, who may have told it in confidence. */
  readonly isAboutChild?: boolean
}

type Chosen = 'SHIELD' | 'RELEASE' | 'CONFIDENCE' | 'SECRET'

/** At a part of the file: shields it from one person of the family, gives it to one, or marks it as told in confidence or secret. */
export const GuardEntry = ({ family, kind, entryId, name, isOwn = false, isAboutChild = false }: Props) => {
  const text = useText()
  const set = useCommand(SetSafeguardDocument)
  const [isOpen, setOpen] = useState(false)
  const [isDone, setDone] = useState(false)
  const [measure, setMeasure] = useState<Chosen>('SHIELD')
  const [person, setPerson] = useState('')
  const isOfPerson = measure === 'SHIELD' || measure === 'RELEASE'
  const choices: readonly Chosen[] = ['SHIELD', 'RELEASE', ...isAboutChild ? ['CONFIDENCE' as const] : [], ...isOwn ? ['SECRET' as const] : []]
  const send = async (reason: string, reviewOn: string): Promise<boolean> => {
    const carriedOut = await set.run({ familyId: family.id, input: { kind: measure, personIds: isOfPerson ? [person] : [], entryKind: kind, entryId, reason, ...(measure === 'SHIELD' && { reviewOn }) } })
    setDone(carriedOut)
    return carriedOut
  }
  return (
    <div className={styles['guard']}>
      <Button kind="quiet" onClick={() => { setDone(false); setOpen(true) }}>{text('guard.open')}<VisuallyHidden>: {name}</VisuallyHidden></Button>
      <Notice tone="ok">{isDone && text('guard.done')}</Notice>
      {isOpen && (
        <ReasonDialog title={text('guard.title')} zone={family.zone} sendLabel={text('guard.set')} withReview={measure === 'SHIELD'} command={set} onSend={send} onClose={() => setOpen(false)}>
          <RadioCards name={`guard-${entryId}`} legend={text('guard.kind')} options={choices.map((value) => ({ value, label: text(value === 'CONFIDENCE' && family.jurisdiction === 'BE' ? 'guard.kind.CONFIDENCE_BE' : `guard.kind.${value}`) }))} chosen={measure} onChoose={setMeasure} />
          {isOfPerson && <Select label={text('guard.who')} value={person} placeholder={text('safeguards.choose')} options={family.members.filter((member) => !isChild(member)).map((member) => [member.id, member.firstName])} onChange={setPerson} />}
        </ReasonDialog>
      )}
    </div>
  )
}
