import { SetRhythmDocument } from '@samenspel/graphql-documents/desk'
import { Button, Notice } from '@samenspel/ui'
import { blocksOf, inputOf, isSameWeek, presetsFor, type Block, type Preset } from '@samenspel/week-editing'
import { useState } from 'react'
import { useCommand } from '../../graph/use-command.ts'
import { useDraft } from '../../graph/use-draft.ts'
import { DraftMark } from '../../parts/draft-mark.tsx'
import { firstNameOf } from '../../parts/members.ts'
import { SaidNo } from '../../parts/said-no.tsx'
import { Section } from '../../parts/section.tsx'
import { useText } from '../../parts/text.ts'
import { BlockDialog } from './block-dialog.tsx'
import { SaidBy } from './said-by.tsx'
import type { Rhythm, WeekFamily } from './week.ts'
import { WeekParts } from './week-parts.tsx'
import styles from './week.module.css'

type Props = { readonly family: WeekFamily; readonly rhythm: Rhythm; readonly isChild: boolean; readonly readAgain: () => void }

/** A week that was begun earlier; nothing where what was kept can't be read. */
const read = (text: string): readonly Block[] | undefined => {
  try {
    const found: unknown = JSON.parse(text)
    return Array.isArray(found) ? found as readonly Block[] : undefined
  } catch { return undefined }
}

/** One person's week: changed part by part, saved as a whole. Who was overtaken sees what stands now beside what was typed. */
export const WeekForm = ({ family, rhythm, isChild, readAgain }: Props) => {
  const text = useText()
  const save = useCommand(SetRhythmDocument)
  const draft = useDraft(family.id, `week-${rhythm.memberId}`, { version: '', blocks: '' })
  const [open, setOpen] = useState<Block>()
  const [told, setTold] = useState<string>()
  const [done, setDone] = useState(false)
  const name = firstNameOf(family.members)(rhythm.memberId)
  const stands = blocksOf(rhythm)
  const begun = draft.values.blocks === '' ? undefined : read(draft.values.blocks)
  const blocks = begun ?? stands
  const isChanged = !isSameWeek(blocks, stands)
  const isOvertaken = isChanged && begun !== undefined && draft.values.version !== (rhythm.version ?? '')
  // An adult speaks for their own week alone.
  const saidBy = isChild ? told : rhythm.memberId

  const change = (next: readonly Block[]): void => {
    setDone(false)
    draft.change({ version: begun === undefined ? rhythm.version ?? '' : draft.values.version, blocks: JSON.stringify(next) })
  }
  const forget = (): void => {
    draft.change({ version: '', blocks: '' })
    draft.drop()
  }
  const send = async (version: string | null): Promise<void> => {
    if (saidBy === undefined) return
    const isSaved = await save.run({ familyId: family.id, memberId: rhythm.memberId, version, blocks: inputOf(blocks), saidBy })
    readAgain()
    if (!isSaved) return
    forget()
    setDone(true)
  }
  const add = (preset: Preset): void => {
    const [centre] = family.dayCentres
    setOpen({ ...preset, id: crypto.randomUUID(), label: text(`week.${preset.kind}`), ...(preset.kind === 'DAY_CENTRE' && centre !== undefined && { placeId: centre.id }) })
  }
  const keep = (block: Block): void => {
    change(blocks.some(({ id }) => id === block.id) ? blocks.map((each) => each.id === block.id ? block : each) : [...blocks, block])
    setOpen(undefined)
  }
  return (
    <Section title={text('week.of', { name })}>
      <div className={styles['stack']}>
        {blocks.length === 0 ? <p>{text('week.empty')}</p> : <WeekParts caption={text('week.parts')} blocks={blocks} zone={family.zone} onOpen={setOpen} onRemove={(block) => change(blocks.filter(({ id }) => id !== block.id))} />}
        <div role="group" aria-label={text('week.add')} className={styles['row']}>
          <span className={styles['soft']}>{text('week.add')}</span>
          {presetsFor(isChild, family.members.filter(({ role, passed }) => (role === 'CHILD' || role === 'SIBLING') && passed === null).length).map((preset) => <Button key={preset.kind} kind="secondary" onClick={() => add(preset)}>{text(`week.${preset.kind}`)}</Button>)}
        </div>
        {isOvertaken && (
          <div role="alert" className={styles['overtaken']}>
            <p><strong>{text('conflict.title')}</strong></p>
            <p>{text('week.theirs')}</p>
            {stands.length === 0 ? <p>{text('week.empty')}</p> : <WeekParts caption={text('week.theirs')} blocks={stands} zone={family.zone} />}
            <div className={styles['row']}>
              <Button kind="secondary" disabled={saidBy === undefined} onClick={() => { void send(rhythm.version) }}>{text('week.keepMine')}</Button>
              <Button kind="secondary" onClick={forget}>{text('week.takeTheirs')}</Button>
            </div>
          </div>
        )}
        {isChanged && isChild && <SaidBy family={family} chosen={told} onChoose={setTold} />}
        {isChanged && !isChild && <p>{text('week.ownWord', { name })}</p>}
        <DraftMark keeping={draft.keeping} />
        <SaidNo refusal={isOvertaken ? undefined : save.refusal} />
        <Notice tone="ok">{done && !isChanged && text('week.saved')}</Notice>
        {isChanged && !isOvertaken && (
          <div className={styles['row']}>
            <Button busy={save.busy} disabled={saidBy === undefined} onClick={() => { void send(rhythm.version) }}>{text('week.save')}</Button>
            <Button kind="secondary" onClick={forget}>{text('week.undo')}</Button>
          </div>
        )}
      </div>
      <BlockDialog key={open?.id} block={open} family={family} onKeep={keep} onClose={() => setOpen(undefined)} />
    </Section>
  )
}
