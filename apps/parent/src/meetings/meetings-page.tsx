import { MeetingsOfFamilyDocument, WithdrawParentsPointDocument } from '@samenspel/graphql-documents/parent-pages'
import { Button, Card, Notice, PageHeading, QueryState, VisuallyHidden } from '@samenspel/ui'
import { useCallback, useId } from 'react'
import { Link } from 'wouter'
import { useQuery } from 'urql'
import { useFamilyView } from '../family/family-context.tsx'
import { useCommand } from '../family/use-command.ts'
import { paths } from '../paths.ts'
import { BackLink, Page } from '../shell/page.tsx'
import { usePageText } from '../texts.ts'
import { AddPoint } from './add-point.tsx'
import styles from './meetings.module.css'
import { isComing, isOff } from './standing.ts'
import type { MeetingsFamily, Meeting } from './meeting.ts'

/** Talks about the plan: what this parent wants to speak about, when it is, and what was agreed before. */
export const MeetingsPage = () => {
  const text = usePageText()
  const { dates, now } = useFamilyView()
  const past = useId()
  const [{ data, error, fetching }, ask] = useQuery({ query: MeetingsOfFamilyDocument })
  const again = useCallback(() => { ask({ requestPolicy: 'network-only' }) }, [ask])
  return (
    <Page>
      <BackLink />
      <div>
        <PageHeading title={text('meet.title')}>{text('meet.title')}</PageHeading>
        <p className={styles['intro']}>{text('meet.intro')}</p>
      </div>
      <QueryState asked={{ data: data?.families.nodes[0], error, fetching }} onRetry={again}>
        {(family) => {
          const coming = family.meetings.filter(isComing)
          const held = family.meetings.filter((meeting) => meeting.report !== null && meeting.status === 'HELD')
          return (
            <>
              {family.meetings.map((meeting) => isOff(meeting, now.date) && meeting.when !== null && <Card key={meeting.id}><h2>{text('meet.heldOn', { day: dates.fullDay(meeting.when.date) })}</h2><p>{text('meet.off')}</p></Card>)}
              {coming.length === 0 && <Card><h2>{text('meet.none')}</h2><p>{text('meet.noneText')}</p></Card>}
              {coming.map((meeting) => <Coming key={meeting.id} family={family} meeting={meeting} />)}
              {held.length > 0 && (
                <section className={styles['part']} aria-labelledby={past}>
                  <h2 id={past}>{text('meet.past')}</h2>
                  {held.map((meeting) => <Held key={meeting.id} meeting={meeting} />)}
                </section>
              )}
            </>
          )
        }}
      </QueryState>
    </Page>
  )
}

type Props = { readonly family: MeetingsFamily; readonly meeting: Meeting }

const Coming = ({ family, meeting }: Props) => {
  const text = usePageText()
  const { dates } = useFamilyView()
  const id = useId()
  const withdraw = useCommand(WithdrawParentsPointDocument)
  const { when, without, points } = meeting
  const parents = points.filter(({ isParents }) => isParents)
  const others = points.filter(({ isParents }) => !isParents)
  const remove = async (pointId: string) => { await withdraw.send({ familyId: family.id, meetingId: meeting.id, pointId }) }
  return (
    <Card labelledBy={id}>
      <div className={styles['part']}>
        <h2 id={id}>{when === null ? text('meet.searching') : text('meet.when', { day: dates.day(when.date), from: dates.clock(when.from), to: dates.clock(when.to) })}</h2>
        {when !== null && <p>{when.place}</p>}
        <p dir="auto">{text('meet.about', { purpose: meeting.purpose })}</p>
        {!meeting.isAsked && (
          <div className={styles['aside']}>
            <p><b>{text('meet.notAsked')}</b> {without !== null && text('meet.because')}</p>
            {without !== null && <p dir="auto">{without.reason}</p>}
            {without !== null && <p>{text('meet.teller', { name: without.teller })}</p>}
            {meeting.can.addOwnPoint && <p>{text('meet.stillYours')}</p>}
          </div>
        )}
        <div>
          <p>{text('meet.who')}</p>
          <ul className={styles['names']}>{meeting.attendees.map((one) => <li key={one.id}>{one.name}{one.role !== '' && <span className={styles['soft']}> {one.role}</span>}</li>)}</ul>
        </div>
        {(parents.length > 0 || meeting.can.addOwnPoint) && (
          <>
            <h3>{text('meet.yours')}</h3>
            <p className={styles['soft']}>{text('meet.first')}</p>
          </>
        )}
        {parents.length > 0 && (
          <ul className={styles['points']}>
            {parents.map((point) => (
              <li key={point.id}>
                <p dir="auto">{point.text} <span className={styles['soft']}>{text('meet.of', { name: point.by })}</span></p>
                {point.mayWithdraw && <Button kind="quiet" busy={withdraw.state.kind === 'busy'} onClick={() => { void remove(point.id) }}>{text('meet.remove')}<VisuallyHidden>: {point.text}</VisuallyHidden></Button>}
              </li>
            ))}
          </ul>
        )}
        <Notice tone="stop">{withdraw.state.kind === 'failed' && (withdraw.state.reason ?? text('action.failed'))}</Notice>
        {meeting.can.addOwnPoint && <AddPoint family={family} meeting={meeting} />}
        {others.length > 0 && (
          <>
            <h3>{text('meet.also')}</h3>
            <ul className={styles['names']}>{others.map((point) => <li key={point.id} dir="auto">{point.text}</li>)}</ul>
          </>
        )}
      </div>
    </Card>
  )
}

/** What was written for the parents, and who does what. */
const Held = ({ meeting }: { readonly meeting: Meeting }) => {
  const text = usePageText()
  const { dates } = useFamilyView()
  const id = useId()
  const { report, closedAt } = meeting
  const day = meeting.when?.date ?? (closedAt === null ? undefined : dates.dateOf(closedAt))
  const actions = meeting.points.flatMap((point) => point.actions)
  return (
    <Card labelledBy={id}>
      <div className={styles['part']}>
        <h3 id={id}>{day === undefined ? meeting.purpose : text('meet.heldOn', { day: dates.fullDay(day) })}</h3>
        {meeting.absent.length > 0 && <p>{text('meet.youMissed')}</p>}
        {report !== null && (['discussed', 'agreed', 'next'] as const).map((part) => report[part] !== '' && (
          <div key={part}>
            <h4>{text(`meet.${part}`)}</h4>
            <p className={styles['words']} dir="auto">{report[part]}</p>
          </div>
        ))}
        {actions.length > 0 && (
          <div>
            <h4>{text('meet.todo')}</h4>
            <ul className={styles['names']}>
              {actions.map((action) => (
                <li key={action.id}>
                  <span dir="auto">{action.text}</span>{' '}
                  <span className={styles['soft']}>{action.dueOn === null ? text('meet.byWhom', { owner: action.owner }) : text('meet.by', { owner: action.owner, day: dates.dayAndMonth(action.dueOn) })}{action.done && ` · ${text('meet.done')}`}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        <p className={styles['soft']}><Link href={paths.ownData}>{text('meet.ownWords')}</Link></p>
      </div>
    </Card>
  )
}
