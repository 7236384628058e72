import { GiveTimeBackDocument, WithdrawTimeDocument } from '@samenspel/graphql-documents/desk'
import { Button, Field, Notice, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import fields from '../../parts/fields.module.css'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { useViewer } from '../../shell/viewer.ts'
import type { AwayPeriod, OwnOrganisation } from './organisation.ts'
import styles from './organisation.module.css'
import { Touched } from './touched.tsx'

type Props = { readonly organisation: OwnOrganisation; readonly readAgain: () => void }

/** Who can't be there after all, oneself or a colleague; and what was agreed in that time. Why is asked nowhere. */
export const Away = ({ organisation, readAgain }: Props) => {
  const text = useText()
  const viewer = useViewer()
  const { colleagues, away, today, zone } = organisation
  const usual = { professionalId: viewer.id, from: today, until: today, isPartly: false, fromTime: '09:00', untilTime: '12:00' }
  const [values, setValues] = useState(usual)
  const [tried, setTried] = useState(false)
  const [news, setNews] = useState<'added' | 'given'>()
  const withdraw = useCommand(WithdrawTimeDocument)
  const giveBack = useCommand(GiveTimeBackDocument)
  const set = (part: Partial<typeof values>) => { setNews(undefined); setValues({ ...values, ...part }) }
  const isDated = values.from !== '' && values.until >= values.from
  const isTimed = !values.isPartly || values.fromTime < values.untilTime
  const send = async (): Promise<void> => {
    setTried(true)
    setNews(undefined)
    if (!isDated || !isTimed) return
    const { isPartly, fromTime, untilTime, ...input } = values
    if (!await withdraw.run({ input: { ...input, ...(isPartly && { fromTime, untilTime }) } })) return
    setTried(false)
    setValues(usual)
    setNews('added')
    readAgain()
  }
  const back = async ({ id, professionalId }: AwayPeriod): Promise<void> => {
    setNews(undefined)
    if (!await giveBack.run({ professionalId, awayId: id })) return
    setNews('given')
    readAgain()
  }
  return (
    <Section title={text('away.title')}>
      <p className={styles['intro']}>{text('away.hint')}</p>
      <form noValidate className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <div className={fields['fields']}>
          <Field label={text('away.who')}>
            {(control) => <select {...control} value={values.professionalId} onChange={(event) => set({ professionalId: event.target.value })}>{colleagues.map(({ id, name, title }) => <option key={id} value={id}>{name}, {title}</option>)}</select>}
          </Field>
          <Field label={text('away.from')}>{(control) => <input {...control} type="date" required min={today} value={values.from} onChange={(event) => set({ from: event.target.value, ...(event.target.value > values.until && { until: event.target.value }) })} />}</Field>
          <Field label={text('away.until')} error={tried && !isDated ? text('away.datesMissing') : undefined}>{(control) => <input {...control} type="date" required min={values.from || today} value={values.until} onChange={(event) => set({ until: event.target.value })} />}</Field>
        </div>
        <label className={fields['check']}><input type="checkbox" checked={values.isPartly} onChange={(event) => set({ isPartly: event.target.checked })} /> {text('away.partly')}</label>
        {values.isPartly && (
          <div className={fields['fields']}>
            <Field label={text('away.fromTime')}>{(control) => <input {...control} type="time" step={900} value={values.fromTime} onChange={(event) => set({ fromTime: event.target.value })} />}</Field>
            <Field label={text('away.untilTime')} error={tried && !isTimed ? text('calendar.timesReversed') : undefined}>{(control) => <input {...control} type="time" step={900} value={values.untilTime} onChange={(event) => set({ untilTime: event.target.value })} />}</Field>
          </div>
        )}
        <SaidNo refusal={withdraw.refusal ?? giveBack.refusal} />
        <Notice tone="ok">{news !== undefined && text(`away.${news}`)}</Notice>
        <div><Button type="submit" busy={withdraw.busy}>{text('away.add')}</Button></div>
      </form>
      {away.length === 0 ? <p className={styles['after']}>{text('away.nobody')}</p> : (
        <ul className={styles['list']}>{away.map((one) => <li key={one.id}><Period period={one} zone={zone} busy={giveBack.busy} onBack={() => { void back(one) }} /></li>)}</ul>
      )}
    </Section>
  )
}

const Period = ({ period, zone, busy, onBack }: { readonly period: AwayPeriod; readonly zone: string; readonly busy: boolean; readonly onBack: () => void }) => {
  const text = useText()
  const dates = useDates(zone)
  const { name, from, until, fromTime, untilTime, touched } = period
  const days = from === until ? text('away.day', { name, from: dates.date(from) }) : text('away.period', { name, from: dates.dayAndMonth(from), until: dates.date(until) })
  const what = fromTime === null || untilTime === null ? days : text('away.hours', { period: days, times: dates.times(fromTime, untilTime) })
  return (
    <article className={styles['one']} aria-label={what}>
      <p><strong>{what}</strong></p>
      <Touched words={text('away.touched')} touched={touched} zone={zone} />
      <div><Button kind="secondary" busy={busy} aria-label={text('away.backOf', { what })} onClick={onBack}>{text('away.back')}</Button></div>
    </article>
  )
}
