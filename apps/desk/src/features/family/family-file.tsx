import { Notice } from '@samenspel/ui'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Refusal } from '../../graph/refusal.ts'
import { useText } from '../../parts/text.ts'
import { useIsBack } from '../../shell/looking-back.tsx'
import { WorkingNotes } from '../notes/working-notes.tsx'
import { useNoteAsContribution } from '../notes/use-note-as-contribution.ts'
import { ContributionPanel } from '../contribution/contribution-panel.tsx'
import { FamilyQuestions } from '../questions/family-questions.tsx'
import { EndingNote } from '../consents/ending-note.tsx'
import { MeetingsSection } from '../meetings/meetings-section.tsx'
import { Actions } from '../plan/actions.tsx'
import { AgreementCards } from '../plan/agreement-cards.tsx'
import { Plan } from '../plan/plan.tsx'
import { Rest } from '../rest/rest.tsx'
import { Silence } from '../silence/silence.tsx'
import { Appointments } from './appointments.tsx'
import { CaseCourse } from './case-course.tsx'
import { Changes } from './changes.tsx'
import { Contributions } from './contributions.tsx'
import { Emergencies } from './emergencies.tsx'
import { FamilyHeader } from './family-header.tsx'
import type { Contribution, Family } from './family.ts'
import styles from './family-file.module.css'
import { LifeStory } from './life-story.tsx'
import { Overload } from './overload.tsx'
import { Reflection } from './reflection.tsx'
import { useArrivals } from './use-arrivals.ts'
import { WhoIsWho } from './who-is-who.tsx'

type Props = {
  readonly family: Family
  readonly readAgain: () => void
}

/** The file of one family. What the viewer gets nothing of has no place here at all: no heading, no gap. */
export const FamilyFile = ({ family, readAgain }: Props) => {
  const text = useText()
  const [writing, setWriting] = useState(false)
  const [corrects, setCorrects] = useState<Contribution>()
  const opener = useRef<HTMLElement | null>(null)
  const contribute = useRef<HTMLButtonElement>(null)
  const arrival = useArrivals(family)
  const takeOver = useNoteAsContribution(family.id)
  const canWrite = family.can.contribute
  const isBack = useIsBack()
  // What fills the first screen is drawn first, and what lies below it right after.
  const isWhole = useDeferredValue(true, false)

  const openPanel = (contribution?: Contribution): void => {
    const active = document.activeElement
    // Opened by its keys while nothing had the focus: afterwards the button has it.
    opener.current = active instanceof HTMLElement && active !== document.body ? active : contribute.current
    setCorrects(contribution)
    setWriting(true)
  }
  const takeOverNote = async (words: string): Promise<Refusal | undefined> => {
    const refusal = await takeOver(words)
    if (refusal === undefined) openPanel()
    return refusal
  }
  const closePanel = (): void => {
    setWriting(false)
    opener.current?.focus()
  }

  // Who came to write finds the form open; the address then is that of the family again.
  const [asked, setAsked] = useSearchParams()
  const comesToWrite = asked.has('bijdrage')
  if (comesToWrite && canWrite && !writing) setWriting(true)
  useEffect(() => {
    if (comesToWrite) setAsked((before) => { before.delete('bijdrage'); return before }, { replace: true })
  }, [comesToWrite, setAsked])

  useEffect(() => {
    if (!canWrite) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey && !event.ctrlKey && !event.metaKey && event.code === 'KeyN') {
        event.preventDefault()
        openPanel()
      }
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [canWrite])

  return (
    <div className={styles['file']} data-writing={writing || undefined}>
      <div className={styles['page']}>
        <FamilyHeader family={family} contribute={contribute} onContribute={() => openPanel()} />
        <Notice tone="ok">{arrival !== undefined && text('family.arrived', { what: arrival })}</Notice>
        {family.closing !== null && <CaseCourse family={family} />}
        <div className={styles['attention']}>
          <div className={styles['column']}>
            <Silence family={family} />
            <Rest family={family} />
            <Emergencies family={family} />
            <Overload family={family} />
            <Changes family={family} />
            <EndingNote family={family} />
          </div>
          {/* After a loss nobody asks what late cancellations mean. */}
          <div className={styles['column']}>{family.silence === null && !isBack && <Reflection family={family} />}</div>
        </div>
        <LifeStory family={family} />
        {isWhole && <div className={styles['columns']}>
          <div className={styles['column']}>
            <Plan family={family} readAgain={readAgain} />
            <FamilyQuestions family={family} readAgain={readAgain} />
            <Contributions family={family} onCorrect={openPanel} />
          </div>
          <div className={styles['column']}>
            <MeetingsSection family={family} />
            <Appointments family={family} />
            <AgreementCards family={family} readAgain={readAgain} />
            <Actions family={family} />
            {canWrite && <WorkingNotes family={family} {...!writing && { onUse: takeOverNote }} />}
          </div>
        </div>}
        {isWhole && <WhoIsWho family={family} />}
        {isWhole && family.closing === null && <CaseCourse family={family} />}
      </div>
      {writing && <ContributionPanel key={corrects?.id} family={family} corrects={corrects} onClose={closePanel} readAgain={readAgain} />}
    </div>
  )
}
