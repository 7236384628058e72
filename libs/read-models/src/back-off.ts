/** Waits that many milliseconds, or until the signal aborts; never rejects. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<void>

export const pause: Pause = (milliseconds, signal) => new Promise(resolve => {
  const over = () => {
    clearTimeout(timer)
    signal.removeEventListener('abort', over)
    resolve()
  }
  const timer = setTimeout(over, milliseconds)
  signal.addEventListener('abort', over)
  if (signal.aborted) over()
})

const longest = 30_000
/** Milliseconds to wait after the first, second, … failure: twice as long each time. */
export const backOff = (failures: number): number => Math.min(longest, 50 * 2 ** (failures - 1))

/** A stable word for what went wrong, fit to be kept and shown: never the message, which may hold personal data. */
export const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code
    : error instanceof Error ? error.name : 'unknown-error'
