import type { Consideration, Jurisdiction } from '@samenspel/graphql-documents/desk'
import type { ReactNode } from 'react'
import { useText } from '../../parts/text.ts'
import styles from './safety.module.css'
import type { SafetyNote, SafetyTrack } from './safety-track.ts'

type Props = { readonly note: SafetyNote; readonly jurisdiction: Jurisdiction; readonly day: (at: string) => string; /** What stands beside it. */ readonly children?: ReactNode }

/** What one step was, as it was written down. */
export const NoteOfStep = ({ note, jurisdiction, day, children }: Props) => {
  const text = useText()
  const question = useConsideration()
  const outcome = useOutcome()
  const facts = [
    note.adviser === null ? undefined : text(`safety.adviser.${note.adviser}`), note.anonymous === true ? text('safety.anonymous') : undefined,
    note.skipped === null ? undefined : text(`safety.skipped.${note.skipped}`), note.spokenWith?.join(', '), note.kindcheck === null ? undefined : text(`safety.kindcheck.${note.kindcheck}`),
    note.outcome === null ? undefined : outcome(note.outcome, jurisdiction), note.consent === null ? undefined : `${text('safety.consent')} ${text(`safety.consent.${note.consent}`)}`,
  ].filter((fact) => fact !== undefined && fact !== '')
  return (
    <li className={styles['note']}>
      <h3>{text(`safety.step.${note.step}`)}</h3>
      <p className={styles['soft']}>{text('safety.noteBy', { by: note.by, day: day(note.at) })}</p>
      {facts.map((fact) => <p key={fact}>{fact}</p>)}
      <p className={styles['words']} dir="auto">{note.words}</p>
      {note.examinations !== null && <p className={styles['words']} dir="auto"><strong>{text('safety.examinations')}</strong> {note.examinations}</p>}
      {note.results !== null && <p className={styles['words']} dir="auto"><strong>{text('safety.results')}</strong> {note.results}</p>}
      {note.considerations !== null && (
        <ul className={styles['gaps']}>{note.considerations.map(({ consideration, yes }) => <li key={consideration}>{question(consideration, jurisdiction)} <strong>{text(yes ? 'safety.yes' : 'safety.no')}</strong></li>)}</ul>
      )}
      {note.releasedTo !== null && note.releasedTo.length > 0 && <p className={styles['soft']}>{text('safety.releasedTo', { names: note.releasedTo.join(', ') })}</p>}
      {children}
    </li>
  )
}

/** How a consideration is asked in a country. */
export const useConsideration = () => {
  const text = useText()
  return (consideration: Consideration, jurisdiction: Jurisdiction): string => text(consideration === 'DANGER' && jurisdiction === 'BE' ? 'safety.consideration.DANGER.BE' : `safety.consideration.${consideration}`)
}

/** What a decision is called in a country. */
export const useOutcome = () => {
  const text = useText()
  return (outcome: NonNullable<SafetyTrack['notes'][number]['outcome']>, jurisdiction: Jurisdiction): string => text(outcome === 'REPORT' ? `safety.outcome.REPORT.${jurisdiction}` : `safety.outcome.${outcome}`)
}
