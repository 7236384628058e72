import { SetRhythmDocument } from '@samenspel/graphql-documents/parent-pages'
import { Button, Notice } from '@samenspel/ui'
import { blocksOf, inputOf, isSameWeek, presetsFor, type Block, type Preset } from '@samenspel/week-editing'
import { useState } from 'react'
import { childrenOf, type Family } from '../family/model.ts'
import { useCommand } from '../family/use-command.ts'
import { usePageText } from '../texts.ts'
import { BlockDialog } from './block-dialog.tsx'
import { Conflict } from './conflict.tsx'
import { useEditing } from './use-editing.ts'
import type { Rhythm, Week } from './week.ts'
import styles from './week-editor.module.css'
import { WeekList } from './week-list.tsx'
import { WeekPicture } from './week-picture.tsx'

type Props = {
  readonly family: Family
  readonly rhythm: Rhythm
  readonly dayCentres: Week['dayCentres']
  readonly isOwn: boolean
  readonly name: string
  /** Asks for the weeks anew. */
}

/** One person's week: seen at a glance, changed part by part, saved as a whole. */
export const WeekEditor = ({ family, rhythm, dayCentres, isOwn, name }: Props) => {
  const text = usePageText()
  const editing = useEditing(family.id, rhythm)
  const [open, setOpen] = useState<Block>()
  const { state, send } = useCommand(SetRhythmDocument)
  const stands = blocksOf(rhythm)
  const isChanged = !isSameWeek(editing.blocks, stands)
  // Somebody else saved after this week was begun: both stand on the page until one is chosen.
  const isOvertaken = isChanged && editing.version !== rhythm.version

  const save = async (version: string | null) => {
    if (state.kind === 'busy') return
    const done = await send({ familyId: family.id, memberId: rhythm.memberId, version, blocks: inputOf(editing.blocks) })
    if (done !== undefined) editing.saved()
  }
  const add = (preset: Preset) => { setOpen({ ...preset, id: crypto.randomUUID(), label: text(`rhythm.${preset.kind}`), ...(preset.kind === 'DAY_CENTRE' && dayCentres[0] !== undefined && { placeId: dayCentres[0].id }) }) }
  const keep = (block: Block) => {
    const known = editing.blocks.some(({ id }) => id === block.id)
    editing.change(known ? editing.blocks.map((each) => each.id === block.id ? block : each) : [...editing.blocks, block])
    setOpen(undefined)
  }
  return (
    <div className={styles['editor']}>
      {isOwn && <p className={styles['hint']}>{text('rhythm.ownHint')}</p>}
      <WeekPicture title={isOwn ? text('rhythm.pictureOwn') : text('rhythm.picture', { name })} blocks={editing.blocks} />
      <WeekList blocks={editing.blocks} onOpen={setOpen} />
      <section className={styles['add']}>
        <h2 className={styles['title']}>{text('rhythm.add')}</h2>
        <div className={styles['presets']}>
          {presetsFor(!isOwn, childrenOf(family).length).map((preset) => <Button key={preset.kind} kind="secondary" onClick={() => { add(preset) }}>{text(`rhythm.${preset.kind}`)}</Button>)}
        </div>
      </section>
      {isOvertaken && <Conflict theirs={stands} onTake={() => { editing.take(stands, rhythm.version) }} onKeep={() => { void save(rhythm.version) }} />}
      <Notice tone={state.kind === 'failed' ? 'stop' : 'ok'}>
        {state.kind === 'failed' ? !isOvertaken && (state.reason ?? text('action.failed')) : state.kind === 'done' && !isChanged && <>{text('rhythm.saved')} {text('rhythm.savedAlready')}</>}
      </Notice>
      {isChanged && !isOvertaken && (
        <div className={styles['dock']}>
          <p className={styles['hint']}>{editing.isKept ? text('state.draftKept') : text('rhythm.unsaved')}</p>
          <div className={styles['buttons']}>
            <Button kind="secondary" disabled={!editing.canUndo} onClick={editing.undo}>{text('rhythm.undo')}</Button>
            <Button busy={state.kind === 'busy'} onClick={() => { void save(editing.version) }}>{text('rhythm.save')}</Button>
          </div>
        </div>
      )}
      <BlockDialog
        key={open?.id} block={open} family={family} dayCentres={dayCentres} onClose={() => { setOpen(undefined) }} onKeep={keep}
        onRemove={open !== undefined && editing.blocks.some(({ id }) => id === open.id) ? () => { editing.change(editing.blocks.filter(({ id }) => id !== open.id)); setOpen(undefined) } : undefined}
      />
    </div>
  )
}
