import { AccessLogDocument } from '@samenspel/graphql-documents/desk'
import { Button, Field, PageHeading } from '@samenspel/ui'
import { useState } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import { useQuery } from 'urql'
import { Answered } from '../../parts/answered.tsx'
import { useText } from '../../parts/text.ts'
import { familyPath } from '../../shell/paths.ts'
import { useViewer } from '../../shell/viewer.ts'
import { AuthorityGaps } from '../safeguards/authority-gaps.tsx'
import styles from './access-log.module.css'
import { LogTable } from './log-table.tsx'

type Period = { readonly from: string; readonly until: string }

/** Who looked into one file, when, at what and on what ground. */
export const AccessLogPage = () => {
  const text = useText()
  const viewer = useViewer()
  const { familyId = '' } = useParams()
  const { state } = useLocation() as { readonly state: unknown }
  const [{ from, until }, setPeriod] = useState<Period>({ from: '', until: '' })
  const [after, setAfter] = useState<string>()
  const [asked, again] = useQuery({ query: AccessLogDocument, variables: { familyId, after, from: from === '' ? undefined : from, until: until === '' ? undefined : until } })
  const choose = (period: Period): void => {
    setAfter(undefined)
    setPeriod(period)
  }
  const title = typeof state === 'string' ? text('log.titleOf', { number: state }) : text('log.title')
  return (
    <div className={styles['page']}>
      <p className={styles['back']}>{viewer.role === 'PRIVACY_OFFICER' ? <Link to="/">{text('log.toCases')}</Link> : <Link to={familyPath(familyId)}>{text('log.toFamily')}</Link>}</p>
      <PageHeading title={title}>{title}</PageHeading>
      {viewer.role === 'PRIVACY_OFFICER' && asked.data !== undefined && <AuthorityGaps familyId={familyId} zone={viewer.jurisdiction === 'NL' ? 'Europe/Amsterdam' : 'Europe/Brussels'} mayReview={false} />}
      <form className={styles['filters']} onSubmit={(event) => event.preventDefault()} aria-label={text('log.filters')}>
        <Field label={text('log.from')}>{(control) => <input {...control} type="date" value={from} max={until} onChange={(event) => choose({ from: event.target.value, until })} />}</Field>
        <Field label={text('log.until')}>{(control) => <input {...control} type="date" value={until} min={from} onChange={(event) => choose({ from, until: event.target.value })} />}</Field>
        {(from !== '' || until !== '') && <Button kind="quiet" onClick={() => choose({ from: '', until: '' })}>{text('log.everything')}</Button>}
      </form>
      <Answered asked={asked} onRetry={() => again({ requestPolicy: 'network-only' })} isEmpty={(data) => data.accessLog.nodes.length === 0} empty={<p>{text('log.empty')}</p>}>
        {({ accessLog: { nodes, pageInfo } }) => (
          <>
            <LogTable lines={nodes} zone={viewer.jurisdiction === 'NL' ? 'Europe/Amsterdam' : 'Europe/Brussels'} />
            {pageInfo.hasNextPage && <Button kind="secondary" busy={asked.fetching} onClick={() => setAfter(pageInfo.endCursor ?? undefined)}>{text('log.more')}</Button>}
          </>
        )}
      </Answered>
    </div>
  )
}
