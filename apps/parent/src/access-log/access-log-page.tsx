import { AccessLogForParentsDocument } from '@samenspel/graphql-documents/parent-pages'
import { dayAfter } from '@samenspel/intl'
import { Button, Card, Field, PageHeading, QueryState } from '@samenspel/ui'
import { useState } from 'react'
import { useQuery } from 'urql'
import { CopyLink } from '../copy/copy-link.tsx'
import { useFamilyView } from '../family/family-context.tsx'
import type { Family } from '../family/model.ts'
import { SharingLink } from '../sharing/sharing-link.tsx'
import { dialOf } from '../shell/help-lines.ts'
import { Columns, Page } from '../shell/page.tsx'
import { useText } from '../texts.ts'
import { Shared } from '../shared-notes/shared.tsx'
import { AccessLogDays } from './access-log-days.tsx'
import styles from './access-log-page.module.css'

/** Who looked at the family's file, in plain sentences. */
export const AccessLogPage = () => {
  const text = useText()
  const { family } = useFamilyView()
  return (
    <Page>
      <div>
        <PageHeading title={text('log.title')}>{text('log.title')}</PageHeading>
        <p className={styles['intro']}>{text('log.intro')}</p>
      </div>
      <Columns
        main={family?.can.readAccessLog === true ? <><Shared family={family} /><Log family={family} /></> : <p>{text('log.notYours')}</p>}
        aside={<><Wrong coordinator={family?.coordinator ?? null} /><SharingLink /><CopyLink /></>}
      />
    </Page>
  )
}

const periods = { week: 7, month: 31, all: undefined } as const
type Period = keyof typeof periods

/** How many lines come at a time. */
const pageLength = 50

const Log = ({ family }: { readonly family: Family }) => {
  const text = useText()
  const { now } = useFamilyView()
  const [period, setPeriod] = useState<Period>('month')
  const [length, setLength] = useState(pageLength)
  const days = periods[period]
  const [asked, ask] = useQuery({
    query: AccessLogForParentsDocument,
    variables: { familyId: family.id, first: length, ...(days !== undefined && { from: dayAfter(now.date, 1 - days) }) },
    requestPolicy: 'cache-and-network',
  })
  return (
    <>
      <Field label={text('log.period')}>
        {(control) => (
          <select {...control} value={period} onChange={(event) => { setPeriod(event.target.value as Period); setLength(pageLength) }}>
            <option value="week">{text('log.week')}</option>
            <option value="month">{text('log.month')}</option>
            <option value="all">{text('log.all')}</option>
          </select>
        )}
      </Field>
      <QueryState asked={asked} onRetry={() => { ask({ requestPolicy: 'network-only' }) }} isEmpty={({ accessLog }) => accessLog.nodes.length === 0} empty={<p>{text('log.none')}</p>}>
        {({ accessLog }) => (
          <>
            <AccessLogDays lines={accessLog.nodes} />
            {accessLog.pageInfo.hasNextPage && <Button kind="secondary" wide busy={asked.fetching} onClick={() => { setLength(length + pageLength) }}>{text('log.more')}</Button>}
          </>
        )}
      </QueryState>
    </>
  )
}

const Wrong = ({ coordinator }: { readonly coordinator: Family['coordinator'] }) => {
  const text = useText()
  return (
    <Card>
      <h2 className={styles['title']}>{text('log.wrong')}</h2>
      {coordinator === null ? <p>{text('log.wrongNobody')}</p> : <p>{text('log.wrongCall', { name: coordinator.name })}</p>}
      {coordinator?.phone != null && <p><a className={styles['phone']} href={dialOf(coordinator.phone)}><bdi>{coordinator.phone}</bdi></a></p>}
    </Card>
  )
}
