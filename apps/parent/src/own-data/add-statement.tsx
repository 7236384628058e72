import { AddOwnWordsDocument } from '@samenspel/graphql-documents/parent-pages'
import { Dialog } from '@samenspel/ui'
import { useCommand } from '../family/use-command.ts'
import { usePageText } from '../texts.ts'
import { WordsForm } from './words-form.tsx'
import type { Written } from './written.ts'

type Props = { readonly familyId: string; readonly written: Written | undefined; readonly onClose: () => void }

/** Own words beside what somebody else wrote. That stays as it is; nobody changes or refuses these words. */
export const AddStatement = ({ familyId, written, onClose }: Props) => {
  const text = usePageText()
  return (
    <Dialog isOpen={written !== undefined} onClose={onClose} title={text('data.add')}>
      {written !== undefined && <Beside familyId={familyId} written={written} onClose={onClose} />}
    </Dialog>
  )
}

const Beside = ({ familyId, written: { id, kind }, onClose }: Props & { readonly written: Written }) => {
  const text = usePageText()
  const { state, send } = useCommand(AddOwnWordsDocument)
  return <WordsForm familyId={familyId} draftName={`statement-${id}`} what={text('data.addWhat')} state={state} add={async (words) => await send({ familyId, entryKind: kind, entryId: id, text: words }) !== undefined} onClose={onClose} />
}
