import { StatusMark, useDates, type RowProps } from '@samenspel/ui'
import { Link } from 'react-router'
import { childrenInWords } from '../../parts/members.ts'
import { Table } from '../../parts/table.tsx'
import { useText } from '../../parts/text.ts'
import { familyPath, plannerLostPath } from '../../shell/paths.ts'
import { useViewer } from '../../shell/viewer.ts'
import styles from './family-table.module.css'
import { waitingIn, type FamilyRow, type Waiting } from './waiting.ts'

const columns = ['family', 'new', 'waiting', 'coordinator'] as const

/** Families in the order in which they are read: who waits for an answer, then what is new, then by name. */
export const byAttention = (families: readonly FamilyRow[]): readonly FamilyRow[] => {
  const urgency = (family: FamilyRow): number => 2 * Number(waitingIn(family).length > 0) + Number(family.hasNews)
  return families.toSorted((a, b) => urgency(b) - urgency(a) || a.name.localeCompare(b.name))
}

/** The caseload: a row for each family. */
export const FamilyTable = ({ families, row }: { readonly families: readonly FamilyRow[]; readonly row: (id: string) => RowProps }) => {
  const text = useText()
  return (
    <Table caption={text('families.caption')} columns={columns.map((column) => text(`families.column.${column}`))}>
      {families.map((family) => <Row key={family.id} family={family} row={row(family.id)} />)}
    </Table>
  )
}

const shown = 2

const Row = ({ family, row }: { readonly family: FamilyRow; readonly row: RowProps }) => {
  const text = useText()
  const viewer = useViewer()
  const dates = useDates(family.zone)
  const waiting = waitingIn(family)
  const changes = family.changes.toSorted((a, b) => b.at.localeCompare(a.at))
  return (
    <tr {...row}>
      <th scope="row" className={styles['family']}>
        <Link to={familyPath(family.id)}>{family.name}</Link>
        <span className={styles['soft']}>{childrenInWords(family.members)}</span>
        {family.silence?.rest != null && <StatusMark tone="wait">{text('families.rests', { on: dates.day(family.silence.rest.reviewOn) })}</StatusMark>}
      </th>
      <td data-label={text('families.column.new')}>
        {changes.length === 0 ? <span className={styles['soft']}>{text('families.nothingNew')}</span> : (
          <ul className={styles['news']}>
            {changes.slice(0, shown).map((change) => (
              <li key={change.id}><span aria-hidden="true" className={styles['bead']} /><span><span className={styles['words']}>{change.text}</span> <span className={styles['soft']}>{change.by}, {dates.nearDay(dates.dateOf(change.at), dates.today())}</span></span></li>
            ))}
            {changes.length > shown && <li className={styles['soft']}>{text('families.moreNews', { count: changes.length - shown })}</li>}
          </ul>
        )}
      </td>
      <td data-label={text('families.column.waiting')}>
        {waiting.length === 0
          ? <StatusMark tone="ok">{text('families.nobodyWaits')}</StatusMark>
          : <ul className={styles['waiting']}>{waiting.map((one) => <li key={one.kind + one.id}><WaitingMark waiting={one} /></li>)}</ul>}
      </td>
      <td data-label={text('families.column.coordinator')}>
        {family.coordinator === null ? <span className={styles['soft']}>{text('families.noCoordinator')}</span> : family.coordinator.id === viewer.id ? text('families.you') : family.coordinator.name}
      </td>
    </tr>
  )
}

const WaitingMark = ({ waiting }: { readonly waiting: Waiting }) => {
  const text = useText()
  switch (waiting.kind) {
    case 'fell-away': return <StatusMark tone="wait"><Link to={plannerLostPath(waiting.familyId)}>{text('families.fellAway', { count: waiting.count })}</Link></StatusMark>
    case 'answer': return <StatusMark tone="wait">{text('families.waitsFor', { name: waiting.firstName })}</StatusMark>
    case 'other-moment': return <StatusMark tone="wait">{text('families.otherMoment', { name: waiting.firstName })}</StatusMark>
    case 'confirming': return <StatusMark tone="wait">{text('families.confirming')}</StatusMark>
    case 'reflection': return <StatusMark tone="neutral">{text('families.reflection')}</StatusMark>
  }
}
