import { WriteOwnGoalDocument } from '@samenspel/graphql-documents/parent-pages'
import { Button, Card, Field, Notice } from '@samenspel/ui'
import { useId, useState } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import { useCommand } from '../family/use-command.ts'
import { useDraft } from '../family/use-draft.ts'
import { usePageText } from '../texts.ts'
import type { PlanFamily } from './plan-family.ts'
import styles from './plan-page.module.css'

type Props = { readonly familyId: string; readonly goal: PlanFamily['plan']['parentsGoals'][number] | undefined }

/** What this parent wants, in their own words; the other parent has words of their own, and doesn't read these. */
export const OwnGoal = ({ familyId, goal }: Props) => {
  const text = usePageText()
  const id = useId()
  const [writing, setWriting] = useState(false)
  return (
    <Card labelledBy={id}>
      <div className={styles['part']}>
        <h2 id={id}>{text('plan.own')}</h2>
        {goal === undefined ? !writing && <p>{text('plan.ownNone')}</p> : <p className={styles['lead']} dir="auto">{goal.text}</p>}
        {writing
          ? <Write familyId={familyId} goal={goal} onClose={() => { setWriting(false) }} />
          : <div data-print="never"><Button kind="secondary" onClick={() => { setWriting(true) }}>{text(goal === undefined ? 'plan.ownWrite' : 'plan.ownChange')}</Button></div>}
      </div>
    </Card>
  )
}

const Write = ({ familyId, goal, onClose }: Props & { readonly onClose: () => void }) => {
  const text = usePageText()
  const { me } = useFamilyView()
  const { state, send } = useCommand(WriteOwnGoalDocument)
  const draft = useDraft(familyId, 'own-goal')
  const [isTouched, setTouched] = useState(false)
  // The words from which this one began: when somebody noted other words meanwhile, both are on the screen.
  const [began, setBegan] = useState(goal)
  // Who changes own words begins from them, unless there is a text that was kept.
  const words = isTouched || draft.text !== '' ? draft.text : began?.text ?? ''
  const isChanged = goal !== undefined && goal.version !== began?.version
  const save = async (): Promise<void> => {
    if (state.kind === 'busy') return
    const done = await send({ familyId, parentId: me.id, text: words, ...(began !== undefined && { version: began.version }) })
    if (done === undefined) return
    draft.drop()
    onClose()
  }
  return (
    <form className={styles['part']} onSubmit={(event) => { event.preventDefault(); void save() }}>
      <Field label={text('plan.ownWords')} hint={text('plan.ownHint')}>{(control) => <textarea {...control} required rows={4} dir="auto" value={words} onChange={(event) => { setTouched(true); draft.write(event.target.value) }} />}</Field>
      {isChanged && <div className={styles['part']}><p>{text('plan.ownOther')}</p><Button kind="secondary" onClick={() => { setBegan(goal) }}>{text('plan.ownKeep')}</Button></div>}
      <Notice tone="stop">{state.kind === 'failed' && !isChanged && (state.reason ?? text('action.failed'))}</Notice>
      <div className={styles['answers']}>
        <Button wide type="submit" busy={state.kind === 'busy'}>{text('action.save')}</Button>
        <Button wide kind="secondary" onClick={onClose}>{text('action.cancel')}</Button>
      </div>
    </form>
  )
}
