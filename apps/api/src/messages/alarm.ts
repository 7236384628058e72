/** Lets who waits for a moment go on before it. */
export type Alarm = {
  readonly ring: () => void
  /** Settles after so many milliseconds, when it rings, or with the signal. What rang while nobody waited ends the next wait at once. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

export const createAlarm = (): Alarm => {
  let rung = false
  let wake: (() => void) | undefined
  return {
    ring: () => { rung = true; wake?.() },
    wait: (milliseconds, signal) => new Promise((resolve) => {
      const over = (): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', over)
        wake = undefined
        rung = false
        resolve()
      }
      const timer = setTimeout(over, milliseconds)
      signal.addEventListener('abort', over)
      wake = over
      if (rung || signal.aborted) over()
    }),
  }
}
