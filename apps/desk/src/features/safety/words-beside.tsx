import { AnswerSafetyStatementDocument } from '@samenspel/graphql-documents/desk'
import { Button, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useText } from '../../parts/text.ts'
import { UnkeptWordsDialog } from '../../parts/words-dialog.tsx'
import styles from './safety.module.css'
import type { SafetyNote, SafetyTrack } from './safety-track.ts'

type Statement = SafetyNote['statements'][number]
type Props = { readonly familyId: string; readonly track: SafetyTrack; readonly note: SafetyNote; readonly day: (at: string) => string }

/** What somebody of the family says beside a note, with what the circle answered (P-03). */
export const WordsBeside = ({ familyId, track, note: { statements }, day }: Props) => statements.filter(({ answers }) => answers === null).map((statement) => (
  <OneStatement key={statement.id} familyId={familyId} trackId={track.id} statement={statement} answered={statements.filter(({ answers }) => answers === statement.id)} day={day} />
))

type One = { readonly familyId: string; readonly trackId: string; readonly statement: Statement; readonly answered: readonly Statement[]; readonly day: Props['day'] }

const OneStatement = ({ familyId, trackId, statement: { id, by, recordedAt, text: words, mayAnswer }, answered, day }: One) => {
  const text = useText()
  const [isAnswering, setAnswering] = useState(false)
  const answer = useCommand(AnswerSafetyStatementDocument)
  const name = text('beside.by', { who: by, day: day(recordedAt) })
  return (
    <blockquote className={styles['statement']}>
      <p className={styles['words']} dir="auto">{words}</p>
      <footer className={styles['soft']}>{name}</footer>
      {answered.map((one) => (
        <blockquote key={one.id} className={styles['statement']}>
          <p className={styles['words']} dir="auto">{one.text}</p>
          <footer className={styles['soft']}>{text('beside.answerBy', { who: one.by, day: day(one.recordedAt) })}</footer>
        </blockquote>
      ))}
      {mayAnswer && <div className={styles['row']}><Button kind="quiet" onClick={() => setAnswering(true)}>{text('beside.answer')}<VisuallyHidden>: {name}</VisuallyHidden></Button></div>}
      {isAnswering && (
        <UnkeptWordsDialog
          title={text('beside.answerTitle')} label={text('beside.answerWords')} hint={text('safety.answer.hint')} sendLabel={text('beside.answerSend')} command={answer} onClose={() => setAnswering(false)}
          onSend={(said) => answer.run({ familyId, trackId, statementId: id, text: said })}
        >
          <blockquote className={styles['statement']}><p className={styles['words']} dir="auto">{words}</p><footer className={styles['soft']}>{name}</footer></blockquote>
        </UnkeptWordsDialog>
      )}
    </blockquote>
  )
}
