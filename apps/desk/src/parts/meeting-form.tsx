import type { MeetingKind, MeetingWayInput } from '@samenspel/graphql-documents/desk'
import { Button, Field, RadioCards } from '@samenspel/ui'
import { useState } from 'react'
import type { Refusal } from '../graph/refusal.ts'
import styles from './meeting-form.module.css'
import { SaidNo } from './said-no.tsx'
import { useText } from './text.ts'

type Props = {
  readonly name: string
  readonly kind: MeetingKind | undefined
  readonly url: string | null | undefined
  /** What it is called to choose nothing. */
  readonly nothing: string
  readonly busy: boolean
  readonly refusal: Refusal | undefined
  readonly onSave: (way: MeetingWayInput) => void
}

/** How a talk by picture begins: by a link, or by a call. */
export const MeetingForm = ({ name, kind: known, url: knownUrl, nothing, busy, refusal, onSave }: Props) => {
  const text = useText()
  const [kind, setKind] = useState<MeetingKind>(known ?? 'NONE')
  const [url, setUrl] = useState(knownUrl ?? '')
  return (
    <form noValidate className={styles['form']} onSubmit={(event) => { event.preventDefault(); onSave({ kind, ...(kind === 'LINK' && { url }) }) }}>
      <RadioCards
        name={name} legend={text('meeting.how')} inline chosen={kind} onChoose={setKind}
        options={[{ value: 'LINK', label: text('meeting.LINK') }, { value: 'CALL', label: text('meeting.CALL') }, { value: 'NONE', label: nothing }]}
      />
      {kind === 'LINK' && <Field label={text('meeting.url')} hint={text('meeting.urlHint')}>{(control) => <input {...control} type="url" inputMode="url" autoComplete="off" maxLength={500} value={url} onChange={(event) => setUrl(event.target.value)} />}</Field>}
      <SaidNo refusal={refusal} />
      <div><Button type="submit" busy={busy}>{text('meeting.save')}</Button></div>
    </form>
  )
}
