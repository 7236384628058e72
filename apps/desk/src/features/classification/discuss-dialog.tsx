import { DiscussBondRatingDocument } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, RadioCards } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import styles from '../plan/dialogs.module.css'
import type { ClassifiedFamily, Part } from './classification.ts'

type Props = { readonly family: ClassifiedFamily; readonly part: Part; readonly onClose: () => void }

/** A rating of a bond was talked about with that parent, or there is a reason why not: only then others read it. */
export const DiscussDialog = ({ family, part, onClose }: Props) => {
  const text = useText()
  const discuss = useCommand(DiscussBondRatingDocument)
  const [talked, setTalked] = useState<'yes' | 'no'>()
  const [reason, setReason] = useState('')
  const send = async (): Promise<void> => { if (await discuss.run({ familyId: family.id, partId: part.id, reason: talked === 'no' ? reason : null })) onClose() }
  return (
    <Dialog isOpen onClose={onClose} title={text('part.discuss')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (talked !== undefined && !discuss.busy) void send() }}>
        <RadioCards
          name="talked" legend={text('part.discussedAsk', { name: part.caregiver?.name ?? '' })} chosen={talked} onChoose={setTalked}
          options={[{ value: 'yes', label: text('part.discussedYes') }, { value: 'no', label: text('part.discussedNo') }]}
        />
        {talked === 'no' && <Field label={text('part.discussedWhy')}>{(control) => <textarea {...control} required rows={3} dir="auto" value={reason} onChange={(event) => setReason(event.target.value)} />}</Field>}
        <SaidNo refusal={discuss.refusal} />
        <div className={styles['row']}>
          <Button type="submit" busy={discuss.busy}>{text('action.save')}</Button>
          <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
