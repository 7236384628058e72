import { useState } from 'react'
import { useViewer } from '../../shell/viewer.ts'
import type { Family } from './family.ts'

const arrivals = (family: Family): readonly { readonly id: string; readonly by: string; readonly words: string }[] => [
  ...family.contributions.nodes.map((one) => ({ id: one.id, by: one.author.name, words: `${one.author.name}: ${one.subject.label}` })),
  ...family.changes.filter((change) => change.kind !== 'CONTRIBUTION').map((change) => ({ id: change.id, by: change.by, words: change.text })),
]

/** What came in from somebody else while the page stood open, in words; the newest only. */
export const useArrivals = (family: Family): string | undefined => {
  const viewer = useViewer()
  const now = arrivals(family)
  const [known, setKnown] = useState<{ readonly ids: ReadonlySet<string>; readonly words: string | undefined }>(() => ({ ids: new Set(now.map((one) => one.id)), words: undefined }))
  const fresh = now.filter((one) => !known.ids.has(one.id))
  if (fresh.length > 0) {
    setKnown({ ids: new Set([...known.ids, ...fresh.map((one) => one.id)]), words: fresh.find((one) => one.by !== viewer.name)?.words ?? known.words })
  }
  return known.words
}
