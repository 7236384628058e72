import { NotePracticeCardAnswerDocument, RecallPracticeCardDocument, ReleasePracticeCardDocument } from '@samenspel/graphql-documents/desk'
import { Button, buttonClass, Dialog, RadioCards, StatusMark, useDates, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../../graph/use-command.ts'
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx'
import { EditFoot } from '../../parts/edit-foot.tsx'
import page from '../../parts/page.module.css'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { shelfCardPath, writeCardPath } from '../../shell/paths.ts'
import { useCoordinates } from '../family/case-course.tsx'
import dialogs from '../plan/dialogs.module.css'
import { cardFacts, cardTexts, headingOf } from '../practice-cards/practice-cards.ts'
import { BesideEntry } from '../safeguards/beside-entry.tsx'
import type { PlanFamily } from './plan-file.ts'
import styles from './plan-page.module.css'
import { SaidAloud, spokenOf, type Aloud } from './said-aloud.tsx'

type Card = NonNullable<PlanFamily['plan']['practiceCard']>

/** The story without names, written at the end for colleagues elsewhere; each parent says yes or no to the very words. */
export const PracticeCardPart = ({ family }: { readonly family: PlanFamily }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const coordinates = useCoordinates(family)
  const [noting, setNoting] = useState<string>()
  const card = family.plan.practiceCard
  if (card === null && !(coordinates && (family.closing !== null || family.plan.evaluations.length > 0))) return null
  const mayWrite = coordinates && card?.release?.isPlaced !== true
  return (
    <Section title={text('practice.title')} action={mayWrite ? <Link className={buttonClass('quiet')} to={writeCardPath(family.id)}>{text(card === null ? 'practice.write' : 'action.edit')}</Link> : undefined}>
      {card === null ? <p className={page['soft']}>{text('practice.empty')}</p> : (
        <div className={styles['list']}>
          {card.title !== null && <h3 dir="auto">{card.title}</h3>}
          <details className={page['folded']}>
            <summary>{text('practice.read')}</summary>
            <div className={styles['list']}>
              {cardTexts.map(([field]) => card[field] === null ? null : <p key={field} className={page['words']} dir="auto"><strong>{text(headingOf(field))}</strong><br />{card[field]}</p>)}
              <ul className={page['soft']}>{cardFacts(text, card).map((line) => <li key={line}>{line}</li>)}</ul>
            </div>
          </details>
          <p className={page['soft']}>{text('question.by', { by: card.changedBy, day: dates.date(dates.dateOf(card.changedAt)) })}</p>
          <ul className={styles['parts']}>
            {card.answers.map(({ memberId, firstName, isYes, at, spoken }) => (
              <li key={memberId}>
                <div className={page['row']}><strong>{firstName}</strong> <StatusMark tone={isYes ? 'ok' : 'neutral'}>{text(isYes ? 'practice.yes' : 'practice.no')}</StatusMark></div>
                <p className={page['soft']}>{spoken?.words ?? text('versions.answered', { day: dates.date(dates.dateOf(at)) })}</p>
                {coordinates && <div><Button kind="quiet" onClick={() => setNoting(memberId)}>{text('practice.other')}<VisuallyHidden>: {firstName}</VisuallyHidden></Button></div>}
              </li>
            ))}
            {card.awaited.map(({ memberId, firstName }) => (
              <li key={memberId}>
                <div className={page['row']}><strong>{firstName}</strong> <StatusMark tone="wait">{text('versions.awaited')}</StatusMark></div>
                <div><Button kind="quiet" onClick={() => setNoting(memberId)}>{text('versions.note')}<VisuallyHidden>: {firstName}</VisuallyHidden></Button></div>
              </li>
            ))}
          </ul>
          <OnItsWay family={family} card={card} coordinates={coordinates} />
          <BesideEntry family={family} kind="PRACTICE_CARD" entryId={card.version} name={text('practice.title')} />
          {noting !== undefined && <NoteAnswer family={family} version={card.version} parentId={noting} onClose={() => setNoting(undefined)} />}
        </div>
      )}
    </Section>
  )
}

/** Whether colleagues find it, from when, and what who coordinates can do about it. */
const OnItsWay = ({ family, card, coordinates }: { readonly family: PlanFamily; readonly card: Card; readonly coordinates: boolean }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const release = useCommand(ReleasePracticeCardDocument)
  const recall = useCommand(RecallPracticeCardDocument)
  const [asking, setAsking] = useState(false)
  if (card.release !== null) {
    const { placeOn, isPlaced, isWithdrawn, cardId } = card.release
    return (
      <>
        <p><StatusMark tone={isPlaced ? 'ok' : isWithdrawn ? 'stop' : 'wait'}>{text(isPlaced ? 'practice.placed' : isWithdrawn ? 'practice.gone' : 'practice.waits')}</StatusMark></p>
        <p>{isPlaced ? text('practice.placedHint') : isWithdrawn ? text('practice.goneHint') : text('practice.waitsHint', { day: dates.date(placeOn) })}</p>
        {coordinates && cardId !== null && (
          <div className={page['row']}>
            {isPlaced && <Link to={shelfCardPath(cardId)}>{text('practice.open')}</Link>}
            <Button kind="quiet" busy={recall.busy} onClick={() => { void recall.run({ familyId: family.id, cardId }) }}>{text(isPlaced ? 'practice.takeBack' : isWithdrawn ? 'practice.beginAgain' : 'practice.holdBack')}</Button>
          </div>
        )}
        <SaidNo refusal={recall.refusal} />
      </>
    )
  }
  if (!coordinates) return null
  if (card.answers.some(({ isYes }) => !isYes)) return <p>{text('practice.stays')}</p>
  return (
    <>
      <p className={page['soft']}>{text(card.isWhole ? card.awaited.length === 0 ? 'practice.free' : 'practice.awaits' : 'practice.notWhole')}</p>
      {card.isWhole && <div><Button kind={card.awaited.length === 0 ? 'primary' : 'quiet'} onClick={() => setAsking(true)}>{text('practice.release')}</Button></div>}
      {asking && (
        <ConfirmDialog title={text('practice.release')} sendLabel={text('practice.release')} command={release} onClose={() => { release.forgetRefusal(); setAsking(false) }} onSend={() => release.run({ familyId: family.id, version: card.version })}>
          <p>{text('practice.releaseHint')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}

const NoteAnswer = ({ family, version, parentId, onClose }: { readonly family: PlanFamily; readonly version: string; readonly parentId: string; readonly onClose: () => void }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const note = useCommand(NotePracticeCardAnswerDocument)
  const [answer, setAnswer] = useState<'yes' | 'no'>()
  const [aloud, setAloud] = useState<Aloud>({ how: undefined, on: dates.today() })
  const name = family.members.find(({ id }) => id === parentId)?.firstName ?? ''
  const spoken = spokenOf(aloud)
  const send = async (): Promise<void> => {
    if (answer === undefined || spoken === undefined) return
    if (await note.run({ familyId: family.id, version, parentId, isYes: answer === 'yes', spoken })) onClose()
  }
  return (
    <Dialog isOpen onClose={onClose} title={text('practice.noteTitle', { name })}>
      <form className={dialogs['form']} onSubmit={(event) => { event.preventDefault(); if (!note.busy) void send() }}>
        <RadioCards name="practice-answer" inline legend={text('versions.what', { name })} chosen={answer} onChoose={setAnswer} options={[{ value: 'yes', label: text('practice.yes') }, { value: 'no', label: text('practice.no') }]} />
        <SaidAloud name={name} today={dates.today()} aloud={aloud} onChange={setAloud} />
        <EditFoot refusal={note.refusal} busy={note.busy} sendLabel={text('spoken.save')} disabled={answer === undefined || spoken === undefined} onClose={onClose} />
      </form>
    </Dialog>
  )
}
