import { LiftSafetyShieldDocument, ShieldSafetyNoteDocument } from '@samenspel/graphql-documents/desk'
import { Button, StatusMark, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useText } from '../../parts/text.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import { ReasonDialog } from '../safeguards/reason-dialog.tsx'
import { Select } from '../safeguards/select.tsx'
import styles from './safety.module.css'
import type { SafetyNote, SafetyTrack } from './safety-track.ts'

type Shield = NonNullable<SafetyNote['shields']>[number]
type Props = { readonly familyId: string; readonly track: SafetyTrack; readonly note: SafetyNote; readonly adults: NonNullable<SafetyTrack['circle']>['adults'] }

/** From whom of the family one note is kept, why and until when somebody looks again; for who works in the track. */
export const Shields = ({ familyId, track, note, adults }: Props) => {
  const text = useText()
  const zone = zoneIn(useViewer())
  const dates = useDates(zone)
  const [opened, setOpened] = useState<{ readonly what: 'shield' } | { readonly what: 'again' | 'lift'; readonly shield: Shield }>()
  const shield = useCommand(ShieldSafetyNoteDocument)
  const lift = useCommand(LiftSafetyShieldDocument)
  const [person, setPerson] = useState('')
  const shields = note.shields ?? []
  const others = adults.filter(({ id }) => shields.every(({ personId }) => personId !== id))
  const name = { step: text(`safety.step.${note.step}`), day: dates.date(dates.dateOf(note.at)) }
  const about = { familyId, trackId: track.id, noteId: note.id }
  const close = (): void => setOpened(undefined)
  return (
    <>
      {shields.map((one) => (
        <div key={one.personId}>
          <p className={styles['words']} dir="auto">{text('safety.shield.is', { name: one.name, reason: one.reason })}</p>
          <p className={styles['soft']}>{one.isDue ? <StatusMark tone="wait">{text('safety.shield.due')}</StatusMark> : text('safety.shield.until', { day: dates.date(one.reviewOn) })}</p>
          <div className={styles['row']}>
            <Button kind="quiet" aria-label={text('safety.shield.againOf', { ...name, name: one.name })} onClick={() => setOpened({ what: 'again', shield: one })}>{text('safety.shield.again')}</Button>
            <Button kind="quiet" aria-label={text('safety.shield.liftOf', { ...name, name: one.name })} onClick={() => setOpened({ what: 'lift', shield: one })}>{text('safety.shield.lift')}</Button>
          </div>
        </div>
      ))}
      {others.length > 0 && <div className={styles['row']}><Button kind="quiet" onClick={() => { setPerson(''); setOpened({ what: 'shield' }) }}>{text('safety.shield.title')}<VisuallyHidden>: {name.step}, {name.day}</VisuallyHidden></Button></div>}
      {opened !== undefined && opened.what !== 'lift' && (
        <ReasonDialog
          title={text('safety.shield.of', name)} zone={zone} sendLabel={text(opened.what === 'shield' ? 'safety.shield.yes' : 'safety.shield.again')} withReview reviewHint={text('safety.shield.reviewHint')} command={shield} onClose={close}
          onSend={(reason, reviewOn) => shield.run({ ...about, personId: opened.what === 'shield' ? person : opened.shield.personId, reason, reviewOn })}
        >
          <p>{opened.what === 'shield' ? text('safety.shield.what') : text('safety.shield.is', { name: opened.shield.name, reason: opened.shield.reason })}</p>
          {opened.what === 'shield' && <Select label={text('safety.shield.who')} value={person} placeholder={text('safety.circle.choose')} options={others.map((one) => [one.id, one.name])} onChange={setPerson} />}
        </ReasonDialog>
      )}
      {opened?.what === 'lift' && (
        <ReasonDialog title={text('safety.shield.lift')} zone={zone} sendLabel={text('safety.shield.lift')} withReview={false} command={lift} onClose={close} onSend={(reason) => lift.run({ ...about, personId: opened.shield.personId, reason })}>
          <p>{text('safety.shield.liftWhat', { name: opened.shield.name })}</p>
        </ReasonDialog>
      )}
    </>
  )
}
