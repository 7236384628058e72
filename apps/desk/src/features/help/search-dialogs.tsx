import { EndHelpSearchDocument, NoteNoRoomDocument, type SearchEnding } from '@samenspel/graphql-documents/desk'
import { Dialog, Field, RadioCards } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import page from '../../parts/page.module.css'
import { useText } from '../../parts/text.ts'
import type { HelpFamily, HelpSearch, ProviderOption } from './help.ts'

type Props = { readonly family: HelpFamily; readonly search: HelpSearch; readonly onClose: () => void; readonly onDone: () => void }

/** A provider said that there is no room: the others stay, and a next proposal can be made. */
export const NoRoom = ({ family, search, option, onClose, onDone }: Props & { readonly option: ProviderOption }) => {
  const text = useText()
  const command = useCommand(NoteNoRoomDocument)
  const [words, setWords] = useState('')
  const save = async () => { if (await command.run({ familyId: family.id, searchId: search.id, optionId: option.id, ...(words.trim() !== '' && { words }) })) onDone() }
  return (
    <Dialog isOpen onClose={onClose} title={text('helpChoices.fullTitle', { name: option.organisation.name })}>
      <form noValidate className={page['form']} onSubmit={(event) => { event.preventDefault(); void save() }}>
        <p>{text('helpChoices.fullHint')}</p>
        <Field label={text('helpChoices.fullWords')}>{(control) => <textarea {...control} dir="auto" rows={2} value={words} onChange={(event) => setWords(event.target.value)} />}</Field>
        <EditFoot refusal={command.refusal} busy={command.busy} onClose={onClose} />
      </form>
    </Dialog>
  )
}

const endings = ['HELP_BEGAN', 'NOT_NEEDED', 'FAMILY_DECIDED'] as const satisfies readonly SearchEnding[]

/** The search is over; the case goes on. */
export const EndSearch = ({ family, search, onClose, onDone }: Props) => {
  const text = useText()
  const command = useCommand(EndHelpSearchDocument)
  const [because, setBecause] = useState<SearchEnding | undefined>(search.status === 'JOINED' ? 'HELP_BEGAN' : undefined)
  const [words, setWords] = useState('')
  const save = async () => { if (because !== undefined && await command.run({ familyId: family.id, searchId: search.id, because, ...(words.trim() !== '' && { words }) })) onDone() }
  return (
    <Dialog isOpen onClose={onClose} title={text('helpChoices.end')}>
      <form noValidate className={page['form']} onSubmit={(event) => { event.preventDefault(); void save() }}>
        <p>{text('helpChoices.endHint')}</p>
        <RadioCards name="ending" legend={text('helpChoices.endWhy')} chosen={because} onChoose={setBecause} options={endings.map((value) => ({ value, label: text(`helpChoices.because.${value}`) }))} />
        <Field label={text('helpChoices.endWords')}>{(control) => <textarea {...control} dir="auto" rows={2} value={words} onChange={(event) => setWords(event.target.value)} />}</Field>
        <EditFoot refusal={command.refusal} busy={command.busy} sendLabel={text('helpChoices.end')} disabled={because === undefined} onClose={onClose} />
      </form>
    </Dialog>
  )
}
