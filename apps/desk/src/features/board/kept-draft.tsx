import { useEffect, useEffectEvent, useRef } from 'react'
import { useDraft } from '../../graph/use-draft.ts'
import { DraftMark } from '../../parts/draft-mark.tsx'
import { readDraft, writeDraft, type DraftPart } from './draft.ts'

type Props = { readonly familyId: string; readonly parts: readonly DraftPart[]; readonly onFound: (parts: readonly DraftPart[]) => void }

const nothing = writeDraft([])

/** Keeps a draft with the server while it is made, finds it again, and drops it once nothing is in it. */
export const KeptDraft = ({ familyId, parts, onFound }: Props) => {
  const kept = useDraft(familyId, 'board', { parts: nothing })
  const known = useRef(nothing)
  const words = writeDraft(parts)
  const found = useEffectEvent((content: string) => {
    known.current = content
    onFound(readDraft(content))
  })
  const keep = useEffectEvent((content: string) => {
    if (content === known.current) return
    known.current = content
    kept.change({ parts: content })
    if (content === nothing) kept.drop()
  })
  const isFound = kept.keeping === 'restored'
  const content = kept.values.parts
  useEffect(() => { if (isFound) found(content) }, [isFound, content])
  useEffect(() => { keep(words) }, [words])
  return <DraftMark keeping={kept.keeping === 'restored' || words === nothing ? 'untouched' : kept.keeping} />
}
