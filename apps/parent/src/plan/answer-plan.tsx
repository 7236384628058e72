import { AnswerPlanDocument, type PlanAnswerKind } from '@samenspel/graphql-documents/parent-pages'
import { Button, Card, Field, Notice } from '@samenspel/ui'
import { useId, useState } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import { useCommand } from '../family/use-command.ts'
import { useDraft } from '../family/use-draft.ts'
import { usePageText } from '../texts.ts'
import type { PlanFamily } from './plan-family.ts'
import styles from './plan-page.module.css'

type Props = { readonly familyId: string; readonly version: PlanFamily['plan']['versions'][number] }

/** Yes, a question, or not yet: all three are good answers, none needs a reason, and each can be changed. */
export const AnswerPlan = ({ familyId, version }: Props) => {
  const text = usePageText()
  const id = useId()
  const { me } = useFamilyView()
  const { state, send } = useCommand(AnswerPlanDocument)
  const draft = useDraft(familyId, 'plan-answer')
  const [choosing, setChoosing] = useState<PlanAnswerKind>()
  const [changing, setChanging] = useState(false)
  const isAsking = version.yourAnswer === null || changing
  const answer = async (kind: PlanAnswerKind, words?: string): Promise<void> => {
    if (state.kind === 'busy') return
    const done = await send({ familyId, planVersionId: version.id, parentId: me.id, answer: kind, ...(words !== undefined && words.trim() !== '' && { words }) })
    if (done !== undefined) {
      draft.drop()
      setChoosing(undefined)
      setChanging(false)
    }
  }
  const changed = version.parts.filter(({ change, kind, forParents }) => change !== 'SAME' && (forParents !== null || kind === 'CARD'))
  return (
    <Card labelledBy={id} tone={isAsking ? 'wait' : 'plain'}>
      <div className={styles['part']}>
        <h2 id={id}>{text(isAsking ? 'plan.asked' : `plan.answered.${version.yourAnswer ?? 'YES'}`)}</h2>
        {isAsking && changed.length > 0 && (
          <>
            <p>{text('plan.changed')}</p>
            <ul className={styles['list']}>{changed.map((part) => <li key={part.id} dir="auto">{part.forParents ?? part.title}</li>)}</ul>
          </>
        )}
        {isAsking && choosing === undefined && (
          <>
            <p>{text('plan.askedText')}</p>
            <div className={styles['answers']}>
              <Button wide busy={state.kind === 'busy'} onClick={() => { void answer('YES') }}>{text('plan.YES')}</Button>
              <Button wide kind="secondary" onClick={() => { setChoosing('QUESTION') }}>{text('plan.QUESTION')}</Button>
              <Button wide kind="secondary" onClick={() => { setChoosing('NO') }}>{text('plan.NO')}</Button>
            </div>
          </>
        )}
        {isAsking && choosing !== undefined && (
          <form className={styles['part']} onSubmit={(event) => { event.preventDefault(); void answer(choosing, draft.text) }}>
            <Field label={text(choosing === 'QUESTION' ? 'plan.yourQuestion' : 'plan.yourWords')} hint={text('plan.whoReads')}>{(control) => <textarea {...control} rows={3} dir="auto" value={draft.text} onChange={(event) => { draft.write(event.target.value) }} />}</Field>
            <div className={styles['answers']}>
              <Button wide type="submit" busy={state.kind === 'busy'}>{text('action.send')}</Button>
              <Button wide kind="secondary" onClick={() => { setChoosing(undefined) }}>{text('action.back')}</Button>
            </div>
          </form>
        )}
        {!isAsking && <p>{text(version.yourAnswer === 'YES' ? 'plan.thanks' : 'plan.weCall')}</p>}
        {!isAsking && <div><Button kind="quiet" onClick={() => { setChanging(true) }}>{text('plan.change')}</Button></div>}
        <Notice tone="stop">{state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
      </div>
    </Card>
  )
}
