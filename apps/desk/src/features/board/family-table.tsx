import { StatusMark, useDates } from '@samenspel/ui'
import { Link } from 'react-router'
import { childrenInWords } from '../../parts/members.ts'
import { useText } from '../../parts/text.ts'
import { plannerPath } from '../../shell/paths.ts'
import type { Hands } from './hands.ts'
import { momentsOn, savedIn, waitingFor, type BoardData, type BoardFamily } from './board.ts'
import { DraftChip } from './draft-chip.tsx'
import { MomentChip } from './moment-chip.tsx'
import styles from './board-table.module.css'
import type { BoardAddress } from './use-board-address.ts'
import { DayHeads } from './day-heads.tsx'

export type TableProps = { readonly board: BoardData; readonly families: readonly BoardFamily[]; readonly days: readonly string[]; readonly address: BoardAddress; readonly hands: Hands }

/** A row for each family, a column for each day. */
export const FamilyTable = ({ board, families, days, address: { period: { view } }, hands }: TableProps) => {
  const text = useText()
  return (
    <div className={styles['scroll']} role="region" aria-label={text('board.families')} tabIndex={0}>
      <table className={styles['table']} data-view={view}>
        <caption className={styles['caption']}>{text('board.families')}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles['whose']}>{text('board.family')}</th>
            <DayHeads days={days} board={board} view={view} />
            <th scope="col" className={styles['state']}>{text('board.status')}</th>
          </tr>
        </thead>
        <tbody>{families.map((family) => <Row key={family.id} family={family} board={board} days={days} short={view === 'month'} hands={hands} />)}</tbody>
      </table>
    </div>
  )
}

type RowProps = { readonly family: BoardFamily; readonly board: BoardData; readonly days: readonly string[]; readonly short: boolean; readonly hands: Hands }

const Row = ({ family, board, days, short, hands }: RowProps) => {
  const dates = useDates(family.zone)
  return (
    <tr>
      <th scope="row" className={styles['whose']}>
        <Link to={plannerPath(family.id)}>{family.name}</Link>
        <span className={styles['soft']}>{childrenInWords(family.members)}</span>
      </th>
      {days.map((date) => <Day key={date} family={family} date={date} today={dates.today()} isClosed={board.closedDays.includes(date)} short={short} hands={hands} />)}
      <td className={styles['state']}><FamilyState family={family} /></td>
    </tr>
  )
}

type DayProps = { readonly family: BoardFamily; readonly date: string; readonly today: string; readonly isClosed: boolean; readonly short: boolean; readonly hands: Hands }

/** What one family has on one day; while a wish of this family is held, whether it may go here. */
const Day = ({ family, date, today, isClosed, short, hands }: DayProps) => {
  const parts = hands.partsOf(family.id).filter((part) => part.date === date)
  const isTarget = hands.taken?.familyId === family.id
  const ways = isTarget ? hands.ways?.find((one) => one.date === date) : undefined
  const state = !isTarget ? undefined : hands.ways === undefined ? 'asking' : (ways?.ways.length ?? 0) > 0 ? 'allowed' : 'refused'
  return (
    <td
      className={styles['day']} data-today={date === today || undefined} data-closed={isClosed || undefined} data-may={state} title={state === 'refused' ? ways?.sentence ?? undefined : undefined}
      onDragOver={(event) => {
        if (!isTarget) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
        hands.hoverOver(family, date)
      }}
      onDrop={(event) => {
        if (!isTarget) return
        event.preventDefault()
        hands.putOn(family, date)
      }}
    >
      <div className={styles['stack']}>
        {momentsOn(family.moments, date).map((moment) => <MomentChip key={moment.id} moment={moment} zone={family.zone} short={short} />)}
        {parts.map((part) => {
          const need = family.needs.find(({ id }) => id === part.needId)
          return need === undefined ? null : <DraftChip key={part.needId} family={family} need={need} part={part} hands={hands} short={short} />
        })}
      </div>
    </td>
  )
}

/** What is saved, and who waits for whom. */
export const FamilyState = ({ family }: { readonly family: BoardFamily }) => {
  const text = useText()
  const saved = savedIn(family)
  const waiting = waitingFor(family)
  const tooMuch = family.overloadSignals
  return (
    <ul className={styles['marks']}>
      {tooMuch.map((signal) => <li key={signal.id}><StatusMark tone="wait">{text('board.tooMuch', { name: signal.firstName })}</StatusMark></li>)}
      {waiting.map((one) => (
        <li key={one.kind + one.id}>
          <StatusMark tone={one.kind === 'reflection' ? 'neutral' : 'wait'}>{one.kind === 'answer' ? text('families.waitsFor', { name: one.firstName }) : one.kind === 'other-moment' ? text('families.otherMoment', { name: one.firstName }) : text('families.confirming')}</StatusMark>
        </li>
      ))}
      {saved !== undefined && saved.trips > 0 && <li><StatusMark tone={saved.isSure ? 'ok' : 'neutral'}>{text(saved.isSure ? 'board.saved' : 'board.couldSave', { trips: saved.trips })}</StatusMark></li>}
      {saved !== undefined && saved.travelDays > 0 && <li><StatusMark tone={saved.isSure ? 'ok' : 'neutral'}>{text(saved.isSure ? 'board.savedDays' : 'board.couldSaveDays', { days: saved.travelDays })}</StatusMark></li>}
      {waiting.length + tooMuch.length === 0 && saved === undefined && <li className={styles['soft']}>{text('board.quiet')}</li>}
    </ul>
  )
}
