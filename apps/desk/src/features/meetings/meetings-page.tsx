import { MeetingsDocument } from '@samenspel/graphql-documents/desk'
import { Button, PageHeading } from '@samenspel/ui'
import { useState, type ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { FamilyUnknown } from '../../parts/family-unknown.tsx'
import page from '../../parts/page.module.css'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { useKeepDay, useKnownAt } from '../../shell/looking-back.tsx'
import { meetingPath, meetingsPath } from '../../shell/paths.ts'
import { FamilyNav } from '../family/family-nav.tsx'
import { ConveneDialog } from './convene-dialog.tsx'
import { isOver, type Meeting, type MeetingsFamily } from './meeting.ts'
import { MeetingLine } from './meeting-line.tsx'
import styles from './meetings.module.css'

type Shown = (family: MeetingsFamily, readAgain: () => void) => ReactNode

/** Reads the meetings of a family, and again when something changes. */
export const OfMeetings = ({ familyId, children }: { readonly familyId: string; readonly children: Shown }) => {
  const [asked, again] = useQuery({ query: MeetingsDocument, variables: { id: familyId, knownAt: useKnownAt()?.at } })
  const readAgain = () => again({ requestPolicy: 'network-only' })
  return <Answered asked={asked} onRetry={readAgain}>{({ family }) => family === null ? <FamilyUnknown /> : children(family, readAgain)}</Answered>
}

type OneShown = (family: MeetingsFamily, meeting: Meeting, readAgain: () => void) => ReactNode

/** Reads one meeting of the address: the same stands there for one that isn't and for one that somebody may not know of. */
export const OfMeeting = ({ children }: { readonly children: OneShown }) => {
  const { familyId = '', meetingId = '' } = useParams()
  return (
    <OfMeetings key={`${familyId} ${meetingId}`} familyId={familyId}>
      {(family, readAgain) => {
        const meeting = family.meetings.find(({ id }) => id === meetingId)
        return meeting === undefined ? <Unknown family={family} /> : children(family, meeting, readAgain)
      }}
    </OfMeetings>
  )
}

const Unknown = ({ family }: { readonly family: MeetingsFamily }) => {
  const text = useText()
  return (
    <>
      <PageHeading title={text('meeting.unknown')}>{text('meeting.unknown')}</PageHeading>
      <p><ToMeetings family={family} /></p>
    </>
  )
}

/** The way back to all meetings of the family. */
export const ToMeetings = ({ family }: { readonly family: MeetingsFamily }) => {
  const text = useText()
  const keepDay = useKeepDay()
  return <Link to={keepDay(meetingsPath(family.id))}>{text('meeting.toAll')}</Link>
}

/** The address of the meetings about a family's plan. */
export const MeetingsPage = () => {
  const { familyId = '' } = useParams()
  return <OfMeetings key={familyId} familyId={familyId}>{(family, readAgain) => <List family={family} readAgain={readAgain} />}</OfMeetings>
}

const List = ({ family, readAgain }: { readonly family: MeetingsFamily; readonly readAgain: () => void }) => {
  const text = useText()
  const keepDay = useKeepDay()
  const [convening, setConvening] = useState(false)
  const coming = family.meetings.filter((meeting) => !isOver(meeting))
  const past = family.meetings.filter(isOver)
  const lines = (meetings: MeetingsFamily['meetings']) => (
    <ul className={styles['list']}>{meetings.map((meeting) => <li key={meeting.id}><MeetingLine zone={family.zone} meeting={meeting} to={keepDay(meetingPath(family.id, meeting.id))} /></li>)}</ul>
  )
  return (
    <div className={page['page']}>
      <FamilyNav family={family} />
      <PageHeading title={`${text('meetings.title')}: ${family.name}`}>{text('meetings.title')}: {family.name}</PageHeading>
      <p className={page['soft']}>{text('meetings.intro')}</p>
      <Section title={text('meetings.coming')} action={family.can.coordinate ? <Button onClick={() => setConvening(true)}>{text('meetings.convene')}</Button> : undefined}>
        {coming.length === 0 ? <p className={page['soft']}>{text(family.can.coordinate ? 'meetings.noneToCome' : 'meetings.noneForYou')}</p> : lines(coming)}
      </Section>
      {past.length > 0 && <Section title={text('meetings.past')}>{lines(past)}</Section>}
      {convening && <ConveneDialog family={family} meeting={undefined} readAgain={readAgain} onClose={() => setConvening(false)} />}
    </div>
  )
}
