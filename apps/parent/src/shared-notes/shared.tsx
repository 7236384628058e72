import { SharedSafetyNotesDocument } from '@samenspel/graphql-documents/parent-pages'
import { Button, Card, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useQuery } from 'urql'
import type { Family } from '../family/model.ts'
import { AskRestriction } from '../own-data/ask-restriction.tsx'
import styles from '../own-data/own-data.module.css'
import { Statements } from '../own-data/statements.tsx'
import { usePageText } from '../texts.ts'
import { AddWords } from './add-words.tsx'

/** What professionals shared with this parent about safety, with own words beside it (P-03), and that it isn't used for now; where nothing was, nothing stands here. */
export const Shared = ({ family: { id, zone } }: { readonly family: Family }) => {
  const text = usePageText()
  const dates = useDates(zone)
  const [{ data }] = useQuery({ query: SharedSafetyNotesDocument, variables: { familyId: id } })
  const [beside, setBeside] = useState<string>()
  const [shut, setShut] = useState<string>()
  const notes = data?.sharedSafetyNotes ?? []
  if (notes.length === 0) return null
  return (
    <Card labelledBy="shared">
      <h2 id="shared">{text('shared.title')}</h2>
      <p>{text('shared.intro')}</p>
      {notes.map((note) => (
        <section key={note.id} className={styles['apart']} aria-labelledby={`shared-${note.id}`}>
          <header>
            <h3 id={`shared-${note.id}`} className={styles['title']}>{text(`shared.step.${note.step}`)}</h3>
            <p className={styles['soft']}>{text('shared.by', { by: note.by, day: dates.date(dates.dateOf(note.at)) })}</p>
          </header>
          {[note.words, note.examinations, note.results].map((words) => words === null ? null : <p key={words} className={styles['words']} dir="auto">{words}</p>)}
          <Statements statements={note.statements} dates={dates} />
          {(note.mayState || note.mayRestrict) && (
            <div className={styles['row']}>
              {note.mayState && <Button kind="secondary" onClick={() => { setBeside(note.id) }}>{text('data.add')}</Button>}
              {note.mayRestrict && <Button kind="quiet" onClick={() => { setShut(note.id) }}>{text('data.shut')}</Button>}
            </div>
          )}
        </section>
      ))}
      <AddWords familyId={id} noteId={beside} onClose={() => { setBeside(undefined) }} />
      <AskRestriction familyId={id} entryId={shut} onClose={() => { setShut(undefined) }} />
    </Card>
  )
}
