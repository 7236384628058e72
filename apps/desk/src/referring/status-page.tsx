import { Button, Field, Loading, Notice, StatusMark, useDates, useLanguage } from '@samenspel/ui'
import { useCallback, useEffect, useState } from 'react'
import { askDoor, noConnection, type DoorStatus } from './door.ts'
import { useDoorText } from './fields.tsx'
import { looksLikeNames } from './looks-like-a-name.ts'
import styles from './referring.module.css'

type Asked = { readonly at: 'asking' } | { readonly at: 'failed'; readonly message: string } | { readonly at: 'here'; readonly status: DoorStatus }

const tones = { received: 'wait', takenUp: 'neutral', handled: 'ok' } as const

/** How something that was sent stands, for who has its receipt. No name stands here. */
export const StatusPage = ({ receipt }: { readonly receipt: string }) => {
  const text = useDoorText()
  const language = useLanguage()
  const dates = useDates('Europe/Amsterdam')
  const [asked, setAsked] = useState<Asked>({ at: 'asking' })
  const ask = useCallback(async (): Promise<Asked> => {
    const said = await askDoor<DoorStatus>('status', language, { receipt })
    return 'no' in said ? { at: 'failed', message: said.no.code === noConnection ? '' : said.no.message } : { at: 'here', status: said.answer }
  }, [language, receipt])
  useEffect(() => {
    let here = true
    void ask().then((found) => { if (here) setAsked(found) })
    return () => { here = false }
  }, [ask])
  if (asked.at === 'asking') return <Loading />
  if (asked.at === 'failed') {
    return (
      <div className={styles['part']}>
        <Notice tone="stop">{asked.message === '' ? text('door.failed') : asked.message}</Notice>
        <div className={styles['row']}><Button kind="secondary" onClick={() => { setAsked({ at: 'asking' }); void ask().then(setAsked) }}>{text('door.again')}</Button></div>
      </div>
    )
  }
  const { status: { kind, receiver, receivedOn, status, target, feedback, questions, canAskFurther, phone } } = asked
  return (
    <section className={styles['part']}>
      <h2>{text(`door.status.${kind}`, { receiver })}</h2>
      <p><StatusMark tone={tones[status]}>{text(`door.status.${status}.mark`)}</StatusMark></p>
      <p>{text('door.status.received', { day: dates.date(receivedOn) })} {status !== 'handled' && text(kind === 'referral' ? 'door.status.targetTalk' : 'door.status.targetAnswer', { day: dates.date(target) })}</p>
      {kind === 'referral' && feedback === undefined && <p className={styles['soft']}>{text('door.status.noFeedback')}</p>}
      {feedback !== undefined && <><h3>{text('door.status.feedback')} <span className={styles['soft']}>{dates.date(feedback.on)}</span></h3><p className={styles['said']} dir="auto">{feedback.text}</p></>}
      {questions.map(({ text: question, on, answer }, index) => (
        <article key={index} className={styles['talk']}>
          <p className={styles['soft']}>{text('door.status.asked', { day: dates.date(on) })}</p>
          <p className={styles['said']} dir="auto">{question}</p>
          {answer === undefined ? <p className={styles['soft']}>{text('door.status.waiting')}</p> : (
            <div className={styles['answer']}><p className={styles['soft']}>{text('door.status.answered', { day: dates.date(answer.on) })}</p><p className={styles['said']} dir="auto">{answer.text}</p></div>
          )}
        </article>
      ))}
      {canAskFurther && <Further receipt={receipt} onSent={() => { void ask().then(setAsked) }} />}
      {phone !== undefined && <p className={styles['soft']}>{text('door.status.call', { phone })}</p>}
    </section>
  )
}

const Further = ({ receipt, onSent }: { readonly receipt: string; readonly onSent: () => void }) => {
  const text = useDoorText()
  const language = useLanguage()
  const [words, setWords] = useState('')
  const [commandId, setCommandId] = useState(() => crypto.randomUUID())
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ readonly tone: 'ok' | 'stop'; readonly message: string }>()
  const found = looksLikeNames(words)
  const send = async (): Promise<void> => {
    setBusy(true)
    const answer = await askDoor('ask-further', language, { commandId, receipt, text: words })
    setBusy(false)
    if ('no' in answer) { setSaid({ tone: 'stop', message: answer.no.message === '' ? text('door.failed') : answer.no.message }); return }
    setWords('')
    setCommandId(crypto.randomUUID())
    setSaid({ tone: 'ok', message: text('door.status.sentFurther') })
    onSent()
  }
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!busy) void send() }}>
      <Field label={text('door.status.further')} hint={text('door.question.hint')}>{(control) => <textarea {...control} required rows={3} maxLength={10_000} dir="auto" value={words} onChange={(event) => setWords(event.target.value)} />}</Field>
      <Notice tone="wait">{found.length > 0 && text('door.question.looks', { found: found.join(', ') })}</Notice>
      <Notice tone={said?.tone ?? 'ok'}>{said?.message}</Notice>
      <div className={styles['row']}><Button type="submit" kind="secondary" busy={busy}>{text('door.status.sendFurther')}</Button></div>
    </form>
  )
}
