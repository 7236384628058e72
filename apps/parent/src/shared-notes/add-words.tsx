import { AddSafetyStatementDocument } from '@samenspel/graphql-documents/parent-pages'
import { Dialog } from '@samenspel/ui'
import { useCommand } from '../family/use-command.ts'
import { WordsForm } from '../own-data/words-form.tsx'
import { usePageText } from '../texts.ts'

type Props = { readonly familyId: string; readonly noteId: string | undefined; readonly onClose: () => void }

/** Own words beside what was shared about safety: for who works on it, and for nobody else of the family. */
export const AddWords = ({ familyId, noteId, onClose }: Props) => {
  const text = usePageText()
  return (
    <Dialog isOpen={noteId !== undefined} onClose={onClose} title={text('data.add')}>
      {noteId !== undefined && <Beside familyId={familyId} noteId={noteId} onClose={onClose} />}
    </Dialog>
  )
}

const Beside = ({ familyId, noteId, onClose }: Props & { readonly noteId: string }) => {
  const text = usePageText()
  const { state, send } = useCommand(AddSafetyStatementDocument)
  return <WordsForm familyId={familyId} draftName={`words-${noteId}`} what={text('shared.addWhat')} state={state} add={async (words) => await send({ familyId, noteId, text: words }) !== undefined} onClose={onClose} />
}
