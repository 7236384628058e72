import { ScoreGoalDocument } from '@samenspel/graphql-documents/desk'
import { scaleValues, writeScore } from '@samenspel/pictures'
import { Button, Dialog, Field, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import type { Goal, PlanFile } from '../family/family.ts'
import styles from './dialogs.module.css'

type Props = { readonly family: PlanFile; readonly goal: Goal; readonly onClose: () => void }

/** Where a goal is now: the level whose words fit best. */
export const ScoreDialog = ({ family, goal, onClose }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const score = useCommand(ScoreGoalDocument)
  const [value, setValue] = useState(goal.current ?? goal.start)
  const [on, setOn] = useState(dates.today())
  const [words, setWords] = useState('')
  const [forParents, setForParents] = useState('')
  const send = async (): Promise<void> => {
    if (await score.run({ familyId: family.id, goalId: goal.id, value, on, ...(words.trim() !== '' && { words }), ...(forParents.trim() !== '' && { forParents }) })) onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('goal.scoreTitle', { goal: goal.title })}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <fieldset className={styles['levels']}>
          <legend>{text('goal.which')}</legend>
          {scaleValues(goal.scale).toReversed().map((level) => (
            <label key={level} className={styles['choice']}>
              <input type="radio" name="level" checked={level === value} onChange={() => setValue(level)} />
              <strong>{writeScore(level)}</strong>
              <span dir="auto">{goal.levels.find((one) => one.value === level)?.text}</span>
            </label>
          ))}
        </fieldset>
        <Field label={text('goal.scoredOn')}>{(control) => <input {...control} type="date" required max={dates.today()} value={on} onChange={(event) => setOn(event.target.value)} />}</Field>
        <Field label={text('evaluation.seen')}>{(control) => <textarea {...control} rows={2} dir="auto" value={words} onChange={(event) => setWords(event.target.value)} />}</Field>
        <Field label={text('plain.label')} hint={text('plain.goalHint')}>{(control) => <textarea {...control} rows={2} dir="auto" value={forParents} onChange={(event) => setForParents(event.target.value)} />}</Field>
        <SaidNo refusal={score.refusal} />
        <div className={styles['row']}>
          <Button type="submit" busy={score.busy}>{text('action.save')}</Button>
          <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}
