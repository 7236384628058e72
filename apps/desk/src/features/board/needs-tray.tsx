import { Bead, Button, StatusMark, useDates } from '@samenspel/ui'
import { beadOf } from '../../parts/appointment-words.ts'
import { useText } from '../../parts/text.ts'
import type { Hands } from './hands.ts'
import type { BoardFamily, BoardNeed } from './board.ts'
import { KeptDraft } from './kept-draft.tsx'
import styles from './needs-tray.module.css'
import type { Drafts } from './use-drafts.ts'

type Props = { readonly families: readonly BoardFamily[]; readonly hands: Hands; readonly drafts: Drafts; readonly activeId: string | undefined; readonly onChoose: (familyId: string) => void }

const urgencyOf = (need: BoardNeed) => need.urgency >= 3 ? 3 : need.urgency <= 1 ? 1 : 2

/** What still has to be planned, by family: to be dragged to a day, or placed from a menu. */
export const NeedsTray = ({ families, hands, drafts, activeId, onChoose }: Props) => {
  const text = useText()
  const asked = families.filter(({ needs }) => needs.length > 0)
  return (
    <section className={styles['tray']} aria-labelledby="tray" data-print="never">
      <h2 id="tray">{text('board.tray')}</h2>
      {asked.length === 0 && <p className={styles['soft']}>{text('board.trayEmpty')}</p>}
      {asked.map((family) => (
        <div key={family.id} className={styles['family']} data-active={family.id === activeId || undefined}>
          <h3><button type="button" aria-pressed={family.id === activeId} onClick={() => onChoose(family.id)}>{family.name}</button></h3>
          <ul className={styles['needs']}>
            {family.needs.toSorted((a, b) => b.urgency - a.urgency || a.deadline.localeCompare(b.deadline)).map((need) => <Need key={need.id} family={family} need={need} hands={hands} />)}
          </ul>
          <KeptDraft familyId={family.id} parts={drafts.of(family.id).now} onFound={(parts) => drafts.change(family.id, { type: 'find', parts })} />
        </div>
      ))}
    </section>
  )
}

const Need = ({ family, need, hands }: { readonly family: BoardFamily; readonly need: BoardNeed; readonly hands: Hands }) => {
  const text = useText()
  const dates = useDates(family.zone)
  const taken = { familyId: family.id, needId: need.id }
  const placed = hands.partsOf(family.id).find(({ needId }) => needId === need.id)
  return (
    <li
      className={styles['need']} draggable data-placed={placed !== undefined || undefined}
      onDragStart={(event) => { event.dataTransfer.setData('text/plain', need.label); event.dataTransfer.effectAllowed = 'move'; hands.takeUp(taken) }}
      onDragEnd={hands.letGo}
    >
      <p className={styles['label']}><span className={styles['bead']}><Bead shape={beadOf(need.discipline)} filled={placed !== undefined} /></span><strong>{need.label}</strong></p>
      <p className={styles['soft']}>{need.organisation.name}</p>
      <p className={styles['soft']}>{text('board.need', { minutes: need.minutes, from: dates.shortDate(need.from), until: dates.shortDate(need.deadline) })}</p>
      {need.everyWeeks !== null && <p className={styles['soft']}>{[text('planner.repeats', { weeks: need.everyWeeks }), ...need.status === 'OPEN' ? [text('planner.due', { day: dates.shortDate(need.preferred) })] : []].join(' · ')}</p>}
      <div className={styles['foot']}>
        {placed !== undefined
          ? <StatusMark tone="ok">{text('board.placed', { day: dates.shortDay(placed.date), time: dates.clock(placed.start) })}</StatusMark>
          : need.status === 'PROPOSED'
            ? <StatusMark tone="wait">{text('planner.proposed')}</StatusMark>
            : <StatusMark tone={need.urgency >= 3 ? 'wait' : 'neutral'}>{text(`board.urgency.${urgencyOf(need)}`)}</StatusMark>}
        <Button kind="quiet" aria-label={text(placed === undefined ? 'board.placeOf' : 'board.moveOf', { label: need.label })} onClick={() => hands.ask(taken)}>{text(placed === undefined ? 'board.place' : 'board.move')}</Button>
      </div>
    </li>
  )
}
