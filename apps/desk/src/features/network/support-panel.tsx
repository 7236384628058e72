import { RecordSupportDocument } from '@samenspel/graphql-documents/desk'
import { Button, Field } from '@samenspel/ui'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import styles from '../plan/dialogs.module.css'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import { Choose, Line } from './choose.tsx'
import { newSupport, supportInput, supportKinds, supportValues, tieStrengths, type NetworkFamily, type NetworkSupport } from './network.ts'

type Props = { readonly family: NetworkFamily; readonly support: NetworkSupport | undefined; readonly mayEdit: boolean; readonly readAgain: () => void; readonly onClose: () => void }

/** What stands around the family and is no person of it: to look at, to add, to change. */
export const SupportPanel = ({ family, support, mayEdit, readAgain, onClose }: Props) => {
  const text = useText()
  return (
    <Section title={support?.name ?? text('network.addSupport')} action={support === undefined ? undefined : <Button kind="quiet" onClick={onClose}>{text('action.close')}</Button>}>
      {support !== undefined && <p>{[text(`network.support.${support.kind}`), support.tie === null ? null : text(`network.tie.${support.tie}`), support.helps].filter((part) => part !== null).join(' · ')}</p>}
      {support !== undefined && <BesideEntry family={family} kind="SUPPORT" entryId={support.id} name={support.name} />}
      {mayEdit && <Edit key={support?.id} family={family} support={support} readAgain={readAgain} onClose={onClose} />}
    </Section>
  )
}

const Edit = ({ family, support, readAgain, onClose }: Omit<Props, 'mayEdit'>) => {
  const text = useText()
  const command = useCommand(RecordSupportDocument)
  const draft = useDraft(family.id, support === undefined ? 'support' : `support-${support.id}`, support === undefined ? newSupport : supportValues(support))
  const { values } = draft
  const send = async (): Promise<void> => {
    if (!await command.run({ familyId: family.id, ...(support !== undefined && { supportId: support.id, version: values.version }), input: supportInput(values) })) return readAgain()
    draft.drop()
    onClose()
  }
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!command.busy) void send() }}>
      {support === undefined && <p>{text('network.addSupportHint')}</p>}
      <Line label={text('network.supportName')} required value={values.name} onChange={(name) => draft.change({ name })} />
      <Choose label={text('network.supportKind')} value={values.kind} onChange={(kind) => draft.change({ kind })} options={supportKinds.map((kind) => [kind, text(`network.support.${kind}`)])} />
      <Choose label={text('network.tie')} hint={text('network.tieHint')} none={text('network.notSaid')} value={values.tie} onChange={(tie) => draft.change({ tie })} options={tieStrengths.map((tie) => [tie, text(`network.tie.${tie}`)])} />
      <Field label={text('network.helps')}>{(control) => <textarea {...control} rows={2} dir="auto" value={values.helps} onChange={(event) => draft.change({ helps: event.target.value })} />}</Field>
      <div className={styles['pair']}>
        <Line label={text('network.since')} type="date" value={values.since} onChange={(since) => draft.change({ since })} />
        <Line label={text('network.endedOn')} type="date" value={values.until} onChange={(until) => draft.change({ until })} />
      </div>
      <EditFoot
        keeping={draft.keeping} refusal={command.refusal} busy={command.busy} onClose={onClose}
        conflict={support === undefined || values.version === support.version ? undefined : { theirs: [support.name, support.helps].filter((part) => part !== null).join(' · '), onKeep: () => draft.change({ version: support.version }), onTake: () => draft.change(supportValues(support)) }}
      />
    </form>
  )
}
