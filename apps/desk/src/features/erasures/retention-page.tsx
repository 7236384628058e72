import { KeepDueRecordDocument, RetentionDueDocument, type KeptRecord } from '@samenspel/graphql-documents/desk'
import { Button, MoreButton, PageHeading, StatusMark, useDates, useList, VisuallyHidden } from '@samenspel/ui'
import { useState } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../../graph/use-command.ts'
import { Answered } from '../../parts/answered.tsx'
import { Table } from '../../parts/table.tsx'
import { useText } from '../../parts/text.ts'
import { paths } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import { ReasonDialog } from '../safeguards/reason-dialog.tsx'
import styles from './erasures.module.css'
import type { Due } from './new-erasure-page.tsx'
import { usePersonWords } from './person.ts'

const columns = ['case', 'person', 'record', 'since', 'due', 'decide'] as const

/** Records of which the least time to keep them is over; a human decides, here nothing goes by itself. */
export const RetentionPage = () => {
  const text = useText()
  const words = usePersonWords()
  const zone = zoneIn(useViewer())
  const dates = useDates(zone)
  const [keeping, setKeeping] = useState<Kept>()
  const { asked, again, more, row } = useList({ query: RetentionDueDocument, variables: {}, listIn: ({ retentionDue }) => retentionDue, idOf: ({ id }) => id })
  return (
    <div className={styles['page']}>
      <PageHeading title={text('retention.title')}>{text('retention.title')}</PageHeading>
      <p>{text('retention.intro')}</p>
      <Answered asked={asked} onRetry={again} isEmpty={({ nodes }) => nodes.length === 0} empty={<p>{text('retention.empty')}</p>}>
        {({ nodes }) => (
          <>
            <Table caption={text('retention.caption')} columns={columns.map((column) => text(`retention.column.${column}`))}>
              {nodes.map(({ id, familyId, kind, caseNumber, person, controller, record, due, since, latest }) => (
                <tr key={id} {...row(id)}>
                  <td data-label={text('retention.column.case')} className={styles['number']}>{caseNumber}</td>
                  <td data-label={text('retention.column.person')}><span className={styles['words']}>{person === null ? text('retention.nobody') : words(person)}</span></td>
                  <td data-label={text('retention.column.record')}><span className={styles['words']}>{record}</span></td>
                  <td data-label={text('retention.column.since')}><time dateTime={since}>{dates.date(since)}</time></td>
                  <td data-label={text('retention.column.due')}>
                    <StatusMark tone={due === 'MUST_BE_DESTROYED' ? 'stop' : 'wait'}>{text(`retention.due.${due}`)}</StatusMark>
                    {latest !== null && <span className={styles['soft']}>{text('retention.latest', { date: dates.date(latest) })}</span>}
                  </td>
                  <td data-label={text('retention.column.decide')}>
                    {kind === 'CARE_RECORD' && <Link to={paths.newErasure} state={person === null ? undefined : { familyId, personId: person.id, controller } satisfies Due}>{text('retention.erase')}<VisuallyHidden>: {caseNumber}, {record}</VisuallyHidden></Link>}
                    {due === 'MAY_BE_DESTROYED' && (
                      <Button kind="quiet" onClick={() => setKeeping({ familyId, kind, name: `${caseNumber}, ${record}`, ...(person !== null && { personId: person.id, controller }) })}>
                        {text('retention.keep')}<VisuallyHidden>: {caseNumber}, {record}</VisuallyHidden>
                      </Button>
                    )}
                  </td>
                </tr>
              ))}
            </Table>
            <MoreButton more={more} label={text('log.more')} />
          </>
        )}
      </Answered>
      {keeping !== undefined && <KeepOn {...keeping} zone={zone} onClose={() => setKeeping(undefined)} />}
    </div>
  )
}

/** What is kept on; of a record of care also whose it is, and who has it. */
type Kept = { readonly familyId: string; readonly kind: KeptRecord; readonly name: string; readonly personId?: string; readonly controller?: string }
type Keeping = Kept & { readonly zone: string; readonly onClose: () => void }

/** What came due is kept on until a day, for a reason; then it stands here again. */
const KeepOn = ({ familyId, kind, name, personId, controller, zone, onClose }: Keeping) => {
  const text = useText()
  const keep = useCommand(KeepDueRecordDocument)
  return (
    <ReasonDialog title={text('retention.keepTitle')} zone={zone} sendLabel={text('retention.keep')} withReview command={keep} onSend={(word, until) => keep.run({ familyId, record: kind, until, word, personId, controller })} onClose={onClose}>
      <p>{name}</p>
      <p>{text('retention.keepWhat')}</p>
    </ReasonDialog>
  )
}
