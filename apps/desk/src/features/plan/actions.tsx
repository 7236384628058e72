import { AddActionDocument, CompleteActionDocument } from '@samenspel/graphql-documents/desk'
import { Button, Field, StatusMark, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { useViewer } from '../../shell/viewer.ts'
import type { Family } from '../family/family.ts'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import styles from './actions.module.css'

/** Who does what, and by when. */
export const Actions = ({ family }: { readonly family: Family }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const complete = useCommand(CompleteActionDocument)
  const [adding, setAdding] = useState(false)
  const mayAdd = family.can.contribute
  if (family.actions.length === 0 && !mayAdd) return null
  const actions = family.actions.toSorted((a, b) => Number(a.done) - Number(b.done) || (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'))
  return (
    <Section title={text('actions.title')} action={mayAdd && !adding ? <Button kind="quiet" onClick={() => setAdding(true)}>{text('actions.add')}</Button> : undefined}>
      {adding && <NewAction family={family} onClose={() => setAdding(false)} />}
      {actions.length === 0 && !adding && <p className={styles['soft']}>{text('actions.empty')}</p>}
      <ul className={styles['actions']}>
        {actions.map((action) => (
          <li key={action.id}>
            <div>
              <p dir="auto">{action.text}</p>
              <p className={styles['soft']}>{[action.owner, action.dueOn === null ? undefined : text('actions.due', { day: dates.shortDay(action.dueOn) })].filter(Boolean).join(' · ')}</p>
              <BesideEntry family={family} kind="ACTION" entryId={action.id} name={action.text} />
            </div>
            {action.done
              ? <StatusMark tone="ok">{text('actions.done')}</StatusMark>
              : mayAdd && <Button kind="quiet" busy={complete.busy} onClick={() => { void complete.run({ familyId: family.id, actionId: action.id }) }}>{text('actions.complete')}<VisuallyHidden>: {action.text}</VisuallyHidden></Button>}
          </li>
        ))}
      </ul>
      <SaidNo refusal={complete.refusal} />
    </Section>
  )
}

const NewAction = ({ family, onClose }: { readonly family: Family; readonly onClose: () => void }) => {
  const text = useText()
  const viewer = useViewer()
  const add = useCommand(AddActionDocument)
  const draft = useDraft(family.id, 'action', { text: '', owner: viewer.id, dueOn: '' })
  const owners = [...new Map(family.team.map((member) => [member.professional.id, member.professional.name])), ...family.members.filter((member) => member.inHousehold && member.phone !== null).map((member) => [member.id, member.firstName] as const)]
  const send = async (): Promise<void> => {
    const { text: words, owner, dueOn } = draft.values
    if (!await add.run({ familyId: family.id, text: words, ownerId: owner, dueOn: dueOn === '' ? undefined : dueOn })) return
    draft.drop()
    onClose()
  }
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
      <Field label={text('actions.what')}>{(control) => <input {...control} autoFocus dir="auto" value={draft.values.text} onChange={(event) => draft.change({ text: event.target.value })} />}</Field>
      <div className={styles['pair']}>
        <Field label={text('actions.who')}>
          {(control) => <select {...control} value={draft.values.owner} onChange={(event) => draft.change({ owner: event.target.value })}>{owners.map(([id, name]) => <option key={id} value={id}>{name}</option>)}</select>}
        </Field>
        <Field label={text('actions.by')}>{(control) => <input {...control} type="date" value={draft.values.dueOn} onChange={(event) => draft.change({ dueOn: event.target.value })} />}</Field>
      </div>
      <SaidNo refusal={add.refusal} />
      <div className={styles['pair']}>
        <Button type="submit" busy={add.busy}>{text('action.save')}</Button>
        <Button kind="secondary" onClick={() => { draft.drop(); onClose() }}>{text('action.cancel')}</Button>
      </div>
    </form>
  )
}
