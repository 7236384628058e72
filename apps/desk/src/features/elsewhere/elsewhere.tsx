import { RemoveElsewhereAppointmentDocument, type AppointmentPartsFragment } from '@samenspel/graphql-documents/desk'
import { Button, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { useIsBack } from '../../shell/looking-back.tsx'
import { ElsewhereForm } from './elsewhere-form.tsx'
import styles from './elsewhere.module.css'
import type { FamilyWithAgenda } from './family-with-agenda.ts'

type Part = AppointmentPartsFragment

/** A button that opens the form for a new one. */
export const AddElsewhere = ({ family }: { readonly family: FamilyWithAgenda }) => {
  const text = useText()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <div><Button kind="secondary" onClick={() => setIsOpen(true)}>{text('elsewhere.add')}</Button></div>
      {isOpen && <ElsewhereForm family={family} part={undefined} onClose={() => setIsOpen(false)} />}
    </>
  )
}

/** Who entered it, and for who may, how to change it or take it away. */
export const ElsewhereMark = ({ part, elsewhere, family }: { readonly part: Part; readonly elsewhere: NonNullable<Part['elsewhere']>; readonly family: FamilyWithAgenda }) => {
  const text = useText()
  const [open, setOpen] = useState<'change' | 'remove'>()
  const remove = useCommand(RemoveElsewhereAppointmentDocument)
  const isBack = useIsBack()
  return (
    <div className={styles['mark']}>
      <p className={styles['soft']}>{text(elsewhere.selfArranged ? 'elsewhere.markSelf' : 'elsewhere.mark', { name: elsewhere.enteredBy })}</p>
      {elsewhere.canChange && !isBack && (
        <div className={styles['row']}>
          <Button kind="quiet" aria-label={text('elsewhere.changeLabel', { what: part.label })} onClick={() => setOpen('change')}>{text('elsewhere.change')}</Button>
          <Button kind="quiet" onClick={() => { remove.forgetRefusal(); setOpen('remove') }}>{text('elsewhere.remove')}</Button>
        </div>
      )}
      {open === 'change' && <ElsewhereForm family={family} part={part} onClose={() => setOpen(undefined)} />}
      {open === 'remove' && (
        <ConfirmDialog kind="stop" title={text('elsewhere.removeTitle')} sendLabel={text('elsewhere.remove')} command={remove} onSend={() => remove.run({ familyId: family.id, appointmentId: part.id })} onClose={() => setOpen(undefined)}>
          <p>{part.label}. {text('elsewhere.removeText')}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}

/** In the planner: what stands fixed from elsewhere, which every proposal goes around. */
export const ElsewhereSection = ({ family }: { readonly family: FamilyWithAgenda }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const today = dates.today()
  const coming = family.bundles.flatMap((bundle) => bundle.parts).filter((part) => part.elsewhere !== null && part.date >= today)
  return (
    <Section title={text('elsewhere.title')}>
      <div className={styles['stack']}>
        <p className={styles['soft']}>{text('elsewhere.hint')}</p>
        {coming.map((part) => (
          <div key={part.id}>
            <p><strong>{part.label}</strong> <span className={styles['soft']}>{dates.shortDay(part.date)}{part.start !== null && part.end !== null && `, ${dates.times(part.start, part.end)}`}</span></p>
            {part.elsewhere !== null && <ElsewhereMark part={part} elsewhere={part.elsewhere} family={family} />}
          </div>
        ))}
        <AddElsewhere family={family} />
      </div>
    </Section>
  )
}
