import { ErasuresDocument, type ErasuresQuery } from '@samenspel/graphql-documents/desk'
import { buttonClass, MoreButton, PageHeading, StatusMark, useDates, useList, type RowProps, type StatusTone } from '@samenspel/ui'
import { Link } from 'react-router'
import { Answered } from '../../parts/answered.tsx'
import { Table } from '../../parts/table.tsx'
import { useText } from '../../parts/text.ts'
import { erasurePath, paths } from '../../shell/paths.ts'
import { useViewer, zoneIn } from '../../shell/viewer.ts'
import styles from './erasures.module.css'
import { usePersonWords } from './person.ts'

type Erasure = ErasuresQuery['erasures']['nodes'][number]

const tones: Readonly<Record<Erasure['status'], StatusTone>> = { REQUESTED: 'wait', REFUSED: 'stop', GRANTED: 'wait', BEGUN: 'wait', DESTROYED: 'wait', CARRIED_OUT: 'ok' }
const columns = ['case', 'person', 'received', 'answer', 'status'] as const

/** Every request to erase somebody, those to be decided first. */
export const ErasuresPage = () => {
  const text = useText()
  const { asked, again, more, row } = useList({ query: ErasuresDocument, variables: {}, listIn: ({ erasures }) => erasures, idOf: ({ id }) => id })
  return (
    <div className={styles['page']}>
      <PageHeading title={text('erasures.title')}>{text('erasures.title')}</PageHeading>
      <p>{text('erasures.intro')}</p>
      <Link className={buttonClass()} to={paths.newErasure}>{text('erasures.add')}</Link>
      <Answered asked={asked} onRetry={again} isEmpty={({ nodes }) => nodes.length === 0} empty={<p>{text('erasures.empty')}</p>}>
        {({ nodes }) => (
          <>
            <Table caption={text('erasures.caption')} columns={columns.map((column) => text(`erasures.column.${column}`))}>
              {nodes.map((erasure) => <Row key={erasure.id} erasure={erasure} row={row(erasure.id)} />)}
            </Table>
            <MoreButton more={more} label={text('erasures.more')} />
          </>
        )}
      </Answered>
    </div>
  )
}

const Row = ({ erasure: { id, familyId, caseNumber, person, receivedOn, answerBy, isLate, status }, row }: { readonly erasure: Erasure; readonly row: RowProps }) => {
  const text = useText()
  const words = usePersonWords()
  const dates = useDates(zoneIn(useViewer()))
  return (
    <tr {...row}>
      <td data-label={text('erasures.column.case')}><Link to={erasurePath(familyId, id)}>{caseNumber}</Link></td>
      <td data-label={text('erasures.column.person')}><span className={styles['words']}>{words(person)}</span></td>
      <td data-label={text('erasures.column.received')}><time dateTime={receivedOn}>{dates.date(receivedOn)}</time></td>
      <td data-label={text('erasures.column.answer')}>
        {status === 'REQUESTED' && <time dateTime={answerBy}>{dates.date(answerBy)}</time>}
        {isLate && <StatusMark tone="stop">{text('erasures.late')}</StatusMark>}
      </td>
      <td data-label={text('erasures.column.status')}><StatusMark tone={tones[status]}>{text(`erasures.status.${status}`)}</StatusMark></td>
    </tr>
  )
}
