import { SetPortOfEntryDocument, type Route } from '@samenspel/graphql-documents/desk'
import { Button, Dialog, Field, Notice, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { EditFoot } from '../../parts/edit-foot.tsx'
import page from '../../parts/page.module.css'
import { Section } from '../../parts/section.tsx'
import { SubjectSelect } from '../../parts/subject-select.tsx'
import { useText } from '../../parts/text.ts'
import { subjectChoices, subjectKey, subjectOf } from '../family/subjects.ts'
import styles from '../plan/dialogs.module.css'
import { routes } from '../plan/goal-form.ts'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import type { Analysis, AnalysisFamily } from './analysis.ts'
import look from './analysis.module.css'

type Port = Analysis['ports'][number]

/** Where the work begins, for now, and what was chosen before. */
export const PortOfEntry = ({ family }: { readonly family: AnalysisFamily }) => {
  const text = useText()
  const [choosing, setChoosing] = useState(false)
  const [current, ...earlier] = family.analysis.ports
  return (
    <Section title={text('port.title')} tone={current?.isDue === true ? 'wait' : 'plain'}>
      {current === undefined ? <p>{text('port.empty')}</p> : <OnePort family={family} port={current} />}
      {family.can.coordinate && <p><Button kind="secondary" onClick={() => setChoosing(true)}>{text(current === undefined ? 'port.set' : 'port.again')}</Button></p>}
      {earlier.length > 0 && (
        <details className={look['details']}>
          <summary>{text('port.earlier')}</summary>
          <ul className={look['list']}>{earlier.map((port) => <li key={port.id}><OnePort family={family} port={port} isPast /></li>)}</ul>
        </details>
      )}
      {choosing && <ChoosePort family={family} current={current} onClose={() => setChoosing(false)} />}
    </Section>
  )
}

const OnePort = ({ family, port, isPast = false }: { readonly family: AnalysisFamily; readonly port: Port; readonly isPast?: boolean }) => {
  const text = useText()
  const dates = useDates(family.zone)
  return (
    <div className={look['port']}>
      <blockquote dir="auto">{port.parentsQuestion}</blockquote>
      <p><strong>{text(`route.${port.route}`)}</strong>: {port.subject.label}{port.entryPerson !== null && <>. {text('port.with', { name: port.entryPerson.name })}</>}.</p>
      <p dir="auto">{port.why}</p>
      <p className={page['soft']}>{text('port.chosen', { day: dates.date(dates.dateOf(port.at)), by: port.by })} {!isPast && text('port.reviewBy', { day: dates.date(port.reviewOn) })}</p>
      <BesideEntry family={family} kind="PORT_OF_ENTRY" entryId={port.id} name={text('port.title')} />
      {port.isDue && <Notice tone="wait">{text('port.due')}</Notice>}
    </div>
  )
}

/** Half a year is the longest; six weeks is usual. */
const usualWeeks = 6

const ChoosePort = ({ family, current, onClose }: { readonly family: AnalysisFamily; readonly current: Port | undefined; readonly onClose: () => void }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const set = useCommand(SetPortOfEntryDocument)
  const subjects = subjectChoices(family)
  const today = dates.today()
  const usual = Temporal.PlainDate.from(today).add({ weeks: usualWeeks }).toString()
  const draft = useDraft(family.id, 'port-of-entry', {
    subject: current === undefined ? subjects.find(({ kind }) => kind === 'RELATION')?.key ?? subjects[0]?.key ?? 'CASE' : subjectKey({ kind: current.subject.kind, memberIds: [...current.subject.memberIds] }),
    route: current?.route ?? 'BOND', entryPerson: current?.entryPerson?.personId ?? '', why: '', parentsQuestion: current?.parentsQuestion ?? '', reviewOn: usual,
  })
  const { values } = draft
  const send = async (): Promise<void> => {
    const { subject, route, entryPerson, why, parentsQuestion, reviewOn } = values
    if (await set.run({ familyId: family.id, input: { subject: subjectOf(subject), route: route, why, parentsQuestion, reviewOn, ...(entryPerson !== '' && { entryPerson }) } })) {
      draft.drop()
      onClose()
    }
  }
  return (
    <Dialog isOpen onClose={onClose} title={text(current === undefined ? 'port.set' : 'port.again')}>
      <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
        <Field label={text('port.question')}>{(control) => <textarea {...control} rows={2} dir="auto" value={values.parentsQuestion} onChange={(event) => draft.change({ parentsQuestion: event.target.value })} />}</Field>
        <div className={styles['pair']}>
          <Field label={text('port.route')}>
            {(control) => <select {...control} value={values.route} onChange={(event) => draft.change({ route: event.target.value as Route })}>{routes.map((route) => <option key={route} value={route}>{text(`route.${route}`)}</option>)}</select>}
          </Field>
          <SubjectSelect label={text('port.subject')} choices={subjects} value={values.subject} onChange={(subject) => draft.change({ subject })} />
          <Field label={text('port.person')}>
            {(control) => (
              <select {...control} value={values.entryPerson} onChange={(event) => draft.change({ entryPerson: event.target.value })}>
                <option value="">{text('port.person.none')}</option>
                {family.members.map(({ id, firstName }) => <option key={id} value={id}>{firstName}</option>)}
              </select>
            )}
          </Field>
          <Field label={text('port.reviewOn')}>{(control) => <input {...control} type="date" min={today} value={values.reviewOn} onChange={(event) => draft.change({ reviewOn: event.target.value })} />}</Field>
        </div>
        <Field label={text('port.why')}>{(control) => <textarea {...control} rows={3} dir="auto" value={values.why} onChange={(event) => draft.change({ why: event.target.value })} />}</Field>
        <EditFoot keeping={draft.keeping} refusal={set.refusal} busy={set.busy} onClose={onClose} />
      </form>
    </Dialog>
  )
}
