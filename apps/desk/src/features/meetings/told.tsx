import { InformParentDocument } from '@samenspel/graphql-documents/desk'
import { Button, StatusMark, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import page from '../../parts/page.module.css'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { WordsDialog } from '../../parts/words-dialog.tsx'
import type { Meeting, MeetingsFamily } from './meeting.ts'
import styles from './meetings.module.css'

type Props = { readonly family: MeetingsFamily; readonly meeting: Meeting }

/** Parents who weren't there: who tells them, until it was said that they know. */
export const Told = ({ family, meeting }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const inform = useCommand(InformParentDocument)
  const [notTelling, setNotTelling] = useState<string>()
  if (meeting.absent.length === 0) return null
  return (
    <Section title={text('told.title')} tone={meeting.absent.some(({ told }) => told === null) ? 'wait' : 'plain'}>
      <ul className={styles['people']}>
        {meeting.absent.map(({ id, name, told, words, by, at }) => (
          <li key={id}>
            <div>
              <p><strong>{name}</strong></p>
              {told !== null && <p className={page['soft']}>{text('told.by', { name: by ?? '', day: at === null ? '' : dates.date(dates.dateOf(at)) })}</p>}
              {words !== null && <p dir="auto">{words}</p>}
              {told === null && meeting.can.tell && (
                <div className={page['row']}>
                  <Button kind="secondary" busy={inform.busy} onClick={() => { void inform.run({ familyId: family.id, meetingId: meeting.id, parentId: id, told: true }) }}>{text('told.yes', { name })}</Button>
                  <Button kind="quiet" onClick={() => { inform.forgetRefusal(); setNotTelling(id) }}>{text('told.no', { name })}</Button>
                </div>
              )}
            </div>
            {told === null ? <StatusMark tone="wait">{text('told.waiting')}</StatusMark> : <StatusMark tone={told ? 'ok' : 'neutral'}>{text(told ? 'told.told' : 'told.notTold')}</StatusMark>}
          </li>
        ))}
      </ul>
      <SaidNo refusal={notTelling === undefined ? inform.refusal : undefined} />
      {notTelling !== undefined && (
        <WordsDialog
          familyId={family.id} form={`not-told-${meeting.id}-${notTelling}`} title={text('told.noTitle')} label={text('told.noWords')} sendLabel={text('action.save')} command={inform} onClose={() => setNotTelling(undefined)}
          onSend={(words) => inform.run({ familyId: family.id, meetingId: meeting.id, parentId: notTelling, told: false, words })}
        />
      )}
    </Section>
  )
}
