import { AccessLogForParentsDocument, type LookKind } from '@samenspel/graphql-documents/parent-pages'
import { dayAfter } from '@samenspel/intl'
import { buttonClass, Card, Field, MoreButton, PageHeading, QueryState, useList, useRemembered } from '@samenspel/ui'
import { Link } from 'wouter'
import { CopyLink } from '../copy/copy-link.tsx'
import { useFamilyView } from '../family/family-context.tsx'
import type { Family } from '../family/model.ts'
import { SharingLink } from '../sharing/sharing-link.tsx'
import { paths } from '../paths.ts'
import { dialOf } from '../shell/help-lines.ts'
import { Columns, Page } from '../shell/page.tsx'
import { usePageText } from '../texts.ts'
import { Shared } from '../shared-notes/shared.tsx'
import { AccessLogDays } from './access-log-days.tsx'
import styles from './access-log-page.module.css'
import { TakeLog } from './take-log.tsx'

const periods = { week: 7, month: 31, all: undefined } as const
type Period = keyof typeof periods

const kinds = ['LOOKED', 'WROTE', 'TOOK_ALONG', 'REFUSED'] as const satisfies readonly LookKind[]

/** Which lines a parent wants to see; empty is every one. */
type Chosen = { readonly period: Period; readonly organisationId: string; readonly kind: '' | (typeof kinds)[number] }

/** Who looked at the family's file, in plain sentences. */
export const AccessLogPage = () => {
  const text = usePageText()
  const { family, now } = useFamilyView()
  const [chosen, setChosen] = useRemembered<Chosen>('chosen', { period: 'month', organisationId: '', kind: '' })
  const days = periods[chosen.period]
  const from = days === undefined ? {} : { from: dayAfter(now.date, 1 - days) }
  const organisation = chosen.organisationId === '' ? {} : { organisationId: chosen.organisationId }
  return (
    <Page>
      <div>
        <PageHeading title={text('log.title')}>{text('log.title')}</PageHeading>
        <p className={styles['intro']}>{text('log.intro')}</p>
      </div>
      <Columns
        main={family?.can.readAccessLog === true
          ? <><Shared family={family} /><Log family={family} chosen={chosen} choose={setChosen} filter={{ ...from, ...organisation, ...(chosen.kind !== '' && { kind: chosen.kind }) }} /></>
          : <p>{text('log.notYours')}</p>}
        aside={(
          <>
            {family?.can.readAccessLog === true && <TakeLog familyId={family.id} filter={{ ...from, ...organisation }} />}
            <Wrong coordinator={family?.coordinator ?? null} />
            <Link href={paths.ownData} className={buttonClass('secondary', true)}>{text('data.title')}</Link>
            <SharingLink />
            <CopyLink />
          </>
        )}
      />
    </Page>
  )
}

/** How many lines come at a time. */
const pageLength = 50

type LogProps = { readonly family: Family; readonly chosen: Chosen; readonly choose: (chosen: Chosen) => void; readonly filter: { readonly from?: string; readonly organisationId?: string; readonly kind?: LookKind } }

const Log = ({ family, chosen, choose, filter }: LogProps) => {
  const text = usePageText()
  const { asked, again, more, row } = useList({ query: AccessLogForParentsDocument, variables: { familyId: family.id, first: pageLength, ...filter }, listIn: ({ accessLog }) => accessLog, idOf: ({ id }) => id })
  const set = (some: Partial<Chosen>) => { choose({ ...chosen, ...some }) }
  const organisations = asked.data?.first.accessLog.organisations ?? []
  return (
    <>
      <div className={styles['filters']}>
        <Field label={text('log.period')}>
          {(control) => (
            <select {...control} value={chosen.period} onChange={(event) => { set({ period: event.target.value as Period }) }}>
              <option value="week">{text('log.week')}</option>
              <option value="month">{text('log.month')}</option>
              <option value="all">{text('log.all')}</option>
            </select>
          )}
        </Field>
        {(organisations.length > 0 || chosen.organisationId !== '') && (
          <Field label={text('logFilter.organisation')}>
            {(control) => (
              <select {...control} value={chosen.organisationId} onChange={(event) => { set({ organisationId: event.target.value }) }}>
                <option value="">{text('logFilter.everybody')}</option>
                {organisations.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
              </select>
            )}
          </Field>
        )}
        <Field label={text('logFilter.kind')}>
          {(control) => (
            <select {...control} value={chosen.kind} onChange={(event) => { set({ kind: event.target.value as Chosen['kind'] }) }}>
              <option value="">{text('logFilter.everything')}</option>
              {kinds.map((kind) => <option key={kind} value={kind}>{text(`logFilter.${kind}`)}</option>)}
            </select>
          )}
        </Field>
      </div>
      <QueryState asked={asked} onRetry={again} isEmpty={({ nodes }) => nodes.length === 0} empty={<p>{text(chosen.organisationId === '' && chosen.kind === '' ? 'log.none' : 'log.nothing')}</p>}>
        {({ nodes }) => (
          <>
            <AccessLogDays lines={nodes} row={row} />
            <MoreButton more={more} label={text('log.more')} wide />
          </>
        )}
      </QueryState>
    </>
  )
}

const Wrong = ({ coordinator }: { readonly coordinator: Family['coordinator'] }) => {
  const text = usePageText()
  return (
    <Card>
      <h2 className={styles['title']}>{text('log.wrong')}</h2>
      {coordinator === null ? <p>{text('log.wrongNobody')}</p> : <p>{text('log.wrongCall', { name: coordinator.name })}</p>}
      {coordinator?.phone != null && <p><a className={styles['phone']} href={dialOf(coordinator.phone)}><bdi>{coordinator.phone}</bdi></a></p>}
    </Card>
  )
}
