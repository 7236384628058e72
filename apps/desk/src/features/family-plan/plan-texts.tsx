import { WritePlanTextDocument, type PlanTopic } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import page from '../../parts/page.module.css'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import dialogs from '../plan/dialogs.module.css'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import { topicsOf, type PlanFamily } from './plan-file.ts'
import styles from './plan-page.module.css'

type Props = { readonly family: PlanFamily; readonly readAgain: () => void }

/** The words of the plan that are no goal and no line: of a light plan most of it (K-12). */
export const PlanTexts = ({ family, readAgain }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [opened, setOpened] = useState<PlanTopic>()
  const { texts, variant, needs } = family.plan
  const hasRivals = needs.some(({ requirement, isMet }) => requirement === 'HYPOTHESES' && isMet)
  const mayEdit = family.can.coordinate
  // What a light plan held stays readable when it becomes a full one.
  const topics = [...new Set([...topicsOf(variant), ...texts.map(({ topic }) => topic)])].filter((topic) => texts.some((one) => one.topic === topic) || (mayEdit && !(topic === 'FEWER_HYPOTHESES' && hasRivals)))
  if (topics.length === 0) return null
  return (
    <Section title={text('planTexts.title')}>
      <ul className={styles['list']}>
        {topics.map((topic) => {
          const written = texts.find((one) => one.topic === topic)
          const edit = mayEdit && <Button kind="quiet" onClick={() => setOpened(topic)}>{text(written === undefined ? 'planTexts.write' : 'action.edit')}<VisuallyHidden>: {text(`topic.${topic}`)}</VisuallyHidden></Button>
          return (
            <li key={topic}>
              <h3>{text(`topic.${topic}`)}</h3>
              {written === undefined ? <p className={page['soft']}>{text(`topic.${topic}.hint`)}</p> : (
                <>
                  <p className={styles[topic === 'QUESTION_FOR_PARENTS' ? 'plain' : 'text']} dir="auto">{written.text}</p>
                  <p className={page['soft']}>{text('question.by', { by: written.changedBy, day: dates.date(dates.dateOf(written.changedAt)) })}</p>
                </>
              )}
              {written === undefined ? <div>{edit}</div> : <BesideEntry family={family} kind="PLAN_PART" entryId={written.version} name={text(`topic.${topic}`)}>{edit}</BesideEntry>}
            </li>
          )
        })}
      </ul>
      {opened !== undefined && <TextDialog key={opened} family={family} topic={opened} readAgain={readAgain} onClose={() => setOpened(undefined)} />}
    </Section>
  )
}

const TextDialog = ({ family, topic, readAgain, onClose }: Props & { readonly topic: PlanTopic; readonly onClose: () => void }) => {
  const text = useText()
  const write = useCommand(WritePlanTextDocument)
  const written = family.plan.texts.find((one) => one.topic === topic)
  const version = written?.version ?? ''
  const draft = useDraft(family.id, `plan-text-${topic}`, { text: written?.text ?? '', version })
  const { values } = draft
  const send = async (): Promise<void> => {
    if (await write.run({ familyId: family.id, topic, text: values.text, ...(values.version !== '' && { version: values.version }) })) {
      draft.drop()
      onClose()
    } else readAgain()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text(`topic.${topic}`)}>
      <form className={dialogs['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <Field label={text(`topic.${topic}`)} hint={text(`topic.${topic}.hint`)}>{(control) => <textarea {...control} required rows={5} dir="auto" value={values.text} onChange={(event) => draft.change({ text: event.target.value })} />}</Field>
        <EditFoot
          keeping={draft.keeping} refusal={write.refusal} busy={write.busy} onClose={onClose}
          conflict={written !== undefined && values.version !== version ? { theirs: written.text, by: written.changedBy, onKeep: () => draft.change({ version }), onTake: () => draft.change({ text: written.text, version }) } : undefined}
        />
      </form>
    </Dialog>
  )
}
