import { StartRegionDocument } from '@samenspel/graphql-documents/desk'
import { Button, Field } from '@samenspel/ui'
import { useRef, useState } from 'react'
import { useClient } from 'urql'
import { refusalOf, unreachable, type Refusal } from '../../graph/refusal.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import type { BoardFamily } from '../board/board.ts'
import styles from './region.module.css'

type Props = { readonly families: readonly BoardFamily[]; readonly plansFrom: string; readonly onStarted: (runId: string) => void }

const lengths = [1, 2, 3, 4, 5, 6, 7, 8] as const

/** Which families, from which day and for how long; those with nothing to plan can't be chosen. */
export const ChooseFamilies = ({ families, plansFrom, onStarted }: Props) => {
  const text = useText()
  const open = families.filter(({ needs }) => needs.length > 0)
  const [chosen, setChosen] = useState<readonly string[]>(open.map(({ id }) => id))
  const [from, setFrom] = useState(plansFrom)
  const [weeks, setWeeks] = useState(4)
  const { start, busy, refusal } = useStartRegion(onStarted)
  const toggle = (id: string): void => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  const all = chosen.length === open.length
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void start({ familyIds: [...chosen], from, weeks }) }}>
      <fieldset className={styles['families']}>
        <legend>{text('region.which')}</legend>
        <Button kind="quiet" onClick={() => setChosen(all ? [] : open.map(({ id }) => id))}>{text(all ? 'region.none' : 'region.all')}</Button>
        <ul>
          {families.map(({ id, name, needs }) => (
            <li key={id}>
              <label><input type="checkbox" disabled={needs.length === 0} checked={chosen.includes(id)} onChange={() => toggle(id)} /> <span>{name}</span> <span className={styles['soft']}>{text('region.open', { count: needs.length })}</span></label>
            </li>
          ))}
        </ul>
      </fieldset>
      <div className={styles['when']}>
        <Field label={text('region.from')}>{(control) => <input {...control} type="date" min={plansFrom} value={from} onChange={(event) => { if (event.target.value !== '') setFrom(event.target.value) }} />}</Field>
        <Field label={text('region.weeks')}>
          {(control) => <select {...control} value={weeks} onChange={(event) => setWeeks(Number(event.target.value))}>{lengths.map((count) => <option key={count} value={count}>{text('region.weeksCount', { count })}</option>)}</select>}
        </Field>
      </div>
      <SaidNo refusal={refusal} />
      <div><Button type="submit" busy={busy} disabled={chosen.length === 0}>{text('region.start', { count: chosen.length })}</Button></div>
    </form>
  )
}

type Asked = { readonly familyIds: string[]; readonly from: string; readonly weeks: number }

/** Begins a search: the same choice again after a lost connection is the same search. */
const useStartRegion = (onStarted: (runId: string) => void) => {
  const client = useClient()
  const intention = useRef<{ readonly id: string; readonly words: string } | undefined>(undefined)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const start = async (input: Asked): Promise<void> => {
    const words = JSON.stringify(input)
    if (intention.current?.words !== words) intention.current = { id: crypto.randomUUID(), words }
    setBusy(true)
    const { data, error } = await client.mutation(StartRegionDocument, { commandId: intention.current.id, input }).toPromise()
    const why = error === undefined ? undefined : refusalOf(error)
    if (why?.code !== unreachable) intention.current = undefined
    setRefusal(why)
    setBusy(false)
    const id = data?.startRegion.id
    if (id !== undefined) onStarted(id)
  }
  return { start, busy, refusal }
}
