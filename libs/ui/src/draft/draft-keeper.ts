/** What became of the last words: on their way, kept, or not kept yet. */
export type Kept = 'saving' | 'kept' | 'failed'

export type DraftKeeper = {
  /** @param content what stands there now; without it there is nothing to keep. It goes on its way after a pause. */
  readonly write: (content: string | undefined) => void
  /** Sends at once what isn't kept: the page may be gone in a moment. */
  readonly flush: () => void
  /** Tries at once what didn't arrive. */
  readonly again: () => void
  /** Once the words were sent, or thrown away: nothing is kept any more, nor of what is on its way. */
  readonly drop: () => void
  /** As `flush`, when the form goes: nothing is tried any more, since somebody else may sit here then. @returns what is still on its way */
  readonly leave: () => Promise<unknown>
}

export type DraftKeeping = {
  /** @param isLast whether the page may be gone before there is an answer. @returns whether it arrived */
  readonly save: (content: string, isLast: boolean) => Promise<boolean>
  readonly drop: () => Promise<boolean>
  readonly tell: (kept: Kept) => void
  /** Milliseconds after the last key, and after something that didn't arrive. */
  readonly pause: number
  readonly retry: number
}

/**
 * Keeps what somebody writes while they write it. One thing is on its way at a time, so that no older words arrive after newer ones, and
 * none after they were sent.
 */
export const createDraftKeeper = ({ save, drop, tell, pause, retry }: DraftKeeping): DraftKeeper => {
  let content: string | undefined
  let isKept = true
  let isOver = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  /** What was sent beside what was on its way. */
  let beside: Promise<unknown> | undefined

  const send = async (isLast: boolean): Promise<void> => {
    const words = content
    isKept = true
    if (words !== undefined) tell('saving')
    const arrived = await (words === undefined ? drop() : save(words, isLast)).catch(() => false)
    // What was written meanwhile has its own turn, or had it.
    if (!isKept || content !== words) return
    if (!arrived && !isOver) {
      isKept = false
      wait(retry)
    }
    if (words !== undefined) tell(arrived ? 'kept' : 'failed')
  }
  const run = async (): Promise<void> => {
    while (!isKept && timer === undefined) {
      const sent = beside
      await (sent ?? send(false))
      if (beside === sent) beside = undefined
    }
    running = undefined
  }
  const start = (): void => {
    clearTimeout(timer)
    timer = undefined
    running ??= run()
  }
  const wait = (milliseconds: number): void => {
    clearTimeout(timer)
    timer = setTimeout(start, milliseconds)
  }
  const flush = (): Promise<unknown> => {
    if (isKept || content === undefined) return Promise.resolve()
    clearTimeout(timer)
    timer = undefined
    if (running === undefined) {
      running = send(true).then(run)
      return running
    }
    const sent = send(true)
    beside = Promise.all([beside, sent])
    // What is on its way may arrive after these words: where the page stays, they are said once more in their turn.
    isKept = isOver
    return sent
  }

  return {
    write: (written) => {
      content = written
      isKept = false
      wait(pause)
    },
    flush: () => { void flush() },
    again: () => { if (!isKept) start() },
    drop: () => {
      content = undefined
      isKept = false
      start()
    },
    leave: () => {
      isOver = true
      const last = flush()
      clearTimeout(timer)
      timer = undefined
      if (!isKept) start()
      return Promise.all([last, running])
    },
  }
}
