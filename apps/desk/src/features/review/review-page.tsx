import { AccessReviewDocument, AccessReviewReportDocument } from '@samenspel/graphql-documents/desk'
import { Button, Field, MoreButton, PageHeading, StatusMark, useDates, useList, useRemembered, type RowProps } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { Section } from '../../parts/section.tsx'
import { Table } from '../../parts/table.tsx'
import { useText } from '../../parts/text.ts'
import { accessLogPath } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import { Judge } from './judge.tsx'
import styles from './review.module.css'
import type { Finding } from './finding.ts'

const states = ['open', 'closed', 'all'] as const
type State = (typeof states)[number]

/** Looks into files that stand out: each with why, to be judged with a word; and what a month brought, rule by rule (L-13). */
export const ReviewPage = () => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const [month, setMonth] = useRemembered('month', dates.today().slice(0, 7))
  const [state, setState] = useRemembered<State>('state', 'open')
  const [judging, setJudging] = useState<Finding>()
  const { asked, again, more, row } = useList({
    query: AccessReviewDocument, variables: { month: month === '' ? undefined : month, isOpen: state === 'all' ? undefined : state === 'open' }, listIn: ({ accessReview }) => accessReview, idOf: ({ id }) => id,
  })
  return (
    <div className={styles['page']}>
      <PageHeading title={text('review.title')}>{text('review.title')}</PageHeading>
      <p>{text('review.intro')}</p>
      <form className={styles['filters']} onSubmit={(event) => event.preventDefault()} aria-label={text('review.filters')}>
        <Field label={text('review.month')}>{(control) => <input {...control} type="month" value={month} onChange={(event) => setMonth(event.target.value)} />}</Field>
        <Field label={text('review.state')}>
          {(control) => <select {...control} value={state} onChange={(event) => setState(event.target.value as State)}>{states.map((one) => <option key={one} value={one}>{text(`review.state.${one}`)}</option>)}</select>}
        </Field>
      </form>
      <Answered asked={asked} onRetry={again} isEmpty={({ nodes }) => nodes.length === 0} empty={<p>{text(`review.empty.${state}`)}</p>}>
        {({ nodes }) => (
          <>
            <ul className={styles['findings']}>{nodes.map((finding) => <One key={finding.id} finding={finding} row={row(finding.id)} onJudge={() => setJudging(finding)} />)}</ul>
            <MoreButton more={more} label={text('log.more')} />
          </>
        )}
      </Answered>
      {month !== '' && <Report month={month} />}
      <Judge finding={judging} onClose={() => setJudging(undefined)} onDone={again} />
    </div>
  )
}

/** So many kinds of looks are read at once; the rest can be opened. */
const atOnce = 3

const One = ({ finding, row, onJudge }: { readonly finding: Finding; readonly row: RowProps; readonly onJudge: () => void }) => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const { familyId, caseNumber, why, who, role, organisation, firstAt, lastAt, lines, what, verdict, word } = finding
  const [first, last] = [firstAt, lastAt].map((at) => dates.clock(dates.timeOf(at)))
  return (
    <li className={styles['finding']} {...row}>
      <h2 className={styles['why']}>{why}</h2>
      <p><strong>{who}</strong> <span className={styles['soft']}>{[role, organisation].filter(Boolean).join(', ')}</span></p>
      <p className={styles['soft']}>
        <Link to={accessLogPath(familyId)} state={caseNumber}>{caseNumber}</Link> · <time dateTime={firstAt}>{dates.shortDay(dates.dateOf(firstAt))} {first}</time>{last !== first && ` – ${last}`} · {text('review.lines', { count: lines })}
      </p>
      <ul className={styles['what']}>{what.slice(0, atOnce).map((one) => <li key={one}>{one}</li>)}</ul>
      {what.length > atOnce && (
        <details className={styles['more']}>
          <summary>{text('review.more', { count: what.length - atOnce })}</summary>
          <ul className={styles['what']}>{what.slice(atOnce).map((one) => <li key={one}>{one}</li>)}</ul>
        </details>
      )}
      {verdict !== null && <p><StatusMark tone={verdict === 'FITS' ? 'ok' : 'stop'}>{text(`review.verdict.${verdict}`)}</StatusMark> <span className={styles['words']}>{word}</span></p>}
      <p><Button kind="secondary" onClick={onJudge}>{text(verdict === null ? 'review.judge' : 'review.reopen')}</Button></p>
    </li>
  )
}

const columns = ['rule', 'found', 'open', 'fits', 'doesNotFit'] as const

const Report = ({ month }: { readonly month: string }) => {
  const text = useText()
  const dates = useDates(zoneIn(useViewer()))
  const [asked, again] = useQuery({ query: AccessReviewReportDocument, variables: { month }, requestPolicy: 'cache-and-network' })
  return (
    <Section title={text('review.report', { month: dates.month(`${month}-01`) })}>
      <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })} isEmpty={() => false} empty={null}>
        {({ accessReviewReport: { lines, counts } }) => (
          <>
            <p>{text('review.reportLines', { count: lines })}</p>
            <Table caption={text('review.caption')} columns={columns.map((column) => text(`review.column.${column}`))}>
              {counts.map(({ rule, found, open, fits, doesNotFit }) => (
                <tr key={rule} className={found === 0 ? styles['none'] : undefined}>
                  <td data-label={text('review.column.rule')}><span className={styles['words']}>{text(`review.rule.${rule}`)}</span></td>
                  <td data-label={text('review.column.found')}>{found}</td>
                  <td data-label={text('review.column.open')}>{open}</td>
                  <td data-label={text('review.column.fits')}>{fits}</td>
                  <td data-label={text('review.column.doesNotFit')}>{doesNotFit}</td>
                </tr>
              ))}
            </Table>
          </>
        )}
      </Answered>
    </Section>
  )
}
