import { AddGoalDocument, ChangeGoalDocument } from '@samenspel/graphql-documents/desk'
import { scaleValues, writeScore } from '@samenspel/pictures'
import { Dialog, Field } from '@samenspel/ui'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { SubjectSelect } from '../../parts/subject-select.tsx'
import { useText } from '../../parts/text.ts'
import type { Goal, PlanFile } from '../family/family.ts'
import { subjectChoices } from '../family/subjects.ts'
import { goalInWords, inputOf, levelField, newGoal, routes, valuesOf } from './goal-form.ts'
import styles from './dialogs.module.css'

type Props = {
  readonly family: PlanFile
  /** The goal to change; none for a new one. */
  readonly goal: Goal | undefined
  readonly readAgain: () => void
  readonly onClose: () => void
}

/** A goal with a text for every level of its scale (K-09). */
export const GoalDialog = ({ family, goal, readAgain, onClose }: Props) => {
  const text = useText()
  const add = useCommand(AddGoalDocument)
  const change = useCommand(ChangeGoalDocument)
  // A scale never measures a grown person (K-09).
  const subjects = subjectChoices(family).filter(({ kind }) => kind !== 'ADULT')
  const draft = useDraft(family.id, goal === undefined ? 'goal' : `goal-${goal.id}`, goal === undefined ? newGoal(subjects[0]?.key ?? 'CASE') : valuesOf(goal))
  const { values } = draft
  const scale = values.scale === 'SIX' ? 'SIX' : 'FIVE'
  const send = async (): Promise<void> => {
    const input = inputOf(values)
    const done = goal === undefined
      ? await add.run({ familyId: family.id, input })
      : await change.run({ familyId: family.id, goalId: goal.id, version: values.version, input })
    if (done) {
      draft.drop()
      onClose()
    } else readAgain()
  }
  return (
    <Dialog isOpen onClose={onClose} title={goal === undefined ? text('plan.addGoal') : text('goal.edit')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <Field label={text('goal.title')}>{(control) => <input {...control} dir="auto" value={values.title} onChange={(event) => draft.change({ title: event.target.value })} />}</Field>
        <div className={styles['pair']}>
          <SubjectSelect label={text('contribution.subject')} choices={subjects} value={values.subject} onChange={(subject) => draft.change({ subject })} />
          <Field label={text('goal.route')}>
            {(control) => <select {...control} value={values.route} onChange={(event) => draft.change({ route: event.target.value })}>{routes.map((route) => <option key={route} value={route}>{text(`route.${route}`)}</option>)}</select>}
          </Field>
        </div>
        <Field label={text('plain.label')} hint={text('plain.hint')}>{(control) => <textarea {...control} rows={2} dir="auto" value={values.forParents} onChange={(event) => draft.change({ forParents: event.target.value })} />}</Field>
        <label className={styles['check']}>
          <input type="checkbox" checked={values.isParentsOwn === 'yes'} onChange={(event) => draft.change({ isParentsOwn: event.target.checked ? 'yes' : '' })} /> {text('goal.isParentsOwn')}
        </label>
        <div className={styles['pair']}>
          <Field label={text('goal.scale')}>
            {(control) => <select {...control} value={scale} onChange={(event) => draft.change({ scale: event.target.value })}>{(['FIVE', 'SIX'] as const).map((one) => <option key={one} value={one}>{text(`goal.scale.${one}`)}</option>)}</select>}
          </Field>
          <Field label={text('goal.startLevel')}>
            {(control) => <select {...control} value={values.start} onChange={(event) => draft.change({ start: event.target.value })}>{scaleValues(scale).map((value) => <option key={value} value={value}>{writeScore(value)}</option>)}</select>}
          </Field>
        </div>
        <fieldset className={styles['levels']}>
          <legend>{text('goal.levels')}</legend>
          {scaleValues(scale).map((value) => (
            <label key={value}>
              <span>{writeScore(value)}</span>
              <input dir="auto" value={values[levelField(value)] ?? ''} aria-label={text('goal.level', { level: writeScore(value) })} onChange={(event) => draft.change({ [levelField(value)]: event.target.value })} />
            </label>
          ))}
        </fieldset>
        <EditFoot
          keeping={draft.keeping} refusal={add.refusal ?? change.refusal} busy={add.busy || change.busy} onClose={onClose}
          conflict={goal !== undefined && values.version !== goal.version ? { theirs: goalInWords(goal, writeScore), onKeep: () => draft.change({ version: goal.version }), onTake: () => draft.change(valuesOf(goal)) } : undefined}
        />
      </form>
    </Dialog>
  )
}
