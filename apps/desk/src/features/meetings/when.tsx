import { AskMeetingTimeDocument, MeetingPlacesDocument, SetMeetingTimeDocument, type Modality } from '@samenspel/graphql-documents/desk'
import { Button, buttonClass, Field, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { Answered } from '../../parts/answered.tsx'
import { EditFoot } from '../../parts/edit-foot.tsx'
import page from '../../parts/page.module.css'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { plannerPath } from '../../shell/paths.ts'
import { MeetingStatusMark } from './meeting-line.tsx'
import type { Meeting, MeetingsFamily } from './meeting.ts'
import styles from './meetings.module.css'

type Props = { readonly family: MeetingsFamily; readonly meeting: Meeting }

/** When it is: asked of the planner like any appointment, so that it is bundled, or a time that was agreed on. */
export const When = ({ family, meeting }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const [opened, setOpened] = useState<'ask' | 'fixed'>()
  const { when, status, needId, can } = meeting
  const close = (): void => setOpened(undefined)
  const withFamily = meeting.attendees.some(({ isOfFamily }) => isOfFamily)
  return (
    <Section title={text('when.title')}>
      {when !== null ? (
        <>
          <p><strong>{dates.fullDay(when.date)}</strong></p>
          <p>{text('when.times', { from: dates.clock(when.from), to: dates.clock(when.to) })}</p>
          <p dir="auto">{when.place}</p>
        </>
      ) : (
        <>
          <MeetingStatusMark status={status} />
          <p className={page['soft']}>{text(needId === null ? 'when.nothingYet' : status === 'PROPOSED' ? 'when.proposed' : 'when.asked')}</p>
        </>
      )}
      {needId !== null && family.can.plan && when === null && <p><Link className={buttonClass('secondary')} to={plannerPath(family.id)}>{text('when.toPlanner')}</Link></p>}
      {can.lead && opened === undefined && (
        <div className={page['row']}>
          {needId === null && withFamily && <Button kind={when === null ? 'primary' : 'quiet'} onClick={() => setOpened('ask')}>{text('when.ask')}</Button>}
          <Button kind="quiet" onClick={() => setOpened('fixed')}>{text(when === null ? 'when.fixed' : 'when.change')}</Button>
        </div>
      )}
      {opened === 'ask' && <AskTime family={family} meeting={meeting} onClose={close} />}
      {opened === 'fixed' && <FixedTime family={family} meeting={meeting} withFamily={withFamily} onClose={close} />}
    </Section>
  )
}

const modalities = ['DIGITAL', 'ONSITE', 'HOME'] as const satisfies readonly Modality[]
const lengths = [30, 45, 60, 75, 90] as const

const AskTime = ({ family, meeting, onClose }: Props & { readonly onClose: () => void }) => {
  const [asked, again] = useQuery({ query: MeetingPlacesDocument, variables: { familyId: family.id } })
  return <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })}>{({ planner }) => <AskForm family={family} meeting={meeting} planner={planner} onClose={onClose} />}</Answered>
}

type Planner = { readonly from: string; readonly until: string; readonly places: readonly { readonly id: string; readonly name: string }[] }

const AskForm = ({ family, meeting, planner, onClose }: Props & { readonly planner: Planner; readonly onClose: () => void }) => {
  const text = useText()
  const ask = useCommand(AskMeetingTimeDocument)
  const deadline = meeting.dueOn !== null && meeting.dueOn >= planner.from ? meeting.dueOn : planner.until
  const draft = useDraft(family.id, `meeting-time-${meeting.id}`, { label: text('when.labelUsual'), minutes: '60', from: planner.from, deadline, modalities: 'DIGITAL', place: planner.places[0]?.id ?? '' })
  const { values } = draft
  const chosen = modalities.filter((one) => values.modalities.split(' ').includes(one))
  const send = async (): Promise<void> => {
    const input = { label: values.label.trim(), minutes: Number(values.minutes), from: values.from, deadline: values.deadline, modalities: chosen, placeIds: chosen.includes('ONSITE') && values.place !== '' ? [values.place] : [] }
    if (!await ask.run({ familyId: family.id, meetingId: meeting.id, input })) return
    draft.drop()
    onClose()
  }
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
      <p className={page['soft']}>{text('when.askHint')}</p>
      <Field label={text('when.label')} hint={text('when.labelHint')}>{(control) => <input {...control} dir="auto" value={values.label} onChange={(event) => draft.change({ label: event.target.value })} />}</Field>
      <div className={styles['pair']}>
        <Field label={text('when.minutes')}>{(control) => <select {...control} value={values.minutes} onChange={(event) => draft.change({ minutes: event.target.value })}>{lengths.map((one) => <option key={one} value={one}>{text('when.minutesOf', { count: one })}</option>)}</select>}</Field>
        <Field label={text('when.deadline')}>{(control) => <input {...control} type="date" min={planner.from} value={values.deadline} onChange={(event) => draft.change({ deadline: event.target.value })} />}</Field>
      </div>
      <fieldset className={styles['material']}>
        <legend>{text('when.how')}</legend>
        {modalities.map((one) => (
          <label key={one}>
            <input type="checkbox" checked={chosen.includes(one)} onChange={(event) => draft.change({ modalities: modalities.filter((each) => each === one ? event.target.checked : chosen.includes(each)).join(' ') })} />
            <span>{text(`when.how.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      {chosen.includes('ONSITE') && (
        <Field label={text('when.place')}>{(control) => <select {...control} value={values.place} onChange={(event) => draft.change({ place: event.target.value })}>{planner.places.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select>}</Field>
      )}
      <EditFoot keeping={draft.keeping} refusal={ask.refusal} busy={ask.busy} sendLabel={text('when.ask')} disabled={chosen.length === 0} onClose={onClose} />
    </form>
  )
}

const FixedTime = ({ family, meeting, withFamily, onClose }: Props & { readonly withFamily: boolean; readonly onClose: () => void }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const set = useCommand(SetMeetingTimeDocument)
  const { when } = meeting
  const draft = useDraft(family.id, `meeting-fixed-${meeting.id}`, { date: when?.date ?? meeting.dueOn ?? dates.today(), from: when?.from ?? '20:00', to: when?.to ?? '21:00', place: when?.place ?? text('when.placeUsual') })
  const { values } = draft
  const send = async (): Promise<void> => {
    if (!await set.run({ familyId: family.id, meetingId: meeting.id, time: { date: values.date, from: values.from, to: values.to, place: values.place.trim() } })) return
    draft.drop()
    onClose()
  }
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
      {withFamily && <p className={page['soft']}>{text('when.fixedHint')}</p>}
      {meeting.needId !== null && <p>{text('when.fixedInstead')}</p>}
      <Field label={text('when.day')}>{(control) => <input {...control} type="date" required value={values.date} onChange={(event) => draft.change({ date: event.target.value })} />}</Field>
      <div className={styles['pair']}>
        <Field label={text('when.from')}>{(control) => <input {...control} type="time" required value={values.from} onChange={(event) => draft.change({ from: event.target.value })} />}</Field>
        <Field label={text('when.to')}>{(control) => <input {...control} type="time" required value={values.to} onChange={(event) => draft.change({ to: event.target.value })} />}</Field>
      </div>
      <Field label={text('when.place')}>{(control) => <input {...control} dir="auto" value={values.place} onChange={(event) => draft.change({ place: event.target.value })} />}</Field>
      <EditFoot keeping={draft.keeping} refusal={set.refusal} busy={set.busy} onClose={onClose} />
    </form>
  )
}
