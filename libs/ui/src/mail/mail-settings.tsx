import { createI18n, type Language } from '@samenspel/intl'
import { loadMailTexts, type MailText } from '@samenspel/intl/mail'
import { Suspense, use, useId, useState } from 'react'
import { Button } from '../button.tsx'
import { Field } from '../field.tsx'
import { Notice } from '../notice.tsx'
import { RadioCards } from '../radio-cards.tsx'
import { TextProvider, useLanguage, useTextOf } from '../text.tsx'
import styles from './mail-settings.module.css'

/** What somebody chose about their mail. */
export type MailChoice = { readonly channel: 'MAIL' | 'NONE'; readonly reminderHours: number; readonly quietFrom: string; readonly quietUntil: string }
export type MailSettingsOf = MailChoice & { readonly address: string | null; readonly unconfirmedAddress: string | null; readonly lastRefused: boolean }

/** What the server made of it: nothing when it is done, or its sentence about why not; an empty one when nothing arrived. */
type Answer = Promise<string | undefined>

type Props = {
  /** Nothing where no mail is sent. */
  readonly settings: MailSettingsOf | null
  /** Only parents are reminded of visits. */
  readonly reminders: boolean
  readonly onAsk: (address: string) => Answer
  readonly onConfirm: (code: string) => Answer
  readonly onRemove: () => Answer
  readonly onChoose: (choice: MailChoice) => Answer
}

const spoken = new Map<Language, Promise<ReturnType<typeof createI18n>>>()
const speaking = (language: Language) => {
  const known = spoken.get(language) ?? loadMailTexts(language).then((texts) => createI18n(language, texts))
  spoken.set(language, known)
  return known
}

/** Where somebody chooses whether, where and when they get mail. Brings its own texts, so that no first page carries them. */
export const MailSettings = (props: Props) => <Suspense><WithTexts {...props} /></Suspense>

const WithTexts = (props: Props) => {
  const i18n = use(speaking(useLanguage()))
  return <TextProvider i18n={i18n}><Settings {...props} /></TextProvider>
}

const useText = useTextOf<MailText>

const Settings = ({ settings, reminders, onAsk, onConfirm, onRemove, onChoose }: Props) => {
  const text = useText()
  const id = useId()
  return (
    <section className={styles['mail']} aria-labelledby={id}>
      <h2 id={id}>{text('mail.title')}</h2>
      {settings === null ? <p>{text('mail.off')}</p> : (
        <>
          <p>{text('mail.intro')}</p>
          <Address settings={settings} onAsk={onAsk} onConfirm={onConfirm} onRemove={onRemove} />
          {settings.address !== null && <Choices settings={settings} reminders={reminders} onChoose={onChoose} />}
        </>
      )}
    </section>
  )
}

/** One thing that somebody asks of the server at a time, and what came of it. */
const useAsking = () => {
  const text = useText()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ readonly tone: 'ok' | 'stop'; readonly words: string }>()
  const ask = async (answer: Answer, done: string): Promise<boolean> => {
    setBusy(true)
    const no = await answer
    setBusy(false)
    setSaid(no === undefined ? { tone: 'ok', words: done } : { tone: 'stop', words: no === '' ? text('mail.failed') : no })
    return no === undefined
  }
  return { busy, ask, notice: <Notice tone={said?.tone ?? 'ok'}>{said?.words}</Notice> }
}

const Address = ({ settings: { address, unconfirmedAddress, lastRefused }, onAsk, onConfirm, onRemove }: Pick<Props, 'onAsk' | 'onConfirm' | 'onRemove'> & { readonly settings: MailSettingsOf }) => {
  const text = useText()
  const { busy, ask, notice } = useAsking()
  const [changing, setChanging] = useState(false)
  const [typed, setTyped] = useState('')
  const [code, setCode] = useState('')
  const asksAddress = changing || (address === null && unconfirmedAddress === null)
  return (
    <div className={styles['part']}>
      <h3>{text('mail.address')}</h3>
      {address === null ? unconfirmedAddress === null && <p>{text('mail.none')}</p> : <p className={styles['address']}>{text('mail.goesTo', { address })}</p>}
      {lastRefused && address !== null && <p className={styles['refused']}>{text('mail.refused')}</p>}
      {unconfirmedAddress !== null && !changing && (
        <form
          className={styles['form']}
          onSubmit={(event) => { event.preventDefault(); void ask(onConfirm(code), text('mail.confirmed')).then((isDone) => { if (isDone) setCode('') }) }}
        >
          <p className={styles['address']}>{text('mail.codeSent', { address: unconfirmedAddress })}</p>
          <Field label={text('mail.code')} hint={text('mail.codeHint')}>
            {(control) => <input {...control} type="text" inputMode="numeric" autoComplete="one-time-code" maxLength={12} value={code} required onChange={(event) => { setCode(event.target.value) }} />}
          </Field>
          <Button type="submit" busy={busy}>{text('mail.confirm')}</Button>
        </form>
      )}
      {asksAddress ? (
        <form
          className={styles['form']}
          onSubmit={(event) => { event.preventDefault(); void ask(onAsk(typed), '').then((isDone) => { if (isDone) { setTyped(''); setChanging(false) } }) }}
        >
          <Field label={text('mail.new')} hint={text('mail.newHint')}>
            {(control) => <input {...control} type="email" autoComplete="email" maxLength={254} value={typed} required onChange={(event) => { setTyped(event.target.value) }} />}
          </Field>
          <Button type="submit" busy={busy}>{text('mail.sendCode')}</Button>
        </form>
      ) : (
        <div className={styles['ways']}>
          <Button kind="secondary" onClick={() => { setChanging(true) }}>{text('mail.other')}</Button>
          <Button kind="quiet" busy={busy} onClick={() => { void ask(onRemove(), text('mail.removed')) }}>{text('mail.remove')}</Button>
        </div>
      )}
      {notice}
    </div>
  )
}

const leads = [2, 4, 24, 48, 168] as const

const Choices = ({ settings, reminders, onChoose }: Pick<Props, 'reminders' | 'onChoose'> & { readonly settings: MailSettingsOf }) => {
  const text = useText()
  const { busy, ask, notice } = useAsking()
  const [choice, setChoice] = useState<MailChoice>({ channel: settings.channel, reminderHours: settings.reminderHours, quietFrom: settings.quietFrom, quietUntil: settings.quietUntil })
  const change = (part: Partial<MailChoice>) => { setChoice({ ...choice, ...part }) }
  const hours = leads.some((lead) => lead === choice.reminderHours) ? leads : [...leads, choice.reminderHours].toSorted((a, b) => a - b)
  const inWords = (lead: number): string => {
    if (lead === 24) return text('mail.reminderDay')
    if (lead === 168) return text('mail.reminderWeek')
    return lead % 24 === 0 ? text('mail.reminderDays', { days: lead / 24 }) : text('mail.reminderHours', { hours: lead })
  }
  const quietId = useId()
  return (
    <form className={styles['part']} onSubmit={(event) => { event.preventDefault(); void ask(onChoose(choice), text('mail.saved')) }}>
      <RadioCards
        name="mail-channel" legend={text('mail.channel')} chosen={choice.channel}
        options={[{ value: 'MAIL', label: text('mail.channelMAIL') }, { value: 'NONE', label: text('mail.channelNONE') }]}
        onChoose={(channel) => { change({ channel }) }}
      />
      {choice.channel === 'MAIL' && (
        <>
          {reminders && (
            <Field label={text('mail.reminder')}>
              {(control) => (
                <select {...control} value={choice.reminderHours} onChange={(event) => { change({ reminderHours: Number(event.target.value) }) }}>
                  {hours.map((lead) => <option key={lead} value={lead}>{inWords(lead)}</option>)}
                </select>
              )}
            </Field>
          )}
          <fieldset className={styles['quiet']} aria-describedby={quietId}>
            <legend>{text('mail.quiet')}</legend>
            <p id={quietId}>{text('mail.quietHint')}</p>
            <div className={styles['times']}>
              <Field label={text('mail.quietFrom')}>{(control) => <input {...control} type="time" required value={choice.quietFrom} onChange={(event) => { change({ quietFrom: event.target.value }) }} />}</Field>
              <Field label={text('mail.quietUntil')}>{(control) => <input {...control} type="time" required value={choice.quietUntil} onChange={(event) => { change({ quietUntil: event.target.value }) }} />}</Field>
            </div>
          </fieldset>
          <p className={styles['soft']}>{text('mail.language')}</p>
        </>
      )}
      <Button type="submit" busy={busy}>{text('mail.save')}</Button>
      {notice}
    </form>
  )
}
