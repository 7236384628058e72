import { Button, Field, Notice, PageHeading } from '@samenspel/ui'
import { useState } from 'react'
import { useText } from '../parts/text.ts'
import { enrol, noConnection, type LockScreen } from './door.ts'
import styles from './tablet.module.css'

/** Once in the life of a tablet: the code that makes it one of a group. */
export const EnrolPage = ({ language, onEnrolled }: { readonly language: string; readonly onEnrolled: (screen: LockScreen) => void }) => {
  const text = useText()
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [no, setNo] = useState<string>()
  const send = async (): Promise<void> => {
    setBusy(true)
    setNo(undefined)
    const said = await enrol(language, code)
    setBusy(false)
    if ('no' in said) setNo(said.no.code === noConnection ? text('error.unreachable') : said.no.message)
    else if (said.answer.tablet !== null) onEnrolled(said.answer.tablet)
  }
  return (
    <form className={styles['enrol']} onSubmit={(event) => { event.preventDefault(); if (!busy) void send() }}>
      <PageHeading title={text('tablet.title')}>{text('tablet.enrol.title')}</PageHeading>
      <p className={styles['lead']}>{text('tablet.enrol.lead')}</p>
      <Field label={text('tablet.enrol.code')}>
        {(control) => <input {...control} required maxLength={40} autoComplete="off" autoCapitalize="characters" spellCheck={false} placeholder="XXXXX-XXXXX-XXXXX" value={code} onChange={(event) => setCode(event.target.value)} />}
      </Field>
      <Notice tone="stop">{no}</Notice>
      <Button type="submit" busy={busy}>{text('tablet.enrol.send')}</Button>
    </form>
  )
}
