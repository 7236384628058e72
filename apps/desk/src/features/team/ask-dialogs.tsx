import { AnswerAskDocument, NoteAskDocument, NoteAskWithdrawnDocument, type AskKind, type AskOutcome } from '@samenspel/graphql-documents/desk'
import { Dialog, Field, Notice, RadioCards, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { useText } from '../../parts/text.ts'
import { WordsDialog } from '../../parts/words-dialog.tsx'
import { SaidAloud, spokenOf, ways, type Aloud } from '../family-plan/said-aloud.tsx'
import { Select } from '../safeguards/select.tsx'
import type { FamilyAsk } from './asks.tsx'
import type { TeamFamily } from './open-matters.ts'
import styles from './team.module.css'

type Props = { readonly family: TeamFamily; readonly onClose: () => void; readonly onDone: (name: string) => void }

/** What was agreed with a parent, in words that this parent reads. */
export const AnswerAsk = ({ family, ask: { id: askId, kind, parent: { firstName: name }, about }, onClose, onDone }: Props & { readonly ask: FamilyAsk }) => {
  const text = useText()
  const command = useCommand(AnswerAskDocument)
  const isOfFile = kind === 'NO_SHARED_FILE'
  const [outcome, setOutcome] = useState<AskOutcome | undefined>(isOfFile ? 'CARE_GOES_ON' : undefined)
  const [isTried, setTried] = useState(false)
  return (
    <WordsDialog
      familyId={family.id} form={`ask-${askId}`} title={text(`team.ask.${kind}`, { name, about: about?.name ?? '' })} label={text('team.ask.words', { name })} hint={text(isOfFile ? 'team.ask.fileHint' : 'team.ask.wordsHint', { name })}
      sendLabel={text('team.ask.send')} command={command} onClose={onClose}
      onSend={async (words) => {
        setTried(true)
        const done = outcome !== undefined && await command.run({ familyId: family.id, askId, outcome, words })
        if (done) onDone(name)
        return done
      }}
      below={<Notice tone="stop">{isTried && outcome === undefined && text('team.ask.choose')}</Notice>}
    >
      {!isOfFile && <RadioCards name="outcome" inline legend={text('team.ask.outcome')} chosen={outcome} onChoose={setOutcome} options={(['ANOTHER', 'STAYS'] as const).map((value) => ({ value, label: text(`team.ask.${value}`) }))} />}
    </WordsDialog>
  )
}

const kinds: readonly AskKind[] = ['OTHER_COORDINATOR', 'OTHER_PROVIDER', 'NO_SHARED_FILE']
const parentRoles: readonly string[] = ['MOTHER', 'FATHER', 'PARENT', 'GUARDIAN', 'STEP_PARENT', 'FOSTER_PARENT']

/** What a parent said aloud, with how and on which day, for who doesn't use the app. */
export const NoteAsk = ({ family, onClose, onDone }: Props) => {
  const text = useText()
  const today = useDates(family.zone).today()
  const command = useCommand(NoteAskDocument)
  const parents = family.members.filter(({ role }) => parentRoles.includes(role))
  const draft = useDraft(family.id, 'ask-noted', { parentId: parents.length === 1 ? parents[0]?.id ?? '' : '', kind: '', who: '', words: '', how: '', on: today })
  const { parentId, who, words } = draft.values
  const kind = kinds.find((one) => one === draft.values.kind)
  const aloud: Aloud = { how: ways.find((one) => one === draft.values.how), on: draft.values.on }
  const spoken = spokenOf(aloud)
  const name = parents.find(({ id }) => id === parentId)?.firstName ?? ''
  const options = (isFit: (member: TeamFamily['team'][number]) => boolean) => [...new Map(family.team.filter(isFit).map(({ professional: { id, name: called, title } }) => [id, `${called}, ${title}`] as const))]
  const isWhole = parents.some(({ id }) => id === parentId) && kind !== undefined && spoken !== undefined && aloud.on !== '' && (kind === 'NO_SHARED_FILE' || who !== '')
  const save = async (): Promise<void> => {
    if (!isWhole) return
    const done = await command.run({ familyId: family.id, input: { kind, ...(kind === 'OTHER_PROVIDER' && { aboutId: who }), ...(kind === 'OTHER_COORDINATOR' && { throughId: who }), ...(words.trim() !== '' && { words }), parentId, spoken } })
    if (!done) return
    draft.drop()
    onDone(name)
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('team.asksNote')}>
      <form noValidate className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void save() }}>
        <RadioCards name="ask-parent" inline legend={text('consents.saidBy')} chosen={parentId} onChoose={(chosen) => draft.change({ parentId: chosen })} options={parents.map(({ id, firstName }) => ({ value: id, label: firstName }))} />
        <RadioCards name="ask-kind" legend={text('team.ask.noteWhat')} chosen={kind} onChoose={(chosen) => draft.change({ kind: chosen, who: '' })} options={kinds.map((value) => ({ value, label: text(`team.ask.kind.${value}`) }))} />
        {kind === 'OTHER_PROVIDER' && <Select label={text('team.ask.noteAbout')} value={who} placeholder={text('safeguards.choose')} options={options(({ isCoordinator }) => !isCoordinator)} onChange={(chosen) => draft.change({ who: chosen })} />}
        {kind === 'OTHER_COORDINATOR' && <Select label={text('team.ask.noteThrough')} value={who} placeholder={text('safeguards.choose')} options={options(({ until }) => until === null)} onChange={(chosen) => draft.change({ who: chosen })} />}
        {kind === 'NO_SHARED_FILE' && <Notice tone="wait">{text('team.ask.noteFile')}</Notice>}
        <Field label={text('team.ask.noteWords')}>{(control) => <textarea {...control} dir="auto" rows={2} value={words} onChange={(event) => draft.change({ words: event.target.value })} />}</Field>
        <SaidAloud name={name === '' ? text('team.ask.thisParent') : name} today={today} aloud={aloud} onChange={({ how, on }) => draft.change({ how: how ?? '', on })} />
        <EditFoot keeping={draft.keeping} refusal={command.refusal} busy={command.busy} disabled={!isWhole} sendLabel={text('team.ask.noteSend')} onClose={onClose} />
      </form>
    </Dialog>
  )
}

/** That a parent took it back aloud, with how and on which day. */
export const NoteAskWithdrawn = ({ family, ask: { id: askId, kind, parent: { firstName: name }, about }, onClose, onDone }: Props & { readonly ask: FamilyAsk }) => {
  const text = useText()
  const today = useDates(family.zone).today()
  const command = useCommand(NoteAskWithdrawnDocument)
  const [aloud, setAloud] = useState<Aloud>({ how: undefined, on: today })
  const spoken = spokenOf(aloud)
  const save = async (): Promise<void> => { if (spoken !== undefined && await command.run({ familyId: family.id, askId, spoken })) onDone(name) }
  return (
    <Dialog isOpen onClose={onClose} title={text('team.ask.takeBack', { name })}>
      <form noValidate className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void save() }}>
        <p><strong>{text(`team.ask.${kind}`, { name, about: about?.name ?? '' })}</strong></p>
        <p>{text(kind === 'NO_SHARED_FILE' ? 'team.ask.takeBackFile' : 'team.ask.takeBackText', { name })}</p>
        <SaidAloud name={name} today={today} aloud={aloud} onChange={setAloud} />
        <EditFoot refusal={command.refusal} busy={command.busy} disabled={spoken === undefined || aloud.on === ''} sendLabel={text('team.ask.noteSend')} onClose={onClose} />
      </form>
    </Dialog>
  )
}
