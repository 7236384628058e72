import { Button, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useText } from '../../parts/text.ts'
import type { Proposal } from '../planner/planner.ts'
import type { BoardFamily } from './board.ts'
import { compareDays, countDifferences, type ComparedPart } from './compare.ts'
import styles from './compare-plans.module.css'
import { draftFrom, type DraftPart } from './draft.ts'

type Props = { readonly family: BoardFamily; readonly draft: readonly DraftPart[]; readonly found: readonly Proposal[]; readonly sent: readonly Proposal[]; readonly onTakeOver: (parts: readonly DraftPart[]) => void }

/** Two plans side by side, day by day, with what differs in words. */
export const ComparePlans = ({ family, draft, found, sent, onTakeOver }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const plans = [
    { id: 'draft', name: text('board.plan.draft'), parts: draft },
    ...found.map((proposal) => ({ id: proposal.id, name: text('board.plan.found', { kind: text(`proposal.${proposal.kind}`) }), parts: draftFrom(proposal) })),
    ...sent.map((proposal) => ({ id: proposal.id, name: text('board.plan.sent', { kind: text(`proposal.${proposal.kind}`) }), parts: draftFrom(proposal) })),
  ]
  const [chosen, setChosen] = useState<{ readonly left?: string; readonly right?: string }>({})
  const left = plans.find(({ id }) => id === chosen.left) ?? plans[0]
  const right = plans.find(({ id }) => id === chosen.right) ?? plans.find((plan) => plan !== left) ?? plans[0]
  if (left === undefined || right === undefined) return null
  const days = compareDays(left.parts, right.parts)
  const labelOf = (needId: string): string => family.needs.find(({ id }) => id === needId)?.label ?? [...found, ...sent].flatMap(({ bundles }) => bundles.flatMap(({ parts }) => parts)).find((part) => part.needId === needId)?.label ?? ''
  const words = ({ difference, there }: ComparedPart): string => text(`board.difference.${difference}`, { time: there === undefined ? '' : dates.clock(there.start), day: there === undefined ? '' : dates.shortDay(there.date) })
  const side = (parts: readonly ComparedPart[]) => (
    <td>
      <ul>
        {parts.map((one) => (
          <li key={one.part.needId} data-difference={one.difference}>
            <strong>{dates.clock(one.part.start)}</strong> {labelOf(one.part.needId)} <span className={styles['words']}>{words(one)}</span>
          </li>
        ))}
      </ul>
    </td>
  )
  return (
    <section className={styles['compare']} aria-label={text('board.compare')}>
      <div className={styles['choices']}>
        {(['left', 'right'] as const).map((place) => {
          const plan = place === 'left' ? left : right
          return (
            <div key={place} className={styles['choice']}>
              <label>
                <span>{text(place === 'left' ? 'board.compareLeft' : 'board.compareRight')}</span>
                <select value={plan.id} onChange={(event) => setChosen({ left: left.id, right: right.id, [place]: event.target.value })}>
                  {plans.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
                </select>
              </label>
              {plan.id !== 'draft' && <Button kind="quiet" onClick={() => onTakeOver(plan.parts)}>{text('board.takeOver')}</Button>}
            </div>
          )
        })}
      </div>
      <p role="status">{text('board.differences', { count: countDifferences(days) })}</p>
      <div className={styles['scroll']} role="region" aria-label={text('board.differences', { count: countDifferences(days) })} tabIndex={0}>
        <table>
          <thead><tr><th scope="col">{text('board.day')}</th><th scope="col">{left.name}</th><th scope="col">{right.name}</th></tr></thead>
          <tbody>{days.map((day) => <tr key={day.date}><th scope="row">{dates.shortDay(day.date)}</th>{side(day.left)}{side(day.right)}</tr>)}</tbody>
        </table>
      </div>
    </section>
  )
}
