import { AddAgreementCardDocument, ChangeAgreementCardDocument, type Setting } from '@samenspel/graphql-documents/desk'
import { Dialog, Field } from '@samenspel/ui'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { settings } from '../../parts/settings.ts'
import { useText } from '../../parts/text.ts'
import type { AgreementCard, PlanFile } from '../family/family.ts'
import styles from './dialogs.module.css'

type Props = { readonly family: PlanFile; readonly card: AgreementCard | undefined; readonly readAgain: () => void; readonly onClose: () => void }

const valuesOf = (card: AgreementCard | undefined) =>
  ({ version: card?.version ?? '', title: card?.title ?? '', text: card?.text ?? '', atHome: card?.atHome ?? '', inGroup: card?.inGroup ?? '', settings: (card?.settings ?? ['HOME', 'GROUP']).join(' ') })

/** An agreement that home and group keep the same. */
export const CardDialog = ({ family, card, readAgain, onClose }: Props) => {
  const text = useText()
  const add = useCommand(AddAgreementCardDocument)
  const change = useCommand(ChangeAgreementCardDocument)
  const draft = useDraft(family.id, card === undefined ? 'card' : `card-${card.id}`, valuesOf(card))
  const chosen = settings.filter((setting) => draft.values.settings.split(' ').includes(setting))
  const choose = (setting: Setting, on: boolean): void => draft.change({ settings: settings.filter((one) => one === setting ? on : chosen.includes(one)).join(' ') })
  const send = async (): Promise<void> => {
    const { title, text: words, atHome, inGroup } = draft.values
    const input = { title, text: words, settings: chosen, ...(atHome.trim() !== '' && { atHome }), ...(inGroup.trim() !== '' && { inGroup }) }
    const done = card === undefined
      ? await add.run({ familyId: family.id, input })
      : await change.run({ familyId: family.id, cardId: card.id, version: draft.values.version, input })
    if (done) {
      draft.drop()
      onClose()
    } else readAgain()
  }
  return (
    <Dialog isOpen onClose={onClose} title={card === undefined ? text('cards.add') : text('cards.edit')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <Field label={text('cards.what')}>{(control) => <input {...control} dir="auto" value={draft.values.title} onChange={(event) => draft.change({ title: event.target.value })} />}</Field>
        <Field label={text('cards.how')}>{(control) => <textarea {...control} dir="auto" rows={4} value={draft.values.text} onChange={(event) => draft.change({ text: event.target.value })} />}</Field>
        <div className={styles['pair']}>
          <Field label={text('cards.atHomeHow')} hint={text('cards.ifOther')}>{(control) => <textarea {...control} dir="auto" rows={2} value={draft.values.atHome} onChange={(event) => draft.change({ atHome: event.target.value })} />}</Field>
          <Field label={text('cards.inGroupHow')} hint={text('cards.ifOther')}>{(control) => <textarea {...control} dir="auto" rows={2} value={draft.values.inGroup} onChange={(event) => draft.change({ inGroup: event.target.value })} />}</Field>
        </div>
        <fieldset className={styles['checks']}>
          <legend>{text('cards.where')}</legend>
          {settings.map((setting) => (
            <label key={setting} className={styles['check']}>
              <input type="checkbox" checked={chosen.includes(setting)} onChange={(event) => choose(setting, event.target.checked)} /> {text(`setting.${setting}`)}
            </label>
          ))}
        </fieldset>
        <EditFoot
          keeping={draft.keeping} refusal={add.refusal ?? change.refusal} busy={add.busy || change.busy} onClose={onClose}
          conflict={card !== undefined && draft.values.version !== card.version ? { theirs: [card.title, card.text, card.atHome, card.inGroup].filter(Boolean).join('\n'), by: card.changedBy, onKeep: () => draft.change({ version: card.version }), onTake: () => draft.change(valuesOf(card)) } : undefined}
        />
      </form>
    </Dialog>
  )
}
