import { ScoreGoalDocument } from '@samenspel/graphql-documents/desk'
import { scaleValues, writeScore } from '@samenspel/pictures'
import { Dialog, Field, useDates } from '@samenspel/ui'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { useText } from '../../parts/text.ts'
import type { Goal, PlanFile } from '../family/family.ts'
import styles from './dialogs.module.css'

type Props = { readonly family: PlanFile; readonly goal: Goal; readonly onClose: () => void }

/** Where a goal is now: the level whose words fit best. */
export const ScoreDialog = ({ family, goal, onClose }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const score = useCommand(ScoreGoalDocument)
  const draft = useDraft(family.id, `score-${goal.id}`, { value: String(goal.current ?? goal.start), on: dates.today(), words: '', forParents: '' })
  const { value, on, words, forParents } = draft.values
  const send = async (): Promise<void> => {
    if (!await score.run({ familyId: family.id, goalId: goal.id, value: Number(value), on, ...(words.trim() !== '' && { words }), ...(forParents.trim() !== '' && { forParents }) })) return
    draft.drop()
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('goal.scoreTitle', { goal: goal.title })}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <fieldset className={styles['levels']}>
          <legend>{text('goal.which')}</legend>
          {scaleValues(goal.scale).toReversed().map((level) => (
            <label key={level} className={styles['choice']}>
              <input type="radio" name="level" checked={level === Number(value)} onChange={() => draft.change({ value: String(level) })} />
              <strong>{writeScore(level)}</strong>
              <span dir="auto">{goal.levels.find((one) => one.value === level)?.text}</span>
            </label>
          ))}
        </fieldset>
        <Field label={text('goal.scoredOn')}>{(control) => <input {...control} type="date" required max={dates.today()} value={on} onChange={(event) => draft.change({ on: event.target.value })} />}</Field>
        <Field label={text('evaluation.seen')}>{(control) => <textarea {...control} rows={2} dir="auto" value={words} onChange={(event) => draft.change({ words: event.target.value })} />}</Field>
        <Field label={text('plain.label')} hint={text('plain.goalHint')}>{(control) => <textarea {...control} rows={2} dir="auto" value={forParents} onChange={(event) => draft.change({ forParents: event.target.value })} />}</Field>
        <EditFoot keeping={draft.keeping} refusal={score.refusal} busy={score.busy} onClose={onClose} />
      </form>
    </Dialog>
  )
}
