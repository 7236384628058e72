import { DiscussBondRatingDocument } from '@samenspel/graphql-documents/desk'
import { Dialog, Field, RadioCards } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { useText } from '../../parts/text.ts'
import styles from '../plan/dialogs.module.css'
import type { ClassifiedFamily, Part } from './classification.ts'

type Props = { readonly family: ClassifiedFamily; readonly part: Part; readonly onClose: () => void }

/** A rating of a bond was talked about with that parent, or there is a reason why not: only then others read it. */
export const DiscussDialog = ({ family, part, onClose }: Props) => {
  const text = useText()
  const discuss = useCommand(DiscussBondRatingDocument)
  const [talked, setTalked] = useState<'yes' | 'no'>()
  const draft = useDraft(family.id, `discuss-${part.id}`, { reason: '' })
  const { reason } = draft.values
  const send = async (): Promise<void> => {
    if (!await discuss.run({ familyId: family.id, partId: part.id, reason: talked === 'no' ? reason : null })) return
    draft.drop()
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('part.discuss')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (talked !== undefined && !discuss.busy) void send() }}>
        <RadioCards
          name="talked" legend={text('part.discussedAsk', { name: part.caregiver?.name ?? '' })} chosen={talked} onChoose={setTalked}
          options={[{ value: 'yes', label: text('part.discussedYes') }, { value: 'no', label: text('part.discussedNo') }]}
        />
        {talked === 'no' && <Field label={text('part.discussedWhy')}>{(control) => <textarea {...control} required rows={3} dir="auto" value={reason} onChange={(event) => draft.change({ reason: event.target.value })} />}</Field>}
        <EditFoot keeping={talked === 'no' ? draft.keeping : undefined} refusal={discuss.refusal} busy={discuss.busy} onClose={onClose} />
      </form>
    </Dialog>
  )
}
