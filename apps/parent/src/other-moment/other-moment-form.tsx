import { AskOtherMomentDocument, type UnsuitableTimeInput } from '@samenspel/graphql-documents/parent-pages'
import { Button, Field, Notice } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../family/use-command.ts'
import { useDraft } from '../family/use-draft.ts'
import { usePageText } from '../texts.ts'
import { emptyWish, mostWishes, windowsOf, type Wish } from './wishes.ts'
import { WishFields } from './wish-fields.tsx'
import styles from './other-moment-form.module.css'

/** What another moment is asked for. */
export type Subject = {
  readonly ids: { readonly proposalId: string } | { readonly appointmentId: string }
  readonly words: string | undefined
  readonly back: string
}

type Props = {
  readonly familyId: string
  readonly subject: Subject
  /** What does not suit, of a proposal. */
  readonly unsuitable: readonly UnsuitableTimeInput[]
  readonly onSent: () => void
}

/** Days that suit and words, both if one likes; sending it empty is fine too. */
export const OtherMomentForm = ({ familyId, subject, unsuitable, onSent }: Props) => {
  const text = usePageText()
  const draft = useDraft(familyId, 'other-moment')
  const [wishes, setWishes] = useState<readonly Wish[]>([emptyWish])
  const { state, send } = useCommand(AskOtherMomentDocument)
  const isBusy = state.kind === 'busy'

  const submit = async () => {
    if (isBusy) return
    const words = draft.text.trim()
    const windows = windowsOf(wishes)
    const done = await send({ familyId, ...subject.ids, ...(words !== '' && { words }), ...(windows.length > 0 && { windows }), ...(unsuitable.length > 0 && { unsuitable: [...unsuitable] }) })
    if (done === undefined) return
    draft.drop()
    onSent()
  }

  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void submit() }}>
      <fieldset className={styles['wishes']}>
        <legend className={styles['legend']}>{text('other.windows')}</legend>
        <p className={styles['hint']}>{text('other.windowsHint')}</p>
        {wishes.map((wish, index) => (
          <WishFields
            key={wish.key}
            number={index + 1}
            wish={wish}
            onChange={(changed) => { setWishes(wishes.map((each) => each.key === wish.key ? changed : each)) }}
            onRemove={wishes.length > 1 ? () => { setWishes(wishes.filter((each) => each.key !== wish.key)) } : undefined}
          />
        ))}
        {wishes.length < mostWishes && (
          <Button kind="quiet" onClick={() => { setWishes([...wishes, { ...emptyWish, key: Math.max(...wishes.map(({ key }) => key)) + 1 }]) }}>{text('other.add')}</Button>
        )}
      </fieldset>
      <Field label={text('other.words')} hint={text('other.wordsHint')}>
        {(control) => <textarea {...control} value={draft.text} onChange={(event) => { draft.write(event.target.value) }} />}
      </Field>
      {draft.isKept && <p className={styles['hint']}>{text('state.draftKept')}</p>}
      <Notice tone="stop">{state.kind === 'failed' && (state.reason ?? text('action.failed'))}</Notice>
      <Button type="submit" wide busy={isBusy}>{text('action.send')}</Button>
    </form>
  )
}
