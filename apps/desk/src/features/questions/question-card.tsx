import { AnswerColleagueDocument, CloseColleagueQuestionDocument, type ColleagueQuestionPartsFragment } from '@samenspel/graphql-documents/desk'
import { Button, Field, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { DraftMark } from '../../parts/draft-mark.tsx'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { useIsBack } from '../../shell/looking-back.tsx'
import { familyPath } from '../../shell/paths.ts'
import styles from './questions.module.css'

export type Question = ColleagueQuestionPartsFragment

type Props = { readonly question: Question; readonly zone: string; readonly showsFamily?: boolean; readonly onChanged?: () => void }

/** One question between colleagues, with what was answered; who asked and who is asked write on until it is done. */
export const QuestionCard = ({ question, zone, showsFamily = false, onChanged }: Props) => {
  const text = useText()
  const dates = useDates(zone)
  const close = useCommand(CloseColleagueQuestionDocument)
  const [answering, setAnswering] = useState(false)
  const { isMine, isOwn, isDone, wish, answers } = question
  const isBack = useIsBack()
  const mayWrite = !isBack && !isDone && (isMine || isOwn)
  const on = (at: string): string => dates.nearDay(dates.dateOf(at), dates.today())
  const finish = async (): Promise<void> => { if (await close.run({ familyId: question.familyId, questionId: question.id })) onChanged?.() }
  return (
    <article className={styles['question']}>
      <header className={styles['head']}>
        <strong>{isOwn ? text('questions.to', { who: question.askedOf.name, subject: question.subject.label }) : text('questions.from', { who: question.askedBy.name, subject: question.subject.label })}</strong>
        <span className={styles['soft']}>{question.isNew && !isDone && <strong className={styles['new']}>{text('questions.new')}</strong>} <time dateTime={question.recordedAt}>{on(question.recordedAt)}</time> · {isDone ? text('questions.isDone') : text(`ask.wish.${wish}`)}</span>
      </header>
      <p className={styles['words']} dir="auto">{question.text}</p>
      {answers.map((answer) => (
        <blockquote key={answer.id} className={styles['answer']}>
          <p className={styles['words']} dir="auto">{answer.text}</p>
          <footer className={styles['soft']}>{answer.by}, {on(answer.recordedAt)}</footer>
        </blockquote>
      ))}
      {mayWrite && (
        <div className={styles['row']}>
          {!answering && <Button kind={isMine && wish === 'ANSWER' && answers.length === 0 ? 'primary' : 'secondary'} onClick={() => setAnswering(true)}>{text(isMine && answers.length === 0 ? 'questions.answer' : 'questions.more')}<VisuallyHidden>: {question.text.slice(0, 40)}</VisuallyHidden></Button>}
          <Button kind="secondary" busy={close.busy} onClick={() => { void finish() }}>{text(isMine && wish === 'ATTENTION' ? 'questions.seen' : 'questions.done')}<VisuallyHidden>: {question.text.slice(0, 40)}</VisuallyHidden></Button>
        </div>
      )}
      <SaidNo refusal={close.refusal} />
      {answering && mayWrite && <Answer question={question} onClose={() => setAnswering(false)} onSent={() => { setAnswering(false); onChanged?.() }} />}
      {showsFamily && <p><Link to={familyPath(question.familyId)}>{text('questions.family', { family: question.family })}</Link></p>}
    </article>
  )
}

const Answer = ({ question: { id, familyId }, onClose, onSent }: { readonly question: Question; readonly onClose: () => void; readonly onSent: () => void }) => {
  const text = useText()
  const answer = useCommand(AnswerColleagueDocument)
  const draft = useDraft(familyId, `answer-${id}`, { text: '' })
  const send = async (): Promise<void> => {
    if (!await answer.run({ familyId, questionId: id, text: draft.values.text })) return
    draft.drop()
    onSent()
  }
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!answer.busy) void send() }}>
      <Field label={text('questions.answerWords')}>
        {(control) => <textarea {...control} required autoFocus rows={3} dir="auto" value={draft.values.text} onChange={(event) => draft.change({ text: event.target.value })} />}
      </Field>
      <SaidNo refusal={answer.refusal} />
      <div className={styles['row']}>
        <Button type="submit" busy={answer.busy}>{text('ask.send')}</Button>
        <Button kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
        <DraftMark keeping={draft.keeping} />
      </div>
    </form>
  )
}
