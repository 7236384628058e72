import { CancelMeetingDocument } from '@samenspel/graphql-documents/desk'
import { Button, buttonClass, PageHeading, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../../graph/use-command.ts'
import page from '../../parts/page.module.css'
import { Switch } from '../../parts/switch.tsx'
import { useText } from '../../parts/text.ts'
import { WordsDialog } from '../../parts/words-dialog.tsx'
import { useIsBack } from '../../shell/looking-back.tsx'
import { meetingPackPath } from '../../shell/paths.ts'
import { FamilyNav } from '../family/family-nav.tsx'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import { Agenda } from './agenda.tsx'
import { Attendees } from './attendees.tsx'
import { ConveneDialog } from './convene-dialog.tsx'
import { Inputs } from './inputs.tsx'
import { MaterialPicker } from './material-picker.tsx'
import { MeetingStatusMark } from './meeting-line.tsx'
import type { Meeting, MeetingsFamily } from './meeting.ts'
import styles from './meetings.module.css'
import { OfMeeting, ToMeetings } from './meetings-page.tsx'
import { Report } from './report.tsx'
import { Told } from './told.tsx'
import { When } from './when.tsx'

/** The address of one meeting about the plan. */
export const MeetingPage = () => <OfMeeting>{(family, meeting, readAgain) => <OneMeeting family={family} meeting={meeting} readAgain={readAgain} />}</OfMeeting>

type Props = { readonly family: MeetingsFamily; readonly meeting: Meeting; readonly readAgain: () => void }
const stages = ['prepare', 'hold', 'close'] as const
type Stage = (typeof stages)[number]

const OneMeeting = ({ family, meeting, readAgain }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const isToday = meeting.when?.date === dates.today()
  const [stage, setStage] = useState<Stage>(isToday ? 'hold' : 'prepare')
  const [opened, setOpened] = useState<'edit' | 'cancel'>()
  const cancel = useCommand(CancelMeetingDocument)
  const { can } = meeting
  const isBack = useIsBack()
  const isClosed = meeting.closedAt !== null
  const isHeld = can.write && stage === 'hold'
  return (
    <div className={page['page']}>
      <FamilyNav family={family} />
      <p><ToMeetings family={family} /></p>
      <header className={styles['header']}>
        <div>
          <PageHeading title={`${meeting.purpose}: ${family.name}`}><span dir="auto">{meeting.purpose}</span></PageHeading>
          <p className={page['row']}>
            <MeetingStatusMark status={meeting.status} />
            <span className={page['soft']}>{[family.name, text('meeting.convenedBy', { name: meeting.convenedBy }), meeting.dueOn === null ? undefined : text('meeting.due', { day: dates.date(meeting.dueOn) })].filter((part) => part !== undefined).join(' · ')}</span>
          </p>
          {meeting.closedAt !== null && <p>{text('meeting.closedOn', { day: dates.date(dates.dateOf(meeting.closedAt)) })}</p>}
          {meeting.cancelledBecause !== null && <p dir="auto">{text('meeting.cancelledBecause', { reason: meeting.cancelledBecause })}</p>}
        </div>
        <div className={page['row']}>
          {meeting.attendees.length > 0 && !isBack && <Link className={buttonClass('quiet')} to={meetingPackPath(family.id, meeting.id)}>{text('meeting.pack')}</Link>}
          {can.lead && <Button kind="quiet" onClick={() => setOpened('edit')}>{text('meeting.edit')}</Button>}
          {can.lead && <Button kind="quiet" onClick={() => { cancel.forgetRefusal(); setOpened('cancel') }}>{text('meeting.cancel')}</Button>}
          <BesideEntry family={family} kind="MEETING" entryId={meeting.id} name={meeting.purpose} />
        </div>
      </header>
      {can.write && <div className={styles['stage']}><Switch label={text('meeting.stage')} value={stage} options={stages.map((id) => ({ id, label: text(`meeting.stage.${id}`) }))} onChoose={setStage} /></div>}
      <div className={styles['columns']}>
        <div className={page['main']}>
          <Agenda family={family} meeting={meeting} isHeld={isHeld} readAgain={readAgain} />
          {can.lead && stage === 'prepare' && <MaterialPicker family={family} meeting={meeting} />}
          {(stage !== 'prepare' || isClosed || meeting.report !== null) && <Report family={family} meeting={meeting} mayWrite={can.write && stage === 'close'} readAgain={readAgain} onHold={() => setStage('hold')} />}
        </div>
        <div className={page['side']}>
          <When family={family} meeting={meeting} />
          <Attendees family={family} meeting={meeting} isHeld={isHeld} />
          {isClosed && <Told family={family} meeting={meeting} />}
          <Inputs family={family} meeting={meeting} />
        </div>
      </div>
      {opened === 'edit' && <ConveneDialog family={family} meeting={meeting} readAgain={readAgain} onClose={() => setOpened(undefined)} />}
      {opened === 'cancel' && (
        <WordsDialog
          familyId={family.id} form={`cancel-${meeting.id}`} title={text('meeting.cancelTitle')} label={text('meeting.cancelReason')} hint={text('meeting.reasonHint')} sendLabel={text('meeting.cancel')} command={cancel}
          onClose={() => setOpened(undefined)} onSend={(reason) => cancel.run({ familyId: family.id, meetingId: meeting.id, reason })}
        >
          {meeting.needId !== null && <p>{text('meeting.cancelNeed')}</p>}
        </WordsDialog>
      )}
    </div>
  )
}
