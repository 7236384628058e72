import { OpenEmergencyDocument, OwnEmergenciesDocument, type EmergencyReason, type OwnEmergenciesQuery } from '@samenspel/graphql-documents/desk'
import { Button, buttonClass, Field, Notice, PageHeading, RadioCards, StatusMark, useDates } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { Answered } from '../../parts/answered.tsx'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { emergencyFilePath } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import styles from './emergency.module.css'

const reasons = ['LIFE_IN_DANGER', 'SEVERE_INJURY', 'MISSING', 'OTHER'] as const satisfies readonly EmergencyReason[]

/** Opening the record of one person because somebody is in danger, and what one opened so. */
export const EmergencyPage = () => {
  const text = useText()
  const [asked, again] = useQuery({ query: OwnEmergenciesDocument, requestPolicy: 'cache-and-network' })
  return (
    <div className={styles['page']}>
      <PageHeading title={text('emergency.title')}>{text('emergency.title')}</PageHeading>
      <Notice tone="wait">{text('emergency.acute')}</Notice>
      <p>{text('emergency.intro')}</p>
      <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })}>
        {({ ownEmergencies }) => (
          <>
            {ownEmergencies.isBlocked ? <Notice tone="stop">{text('emergency.blocked')}</Notice>
              : ownEmergencies.mustProve ? <Notice tone="wait"><div className={styles['form']}><p>{text('emergency.prove')}</p><div><Prove /></div></div></Notice>
                : <Seek mostADay={ownEmergencies.mostADay} unfinished={ownEmergencies.unfinished} />}
            {ownEmergencies.openings.length > 0 && <Own openings={ownEmergencies.openings} />}
          </>
        )}
      </Answered>
    </div>
  )
}

/** The way to where one proves anew who one is: another page of this server, which leads back here. */
const Prove = () => {
  const text = useText()
  return <a className={buttonClass()} href="/sign-in/again?for=desk">{text('emergency.proveGo')}</a>
}

type SeekProps = Pick<OwnEmergenciesQuery['ownEmergencies'], 'mostADay' | 'unfinished'>

/** @param unfinished what was filled in before one had to prove anew who one is */
const Seek = ({ mostADay, unfinished }: SeekProps) => {
  const text = useText()
  const [caseNumber, setCaseNumber] = useState(unfinished?.caseNumber ?? '')
  const [birthDate, setBirthDate] = useState(unfinished?.birthDate ?? '')
  const [adult, setAdult] = useState(unfinished?.adult ?? '')
  const [reason, setReason] = useState<EmergencyReason | undefined>(unfinished?.reason)
  const [words, setWords] = useState(unfinished?.words ?? '')
  const open = useCommand(OpenEmergencyDocument)
  const send = async (): Promise<void> => {
    if (reason === undefined) return
    if (!await open.run({ input: { caseNumber, birthDate, reason, words, ...(adult.trim() !== '' && { adult }) } })) return
    setCaseNumber('')
    setBirthDate('')
    setAdult('')
    setReason(undefined)
    setWords('')
  }
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void send() }}>
      <Field label={text('emergency.case')} hint={text('emergency.caseHint')}>{(control) => <input {...control} required autoComplete="off" value={caseNumber} onChange={(event) => setCaseNumber(event.target.value)} />}</Field>
      <Field label={text('emergency.birthDate')}>{(control) => <input {...control} type="date" required value={birthDate} onChange={(event) => setBirthDate(event.target.value)} />}</Field>
      <Field label={text('emergency.adult')} hint={text('emergency.adultHint')}>{(control) => <input {...control} autoComplete="off" value={adult} onChange={(event) => setAdult(event.target.value)} />}</Field>
      <RadioCards name="reason" legend={text('emergency.reason')} chosen={reason} onChoose={setReason} options={reasons.map((value) => ({ value, label: text(`emergency.reason.${value}`) }))} />
      <Field label={text('emergency.words')}>{(control) => <textarea {...control} required rows={3} dir="auto" value={words} onChange={(event) => setWords(event.target.value)} />}</Field>
      <SaidNo refusal={open.refusal} />
      {open.refusal?.code === 'proof-too-old' && <div className={styles['row']}><Prove /></div>}
      <div className={styles['row']}><Button type="submit" busy={open.busy} disabled={reason === undefined}>{text('emergency.open')}</Button></div>
      <p className={styles['soft']}>{text('emergency.most', { count: mostADay })}</p>
    </form>
  )
}

const Own = ({ openings }: Pick<OwnEmergenciesQuery['ownEmergencies'], 'openings'>) => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  return (
    <Section title={text('emergency.own')}>
      <ul className={styles['list']}>
        {openings.map(({ id, until, isOpen, familyName, reason, isReviewed, isOverdue }) => (
          <li key={id}>
            {isOpen ? <Link to={emergencyFilePath(id)}>{familyName}</Link> : text(`emergency.reason.${reason}`)}{' '}
            <span className={styles['soft']}>{isOpen ? text('emergency.isOpen', { time: dates.time(dates.timeOf(until)) }) : text('emergency.wasOpen', { day: dates.date(dates.dateOf(until)), time: dates.time(dates.timeOf(until)) })}</span>{' '}
            <StatusMark tone={isReviewed ? 'ok' : isOverdue ? 'stop' : 'wait'}>{text(isReviewed ? 'emergency.reviewed' : isOverdue ? 'emergency.overdue' : 'emergency.toBeReviewed')}</StatusMark>
          </li>
        ))}
      </ul>
    </Section>
  )
}
