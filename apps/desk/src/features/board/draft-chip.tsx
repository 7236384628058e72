import { Bead, Icon, useDates } from '@samenspel/ui'
import { ChoiceMenu } from '@samenspel/ui/desk'
import { beadOf } from '../../parts/appointment-words.ts'
import { useText } from '../../parts/text.ts'
import type { Hands } from './hands.ts'
import type { BoardFamily, BoardNeed } from './board.ts'
import styles from './chip.module.css'
import type { DraftPart } from './draft.ts'

type Props = { readonly family: BoardFamily; readonly need: BoardNeed; readonly part: DraftPart; readonly hands: Hands; readonly short?: boolean }

/** One appointment of a draft: to be dragged elsewhere, or changed from its menu. */
export const DraftChip = ({ family, need, part, hands, short = false }: Props) => {
  const text = useText()
  const dates = useDates(family.zone)
  const taken = { familyId: family.id, needId: need.id }
  return (
    <div
      className={styles['chip']} data-kind={part.isEvening ? 'evening' : 'single'} data-draft data-short={short || undefined} draggable
      title={short ? `${dates.clock(part.start)} ${need.label}` : undefined}
      onDragStart={(event) => { event.dataTransfer.setData('text/plain', need.label); event.dataTransfer.effectAllowed = 'move'; hands.takeUp(taken) }}
      onDragEnd={hands.letGo}
    >
      {!short && (
        <>
          <p className={styles['head']}>{part.isEvening ? <Icon name="moon" size={14} /> : <span className={styles['bead']}><Bead shape={beadOf(need.discipline)} /></span>}<strong>{dates.clock(part.start)}</strong></p>
          <p className={styles['what']}>{need.label}</p>
        </>
      )}
      <div className={styles['menu']}>
        {!short && <span className={styles['word']}>{text('board.draft')}</span>}
        <ChoiceMenu
          label={text('board.changeOf', { label: need.label })}
          choices={[{ id: 'move', label: text('board.move') }, { id: 'remove', label: text('board.remove') }]}
          onChoose={(choice) => { if (choice === 'move') hands.ask(taken); else hands.remove(family, need) }}
        >
          {short ? '…' : text('board.change')}
        </ChoiceMenu>
      </div>
    </div>
  )
}
