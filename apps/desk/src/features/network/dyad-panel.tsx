import { AddDyadDocument, ChangeDyadDocument } from '@samenspel/graphql-documents/desk'
import { Button, Field, useDates } from '@samenspel/ui'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { firstNameOf } from '../../parts/members.ts'
import page from '../../parts/page.module.css'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import styles from '../plan/dialogs.module.css'
import { Choose, Line } from './choose.tsx'
import { dyadInWords } from './drawn.ts'
import { careDaysIn, dyadInput, dyadKey, dyadKinds, dyadValues, formsOf, isOpen, isWithChild, newDyad, tieStrengths, type DyadValues, type NetworkDyad, type NetworkFamily } from './network.ts'
import own from './network.module.css'

type Props = { readonly family: NetworkFamily; readonly dyad: NetworkDyad; readonly mayEdit: boolean; readonly readAgain: () => void; readonly onClose: () => void }

/** One bond beside the picture: what it is, was, and how strong. */
export const DyadPanel = ({ family, dyad, mayEdit, readAgain, onClose }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const names = dyad.memberIds.map(firstNameOf(family.members)).join(' – ')
  const period = [dyad.since === null ? null : text('network.sinceDay', { day: dates.date(dyad.since) }), dyad.until === null ? null : text('network.untilDay', { day: dates.date(dyad.until) })]
  const days = dyad.careDays.map((day) => dates.weekday(`2024-01-0${day}`))
  return (
    <Section title={names} action={<Button kind="quiet" onClick={onClose}>{text('action.close')}</Button>}>
      <div className={styles['form']}>
        <p>{[dyadInWords(text, dyad), dyad.tie === null ? null : text(`network.tie.${dyad.tie}`), ...period].filter((part) => part !== null).join(' · ')}</p>
        {days.length > 0 && <p>{text('network.careDaysAre', { days: days.join(', ') })}</p>}
        {dyad.note !== null && <p dir="auto">{dyad.note}</p>}
        {dyad.before.length > 0 && (
          <div>
            <h3>{text('network.before')}</h3>
            <ul className={own['bonds']}>
              {dyad.before.map((phase) => <li key={`${phase.kind} ${String(phase.form)} ${String(phase.since)} ${String(phase.until)}`}>{[dyadInWords(text, phase), phase.since === null ? null : text('network.sinceDay', { day: dates.date(phase.since) }), phase.until === null ? null : text('network.untilDay', { day: dates.date(phase.until) })].filter((part) => part !== null).join(' · ')}</li>)}
            </ul>
          </div>
        )}
        {mayEdit && <Edit key={dyad.id} family={family} dyad={dyad} readAgain={readAgain} onClose={onClose} />}
      </div>
    </Section>
  )
}

const Edit = ({ family, dyad, readAgain, onClose }: Omit<Props, 'mayEdit'>) => {
  const text = useText()
  const command = useCommand(ChangeDyadDocument)
  const draft = useDraft(family.id, `dyad-${dyad.id}`, dyadValues(dyad))
  const { values } = draft
  const send = async (): Promise<void> => {
    if (!await command.run({ familyId: family.id, dyadId: dyad.id, version: values.version, isCorrection: values.isCorrection === 'yes', input: dyadInput(values) })) return readAgain()
    draft.drop()
    onClose()
  }
  const changesKind = values.kind !== dyadValues(dyad).kind || values.form !== dyadValues(dyad).form
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void send() }}>
      <h3>{text('network.change')}</h3>
      <DyadFields family={family} values={values} change={draft.change} />
      {changesKind && <label className={styles['check']}><input type="checkbox" checked={values.isCorrection === 'yes'} onChange={(event) => draft.change({ isCorrection: event.target.checked ? 'yes' : '' })} /> {text('network.isCorrection')}</label>}
      <EditFoot
        keeping={draft.keeping} refusal={command.refusal} busy={command.busy} onClose={onClose}
        conflict={values.version === dyad.version ? undefined : { theirs: [dyadInWords(text, dyad), dyad.note].filter((part) => part !== null).join(' · '), onKeep: () => draft.change({ version: dyad.version }), onTake: () => draft.change(dyadValues(dyad)) }}
      />
    </form>
  )
}

/** A bond that was not recorded yet. */
export const AddDyad = ({ family, onDone, onClose }: { readonly family: NetworkFamily; readonly onDone: () => void; readonly onClose: () => void }) => {
  const text = useText()
  const command = useCommand(AddDyadDocument)
  const draft = useDraft(family.id, 'dyad', newDyad)
  const { values } = draft
  const people = family.members.filter((member) => isOpen(member) && member.role !== 'UNBORN_CHILD').map(({ id, firstName }) => [id, firstName] as const)
  const send = async (): Promise<void> => {
    if (!await command.run({ familyId: family.id, memberIds: [values.one, values.other], input: dyadInput(values) })) return
    draft.drop()
    onDone()
  }
  return (
    <Section title={text('network.addDyad')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void send() }}>
        <div className={styles['pair']}>
          <Choose label={text('network.one')} none={text('network.choose')} value={values.one} onChange={(one) => draft.change({ one })} options={people} />
          <Choose label={text('network.other')} none={text('network.choose')} value={values.other} onChange={(other) => draft.change({ other })} options={people.filter(([id]) => id !== values.one)} />
        </div>
        <DyadFields family={family} values={values} change={draft.change} />
        <EditFoot keeping={draft.keeping} refusal={command.refusal} busy={command.busy} onClose={onClose} />
      </form>
    </Section>
  )
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

const DyadFields = ({ family, values, change }: { readonly family: NetworkFamily; readonly values: DyadValues; readonly change: (values: Partial<DyadValues>) => void }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const kind = dyadKinds.find((one) => one === values.kind) ?? 'OTHER'
  const days = careDaysIn(values)
  const toggle = (day: number, on: boolean) => change({ careDays: [...days.filter((one) => one !== day), ...on ? [day] : []].toSorted((a, b) => a - b).join(' ') })
  return (
    <>
      <div className={styles['pair']}>
        <Choose label={text('network.dyadKind')} value={values.kind} onChange={(one) => change({ kind: one, form: '' })} options={dyadKinds.map((one) => [one, text(dyadKey(one))])} />
        <Choose label={text('network.dyadForm')} none={text('network.notSaid')} value={values.form} onChange={(form) => change({ form })} options={formsOf[kind].map((form) => [form, text(`network.form.${form}`)])} />
      </div>
      <Choose label={text('network.tie')} hint={text('network.tieHint')} none={text('network.notSaid')} value={values.tie} onChange={(tie) => change({ tie })} options={tieStrengths.map((tie) => [tie, text(`network.tie.${tie}`)])} />
      <div className={styles['pair']}>
        <Line label={text('network.since')} type="date" value={values.since} onChange={(since) => change({ since })} />
        <Line label={text('network.endedOn')} type="date" value={values.until} onChange={(until) => change({ until })} />
      </div>
      {isWithChild(kind) && (
        <fieldset className={styles['checks']}>
          <legend>{text('network.careDays')}</legend>
          <p className={page['soft']}>{text('network.careDaysHint')}</p>
          {weekdays.map((day) => <label key={day} className={styles['check']}><input type="checkbox" checked={days.includes(day)} onChange={(event) => toggle(day, event.target.checked)} /> {dates.weekday(`2024-01-0${day}`)}</label>)}
        </fieldset>
      )}
      <Field label={text('network.note')}>{(control) => <textarea {...control} rows={2} dir="auto" value={values.note} onChange={(event) => change({ note: event.target.value })} />}</Field>
    </>
  )
}
