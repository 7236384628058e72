import { EvaluatePlanDocument, type NextStep } from '@samenspel/graphql-documents/desk'
import { scaleValues, writeScore } from '@samenspel/pictures'
import { Button, Dialog, Field, RadioCards, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import page from '../../parts/page.module.css'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { familyPath } from '../../shell/paths.ts'
import dialogs from '../plan/dialogs.module.css'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import { nextSteps, type PlanFamily } from './plan-file.ts'
import styles from './plan-page.module.css'

/** Looking back: for each goal the step whose words fit and what was seen, what helped, what comes next. */
export const Evaluations = ({ family }: { readonly family: PlanFamily }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [looking, setLooking] = useState(false)
  const { evaluations, versions } = family.plan
  const mayEvaluate = family.can.coordinate && versions.some(({ state }) => state === 'IN_FORCE')
  if (evaluations.length === 0 && !mayEvaluate) return null
  return (
    <Section title={text('evaluation.title')} action={mayEvaluate ? <Button kind="secondary" onClick={() => setLooking(true)}>{text('evaluation.add')}</Button> : undefined}>
      {evaluations.length === 0 && <p className={page['soft']}>{text('evaluation.empty')}</p>}
      <ul className={styles['list']}>
        {evaluations.map((one) => (
          <li key={one.id}>
            <h3>{text('evaluation.on', { day: dates.date(one.on), by: one.by })}</h3>
            <ul className={styles['parts']}>
              {one.goals.map((goal) => (
                <li key={goal.goalId}>
                  <div className={page['row']}><strong dir="auto">{goal.title}</strong> <span>{writeScore(goal.value)}</span></div>
                  {goal.words !== null && <p className={page['words']} dir="auto">{goal.words}</p>}
                  {goal.forParents !== null && <p className={styles['plain']} dir="auto">{goal.forParents}</p>}
                </li>
              ))}
            </ul>
            <p dir="auto"><strong>{text('evaluation.helped')}</strong> {one.helped}</p>
            <p dir="auto"><strong>{text('evaluation.next')}</strong> {one.next}</p>
            <p className={page['soft']}>
              {text(`nextStep.${one.nextStep}`)}
              {(one.nextStep === 'REST' || one.nextStep === 'CLOSE') && family.can.coordinate && family.closing === null && <>{' '}<Link to={familyPath(family.id)}>{text(`nextStep.${one.nextStep}.go`)}</Link></>}
            </p>
            {one.forParents !== null && <p className={styles['plain']} dir="auto">{one.forParents}</p>}
            <BesideEntry family={family} kind="EVALUATION" entryId={one.id} name={text('evaluation.on', { day: dates.date(one.on), by: one.by })} />
          </li>
        ))}
      </ul>
      {looking && <Evaluate family={family} onClose={() => setLooking(false)} />}
    </Section>
  )
}

const fieldOf = (what: 'value' | 'words' | 'plain', goalId: string): string => `${what} ${goalId}`

const Evaluate = ({ family, onClose }: { readonly family: PlanFamily; readonly onClose: () => void }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const evaluate = useCommand(EvaluatePlanDocument)
  // An older goal about a grown person is read, and never measured.
  const goals = family.goals.filter(({ ended, subject }) => ended === null && subject.kind !== 'ADULT')
  const draft = useDraft<Readonly<Record<string, string>>>(family.id, 'evaluation', {
    on: dates.today(), helped: '', next: '', nextStep: '', forParents: '',
    ...Object.fromEntries(goals.flatMap(({ id }) => [[fieldOf('value', id), ''], [fieldOf('words', id), ''], [fieldOf('plain', id), '']])),
  })
  const valueOf = (field: string): string => draft.values[field] ?? ''
  const lastOf = ({ scores, levels }: (typeof goals)[number]): string | undefined => {
    const last = scores.toSorted((a, b) => b.on.localeCompare(a.on))[0]
    return last === undefined ? undefined : text('evaluation.last', { day: dates.shortDate(last.on), step: `${writeScore(last.value)} ${levels.find(({ value }) => value === last.value)?.text ?? ''}`.trim() })
  }
  const nextStep = nextSteps.find((step) => step === valueOf('nextStep'))
  const scored = goals.filter(({ id }) => valueOf(fieldOf('value', id)) !== '')
  const send = async (): Promise<void> => {
    if (nextStep === undefined) return
    const done = await evaluate.run({
      familyId: family.id,
      input: {
        on: valueOf('on'), helped: valueOf('helped'), next: valueOf('next'), nextStep, ...(valueOf('forParents').trim() !== '' && { forParents: valueOf('forParents') }),
        goals: scored.map(({ id }) => ({
          goalId: id, value: Number(valueOf(fieldOf('value', id))), ...(valueOf(fieldOf('words', id)).trim() !== '' && { words: valueOf(fieldOf('words', id)) }),
          ...(valueOf(fieldOf('plain', id)).trim() !== '' && { forParents: valueOf(fieldOf('plain', id)) }),
        })),
      },
    })
    if (!done) return
    draft.drop()
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('evaluation.add')}>
      <form className={dialogs['form']} onSubmit={(event) => { event.preventDefault(); if (!evaluate.busy) void send() }}>
        <Field label={text('evaluation.day')}>{(control) => <input {...control} type="date" required max={dates.today()} value={valueOf('on')} onChange={(event) => draft.change({ on: event.target.value })} />}</Field>
        {goals.map((goal) => (
          <fieldset key={goal.id} className={dialogs['form']}>
            <legend><strong dir="auto">{goal.title}</strong></legend>
            <Field label={text('goal.which')} hint={lastOf(goal)}>
              {(control) => (
                <select {...control} value={valueOf(fieldOf('value', goal.id))} onChange={(event) => draft.change({ [fieldOf('value', goal.id)]: event.target.value })}>
                  <option value="">{text('evaluation.notNow')}</option>
                  {scaleValues(goal.scale).toReversed().map((level) => <option key={level} value={level}>{writeScore(level)} {goal.levels.find(({ value }) => value === level)?.text}</option>)}
                </select>
              )}
            </Field>
            {valueOf(fieldOf('value', goal.id)) !== '' && (
              <>
                <Field label={text('evaluation.seen')}>{(control) => <textarea {...control} rows={2} dir="auto" value={valueOf(fieldOf('words', goal.id))} onChange={(event) => draft.change({ [fieldOf('words', goal.id)]: event.target.value })} />}</Field>
                <Field label={text('plain.label')} hint={text('plain.goalHint')}>{(control) => <textarea {...control} rows={2} dir="auto" value={valueOf(fieldOf('plain', goal.id))} onChange={(event) => draft.change({ [fieldOf('plain', goal.id)]: event.target.value })} />}</Field>
              </>
            )}
          </fieldset>
        ))}
        <Field label={text('evaluation.helped')}>{(control) => <textarea {...control} required rows={2} dir="auto" value={valueOf('helped')} onChange={(event) => draft.change({ helped: event.target.value })} />}</Field>
        <Field label={text('evaluation.next')}>{(control) => <textarea {...control} required rows={2} dir="auto" value={valueOf('next')} onChange={(event) => draft.change({ next: event.target.value })} />}</Field>
        <RadioCards<NextStep> name="next-step" inline legend={text('evaluation.step')} chosen={nextStep} onChoose={(step) => draft.change({ nextStep: step })} options={nextSteps.map((value) => ({ value, label: text(`nextStep.${value}`) }))} />
        <Field label={text('evaluation.plain')} hint={text('plain.hint')}>{(control) => <textarea {...control} rows={2} dir="auto" value={valueOf('forParents')} onChange={(event) => draft.change({ forParents: event.target.value })} />}</Field>
        {(nextStep === undefined || scored.length === 0) && <p className={page['soft']}>{text('evaluation.asks')}</p>}
        <EditFoot keeping={draft.keeping} refusal={evaluate.refusal} busy={evaluate.busy} onClose={onClose} />
      </form>
    </Dialog>
  )
}
