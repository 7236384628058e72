/** A piece of a line that one kind of letters can draw. `text` is in the order in which it is drawn. */
export type Run = { readonly isArabic: boolean; readonly text: string }

/** Words in Arabic script, with what stands between them. */
const arabic = /\p{Script=Arabic}+(?:[\p{Mark}\p{Nd}\s'’.-]*[\p{Script=Arabic}\p{Mark}]+)*/gu

/** A line in pieces, from left to right. What draws them puts word after word to the right, so that words that are read from the right come turned about. */
export const runsOf = (line: string): readonly Run[] => {
  const runs: Run[] = []
  let at = 0
  for (const { index, 0: found } of line.matchAll(arabic)) {
    if (index > at) runs.push({ isArabic: false, text: line.slice(at, index) })
    // The letters of Arabic have no space among them.
    for (const word of found.split(/(\s+)/).reverse()) runs.push({ isArabic: word.trim() !== '', text: word })
    at = index + found.length
  }
  if (at < line.length || runs.length === 0) runs.push({ isArabic: false, text: line.slice(at) })
  return runs
}
