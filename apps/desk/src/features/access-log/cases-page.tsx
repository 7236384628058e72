import { AccessLogCasesDocument, SetExtraWatchDocument, type AccessLogCasesQuery } from '@samenspel/graphql-documents/desk'
import { MoreButton, PageHeading, useList, VisuallyHidden, type RowProps } from '@samenspel/ui'
import { Link } from 'react-router'
import { useCommand } from '../../graph/use-command.ts'
import { Answered } from '../../parts/answered.tsx'
import { SaidNo } from '../../parts/said-no.tsx'
import { useText } from '../../parts/text.ts'
import { accessLogPath } from '../../shell/paths.ts'
import { WaitingNote } from '../emergency/waiting.tsx'
import styles from './access-log.module.css'

/** The privacy officer's home: case numbers, and behind each the access log and nothing else. */
export const CasesPage = () => {
  const text = useText()
  const { asked, again, more, row } = useList({ query: AccessLogCasesDocument, variables: {}, listIn: ({ accessLogCases }) => accessLogCases, idOf: ({ id }) => id })
  return (
    <div className={styles['page']}>
      <PageHeading title={text('cases.title')}>{text('cases.title')}</PageHeading>
      <p>{text('cases.intro')}</p>
      <WaitingNote />
      <Answered asked={asked} onRetry={again} isEmpty={({ nodes }) => nodes.length === 0} empty={<p>{text('cases.empty')}</p>}>
        {({ nodes }) => (
          <>
            <ul className={styles['cases']}>
              {nodes.map((one) => <Case key={one.id} one={one} row={row(one.id)} onWatched={again} />)}
            </ul>
            <MoreButton more={more} label={text('log.more')} />
          </>
        )}
      </Answered>
    </div>
  )
}

type CaseProps = { readonly one: AccessLogCasesQuery['accessLogCases']['nodes'][number]; readonly row: RowProps; readonly onWatched: () => void }

/** One case: to its log, and whether every look into it is reviewed. */
const Case = ({ one: { id, number, isWatched }, row, onWatched }: CaseProps) => {
  const text = useText()
  const watch = useCommand(SetExtraWatchDocument)
  const toggle = async (): Promise<void> => {
    if (await watch.run({ familyId: id, isWatched: !isWatched })) onWatched()
  }
  return (
    <li className={styles['case']} {...row}>
      <Link to={accessLogPath(id)} state={number}>{number}</Link>
      <label className={styles['watch']}><input type="checkbox" checked={isWatched} aria-disabled={watch.busy || undefined} onChange={() => { void toggle() }} /> <span>{text('cases.watch')} <VisuallyHidden>{number}</VisuallyHidden></span></label>
      <SaidNo refusal={watch.refusal} />
    </li>
  )
}
