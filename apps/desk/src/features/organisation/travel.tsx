import { SetTravelTimesDocument } from '@samenspel/graphql-documents/desk'
import { Button, Field, Notice } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import type { TravelTimes } from './organisation.ts'
import styles from './organisation.module.css'

type Props = { readonly travel: TravelTimes; readonly readAgain: () => void }
type Rush = { readonly from: string; readonly to: string; readonly percent: number }

const plain = ({ from, to, percent }: Rush): Rush => ({ from, to, percent })

/** Rush hours, and how much longer a way is by bus or train: figures of people who know the roads. */
export const Travel = ({ travel, readAgain }: Props) => {
  const text = useText()
  const save = useCommand(SetTravelTimesDocument)
  const [rush, setRush] = useState<readonly Rush[]>(travel.rush.map(plain))
  const [bus, setBus] = useState({ percent: travel.publicTransport.percent, minutes: travel.publicTransport.minutes })
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState(false)
  const touch = <Value,>(set: (value: Value) => void) => (value: Value): void => { setDone(false); set(value) }
  const change = (index: number, part: Partial<Rush>) => touch(setRush)(rush.map((one, at) => at === index ? { ...one, ...part } : one))
  const isReversed = ({ from, to }: Rush) => from === '' || to <= from
  const send = async (): Promise<void> => {
    setTried(true)
    setDone(false)
    if (rush.some(isReversed)) return
    if (!await save.run({ version: travel.version, times: { rush: rush.map(plain), publicTransportPercent: bus.percent, publicTransportMinutes: bus.minutes } })) return
    setDone(true)
    readAgain()
  }
  return (
    <Section title={text('travel.title')}>
      <p className={styles['intro']}>{text('travel.hint')}</p>
      {travel.isUsual && <p className={styles['soft']}>{text('travel.usual')}</p>}
      <form noValidate className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <fieldset className={styles['group']}>
          <legend>{text('travel.rush')}</legend>
          {rush.length === 0 && <p>{text('travel.noRush')}</p>}
          {rush.map((one, index) => (
            <div key={index} className={styles['times']}>
              <Field label={text('travel.from')}>{(control) => <input {...control} type="time" step={300} value={one.from} onChange={({ target }) => change(index, { from: target.value })} />}</Field>
              <Field label={text('travel.to')} error={tried && isReversed(one) ? text('calendar.timesReversed') : undefined}>{(control) => <input {...control} type="time" step={300} value={one.to} onChange={({ target }) => change(index, { to: target.value })} />}</Field>
              <Field label={text('travel.percent')} hint={text('travel.percentHint')}>{(control) => <input {...control} type="number" min={100} max={300} step={5} value={one.percent} onChange={({ target }) => change(index, { percent: Number(target.value) })} />}</Field>
              <Button kind="quiet" aria-label={text('organisation.removeOf', { what: `${one.from}–${one.to}` })} onClick={() => touch(setRush)(rush.filter((_, at) => at !== index))}>{text('organisation.remove')}</Button>
            </div>
          ))}
          <div className={styles['buttons']}>
            <Button kind="secondary" onClick={() => touch(setRush)([...rush, { from: '07:00', to: '09:00', percent: 130 }])}>{text('travel.add')}</Button>
            {rush.length === 0 && <Button kind="secondary" onClick={() => touch(setRush)(travel.ordinaryRush.map(plain))}>{text('travel.ordinary')}</Button>}
          </div>
        </fieldset>
        <fieldset className={styles['group']}>
          <legend>{text('travel.bus')}</legend>
          <div className={styles['times']}>
            <Field label={text('travel.busPercent')}>{(control) => <input {...control} type="number" min={100} max={300} step={5} value={bus.percent} onChange={({ target }) => touch(setBus)({ ...bus, percent: Number(target.value) })} />}</Field>
            <Field label={text('travel.busMinutes')}>{(control) => <input {...control} type="number" min={0} max={60} step={5} value={bus.minutes} onChange={({ target }) => touch(setBus)({ ...bus, minutes: Number(target.value) })} />}</Field>
          </div>
        </fieldset>
        <SaidNo refusal={save.refusal} />
        <Notice tone="ok">{done && text('organisation.saved')}</Notice>
        <div><Button type="submit" busy={save.busy}>{text('organisation.save')}</Button></div>
      </form>
    </Section>
  )
}
