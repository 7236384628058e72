import type { CheckDraftQuery } from '@samenspel/graphql-documents/desk'
import { useText } from '../../parts/text.ts'
import styles from './weight-table.module.css'

export type Check = CheckDraftQuery['checkDraft']

type Measure = 'unplanned' | 'restTouched' | 'travelDays' | 'trips' | 'careDays' | 'minutes'
const measures: readonly Measure[] = ['unplanned', 'restTouched', 'travelDays', 'trips', 'careDays', 'minutes']
type Weight = Readonly<Record<Measure, number>> & { readonly evenings: number }

const weightOf = (burden: Check['burdens']['now'], load: Check['load']['now']): Weight => ({ ...burden, evenings: load.reduce((sum, week) => sum + week.evenings, 0) })

/** What a plan asks of the family, beside what stands already, beside every wish apart, and beside the planner's best. */
export const WeightTable = ({ check, best }: { readonly check: Check; readonly best: Check | undefined }) => {
  const text = useText()
  const columns = [
    { id: 'now' as const, weight: weightOf(check.burdens.now, check.load.now) },
    { id: 'apart' as const, weight: weightOf(check.burdens.apart, check.load.apart) },
    ...check.plan.bundles.length === 0 ? [] : [{ id: 'plan' as const, weight: weightOf(check.burdens.plan, check.load.plan) }],
    ...best === undefined ? [] : [{ id: 'best' as const, weight: weightOf(best.burdens.plan, best.load.plan) }],
  ]
  const apart = columns[1]?.weight
  const say = (what: keyof Weight, value: number): string => what === 'minutes' ? text('planner.hours', { hours: Math.floor(value / 60), minutes: String(value % 60).padStart(2, '0') }) : String(value)
  return (
    <div className={styles['weights']} role="region" aria-label={text('board.weight')} tabIndex={0}>
      <table>
        <caption>{text('board.weight')}</caption>
        <thead><tr><th scope="col">{text('planner.measure')}</th>{columns.map(({ id }) => <th key={id} scope="col" data-plan={id === 'plan' || undefined}>{text(`board.weight.${id}`)}</th>)}</tr></thead>
        <tbody>
          {[...measures, 'evenings' as const].map((what) => (
            <tr key={what}>
              <th scope="row">{what === 'evenings' ? text('board.weight.evenings') : text(`burden.${what}`)}</th>
              {columns.map(({ id, weight }) => <td key={id} data-plan={id === 'plan' || undefined} data-less={(id === 'plan' || id === 'best') && apart !== undefined && weight[what] < apart[what] || undefined}>{say(what, weight[what])}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{text('board.weightHint')}</p>
    </div>
  )
}
