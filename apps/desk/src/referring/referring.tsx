import { Button, Loading, Notice, RadioCards, useLanguage } from '@samenspel/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import { AskForm } from './ask-form.tsx'
import { askDoor, noConnection, receiptPath, type Door } from './door.ts'
import { useFormDraft } from './draft.ts'
import { useDoorText } from './fields.tsx'
import { questionBody, referralBody } from './form.ts'
import { ReferForm } from './refer-form.tsx'
import styles from './referring.module.css'

type Props = {
  readonly link?: string | undefined
  /** Which app it is, when who is signed in there sends it. */
  readonly headers?: Readonly<Record<string, string>>
  /** To the same form without a link that doesn't work. */
  readonly onOpenForm?: () => void
}

type Where = { readonly at: 'asking' } | { readonly at: 'failed'; readonly message: string; readonly isLink: boolean } | { readonly at: 'form'; readonly door: Door } | { readonly at: 'sent'; readonly kind: 'refer' | 'ask'; readonly receipt: string }

/** Refers or asks: on a page of its own without an account, and at the desk for who is signed in there. */
export const Referring = ({ link, headers, onOpenForm }: Props) => {
  const text = useDoorText()
  const language = useLanguage()
  const { form, change, isFound, drop } = useFormDraft()
  const [where, setWhere] = useState<Where>({ at: 'asking' })
  const [no, setNo] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [dropped, setDropped] = useState(false)

  const look = useCallback(async (): Promise<Where> => {
    const said = await askDoor<Door>('look', language, link === undefined ? {} : { link }, headers)
    return 'no' in said ? { at: 'failed', message: said.no.message, isLink: said.no.code === 'door-link-unknown' } : { at: 'form', door: said.answer }
  }, [language, link, headers])
  useEffect(() => {
    let here = true
    void look().then((found) => { if (here) setWhere((now) => now.at === 'sent' ? now : found) })
    return () => { here = false }
  }, [look])

  const send = async (): Promise<void> => {
    if (where.at !== 'form') return
    setBusy(true)
    setNo(undefined)
    const { receivers, sender } = where.door
    const [only] = receivers.length === 1 ? receivers : []
    const filled = only === undefined ? form : { ...form, receiver: only.id }
    const said = await askDoor<{ readonly receipt: string }>(form.kind, language, form.kind === 'refer' ? referralBody(filled, link, sender !== undefined) : questionBody(filled, link, sender?.name), headers)
    setBusy(false)
    if ('no' in said) { setNo(said.no.code === noConnection || said.no.message === '' ? text('door.failed') : said.no.message); return }
    setWhere({ at: 'sent', kind: form.kind, receipt: said.answer.receipt })
    drop()
  }

  switch (where.at) {
    case 'asking': return <Loading />
    case 'failed': return (
      <div className={styles['part']}>
        <Notice tone="stop">{where.message === '' ? text('door.failed') : where.message}</Notice>
        <div className={styles['row']}>
          {where.isLink && onOpenForm !== undefined ? <Button onClick={onOpenForm}>{text('door.openForm')}</Button> : <Button kind="secondary" onClick={() => { setWhere({ at: 'asking' }); void look().then(setWhere) }}>{text('door.again')}</Button>}
        </div>
      </div>
    )
    case 'sent': return <Sent kind={where.kind} receipt={where.receipt} onAnother={() => { setWhere({ at: 'asking' }); void look().then(setWhere) }} />
    case 'form': {
      const { door } = where
      if (door.receivers.length === 0) return <p>{text('door.nobody')}</p>
      return (
        <>
          <Notice>{isFound && text('door.draft.found')}{dropped && !isFound && text('door.draft.dropped')}</Notice>
          <RadioCards inline name="kind" legend={text('door.what')} chosen={form.kind} onChoose={(kind) => { setNo(undefined); change({ kind }) }} options={(['refer', 'ask'] as const).map((value) => ({ value, label: text(`door.what.${value}`) }))} />
          {form.kind === 'refer'
            ? <ReferForm door={door} form={form} change={change} no={no} busy={busy} onSend={() => { void send() }} onAsk={() => { setNo(undefined); change({ kind: 'ask' }); scrollTo({ top: 0 }) }} />
            : <AskForm door={door} form={form} change={change} no={no} busy={busy} onSend={() => { void send() }} />}
          <p className={styles['soft']}>{text('door.draft.keeps')} <Button kind="quiet" onClick={() => { drop(); setDropped(true); setNo(undefined); scrollTo({ top: 0 }) }}>{text('door.draft.drop')}</Button></p>
        </>
      )
    }
  }
}

const Sent = ({ kind, receipt, onAnother }: { readonly kind: 'refer' | 'ask'; readonly receipt: string; readonly onAnother: () => void }) => {
  const text = useDoorText()
  const [copied, setCopied] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => { heading.current?.focus() }, [])
  const address = `${location.origin}${receiptPath(receipt)}`
  return (
    <section className={styles['part']}>
      <h2 ref={heading} tabIndex={-1}>{text(`door.sent.${kind}`)}</h2>
      <p>{text('door.sent.hint')}</p>
      <p className={styles['receipt']}><strong>{text('door.sent.link')}</strong><code>{address}</code></p>
      <Notice tone="ok">{copied && text('door.sent.copied')}</Notice>
      <div className={styles['row']}>
        <Button onClick={() => { void navigator.clipboard.writeText(address).then(() => setCopied(true), () => undefined) }}>{text('door.sent.copy')}</Button>
        <a className={styles['go']} href={receiptPath(receipt)} target="_blank" rel="noreferrer">{text('door.sent.open')}</a>
        <Button kind="quiet" onClick={onAnother}>{text('door.sent.another')}</Button>
      </div>
    </section>
  )
}
