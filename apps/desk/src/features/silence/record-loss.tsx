import { RecordLossDocument } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, RadioCards, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { isChild } from '../../parts/members.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import type { Family } from '../family/family.ts'
import styles from './silence.module.css'

/** Whose death leaves the family in peace, besides that of a child. */
const bringsUp: ReadonlySet<Family['members'][number]['role']> = new Set(['MOTHER', 'FATHER', 'PARENT', 'GUARDIAN', 'STEP_PARENT', 'FOSTER_PARENT'])

/** Who coordinates tells the file of a loss, after reading once what follows from it. */
export const RecordLoss = ({ family }: { readonly family: Pick<Family, 'id' | 'zone' | 'members'> & { readonly can: Pick<Family['can'], 'coordinate'> } }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const record = useCommand(RecordLossDocument)
  const members = family.members.filter((member) => member.role !== 'INSTITUTION' && member.passed === null && member.isErased !== true).toSorted((a, b) => Number(isChild(b)) - Number(isChild(a)))
  const [asking, setAsking] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const [on, setOn] = useState('')
  const lost = members.find(({ id }) => id === chosen)
  const isSilent = lost === undefined || isChild(lost) || bringsUp.has(lost.role)
  const close = (): void => { setAsking(false); setChosen(undefined); setOn(''); record.forgetRefusal() }
  const save = async (): Promise<void> => {
    if (chosen !== undefined && await record.run({ familyId: family.id, memberId: chosen, ...(on !== '' && { on }) })) close()
  }
  if (!family.can.coordinate || members.length === 0) return null
  return (
    <div className={styles['start']}>
      <Button kind="quiet" onClick={() => setAsking(true)}>{text('loss.record')}</Button>
      <Dialog isOpen={asking} onClose={close} title={text('loss.title')}>
        <form className={styles['stack']} onSubmit={(event) => { event.preventDefault(); void save() }}>
          <p>{text('loss.intro')}</p>
          <RadioCards
            name="loss-of" legend={text('loss.whom')} chosen={chosen} onChoose={setChosen}
            options={members.map(({ id, firstName, role }) => ({ value: id, label: text(role === 'UNBORN_CHILD' ? 'loss.ofPregnancy' : 'loss.ofChild', { name: firstName }) }))}
          />
          <Field label={text('loss.on')} hint={text('loss.onHint')}>
            {(control) => <input {...control} type="date" value={on} max={dates.today()} onChange={(event) => setOn(event.target.value)} />}
          </Field>
          <div className={styles['stack']}>
            <p><strong>{text('loss.then')}</strong></p>
            <ul className={styles['follows']}>
              {isSilent ? <><li>{text('loss.thenMessages')}</li><li>{text('loss.thenProposals')}</li><li>{text('loss.thenConfirmed')}</li></> : <li>{text('loss.thenGoesOn')}</li>}
              {lost !== undefined && !isChild(lost) && <li>{text('loss.thenAuthority', { name: lost.firstName })}</li>}
              <li>{text('loss.thenFile')}</li>
            </ul>
          </div>
          <SaidNo refusal={record.refusal} />
          <div className={styles['choices']}>
            <Button type="submit" disabled={chosen === undefined} busy={record.busy}>{text(isSilent ? 'loss.save' : 'loss.saveOnly')}</Button>
            <Button kind="secondary" onClick={close}>{text('action.cancel')}</Button>
          </div>
        </form>
      </Dialog>
    </div>
  )
}
