import { EmergenciesToReviewDocument, EmergencyAttemptsDocument, ReviewEmergencyDocument, type EmergenciesToReviewQuery, type EmergencyJudgment } from '@samenspel/graphql-documents/desk'
import { Button, Field, MoreButton, PageHeading, RadioCards, StatusMark, useDates, useList } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { useCommand } from '../../graph/use-command.ts'
import { Answered } from '../../parts/answered.tsx'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { accessLogPath } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import { usePersonWords } from '../erasures/person.ts'
import styles from './emergency.module.css'

type Opening = EmergenciesToReviewQuery['emergenciesToReview']['nodes'][number]

const judgments = ['JUSTIFIED', 'PARTLY', 'NOT_JUSTIFIED'] as const satisfies readonly EmergencyJudgment[]

/** Every opening in an emergency, those first that nobody has looked at. */
export const EmergencyReviewPage = () => {
  const text = useText()
  const { asked, again, more, row } = useList({ query: EmergenciesToReviewDocument, variables: {}, listIn: ({ emergenciesToReview }) => emergenciesToReview, idOf: ({ id }) => id })
  return (
    <div className={styles['page']}>
      <PageHeading title={text('emergency.review.title')}>{text('emergency.review.title')}</PageHeading>
      <p>{text('emergency.review.intro')}</p>
      <Answered asked={asked} onRetry={again} isEmpty={({ nodes }) => nodes.length === 0} empty={<p>{text('emergency.review.empty')}</p>}>
        {({ nodes }) => (
          <>
            {nodes.map((opening) => <div key={opening.id} {...row(opening.id)}><One opening={opening} /></div>)}
            <MoreButton more={more} label={text('emergency.review.more')} />
          </>
        )}
      </Answered>
      <Attempts />
    </div>
  )
}

/** Who sought and found nobody, by person and day: there is nothing to judge, and somebody to ask. */
const Attempts = () => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const [asked, again] = useQuery({ query: EmergencyAttemptsDocument, requestPolicy: 'cache-and-network' })
  return (
    <Section title={text('emergency.attempts.title')}>
      <p className={styles['soft']}>{text('emergency.attempts.intro')}</p>
      <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })} isEmpty={(data) => data.emergencyAttempts.length === 0} empty={<p>{text('emergency.attempts.none')}</p>}>
        {({ emergencyAttempts }) => (
          <ul className={styles['list']}>
            {emergencyAttempts.map(({ on, by, title, organisation, count, times, isMost }) => (
              <li key={times[0]}>
                <strong>{dates.date(on)}</strong>: {[by, title, organisation].filter((part) => part !== '').join(', ')}<br />
                {text('emergency.attempts.times', { count, times: [...new Set(times.map((at) => dates.time(dates.timeOf(at))))].join(', ') })} {isMost && <StatusMark tone="wait">{text('emergency.attempts.most')}</StatusMark>}
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Section>
  )
}

const One = ({ opening }: { readonly opening: Opening }) => {
  const text = useText()
  const words = usePersonWords()
  const dates = useDates(zoneIn(useViewer()))
  const { familyId, caseNumber, at, by, title, organisation, person, reason, looks, reviewBy, isOverdue, judgment, judgmentWords, reviewedAt } = opening
  const day = (moment: string): string => dates.date(dates.dateOf(moment))
  return (
    <Section title={dates.fullMoment(at)} tone={judgment === null ? 'wait' : 'plain'}>
      <p>{text('emergency.review.who', { by, title, organisation })}</p>
      <p>{text('emergency.review.about', { number: caseNumber, person: words(person) })}</p>
      <p><strong>{text(`emergency.reason.${reason}`)}</strong></p>
      <p className={styles['words']} dir="auto">{opening.words}</p>
      <p className={styles['soft']}>{text('emergency.review.looks', { count: looks })} · <Link to={accessLogPath(familyId)}>{text('emergency.review.log')}</Link></p>
      {judgment === null ? (
        <>
          <p><StatusMark tone={isOverdue ? 'stop' : 'wait'}>{isOverdue ? text('emergency.overdue') : text('emergency.review.by', { day: day(reviewBy) })}</StatusMark></p>
          <Judge id={opening.id} />
        </>
      ) : (
        <p><StatusMark tone="ok">{text('emergency.review.done', { day: day(reviewedAt ?? at), judgment: text(`emergency.review.judgment.${judgment}`) })}</StatusMark> {judgmentWords}</p>
      )}
    </Section>
  )
}

const Judge = ({ id }: { readonly id: string }) => {
  const text = useText()
  const [judgment, setJudgment] = useState<EmergencyJudgment>()
  const [words, setWords] = useState('')
  const review = useCommand(ReviewEmergencyDocument)
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); if (judgment !== undefined) void review.run({ openingId: id, judgment, words }) }}>
      <RadioCards name={`judgment ${id}`} inline legend={text('emergency.review.judgment')} chosen={judgment} onChoose={setJudgment} options={judgments.map((value) => ({ value, label: text(`emergency.review.judgment.${value}`) }))} />
      <Field label={text('emergency.review.words')}>{(control) => <textarea {...control} required rows={2} dir="auto" value={words} onChange={(event) => setWords(event.target.value)} />}</Field>
      <SaidNo refusal={review.refusal} />
      <div className={styles['row']}><Button type="submit" busy={review.busy} disabled={judgment === undefined}>{text('emergency.review.save')}</Button></div>
    </form>
  )
}
