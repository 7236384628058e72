import { StartRegionDocument, type RegionSearch } from '@samenspel/graphql-documents/desk'
import { Button, Field, Notice } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { FindFamily, useFamiliesFound } from './find-family.tsx'
import type { BoardFamily } from '../board/board.ts'
import styles from './region.module.css'

type Props = { readonly families: readonly BoardFamily[]; readonly plansFrom: string; readonly onStarted: (runId: string) => void }

const lengths = [1, 2, 3, 4, 5, 6, 7, 8] as const
const searches: readonly RegionSearch[] = ['MINUTE', 'QUARTER', 'NIGHT']
/** As many as the planner takes. */
const mostFamilies = 150

/** Which families, from which day and for how long; those with nothing to plan can't be chosen. */
export const ChooseFamilies = ({ families, plansFrom, onStarted }: Props) => {
  const text = useText()
  const open = families.filter(({ needs }) => needs.length > 0)
  const [chosen, setChosen] = useState<readonly string[]>(open.slice(0, mostFamilies).map(({ id }) => id))
  const [from, setFrom] = useState(plansFrom)
  const [weeks, setWeeks] = useState(4)
  const [search, setSearch] = useState<RegionSearch>('MINUTE')
  const { found, finding } = useFamiliesFound(families)
  const { start, busy, refusal } = useStartRegion(onStarted)
  const toggle = (id: string): void => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  const offered = found.filter(({ needs }) => needs.length > 0).map(({ id }) => id)
  const all = offered.every((id) => chosen.includes(id))
  const toggleAll = (): void => setChosen(all ? chosen.filter((id) => !offered.includes(id)) : [...new Set([...chosen, ...offered])])
  const tooMany = chosen.length > mostFamilies
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void start({ familyIds: [...chosen], from, weeks, search }) }}>
      <fieldset className={styles['families']}>
        <legend>{text('region.which')}</legend>
        <FindFamily {...finding} />
        <div className={styles['choices']}>
          <Button kind="quiet" onClick={toggleAll}>{text(all ? 'region.none' : 'region.all')}</Button>
          <p className={styles['soft']} aria-live="polite">{text('region.chosen', { chosen: chosen.length, all: open.length })}</p>
        </div>
        <ul className={styles['list']}>
          {found.map(({ id, name, needs }) => (
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
        <Field label={text('region.search')}>
          {(control) => <select {...control} value={search} onChange={(event) => setSearch(searches.find((one) => one === event.target.value) ?? 'MINUTE')}>{searches.map((one) => <option key={one} value={one}>{text(`region.search.${one}`)}</option>)}</select>}
        </Field>
      </div>
      {search === 'NIGHT' && <p className={styles['soft']}>{text('region.nightHint')}</p>}
      {tooMany && <Notice tone="wait">{text('region.tooMany', { most: mostFamilies })}</Notice>}
      <SaidNo refusal={refusal} />
      <div><Button type="submit" busy={busy} disabled={chosen.length === 0 || tooMany}>{text('region.start', { count: chosen.length })}</Button></div>
    </form>
  )
}

type Asked = { readonly familyIds: string[]; readonly from: string; readonly weeks: number; readonly search: RegionSearch }

/** Begins a search: the same choice again after a lost connection is the same search. */
const useStartRegion = (onStarted: (runId: string) => void) => {
  const { run, busy, refusal } = useCommand(StartRegionDocument)
  const start = async (input: Asked): Promise<void> => { await run({ input }, ({ startRegion }) => { onStarted(startRegion.id) }) }
  return { start, busy, refusal }
}
