import { CloseChangeRequestDocument, RecordOutcomeDocument, type AppointmentOutcome } from '@samenspel/graphql-documents/desk'
import { Button, StatusMark, Thread, ThreadStop, useDates } from '@samenspel/ui'
import { Link } from 'react-router'
import { useCommand } from '../../graph/use-command.ts'
import { beadOf, statusTones } from '../../parts/appointment-words.ts'
import { ChoiceMenu } from '../../parts/choice-menu.tsx'
import { firstNameOf } from '../../parts/members.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { plannerAgainPath, plannerPath, printPath } from '../../shell/paths.ts'
import { releasedLast } from '../../parts/released.ts'
import styles from './appointments.module.css'
import { AddElsewhere, ElsewhereMark } from '../elsewhere/elsewhere.tsx'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import type { Appointment, Bundle, Family } from './family.ts'
import { CallOff } from './call-off.tsx'
import { OtherTimes } from './other-times.tsx'
import { ProposeChosen } from './propose-chosen.tsx'
import { ProposeOtherDays } from './propose-other-days.tsx'
import { MeetingOfPart } from './meeting-of-part.tsx'
import { Pace } from './pace.tsx'

const outcomes = ['TOOK_PLACE', 'MOVED', 'COULD_NOT_COME', 'UNKNOWN'] as const satisfies readonly AppointmentOutcome[]

/** What is planned, what waits for an answer, and what is still wished for. */
export const Appointments = ({ family }: { readonly family: Family }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const today = dates.today()
  const bundles = family.bundles.toSorted((a, b) => a.date.localeCompare(b.date) || (a.start ?? '').localeCompare(b.start ?? ''))
  const coming = bundles.filter((bundle) => bundle.date >= today)
  const past = bundles.filter((bundle) => bundle.date < today).toReversed()
  // In a closed case nothing waits for a time any more.
  const open = family.closing === null ? family.needs.filter((need) => need.status === 'OPEN') : []
  const sent = family.proposals.filter((proposal) => proposal.status === 'SENT' || proposal.status === 'CONFIRMING')
  const requests = family.changeRequests.filter((request) => request.isOpen)
  const released = releasedLast(family.proposals)
  if (bundles.length + open.length + sent.length + requests.length === 0 && !family.can.plan && !family.can.contribute) return null
  return (
    <Section title={text('appointments.title')} action={family.can.plan ? <Link to={plannerPath(family.id)}>{text('family.planner')}</Link> : undefined}>
      <div className={styles['stack']}>
        {released !== undefined && family.can.plan && (
          <div className={styles['sent']} role="note">
            <p><strong>{text('appointments.released')}</strong> {released.releasedBecause}</p>
            <p><Link to={plannerAgainPath(family.id, released.id)}>{text('appointments.again')}</Link></p>
          </div>
        )}
        {requests.map((request) => <Request key={request.id} family={family} request={request} />)}
        {sent.map((proposal) => (
          <div key={proposal.id} className={styles['sent']}>
            <p><strong>{text('appointments.proposed', { days: [...new Set(proposal.bundles.map((bundle) => dates.shortDay(bundle.date)))].join(', ') })}</strong></p>
            <ul className={styles['answers']}>
              {proposal.answers.map((answer) => (
                <li key={answer.memberId}>
                  <StatusMark tone={answer.answer === null ? 'wait' : answer.answer === 'OTHER_MOMENT' ? 'neutral' : 'ok'}>{text(answer.answer === null ? 'answer.none' : `answer.${answer.answer}`, { name: answer.firstName })}</StatusMark>
                </li>
              ))}
            </ul>
          </div>
        ))}
        {coming.map((bundle) => <BundleCard key={bundle.id} bundle={bundle} family={family} />)}
        {coming.length + sent.length === 0 && <p className={styles['soft']}>{text('appointments.empty')}</p>}
        {family.can.contribute && <AddElsewhere family={family} />}
        {open.length > 0 && (
          <div>
            <h3 className={styles['sub']}>{text('appointments.wishes')}</h3>
            <ul className={styles['wishes']}>
              {open.map((need) => <li key={need.id}>{need.label} <span className={styles['soft']}>{text('appointments.wish', { who: need.organisation.name, minutes: need.minutes, day: dates.shortDate(need.deadline) })}</span><BesideEntry family={family} kind="NEED" entryId={need.id} name={need.label} /></li>)}
            </ul>
          </div>
        )}
        <Pace family={family} />
        {past.length > 0 && (
          <details className={styles['past']}>
            <summary>{text('appointments.past', { count: past.length })}</summary>
            <div className={styles['stack']}>{past.map((bundle) => <BundleCard key={bundle.id} bundle={bundle} family={family} />)}</div>
          </details>
        )}
      </div>
    </Section>
  )
}

const Request = ({ family, request }: { readonly family: Family; readonly request: Family['changeRequests'][number] }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const close = useCommand(CloseChangeRequestDocument)
  const { chosen, windows, unsuitable, otherDays } = request
  // 5 January 2026 was a Monday.
  const weekday = (day: number): string => dates.weekday(`2026-01-0${4 + day}`)
  return (
    <div className={styles['request']}>
      <p><StatusMark tone="wait">{text('families.otherMoment', { name: request.firstName })}</StatusMark></p>
      {chosen !== null && <p><strong>{text('appointments.requestChosen', { day: dates.day(chosen.date), times: dates.times(chosen.from, chosen.to) })}</strong> <span className={styles['soft']}>{text(`modality.${chosen.modality}`)}</span></p>}
      {otherDays.length > 0 && (
        <div>
          <p><strong>{text('appointments.requestOtherDays')}</strong></p>
          <ul className={styles['wishes']}>
            {otherDays.map((day) => <li key={day.appointmentId}>{dates.shortDay(day.date)} {dates.times(day.from, day.to)} {day.label} <span className={styles['soft']}>{text(`modality.${day.modality}`)}</span></li>)}
          </ul>
        </div>
      )}
      {unsuitable.length > 0 && <p>{text('appointments.requestUnsuitable', { times: unsuitable.map(({ weekday: day, part }) => text(`appointments.part.${part}`, { day: weekday(day) })).join('; ') })}</p>}
      {windows.length > 0 && <p>{text('appointments.requestWindows', { windows: windows.map(({ date, from, to }) => `${dates.shortDay(date)} ${dates.times(from, to)}`).join('; ') })}</p>}
      {request.words !== null && <p dir="auto">{request.words}</p>}
      {chosen !== null && request.appointmentId !== null && family.can.plan && <ProposeChosen family={family} request={{ ...request, chosen, appointmentId: request.appointmentId }} />}
      {otherDays.length > 0 && request.proposalId !== null && family.can.plan && <ProposeOtherDays family={family} request={{ ...request, proposalId: request.proposalId }} />}
      {family.can.coordinate && <Button kind="quiet" busy={close.busy} onClick={() => { void close.run({ familyId: family.id, requestId: request.id }) }}>{text('appointments.requestDone')}</Button>}
      <SaidNo refusal={close.refusal} />
      <BesideEntry family={family} kind="CHANGE_REQUEST" entryId={request.id} name={text('families.otherMoment', { name: request.firstName })} />
    </div>
  )
}

const BundleCard = ({ bundle, family }: { readonly bundle: Bundle; readonly family: Family }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const evening = bundle.kind === 'EVENING'
  return (
    <article className={styles['bundle']} data-evening={evening || undefined}>
      <h3 className={styles['day']}>
        {dates.shortDay(bundle.date)} <span className={styles['kind']}>{text(`bundle.${bundle.kind}`)}{bundle.parts.length > 1 && ` · ${text('bundle.parts', { count: bundle.parts.length })}`}</span>
      </h3>
      {family.can.coordinate && bundle.date >= dates.today() && bundle.parts.some((part) => part.status === 'CONFIRMED') && (
        <p data-print="never"><Link to={printPath(family.id, bundle.id)} aria-label={text('print.openOf', { day: dates.day(bundle.date) })}>{text('print.open')}</Link></p>
      )}
      {bundle.travel !== null && <p className={styles['soft']}>{text('bundle.travel', { leave: dates.clock(bundle.travel.leaveAt), back: dates.clock(bundle.travel.backAt) })}</p>}
      <Thread label={dates.day(bundle.date)}>
        {bundle.parts.map((part) => (
          <ThreadStop key={part.id} before={part.start === null ? '' : dates.clock(part.start)} shape={beadOf(part.discipline)} filled={part.status === 'CONFIRMED'}>
            <Part part={part} family={family} />
          </ThreadStop>
        ))}
      </Thread>
    </article>
  )
}

const Part = ({ part, family }: { readonly part: Appointment; readonly family: Family }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const record = useCommand(RecordOutcomeDocument)
  const nameOf = firstNameOf(family.members)
  const mayRecord = dates.hasPassed(part.date, part.end) && part.elsewhere === null && family.can.contribute && (part.status === 'CONFIRMED' || part.status === 'UNKNOWN')
  return (
    <div className={styles['part']}>
      <p>
        {part.label} <span className={styles['soft']}>{[
          part.professionals.map((professional) => professional.name).join(', '),
          [part.place?.name ?? part.elsewhere?.place ?? text(`modality.${part.modality}`), part.room].filter(Boolean).join(', '),
          part.attendees.map(nameOf).filter(Boolean).join(', '),
        ].filter(Boolean).join(' · ')}</span>
      </p>
      {part.elsewhere !== null && <ElsewhereMark part={part} elsewhere={part.elsewhere} family={family} />}
      {part.meeting !== null && <MeetingOfPart part={part} meeting={part.meeting} family={family} />}
      {part.status === 'CONFIRMED' && part.elsewhere === null && part.date > dates.today() && family.can.plan && <div className={styles['actions']}><OtherTimes family={family} part={part} /><CallOff family={family} part={part} /></div>}
      {part.status !== 'CONFIRMED' && <StatusMark tone={statusTones[part.status]}>{text(`appointment.${part.status}`)}</StatusMark>}
      {mayRecord && (
        <ChoiceMenu
          label={text('appointments.outcomeOf', { what: part.label })}
          choices={outcomes.map((outcome) => ({ id: outcome, label: text(`appointment.${outcome}`) }))}
          onChoose={(outcome) => { void record.run({ familyId: family.id, appointmentId: part.id, outcome }) }}
        >
          {text('appointments.outcome')}
        </ChoiceMenu>
      )}
      <SaidNo refusal={record.refusal} />
      <BesideEntry family={family} kind={part.elsewhere === null ? 'APPOINTMENT' : 'ELSEWHERE'} entryId={part.id} name={`${part.label}, ${dates.shortDay(part.date)}`} />
    </div>
  )
}

