import { GasStrip, writeScore } from '@samenspel/pictures'
import { Button, useDates, VisuallyHidden } from '@samenspel/ui'
import { useText } from '../../parts/text.ts'
import type { Goal, PlanFile } from '../family/family.ts'
import { BesideEntry, hasStatements } from '../safeguards/beside-entry.tsx'
import styles from './goal-row.module.css'

type Props = { readonly goal: Goal; readonly family: PlanFile; readonly onScore: () => void; readonly onEdit: () => void; readonly onEnd: () => void }

/** One goal with its strip, and in words where it is now and what is hoped for. */
export const GoalRow = ({ goal, family, onScore, onEdit, onEnd }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const last = goal.scores.toSorted((a, b) => b.on.localeCompare(a.on))[0]
  const levelText = (value: number | null): string => goal.levels.find((level) => level.value === value)?.text ?? ''
  return (
    <div className={styles['goal']}>
      <div className={styles['words']}>
        <h3 className={styles['title']} dir="auto">{goal.title}</h3>
        <p className={styles['soft']}>
          {[
            goal.isParentsOwn ? text('goal.parentsOwn') : undefined,
            goal.isMentalising ? text('goal.mentalising') : undefined,
            text(`route.${goal.route}`),
            goal.subject.label,
          ].filter(Boolean).join(' · ')}
        </p>
        {goal.forParents !== null && <p className={styles['plain']} dir="auto">{goal.forParents}</p>}
        {goal.ended !== null && <p dir="auto"><strong>{text(`goal.ended.${goal.ended.outcome}`)}</strong> {goal.ended.words} <span className={styles['soft']}>{text('question.by', { by: goal.ended.by, day: dates.date(dates.dateOf(goal.ended.at)) })}</span></p>}
        {goal.current !== null && <p><span className={styles['soft']}>{text('goal.now')}</span> <span dir="auto">{levelText(goal.current)}</span></p>}
      </div>
      <div className={styles['score']}>
        <GasStrip title={goal.title} scale={goal.scale} start={goal.start} current={goal.current} />
        <p className={styles['soft']}>
          {text('goal.start', { start: writeScore(goal.start) })} · {last === undefined ? text('goal.noScore') : text('goal.lastScore', { day: dates.shortDate(last.on), by: last.by })}
        </p>
        <BesideEntry family={family} kind="GOAL" entryId={goal.id} name={goal.title}>
          {family.can.contribute && goal.ended === null && goal.subject.kind !== 'ADULT' && <Button kind="quiet" onClick={onScore}>{text('goal.score')}<VisuallyHidden>: {goal.title}</VisuallyHidden></Button>}
          {family.can.coordinate && goal.ended === null && <Button kind="quiet" onClick={onEdit}>{text('action.edit')}<VisuallyHidden>: {goal.title}</VisuallyHidden></Button>}
          {family.can.coordinate && goal.ended === null && !goal.isMentalising && <Button kind="quiet" onClick={onEnd}>{text('goal.end')}<VisuallyHidden>: {goal.title}</VisuallyHidden></Button>}
        </BesideEntry>
        {goal.scores.length > 0 && (
          <details className={styles['scores']} open={hasStatements(family, goal.scores.map(({ id }) => ['GOAL_SCORE', id] as const))}>
            <summary>{text('goal.scores')}</summary>
            <ul>
              {goal.scores.map((score) => {
                const said = text('goal.scoreOf', { value: writeScore(score.value), day: dates.shortDate(score.on), by: score.by })
                return <li key={score.id}>{said}{score.words !== null && <p dir="auto">{score.words}</p>}<BesideEntry family={family} kind="GOAL_SCORE" entryId={score.id} name={said} /></li>
              })}
            </ul>
          </details>
        )}
      </div>
    </div>
  )
}
