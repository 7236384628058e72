import { Thread, ThreadStop } from '@samenspel/ui'
import type { ReactNode } from 'react'
import { useFamilyView } from '../family/family-context.tsx'
import { beadOf, firstNameOf, stopsOf, type Appointment, type Bundle } from '../family/model.ts'
import { useJoin } from '../family/use-join.ts'
import { useText } from '../texts.ts'
import { MeetingPart } from './meeting-part.tsx'
import styles from './stops.module.css'

type Props = {
  readonly bundle: Bundle
  /** Whether the stops are fixed: their beads are then filled. */
  readonly isFixed: boolean
  /** What stands under a stop: with whom and where, in full. Without it the first names do. */
  readonly below?: (part: Appointment) => ReactNode
}

/** The stops of one visit on the one thread. */
export const Stops = ({ bundle, isFixed, below }: Props) => {
  const text = useText()
  const { dates } = useFamilyView()
  const join = useJoin()
  return (
    <Thread label={text('visit.thread')}>
      {stopsOf(bundle).map((part) => (
        <ThreadStop
          key={part.id}
          before={part.start === null ? '' : <time dateTime={`${part.date}T${part.start}`}>{dates.clock(part.start)}</time>}
          shape={beadOf(part.discipline)}
          filled={isFixed}
        >
          <p className={styles['label']}>{part.label}</p>
          {below === undefined && namesBeside(part).length > 0 && <p>{text('visit.with', { names: join(namesBeside(part)) })}</p>}
          {part.purpose !== null && <p className={styles['purpose']}>{part.purpose}</p>}
          {!isFixed && part.why !== null && <details className={styles['why']}><summary>{text('visit.why')}</summary><p>{part.why}</p></details>}
          {isFixed && <MeetingPart part={part} />}
          {below?.(part)}
        </ThreadStop>
      ))}
    </Thread>
  )
}

/** The first names of those who will be there, but for names that the label says already. */
const namesBeside = (part: Appointment): readonly string[] =>
  part.professionals.map(({ name }) => firstNameOf(name)).filter((name) => !part.label.split(/\W+/).includes(name))
