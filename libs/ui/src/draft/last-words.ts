/** Last words that the server hasn't answered yet. */
const underWay = new Set<Promise<unknown>>()

/** Counts something that is on its way among the last words. @returns the same */
export const saysLast = <Answer>(sent: Promise<Answer>): Promise<Answer> => {
  underWay.add(sent)
  void sent.finally(() => underWay.delete(sent))
  return sent
}

/** Milliseconds that somebody who leaves waits for last words. */
const longestLastWords = 1_500

/** Settles once last words have arrived, or have had their time. */
export const lastWordsSent = async (): Promise<void> => {
  // What leaves the screen says its last words in the turn after this one.
  await new Promise((resolve) => { setTimeout(resolve) })
  await Promise.race([Promise.allSettled(underWay), new Promise((resolve) => { setTimeout(resolve, longestLastWords) })])
}
