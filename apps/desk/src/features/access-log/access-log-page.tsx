import { AccessLogDocument, type LookKind } from '@samenspel/graphql-documents/desk'
import { Button, Field, MoreButton, PageHeading, useList, useRemembered } from '@samenspel/ui'
import { Link, useLocation, useParams } from 'react-router'
import { refusalOf } from '../../graph/refusal.ts'
import { Answered } from '../../parts/answered.tsx'
import { useText } from '../../parts/text.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import { FamilyNavOf } from '../family/family-nav-of.tsx'
import { AuthorityGaps } from '../safeguards/authority-gaps.tsx'
import styles from './access-log.module.css'
import { LogFile } from './log-file.tsx'
import { LogTable } from './log-table.tsx'

/** Which lines to see; what is empty narrows nothing. */
type Chosen = { readonly from: string; readonly until: string; readonly organisationId: string; readonly kind: '' | LookKind }

const everything: Chosen = { from: '', until: '', organisationId: '', kind: '' }
const kinds = ['LOOKED', 'WROTE', 'TOOK_ALONG', 'LOG', 'OWN', 'REFUSED'] as const satisfies readonly LookKind[]

/** Who looked into one file, when, at what and on what ground. */
export const AccessLogPage = () => {
  const text = useText()
  const viewer = useViewer()
  const { familyId = '' } = useParams()
  const { state } = useLocation() as { readonly state: unknown }
  const [chosen, setChosen] = useRemembered<Chosen>('chosen', everything)
  const { from, until, organisationId, kind } = chosen
  const filter = { from: from === '' ? undefined : from, until: until === '' ? undefined : until, organisationId: organisationId === '' ? undefined : organisationId, kind: kind === '' ? undefined : kind }
  const { asked, again, more, row } = useList({ query: AccessLogDocument, variables: { familyId, ...filter }, listIn: ({ accessLog }) => accessLog, idOf: ({ id }) => id })
  const choose = (some: Partial<Chosen>): void => setChosen({ ...chosen, ...some })
  const organisations = asked.data?.first.accessLog.organisations ?? []
  // Where there is no log for who asks, there is nothing to narrow or to take along.
  const isThere = asked.error === undefined || refusalOf(asked.error).code !== 'not-found'
  const title = typeof state === 'string' ? text('log.titleOf', { number: state }) : text('log.title')
  return (
    <div className={styles['page']}>
      {viewer.role === 'PRIVACY_OFFICER' ? <p className={styles['back']}><Link to="/">{text('log.toCases')}</Link></p> : <FamilyNavOf familyId={familyId} />}
      <PageHeading title={title}>{title}</PageHeading>
      {viewer.role === 'PRIVACY_OFFICER' && asked.data !== undefined && <AuthorityGaps familyId={familyId} zone={zoneIn(viewer)} mayReview={false} />}
      {isThere && (
        <>
          <form className={styles['filters']} onSubmit={(event) => event.preventDefault()} aria-label={text('log.filters')}>
            <Field label={text('log.from')}>{(control) => <input {...control} type="date" value={from} max={until} onChange={(event) => choose({ from: event.target.value })} />}</Field>
            <Field label={text('log.until')}>{(control) => <input {...control} type="date" value={until} min={from} onChange={(event) => choose({ until: event.target.value })} />}</Field>
            <Field label={text('log.organisation')}>
              {(control) => (
                <select {...control} value={organisationId} onChange={(event) => choose({ organisationId: event.target.value })}>
                  <option value="">{text('log.everybody')}</option>
                  {organisations.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
                </select>
              )}
            </Field>
            <Field label={text('log.kind')}>
              {(control) => (
                <select {...control} value={kind} onChange={(event) => choose({ kind: event.target.value as Chosen['kind'] })}>
                  <option value="">{text('log.anyKind')}</option>
                  {kinds.map((one) => <option key={one} value={one}>{text(`log.kind.${one}`)}</option>)}
                </select>
              )}
            </Field>
            {JSON.stringify(chosen) !== JSON.stringify(everything) && <Button kind="quiet" onClick={() => choose(everything)}>{text('log.everything')}</Button>}
          </form>
          <LogFile familyId={familyId} filter={{ ...filter, kind: kind === '' ? undefined : wordOf(kind) }} />
        </>
      )}
      <Answered asked={asked} onRetry={again} isEmpty={({ nodes }) => nodes.length === 0} empty={<p>{text('log.empty')}</p>}>
        {({ nodes }) => (
          <>
            <LogTable lines={nodes} zone={zoneIn(viewer)} row={row} />
            <MoreButton more={more} label={text('log.more')} />
          </>
        )}
      </Answered>
    </div>
  )
}

/** As the address of the file names it: `TOOK_ALONG` is `tookAlong`. */
const wordOf = (kind: LookKind): string => kind.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
