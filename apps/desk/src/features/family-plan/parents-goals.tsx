import { NoteParentsGoalDocument } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import page from '../../parts/page.module.css'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import dialogs from '../plan/dialogs.module.css'
import type { PlanFamily } from './plan-file.ts'
import styles from './plan-page.module.css'
import { SaidAloud, spokenOf } from './said-aloud.tsx'

type Props = { readonly family: PlanFamily; readonly readAgain: () => void }

/** What each parent wants, in their own words: theirs come first, before any goal of ours. */
export const ParentsGoals = ({ family, readAgain }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [opened, setOpened] = useState<string>()
  const { parents, parentsGoals } = family.plan
  const mayNote = family.can.contribute
  const shown = parents.filter(({ memberId }) => mayNote || parentsGoals.some(({ parentId }) => parentId === memberId))
  if (shown.length === 0) return null
  const parent = parents.find(({ memberId }) => memberId === opened)
  return (
    <Section title={text('parentsGoal.title')}>
      <p className={page['soft']}>{text('parentsGoal.intro')}</p>
      <ul className={styles['list']}>
        {shown.map(({ memberId, firstName }) => {
          const goal = parentsGoals.find(({ parentId }) => parentId === memberId)
          return (
            <li key={memberId}>
              <h3>{firstName}</h3>
              {goal === undefined ? <p className={page['soft']}>{text('parentsGoal.none')}</p> : (
                <>
                  <blockquote className={styles['plain']} dir="auto">{goal.text}</blockquote>
                  <p className={page['soft']}>{goal.spoken?.words ?? text('parentsGoal.self', { day: dates.date(dates.dateOf(goal.changedAt)) })}</p>
                </>
              )}
              {mayNote && <div><Button kind="quiet" onClick={() => setOpened(memberId)}>{text(goal === undefined ? 'parentsGoal.note' : 'parentsGoal.change')}<VisuallyHidden>: {firstName}</VisuallyHidden></Button></div>}
            </li>
          )
        })}
      </ul>
      {parent !== undefined && <NoteGoal key={parent.memberId} family={family} parent={parent} readAgain={readAgain} onClose={() => setOpened(undefined)} />}
    </Section>
  )
}

const NoteGoal = ({ family, parent: { memberId, firstName }, readAgain, onClose }: Props & { readonly parent: PlanFamily['plan']['parents'][number]; readonly onClose: () => void }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const note = useCommand(NoteParentsGoalDocument)
  const goal = family.plan.parentsGoals.find(({ parentId }) => parentId === memberId)
  const version = goal?.version ?? ''
  const draft = useDraft(family.id, `parents-goal-${memberId}`, { text: goal?.text ?? '', version })
  const [aloud, setAloud] = useState<Parameters<typeof spokenOf>[0]>({ how: undefined, on: dates.today() })
  const { values } = draft
  const send = async (): Promise<void> => {
    const spoken = spokenOf(aloud)
    if (await note.run({ familyId: family.id, parentId: memberId, text: values.text, ...(values.version !== '' && { version: values.version }), ...(spoken !== undefined && { spoken }) })) {
      draft.drop()
      onClose()
    } else readAgain()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('parentsGoal.noteTitle', { name: firstName })}>
      <form className={dialogs['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <Field label={text('parentsGoal.words', { name: firstName })} hint={text('parentsGoal.hint')}>{(control) => <textarea {...control} required rows={3} dir="auto" value={values.text} onChange={(event) => draft.change({ text: event.target.value })} />}</Field>
        <SaidAloud name={firstName} today={dates.today()} aloud={aloud} onChange={setAloud} />
        <EditFoot
          keeping={draft.keeping} refusal={note.refusal} busy={note.busy} onClose={onClose}
          conflict={goal !== undefined && values.version !== version ? { theirs: goal.text, onKeep: () => draft.change({ version }), onTake: () => draft.change({ text: goal.text, version }) } : undefined}
        />
      </form>
    </Dialog>
  )
}
