import { AnswerReflectionPromptDocument, CloseReflectionPromptDocument, LightenWeeksDocument } from '@samenspel/graphql-documents/desk'
import { Button, buttonClass, Field, Notice, useDates } from '@samenspel/ui'
import { Link } from 'react-router'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { DraftMark } from '../../parts/draft-mark.tsx'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { plannerPath } from '../../shell/paths.ts'
import type { Family } from './family.ts'
import { nextMondays } from './next-mondays.ts'
import styles from './prompt.module.css'

/** A calm question after late cancellations: what may have happened in this family? It names no count and no one. */
export const Reflection = ({ family }: { readonly family: Family }) =>
  family.reflectionPrompts.filter((prompt) => prompt.isOpen).map((prompt) => <Prompt key={prompt.id} family={family} prompt={prompt} />)

const Prompt = ({ family, prompt }: { readonly family: Family; readonly prompt: Family['reflectionPrompts'][number] }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const answer = useCommand(AnswerReflectionPromptDocument)
  const close = useCommand(CloseReflectionPromptDocument)
  const lighten = useCommand(LightenWeeksDocument)
  const calm = nextMondays(dates.today())
  const isCalm = calm.every((week) => family.pace?.lighterWeeks.includes(week) === true)
  const draft = useDraft(family.id, `reflection-${prompt.id}`, { text: '' })
  const send = async (): Promise<void> => {
    if (!await answer.run({ familyId: family.id, promptId: prompt.id, text: draft.values.text })) return
    draft.change({ text: '' })
    draft.drop()
  }
  return (
    <Section title={text('reflection.title')}>
      <form className={styles['stack']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <p className={styles['soft']}>{text('reflection.why')}</p>
        {prompt.answers.length > 0 && (
          <ul className={styles['answers']}>
            {prompt.answers.map((one) => <li key={one.at + one.by} className={styles['quote']}><span dir="auto">{one.text}</span> <span className={styles['soft']}>{one.by}, {dates.nearDay(dates.dateOf(one.at), dates.today())}</span></li>)}
          </ul>
        )}
        <Field label={text('reflection.answer')}>
          {(control) => <textarea {...control} rows={2} dir="auto" value={draft.values.text} onChange={(event) => draft.change({ text: event.target.value })} />}
        </Field>
        <SaidNo refusal={answer.refusal ?? close.refusal ?? lighten.refusal} />
        <Notice tone="ok">{family.pace !== null && isCalm && text('reflection.lighterDone')}</Notice>
        <div className={styles['row']}>
          <Button type="submit" kind="secondary" busy={answer.busy}>{text('reflection.save')}</Button>
          {family.pace !== null && family.can.coordinate && !isCalm && <Button kind="secondary" busy={lighten.busy} onClick={() => { void lighten.run({ familyId: family.id, weeks: calm }) }}>{text('reflection.lighterWeeks')}</Button>}
          {family.can.plan && <Link className={buttonClass('secondary')} to={plannerPath(family.id, true)}>{text('reflection.lighter')}</Link>}
          {family.can.coordinate && prompt.answers.length > 0 && <Button kind="quiet" busy={close.busy} onClick={() => { void close.run({ familyId: family.id, promptId: prompt.id }) }}>{text('reflection.close')}</Button>}
          <DraftMark keeping={draft.keeping} />
        </div>
      </form>
    </Section>
  )
}
