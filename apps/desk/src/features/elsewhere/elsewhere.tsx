import { RemoveElsewhereAppointmentDocument, type AppointmentPartsFragment, type BundlePartsFragment, type MemberPartsFragment } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { ElsewhereForm } from './elsewhere-form.tsx'
import styles from './elsewhere.module.css'

/** What these parts need to know of a family; its page and its planner both do. */
export type FamilyWithAgenda = { readonly id: string; readonly zone: string; readonly members: readonly MemberPartsFragment[]; readonly bundles: readonly BundlePartsFragment[] }
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
  return (
    <div className={styles['mark']}>
      <p className={styles['soft']}>{text(elsewhere.selfArranged ? 'elsewhere.markSelf' : 'elsewhere.mark', { name: elsewhere.enteredBy })}</p>
      {elsewhere.canChange && (
        <div className={styles['row']}>
          <Button kind="quiet" aria-label={text('elsewhere.changeLabel', { what: part.label })} onClick={() => setOpen('change')}>{text('elsewhere.change')}</Button>
          <Button kind="quiet" onClick={() => setOpen('remove')}>{text('elsewhere.remove')}</Button>
        </div>
      )}
      {open === 'change' && <ElsewhereForm family={family} part={part} onClose={() => setOpen(undefined)} />}
      <Dialog isOpen={open === 'remove'} onClose={() => setOpen(undefined)} title={text('elsewhere.removeTitle')}>
        <p>{part.label}. {text('elsewhere.removeText')}</p>
        <SaidNo refusal={remove.refusal} />
        <div className={styles['row']}>
          <Button kind="stop" busy={remove.busy} onClick={() => { void remove.run({ familyId: family.id, appointmentId: part.id }).then((done) => { if (done) setOpen(undefined) }) }}>{text('elsewhere.remove')}</Button>
          <Button kind="secondary" onClick={() => setOpen(undefined)}>{text('action.cancel')}</Button>
        </div>
      </Dialog>
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
