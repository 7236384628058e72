import { AddSafetyMemberDocument, AddSafetyTaskDocument, CloseSafetyTrackDocument, CompleteSafetyTaskDocument, NameInvestigatedDocument, ReleaseSafetyNotesDocument, RemoveSafetyMemberDocument } from '@samenspel/graphql-documents/desk'
import { Button, Field, Notice, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import { Choices } from './choices.tsx'
import { NoteOfStep } from './note-of-step.tsx'
import styles from './safety.module.css'
import { StepForm } from './step-form.tsx'
import type { SafetyTrack } from './safety-track.ts'
import { Shields } from './shields.tsx'
import { WordsBesideNote } from './words-beside.tsx'

type InCircle = { readonly familyId: string; readonly track: SafetyTrack; readonly circle: NonNullable<SafetyTrack['circle']> }

/** One safety track: the step that comes now, what was written down, what is to be done, and who works in it. */
export const Track = ({ familyId, track }: { readonly familyId: string; readonly track: SafetyTrack }) => {
  const text = useText()
  const { jurisdiction } = useViewer()
  const dates = useDates(zoneIn({ jurisdiction }))
  const { circle, closedAt } = track
  const day = (at: string): string => dates.date(dates.dateOf(at))
  return (
    <>
      <p><strong>{text('safety.for', { name: track.about.label, day: day(track.openedAt) })}</strong></p>
      <p className={styles['soft']}>{text(track.isMember ? 'safety.who' : 'safety.whoRead')}</p>
      {closedAt !== null && <Notice tone="ok">{text('safety.closedOn', { day: day(closedAt) })} {track.closingWords}</Notice>}
      {circle !== null && closedAt === null && <StepForm familyId={familyId} track={track} circle={circle} />}
      <Section title={text('safety.record')}>
        <ul className={styles['list']}>
          {track.notes.toReversed().map((note) => (
            <NoteOfStep key={note.id} note={note} jurisdiction={track.jurisdiction} day={day}>
              <WordsBesideNote familyId={familyId} track={track} note={note} day={day} />
              {circle !== null && <Shields familyId={familyId} track={track} note={note} adults={circle.adults} />}
            </NoteOfStep>
          ))}
          {track.shut.map(({ discipline, on }) => <li key={discipline + on} className={styles['soft']}>{text('safety.shut', { who: text(`discipline.${discipline}`), day: dates.date(on) })}</li>)}
        </ul>
      </Section>
      {circle !== null && <Tasks familyId={familyId} track={track} circle={circle} day={day} />}
      {circle !== null && <Circle familyId={familyId} track={track} circle={circle} />}
      {circle !== null && closedAt === null && <Persons familyId={familyId} track={track} circle={circle} />}
      {circle !== null && closedAt === null && <Closing familyId={familyId} track={track} circle={circle} />}
    </>
  )
}

const Tasks = ({ familyId, track, circle, day }: InCircle & { readonly day: (at: string) => string }) => {
  const text = useText()
  const viewer = useViewer()
  const [words, setWords] = useState('')
  const add = useCommand(AddSafetyTaskDocument)
  const complete = useCommand(CompleteSafetyTaskDocument)
  const isOpen = track.closedAt === null
  const send = async (): Promise<void> => {
    if (await add.run({ familyId, trackId: track.id, words, ownerId: viewer.id })) setWords('')
  }
  return (
    <Section title={text('safety.tasks')}>
      <ul className={styles['list']}>
        {circle.tasks.map((task) => (
          <li key={task.id} className={styles['item']}>
            <span>{task.isPlan ? text('safety.task.plan') : task.words} <span className={styles['soft']}>{task.doneAt === null ? text('safety.task.owner', { name: task.owner }) : text('safety.task.isDone', { day: day(task.doneAt) })}</span></span>
            {task.doneAt === null && isOpen && <Button kind="secondary" onClick={() => { void complete.run({ familyId, trackId: track.id, taskId: task.id }) }}>{text('safety.task.done')}</Button>}
          </li>
        ))}
      </ul>
      <SaidNo refusal={complete.refusal} />
      {isOpen && (
        <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
          <Field label={text('safety.task.new')}>{(control) => <input {...control} required value={words} onChange={(event) => setWords(event.target.value)} />}</Field>
          <SaidNo refusal={add.refusal} />
          <div className={styles['row']}><Button kind="secondary" type="submit" busy={add.busy}>{text('safety.task.add')}</Button></div>
        </form>
      )}
    </Section>
  )
}

const Circle = ({ familyId, track, circle }: InCircle) => {
  const text = useText()
  const [colleague, setColleague] = useState('')
  const add = useCommand(AddSafetyMemberDocument)
  const remove = useCommand(RemoveSafetyMemberDocument)
  const isOpen = track.closedAt === null
  const send = async (): Promise<void> => {
    if (await add.run({ familyId, trackId: track.id, personId: colleague })) setColleague('')
  }
  return (
    <Section title={text('safety.circle')}>
      <ul className={styles['list']}>
        {circle.members.map(({ id, name, title }) => (
          <li key={id} className={styles['item']}>
            <span>{name} <span className={styles['soft']}>{title}</span></span>
            {isOpen && circle.members.length > 1 && <Button kind="quiet" aria-label={text('safety.circle.removeOf', { name })} onClick={() => { void remove.run({ familyId, trackId: track.id, personId: id }) }}>{text('safety.circle.remove')}</Button>}
          </li>
        ))}
      </ul>
      <SaidNo refusal={remove.refusal} />
      {isOpen && circle.colleagues.length > 0 && (
        <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
          <Field label={text('safety.circle.add')}>
            {(control) => (
              <select {...control} required value={colleague} onChange={(event) => setColleague(event.target.value)}>
                <option value="">{text('safety.circle.choose')}</option>
                {circle.colleagues.map(({ id, name, title }) => <option key={id} value={id}>{name}, {title}</option>)}
              </select>
            )}
          </Field>
          <SaidNo refusal={add.refusal} />
          <div className={styles['row']}><Button kind="secondary" type="submit" busy={add.busy}>{text('safety.circle.addButton')}</Button></div>
        </form>
      )}
    </Section>
  )
}

/** Who may have to do with it, and with whom it is shared. */
const Persons = ({ familyId, track, circle }: InCircle) => {
  const text = useText()
  const [investigated, setInvestigated] = useState(circle.investigated)
  const [person, setPerson] = useState('')
  const name = useCommand(NameInvestigatedDocument)
  const release = useCommand(ReleaseSafetyNotesDocument)
  const share = async (): Promise<void> => {
    if (await release.run({ familyId, trackId: track.id, noteIds: track.notes.map(({ id }) => id), personId: person })) setPerson('')
  }
  return (
    <Section title={text('safety.release')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void name.run({ familyId, trackId: track.id, personIds: investigated }) }}>
        <Choices legend={text('safety.investigated')} hint={text('safety.investigatedHint')} options={circle.adults} chosen={investigated} onChange={setInvestigated} />
        <SaidNo refusal={name.refusal} />
        <div className={styles['row']}><Button kind="secondary" type="submit" busy={name.busy}>{text('safety.save')}</Button></div>
      </form>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void share() }}>
        <Field label={text('safety.release.person')} hint={text('safety.release.hint')}>
          {(control) => (
            <select {...control} required value={person} onChange={(event) => setPerson(event.target.value)}>
              <option value="">{text('safety.circle.choose')}</option>
              {circle.adults.map((adult) => <option key={adult.id} value={adult.id}>{adult.name}</option>)}
            </select>
          )}
        </Field>
        <SaidNo refusal={release.refusal} />
        <div className={styles['row']}><Button kind="secondary" type="submit" busy={release.busy}>{text('safety.release.button')}</Button></div>
      </form>
    </Section>
  )
}

const Closing = ({ familyId, track, circle: { missing } }: InCircle) => {
  const text = useText()
  const [words, setWords] = useState('')
  const close = useCommand(CloseSafetyTrackDocument)
  return (
    <Section title={text('safety.close')}>
      {missing.length > 0 ? (
        <>
          <p>{text('safety.close.missing')}</p>
          <ul className={styles['gaps']}>{missing.map((gap) => <li key={gap}>{gap === 'PLAN' ? text('safety.gap.PLAN') : text(`safety.step.${gap}`)}</li>)}</ul>
        </>
      ) : (
        <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void close.run({ familyId, trackId: track.id, words }) }}>
          <Field label={text('safety.close.words')}>{(control) => <textarea {...control} required rows={3} dir="auto" value={words} onChange={(event) => setWords(event.target.value)} />}</Field>
          <SaidNo refusal={close.refusal} />
          <div className={styles['row']}><Button type="submit" busy={close.busy}>{text('safety.close.button')}</Button></div>
        </form>
      )}
    </Section>
  )
}
