import { MeetingPackDocument, type MeetingPackQuery } from '@samenspel/graphql-documents/desk'
import { Button, PageHeading, RadioCards, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import page from '../../parts/page.module.css'
import { useText } from '../../parts/text.ts'
import { meetingPath } from '../../shell/paths.ts'
import { useViewer } from '../../shell/viewer.ts'
import type { Meeting, MeetingsFamily } from './meeting.ts'
import styles from './meetings.module.css'
import { OfMeeting } from './meetings-page.tsx'

/** What one attendee takes along on paper. Who coordinates chooses for whom; others print their own page. */
export const PackPage = () => <OfMeeting>{(family, meeting) => <Choose family={family} meeting={meeting} />}</OfMeeting>

type Props = { readonly family: MeetingsFamily; readonly meeting: Meeting }

const Choose = ({ family, meeting }: Props) => {
  const text = useText()
  const viewer = useViewer()
  const mayChoose = meeting.can.lead || family.can.coordinate
  const [personId, setPersonId] = useState(meeting.isAsked ? viewer.id : undefined)
  return (
    <div className={page['page']}>
      <div className={styles['choose']} data-print="never">
        <p><Link to={meetingPath(family.id, meeting.id)}>{text('pack.toMeeting')}</Link></p>
        <PageHeading title={text('pack.title')}>{text('pack.title')}</PageHeading>
        <p className={page['soft']}>{text(mayChoose ? 'pack.hintLead' : 'pack.hint')}</p>
        {mayChoose && <RadioCards name="attendee" legend={text('pack.whom')} inline chosen={personId} onChoose={setPersonId} options={meeting.attendees.map(({ id, name }) => ({ value: id, label: name }))} />}
      </div>
      {personId !== undefined && <Pack key={personId} family={family} meeting={meeting} personId={personId} />}
    </div>
  )
}

const Pack = ({ family, meeting, personId }: Props & { readonly personId: string }) => {
  const text = useText()
  // Each page that is taken along has its own line in the log.
  const [asked, again] = useQuery({ query: MeetingPackDocument, variables: { familyId: family.id, meetingId: meeting.id, personId }, requestPolicy: 'network-only' })
  return (
    <Answered asked={asked} onRetry={() => { again({ requestPolicy: 'network-only' }) }}>
      {({ meetingPack }) => (
        <>
          <p data-print="never"><Button onClick={() => { print() }}>{text('pack.print')}</Button></p>
          <OnPaper pack={meetingPack} zone={family.zone} />
        </>
      )}
    </Answered>
  )
}

const OnPaper = ({ pack, zone }: { readonly pack: MeetingPackQuery['meetingPack']; readonly zone: string }) => {
  const text = useText()
  const dates = useDates(zone)
  const { when, points, inputs, goals, actions, agreedBefore } = pack
  return (
    <article className={styles['paper']}>
      <p className={page['soft']}>{text('pack.for', { name: pack.attendee })}</p>
      <h2 dir="auto">{pack.purpose}</h2>
      {when !== null && <p><strong>{text('meeting.when', { day: dates.fullDay(when.date), from: dates.clock(when.from), to: dates.clock(when.to), place: when.place })}</strong></p>}
      <p>{text('pack.attendees', { names: pack.attendees.join(', ') })}</p>
      {pack.guidingQuestion !== null && <blockquote dir="auto">{pack.guidingQuestion}</blockquote>}
      {points.length > 0 && (
        <>
          <h3>{text('agenda.title')}</h3>
          <ol className={styles['paperPoints']}>
            {points.map(({ text: words, by, isParents }, index) => <li key={`${index} ${words}`}><span dir="auto">{words}</span>{isParents && <span className={page['soft']}> {text('agenda.ofParent', { name: by })}</span>}</li>)}
          </ol>
        </>
      )}
      {inputs.length > 0 && (
        <>
          <h3>{text('inputs.title')}</h3>
          <ul>{inputs.map(({ text: words, by }, index) => <li key={`${index} ${words}`}><span dir="auto">{words}</span> <span className={page['soft']}>{by}</span></li>)}</ul>
        </>
      )}
      {goals.length > 0 && (
        <>
          <h3>{text('pack.goals')}</h3>
          <ul>{goals.map(({ title, now }) => <li key={title}><strong dir="auto">{title}</strong>{now !== null && <span dir="auto">: {now}</span>}</li>)}</ul>
        </>
      )}
      {actions.length > 0 && (
        <>
          <h3>{text('pack.actions')}</h3>
          <ul>{actions.map((action) => <li key={action.id}><span dir="auto">{action.text}</span> <span className={page['soft']}>{[action.owner, action.dueOn === null ? undefined : text('actions.due', { day: dates.shortDay(action.dueOn) })].filter((part) => part !== undefined).join(' · ')}</span></li>)}</ul>
        </>
      )}
      {agreedBefore.map((words) => <div key={words}><h3>{text('pack.before')}</h3><p className={page['words']} dir="auto">{words}</p></div>)}
    </article>
  )
}
