import { AnswerSafetyStatementDocument } from '@samenspel/graphql-documents/desk'
import { useCommand } from '../../graph/use-command.ts'
import { SaidWords, WordsBeside } from '../../parts/said-words.tsx'
import { useText } from '../../parts/text.ts'
import { UnkeptWordsDialog } from '../../parts/words-dialog.tsx'
import type { SafetyNote, SafetyTrack } from './safety-track.ts'

type Props = { readonly familyId: string; readonly track: SafetyTrack; readonly note: SafetyNote; readonly day: (at: string) => string }

/** What somebody of the family says beside a note, with what the circle answered (P-03). */
export const WordsBesideNote = ({ familyId, track, note: { statements }, day }: Props) => (
  <WordsBeside
    statements={statements} day={day}
    answering={({ id, text: words }, by, close) => <AnswerDialog familyId={familyId} trackId={track.id} statementId={id} words={words} by={by} onClose={close} />}
  />
)

type Answering = { readonly familyId: string; readonly trackId: string; readonly statementId: string; readonly words: string; readonly by: string; readonly onClose: () => void }

const AnswerDialog = ({ familyId, trackId, statementId, words, by, onClose }: Answering) => {
  const text = useText()
  const answer = useCommand(AnswerSafetyStatementDocument)
  return (
    <UnkeptWordsDialog
      title={text('beside.answerTitle')} label={text('beside.answerWords')} hint={text('safety.answer.hint')} sendLabel={text('beside.answerSend')} command={answer} onClose={onClose}
      onSend={(said) => answer.run({ familyId, trackId, statementId, text: said })}
    >
      <SaidWords words={words} by={by} />
    </UnkeptWordsDialog>
  )
}
