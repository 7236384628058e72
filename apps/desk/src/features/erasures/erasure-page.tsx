import { ErasureDocument } from '@samenspel/graphql-documents/desk'
import { PageHeading, StatusMark, useDates } from '@samenspel/ui'
import { useEffect } from 'react'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { paths } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import { Certificate } from './certificate.tsx'
import { Decision } from './decision.tsx'
import styles from './erasures.module.css'
import { usePersonWords } from './person.ts'
import { isDue, type Erasure } from './erasure.ts'

/** Milliseconds between two looks at an erasure that is being carried out. */
const lookEvery = 1_000
const isWorking = (status: Erasure['status'] | undefined): status is 'GRANTED' | 'BEGUN' | 'DESTROYED' => status === 'GRANTED' || status === 'BEGUN' || status === 'DESTROYED'

/** One request: what it is about, the decision, how far it is carried out, and the certificate. */
export const ErasurePage = () => {
  const text = useText()
  const { familyId = '', erasureId = '' } = useParams()
  const [asked, again] = useQuery({ query: ErasureDocument, variables: { familyId, id: erasureId }, requestPolicy: 'cache-and-network' })
  const status = asked.data?.erasure?.status
  useEffect(() => {
    if (!isWorking(status)) return
    const timer = setInterval(() => again({ requestPolicy: 'network-only' }), lookEvery)
    return () => clearInterval(timer)
  }, [status, again])
  return (
    <div className={styles['page']}>
      <p className={styles['back']} data-print="never"><Link to={paths.erasures}>{text('erasure.toAll')}</Link></p>
      <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })} isEmpty={(data) => data.erasure === null} empty={<p>{text('erasure.missing')}</p>}>
        {({ erasure }) => erasure !== null && <One erasure={erasure} readAgain={() => again({ requestPolicy: 'network-only' })} />}
      </Answered>
    </div>
  )
}

const One = ({ erasure, readAgain }: { readonly erasure: Erasure; readonly readAgain: () => void }) => {
  const text = useText()
  const words = usePersonWords()
  const dates = useDates(zoneIn(useViewer()))
  const { status, person, records, mustAsk, haveAsked, askedByAll, certificate, refusalGround, decidedAt } = erasure
  const title = text('erasure.titleOf', { number: erasure.caseNumber })
  const on = (instant: string) => dates.date(dates.dateOf(instant))
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <Section title={text('erasure.about')}>
        <p><strong className={styles['words']}>{words(person)}</strong></p>
        <p>{text('erasure.receivedOn', { date: dates.date(erasure.receivedOn), until: dates.date(erasure.answerBy) })} {erasure.isLate && <StatusMark tone="stop">{text('erasures.late')}</StatusMark>}</p>
        {status === 'REQUESTED' && (
          <p>{isDue(erasure, dates.today()) ? text('erasure.asked.due') : <StatusMark tone={askedByAll ? 'ok' : 'wait'}>{askedByAll ? text('erasure.asked.all') : mustAsk === 0 ? text('erasure.asked.unknown') : text('erasure.asked.some', { have: haveAsked, must: mustAsk })}</StatusMark>}</p>
        )}
        {status === 'REFUSED' && refusalGround !== null && decidedAt !== null && <p><StatusMark tone="stop">{text('erasure.refused', { date: on(decidedAt), ground: text(`erasure.refuse.${refusalGround}`) })}</StatusMark></p>}
        {certificate !== null && <p><StatusMark tone="ok">{text('erasure.done', { date: on(certificate.destroyedAt) })}</StatusMark></p>}
      </Section>
      <Section title={text('erasure.records')}>
        <ul className={styles['records']}>
          {records.map(({ controller, name, isOwn, isGranted, agreedOn, earliest }) => (
            <li key={controller}>
              <span className={styles['words']}>{name}</span>
              <span className={styles['soft']}>
                {status === 'REQUESTED'
                  ? [text(isOwn ? 'erasure.records.own' : 'erasure.records.other'), ...earliest === null ? [] : [text('erasure.records.earliest', { date: dates.date(earliest) })]].join(' · ')
                  : status === 'REFUSED' || !isGranted ? text('erasure.records.notGranted')
                    : [text(isWorking(status) ? 'erasure.records.going' : 'erasure.records.gone'), agreedOn === null ? text('erasure.records.own') : text('erasure.records.agreed', { date: dates.date(agreedOn) })].join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      {status === 'REQUESTED' && <Decision erasure={erasure} readAgain={readAgain} />}
      {isWorking(status) && (
        <Section title={text('erasure.working.title')} tone="wait">
          <p role="status"><StatusMark tone="wait">{text(`erasure.working.${status}`)}</StatusMark></p>
          <p>{text('erasure.working.leave')}</p>
        </Section>
      )}
      {certificate !== null && <Certificate erasure={erasure} certificate={certificate} />}
    </>
  )
}
