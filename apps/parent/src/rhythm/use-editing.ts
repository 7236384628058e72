import { blocksOf, isSameWeek, type Block } from '@samenspel/week-editing'
import { useEffect, useRef, useState } from 'react'
import { useDraft } from '../family/use-draft.ts'
import type { Rhythm } from './week.ts'

/** A week that is being made, from what stood when it was begun. */
type Draft = { readonly version: string | null; readonly blocks: readonly Block[] }

const read = (text: string): Draft | undefined => {
  try {
    const draft = JSON.parse(text) as Partial<Draft>
    return Array.isArray(draft.blocks) ? { version: draft.version ?? null, blocks: draft.blocks } : undefined
  } catch { return undefined }
}

/** Changes to one week: each can be undone, and none is lost when the page closes before it is saved. */
export const useEditing = (familyId: string, rhythm: Rhythm) => {
  const stands: Draft = { version: rhythm.version, blocks: blocksOf(rhythm) }
  const draft = useDraft(familyId, `rhythm-${rhythm.memberId}`)
  const [past, setPast] = useState<readonly (readonly Block[])[]>([])
  const current = (draft.text === '' ? undefined : read(draft.text)) ?? stands
  const isUntouched = isSameWeek(current.blocks, stands.blocks)

  // What was kept and says no more than what stands now is no draft any more.
  const { drop } = draft
  const dropLatest = useRef(drop)
  useEffect(() => { dropLatest.current = drop })
  useEffect(() => { if (isUntouched && draft.text !== '') dropLatest.current() }, [isUntouched, draft.text])

  const write = (version: string | null, blocks: readonly Block[]) => { draft.write(JSON.stringify({ version, blocks } satisfies Draft)) }
  return {
    version: current.version,
    blocks: current.blocks,
    isKept: draft.isKept,
    canUndo: past.length > 0,
    change: (blocks: readonly Block[]) => {
      setPast([...past, current.blocks])
      write(current.version, blocks)
    },
    undo: () => {
      const last = past.at(-1)
      if (last === undefined) return
      setPast(past.slice(0, -1))
      write(current.version, last)
    },
    /** Goes on from what somebody else saved. */
    take: (blocks: readonly Block[], version: string | null) => {
      setPast([])
      write(version, blocks)
    },
    /** What was saved is what stands as soon as it is read back; until then it stays on the screen. */
    saved: () => { setPast([]) },
  }
}
