import { StartClassificationDocument, type ClassificationEdition, type Setting } from '@samenspel/graphql-documents/desk'
import { Dialog, Field, useDates } from '@samenspel/ui'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { settings } from '../../parts/settings.ts'
import { useText } from '../../parts/text.ts'
import styles from '../plan/dialogs.module.css'
import { editions, type ClassifiedFamily } from './classification.ts'

type Props = { readonly family: ClassifiedFamily; readonly onClose: () => void }

/** Whom a classification is about, in which edition, and how often and where the child was seen. */
export const StartDialog = ({ family, onClose }: Props) => {
  const text = useText()
  const start = useCommand(StartClassificationDocument)
  const today = useDates(family.zone).today()
  const children = family.members.filter(({ role }) => role === 'CHILD').toSorted((a, b) => Number(b.isIndexChild) - Number(a.isIndexChild))
  const draft = useDraft(family.id, 'classification', { child: children[0]?.id ?? '', edition: 'DC05V2021', occurredOn: today, occasions: '1', settings: 'HOME' })
  const { values } = draft
  const chosen = values.settings.split(' ').filter((one) => one !== '')
  const toggle = (setting: string, on: boolean) => draft.change({ settings: settings.filter((one) => one === setting ? on : chosen.includes(one)).join(' ') })
  const send = async (): Promise<void> => {
    const input = { childId: values.child, edition: values.edition as ClassificationEdition, occurredOn: values.occurredOn, occasions: Number(values.occasions), settings: chosen as Setting[] }
    if (!await start.run({ familyId: family.id, input })) return
    draft.drop()
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('classification.start')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!start.busy) void send() }}>
        <div className={styles['pair']}>
          {children.length > 1 && (
            <Field label={text('classification.child')}>
              {(control) => <select {...control} value={values.child} onChange={(event) => draft.change({ child: event.target.value })}>{children.map(({ id, firstName }) => <option key={id} value={id}>{firstName}</option>)}</select>}
            </Field>
          )}
          <Field label={text('classification.edition')}>
            {(control) => <select {...control} value={values.edition} onChange={(event) => draft.change({ edition: event.target.value })}>{editions.map((one) => <option key={one} value={one}>{text(`edition.${one}`)}</option>)}</select>}
          </Field>
          <Field label={text('classification.occurredOn')}>{(control) => <input {...control} type="date" required max={today} value={values.occurredOn} onChange={(event) => draft.change({ occurredOn: event.target.value })} />}</Field>
          <Field label={text('classification.occasions')}>{(control) => <input {...control} type="number" required min={1} max={99} value={values.occasions} onChange={(event) => draft.change({ occasions: event.target.value })} />}</Field>
        </div>
        <fieldset className={styles['checks']}>
          <legend>{text('classification.settings')}</legend>
          {settings.map((one) => <label key={one} className={styles['check']}><input type="checkbox" checked={chosen.includes(one)} onChange={(event) => toggle(one, event.target.checked)} />{text(`setting.${one}`)}</label>)}
        </fieldset>
        <EditFoot keeping={draft.keeping} refusal={start.refusal} busy={start.busy} onClose={onClose} />
      </form>
    </Dialog>
  )
}
