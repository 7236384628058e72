import { NoteProviderAnswerDocument } from '@samenspel/graphql-documents/desk'
import { Dialog, Field, RadioCards, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import page from '../../parts/page.module.css'
import { useText } from '../../parts/text.ts'
import { SaidAloud, spokenOf, type Aloud } from '../family-plan/said-aloud.tsx'
import type { HelpFamily, HelpSearch } from './help.ts'

const none = 'none'

/** What a parent said aloud, with how and on which day. */
export const NoteChoice = ({ family, search, onClose, onDone }: { readonly family: HelpFamily; readonly search: HelpSearch; readonly onClose: () => void; readonly onDone: () => void }) => {
  const text = useText()
  const today = useDates(family.zone).today()
  const command = useCommand(NoteProviderAnswerDocument)
  const [parentId, setParentId] = useState(search.deciders.length === 1 ? search.deciders[0]?.id : undefined)
  const [choice, setChoice] = useState<string>()
  const [words, setWords] = useState('')
  const [aloud, setAloud] = useState<Aloud>({ how: undefined, on: today })
  const [proposal] = search.proposals
  const spoken = spokenOf(aloud)
  const isWhole = proposal !== undefined && parentId !== undefined && choice !== undefined && spoken !== undefined && aloud.on !== ''
  const save = async () => {
    if (isWhole && await command.run({ familyId: family.id, searchId: search.id, proposalId: proposal.id, ...(choice !== none && { optionId: choice }), ...(words.trim() !== '' && { words }), parentId, spoken })) onDone()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('helpChoices.note')}>
      <form noValidate className={page['form']} onSubmit={(event) => { event.preventDefault(); void save() }}>
        <RadioCards name="choice-of" legend={text('consents.saidBy')} inline chosen={parentId} onChoose={setParentId} options={search.deciders.map(({ id, name }) => ({ value: id, label: name }))} />
        <RadioCards
          name="choice" legend={text('helpChoices.chose')} chosen={choice} onChoose={setChoice}
          options={[...(proposal?.options ?? []).map(({ id, organisation, name }) => ({ value: id, label: <><strong>{organisation.name}</strong>, <span dir="auto">{name}</span></> })), { value: none, label: text('helpChoices.noneOfThese') }]}
        />
        <Field label={text('helpChoices.words')}>{(control) => <textarea {...control} dir="auto" rows={2} value={words} onChange={(event) => setWords(event.target.value)} />}</Field>
        <SaidAloud name={search.deciders.find(({ id }) => id === parentId)?.name ?? ''} today={today} aloud={aloud} onChange={setAloud} />
        <EditFoot refusal={command.refusal} busy={command.busy} disabled={!isWhole} onClose={onClose} />
      </form>
    </Dialog>
  )
}
