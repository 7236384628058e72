import { KeepWorkingNoteDocument, RemoveWorkingNoteDocument, WorkingNotesCopyDocument, WorkingNotesDocument, type WorkingNotesQuery } from '@samenspel/graphql-documents/desk'
import { Button, Field, Notice, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useClient, useQuery } from 'urql'
import type { Refusal } from '../../graph/refusal.ts'
import { useCommand } from '../../graph/use-command.ts'
import { Answered } from '../../parts/answered.tsx'
import { EditFoot } from '../../parts/edit-foot.tsx'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { saveText } from '../../parts/take-file.ts'
import { useText } from '../../parts/text.ts'
import styles from '../safeguards/safeguards.module.css'

type Note = WorkingNotesQuery['workingNotes'][number]
type Props = {
  readonly family: { readonly id: string; readonly zone: string }
  /** Begins a contribution with these words, or says why not; absent where the viewer can't write one. */
  readonly onUse?: (words: string) => Promise<Refusal | undefined>
}

/** The viewer's own notes about a family. Nobody else sees them, or that they are there. */
export const WorkingNotes = ({ family, onUse }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [asked, again] = useQuery({ query: WorkingNotesDocument, variables: { familyId: family.id } })
  const [writing, setWriting] = useState<Note | 'new'>()
  const remove = useCommand(RemoveWorkingNoteDocument)
  const [using, setUsing] = useState<{ readonly noteId?: string; readonly refusal?: Refusal | undefined }>({})
  const use = async ({ id, text: words }: Note, begin: NonNullable<Props['onUse']>): Promise<void> => {
    if (using.noteId !== undefined) return
    setUsing({ noteId: id })
    setUsing({ refusal: await begin(words) })
  }
  return (
    <Section title={text('notes.title')} action={writing === undefined ? <Button kind="quiet" onClick={() => setWriting('new')}>{text('notes.add')}</Button> : undefined}>
      <p className={styles['soft']}>{text('notes.intro')}</p>
      {writing !== undefined && <Write key={writing === 'new' ? 'new' : writing.id} familyId={family.id} note={writing === 'new' ? undefined : writing} onClose={() => setWriting(undefined)} />}
      <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })} isEmpty={(data) => data.workingNotes.length === 0} empty={null}>
        {({ workingNotes }) => (
          <>
            <ul className={styles['list']}>
              {workingNotes.map((note) => (
                <li key={note.id}>
                  <p className={styles['words']} dir="auto">{note.text}</p>
                  <p className={styles['soft']}>{text('notes.keptUntil', { day: dates.date(note.keptUntil) })}</p>
                  <div className={styles['row']}>
                    <Button kind="quiet" onClick={() => setWriting(note)}>{text('notes.edit')}<VisuallyHidden>: {note.text.slice(0, 40)}</VisuallyHidden></Button>
                    <Button kind="quiet" busy={remove.busy} onClick={() => { void remove.run({ familyId: family.id, noteId: note.id }) }}>{text('notes.remove')}<VisuallyHidden>: {note.text.slice(0, 40)}</VisuallyHidden></Button>
                    {onUse !== undefined && <Button kind="quiet" busy={using.noteId === note.id} onClick={() => { void use(note, onUse) }}>{text('notes.use')}<VisuallyHidden>: {note.text.slice(0, 40)}</VisuallyHidden></Button>}
                  </div>
                </li>
              ))}
            </ul>
            <TakeAlong familyId={family.id} />
          </>
        )}
      </Answered>
      <SaidNo refusal={remove.refusal ?? using.refusal} />
    </Section>
  )
}

/** A copy of one's own notes, to hand over by hand when somebody asked to inspect them. */
const TakeAlong = ({ familyId }: { readonly familyId: string }) => {
  const text = useText()
  const client = useClient()
  const [state, setState] = useState<'still' | 'busy' | 'failed'>('still')
  const take = async (): Promise<void> => {
    if (state === 'busy') return
    setState('busy')
    const { data } = await client.query(WorkingNotesCopyDocument, { familyId }, { requestPolicy: 'network-only' }).toPromise()
    if (data !== undefined) saveText(data.workingNotesCopy, text('notes.fileName'))
    setState(data === undefined ? 'failed' : 'still')
  }
  return (
    <div className={styles['row']}>
      <Button kind="quiet" busy={state === 'busy'} onClick={() => { void take() }}>{text('notes.copy')}</Button>
      <Notice tone="stop">{state === 'failed' && text('notes.copyFailed')}</Notice>
    </div>
  )
}

const Write = ({ familyId, note, onClose }: { readonly familyId: string; readonly note: Note | undefined; readonly onClose: () => void }) => {
  const text = useText()
  const keep = useCommand(KeepWorkingNoteDocument)
  const [words, setWords] = useState(note?.text ?? '')
  const send = async (): Promise<void> => {
    if (await keep.run({ familyId, text: words, ...(note !== undefined && { noteId: note.id, version: note.version }) })) onClose()
  }
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (!keep.busy) void send() }}>
      <Field label={text('notes.text')}>{(control) => <textarea {...control} autoFocus required rows={3} dir="auto" value={words} onChange={(event) => setWords(event.target.value)} />}</Field>
      <EditFoot refusal={keep.refusal} busy={keep.busy} onClose={onClose} />
    </form>
  )
}
