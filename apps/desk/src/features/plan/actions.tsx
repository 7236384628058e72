import { AddActionDocument, CompleteActionDocument, MoveActionDocument, ReopenActionDocument } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, StatusMark, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { isChild } from '../../parts/members.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { useViewer } from '../../shell/viewer.ts'
import type { PlanFile } from '../family/family.ts'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import styles from './actions.module.css'

/** Who does what, and by when. */
export const Actions = ({ family }: { readonly family: PlanFile }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const complete = useCommand(CompleteActionDocument)
  const reopen = useCommand(ReopenActionDocument)
  const [adding, setAdding] = useState(false)
  const [moving, setMoving] = useState<string>()
  const mayAdd = family.can.contribute
  const mayChange = mayAdd
  if (family.actions.length === 0 && !mayAdd) return null
  const moved = family.actions.find(({ id }) => id === moving)
  const actions = family.actions.toSorted((a, b) => Number(a.done) - Number(b.done) || Number(b.late !== 'NONE') - Number(a.late !== 'NONE') || (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'))
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
              {action.moved.map((move) => <p key={`${move.to} ${move.by}`} className={styles['soft']} dir="auto">{[text('actions.moved', { by: move.by, day: dates.shortDay(move.to) }), move.reason].filter(Boolean).join(': ')}</p>)}
              <BesideEntry family={family} kind="ACTION" entryId={action.id} name={action.text} />
            </div>
            <div className={styles['end']}>
              {action.done && <StatusMark tone="ok">{text('actions.done')}</StatusMark>}
              {action.late !== 'NONE' && <StatusMark tone="wait">{text(action.isYours ? 'actions.lateYours' : 'actions.late', { name: action.owner })}</StatusMark>}
              {mayChange && action.mayChange && (action.done
                ? <Button kind="quiet" busy={reopen.busy} onClick={() => { void reopen.run({ familyId: family.id, actionId: action.id }) }}>{text('actions.reopen')}<VisuallyHidden>: {action.text}</VisuallyHidden></Button>
                : (
                  <>
                    <Button kind="quiet" busy={complete.busy} onClick={() => { void complete.run({ familyId: family.id, actionId: action.id }) }}>{text('actions.complete')}<VisuallyHidden>: {action.text}</VisuallyHidden></Button>
                    <Button kind="quiet" onClick={() => setMoving(action.id)}>{text('actions.move')}<VisuallyHidden>: {action.text}</VisuallyHidden></Button>
                  </>
                ))}
            </div>
          </li>
        ))}
      </ul>
      <SaidNo refusal={complete.refusal ?? reopen.refusal} />
      {moved !== undefined && <MoveAction key={moved.id} family={family} action={moved} onClose={() => setMoving(undefined)} />}
    </Section>
  )
}

/** Who can do something: the team, and the adults at home. */
export const ownersIn = ({ team, members }: Pick<PlanFile, 'team' | 'members'>): readonly (readonly [id: string, name: string])[] =>
  [...new Map(team.map(({ professional }) => [professional.id, professional.name])), ...members.filter((member) => member.inHousehold && !isChild(member)).map(({ id, firstName }) => [id, firstName] as const)]

type Moving = { readonly family: PlanFile; readonly action: PlanFile['actions'][number]; readonly onClose: () => void }

/** Another day, with a reason where there is one: that it was moved stays to be read. */
const MoveAction = ({ family, action, onClose }: Moving) => {
  const text = useText()
  const dates = useDates(family.zone)
  const move = useCommand(MoveActionDocument)
  const draft = useDraft(family.id, `move-${action.id}`, { dueOn: '', reason: '' })
  const { dueOn, reason } = draft.values
  const send = async (): Promise<void> => {
    if (!await move.run({ familyId: family.id, actionId: action.id, dueOn, ...(reason.trim() !== '' && { reason }) })) return
    draft.drop()
    onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('actions.moveTitle')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!move.busy) void send() }}>
        <p dir="auto">{action.text}</p>
        <Field label={text('actions.by')}>{(control) => <input {...control} type="date" required min={dates.today()} value={dueOn} onChange={(event) => draft.change({ dueOn: event.target.value })} />}</Field>
        <Field label={text('actions.reason')}>{(control) => <textarea {...control} rows={2} dir="auto" value={reason} onChange={(event) => draft.change({ reason: event.target.value })} />}</Field>
        <EditFoot keeping={draft.keeping} refusal={move.refusal} busy={move.busy} sendLabel={text('actions.move')} onClose={onClose} />
      </form>
    </Dialog>
  )
}

const NewAction = ({ family, onClose }: { readonly family: PlanFile; readonly onClose: () => void }) => {
  const text = useText()
  const viewer = useViewer()
  const add = useCommand(AddActionDocument)
  const draft = useDraft(family.id, 'action', { text: '', owner: viewer.id, dueOn: '' })
  const owners = ownersIn(family)
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
      <EditFoot keeping={draft.keeping} refusal={add.refusal} busy={add.busy} onClose={onClose} />
    </form>
  )
}
