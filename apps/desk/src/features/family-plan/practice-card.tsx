import { NotePracticeCardAnswerDocument, WritePracticeCardDocument } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, RadioCards, StatusMark, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import page from '../../parts/page.module.css'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { useCoordinates } from '../family/case-course.tsx'
import dialogs from '../plan/dialogs.module.css'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import type { PlanFamily } from './plan-file.ts'
import styles from './plan-page.module.css'
import { SaidAloud, spokenOf, type Aloud } from './said-aloud.tsx'

type Props = { readonly family: PlanFamily; readonly readAgain: () => void }

/** The story without names, written at the end for colleagues elsewhere; each parent says yes or no to the very words. */
export const PracticeCardPart = ({ family, readAgain }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const coordinates = useCoordinates(family)
  const [writing, setWriting] = useState(false)
  const [noting, setNoting] = useState<string>()
  const card = family.plan.practiceCard
  if (card === null && !(coordinates && (family.closing !== null || family.plan.evaluations.length > 0))) return null
  return (
    <Section title={text('practice.title')} action={coordinates ? <Button kind="quiet" onClick={() => setWriting(true)}>{text(card === null ? 'practice.write' : 'action.edit')}</Button> : undefined}>
      {card === null ? <p className={page['soft']}>{text('practice.empty')}</p> : (
        <div className={styles['list']}>
          <p className={page['words']} dir="auto"><strong>{text('practice.situation')}</strong> {card.situation}</p>
          <p className={page['words']} dir="auto"><strong>{text('practice.helped')}</strong> {card.whatHelped}</p>
          <p className={page['soft']}>{text('question.by', { by: card.changedBy, day: dates.date(dates.dateOf(card.changedAt)) })}</p>
          {coordinates && card.awaited.length === 0 && card.answers.length > 0 && <p>{text(card.answers.every(({ isYes }) => isYes) ? 'practice.free' : 'practice.stays')}</p>}
          <ul className={styles['parts']}>
            {card.answers.map(({ memberId, firstName, isYes, at, spoken }) => (
              <li key={memberId}>
                <div className={page['row']}><strong>{firstName}</strong> <StatusMark tone={isYes ? 'ok' : 'neutral'}>{text(isYes ? 'practice.yes' : 'practice.no')}</StatusMark></div>
                <p className={page['soft']}>{spoken?.words ?? text('versions.answered', { day: dates.date(dates.dateOf(at)) })}</p>
              </li>
            ))}
            {card.awaited.map(({ memberId, firstName }) => (
              <li key={memberId}>
                <div className={page['row']}><strong>{firstName}</strong> <StatusMark tone="wait">{text('versions.awaited')}</StatusMark></div>
                <div><Button kind="quiet" onClick={() => setNoting(memberId)}>{text('versions.note')}<VisuallyHidden>: {firstName}</VisuallyHidden></Button></div>
              </li>
            ))}
          </ul>
          <BesideEntry family={family} kind="PRACTICE_CARD" entryId={card.version} name={text('practice.title')} />
          {noting !== undefined && <NoteAnswer family={family} version={card.version} parentId={noting} onClose={() => setNoting(undefined)} />}
        </div>
      )}
      {writing && <Write family={family} readAgain={readAgain} onClose={() => setWriting(false)} />}
    </Section>
  )
}

const Write = ({ family, readAgain, onClose }: Props & { readonly onClose: () => void }) => {
  const text = useText()
  const write = useCommand(WritePracticeCardDocument)
  const card = family.plan.practiceCard
  const now = { version: card?.version ?? '', situation: card?.situation ?? '', whatHelped: card?.whatHelped ?? '' }
  const draft = useDraft(family.id, 'practice-card', now)
  const { values } = draft
  const send = async (): Promise<void> => {
    const { version, situation, whatHelped } = values
    if (await write.run({ familyId: family.id, ...(version !== '' && { version }), input: { situation, whatHelped } })) {
      draft.drop()
      onClose()
    } else readAgain()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('practice.title')}>
      <form className={dialogs['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <p>{text('practice.hint')}</p>
        <Field label={text('practice.situation')}>{(control) => <textarea {...control} required rows={3} dir="auto" value={values.situation} onChange={(event) => draft.change({ situation: event.target.value })} />}</Field>
        <Field label={text('practice.helped')}>{(control) => <textarea {...control} required rows={3} dir="auto" value={values.whatHelped} onChange={(event) => draft.change({ whatHelped: event.target.value })} />}</Field>
        <EditFoot
          keeping={draft.keeping} refusal={write.refusal} busy={write.busy} onClose={onClose}
          conflict={card !== null && values.version !== card.version ? { theirs: `${card.situation}\n${card.whatHelped}`, by: card.changedBy, onKeep: () => draft.change({ version: card.version }), onTake: () => draft.change(now) } : undefined}
        />
      </form>
    </Dialog>
  )
}

const NoteAnswer = ({ family, version, parentId, onClose }: { readonly family: PlanFamily; readonly version: string; readonly parentId: string; readonly onClose: () => void }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const note = useCommand(NotePracticeCardAnswerDocument)
  const [answer, setAnswer] = useState<'yes' | 'no'>()
  const [aloud, setAloud] = useState<Aloud>({ how: undefined, on: dates.today() })
  const name = family.members.find(({ id }) => id === parentId)?.firstName ?? ''
  const spoken = spokenOf(aloud)
  const send = async (): Promise<void> => {
    if (answer === undefined || spoken === undefined) return
    if (await note.run({ familyId: family.id, version, parentId, isYes: answer === 'yes', spoken })) onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('practice.noteTitle', { name })}>
      <form className={dialogs['form']} onSubmit={(event) => { event.preventDefault(); if (!note.busy) void send() }}>
        <RadioCards name="practice-answer" inline legend={text('versions.what', { name })} chosen={answer} onChoose={setAnswer} options={[{ value: 'yes', label: text('practice.yes') }, { value: 'no', label: text('practice.no') }]} />
        <SaidAloud name={name} today={dates.today()} aloud={aloud} onChange={setAloud} />
        <EditFoot refusal={note.refusal} busy={note.busy} sendLabel={text('spoken.save')} disabled={answer === undefined || spoken === undefined} onClose={onClose} />
      </form>
    </Dialog>
  )
}
