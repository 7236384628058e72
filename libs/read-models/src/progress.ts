import { comparePositions, type Position } from '@samenspel/event-store'

/** How far a follower has come, and who waits for it. */
export type Progress = {
  readonly passed: () => Position
  readonly moveTo: (position: Position) => void
  /** Fulfilled once the follower has passed the position. @throws what it failed with, or the signal's reason */
  readonly waitFor: (position: Position, signal?: AbortSignal) => Promise<void>
  /** Everybody who waits, and who will, gets this error. */
  readonly fail: (error: Error) => void
}

export const createProgress = (from: Position): Progress => {
  let at = from
  let failed: Error | undefined
  const waiting = new Set<() => void>()
  const tell = () => { for (const look of [...waiting]) look() }
  return {
    passed: () => at,
    moveTo: position => {
      at = position
      tell()
    },
    waitFor: (position, signal) => new Promise((resolve, reject) => {
      const look = () => {
        const over = () => {
          waiting.delete(look)
          signal?.removeEventListener('abort', look)
        }
        if (failed !== undefined) { over(); reject(failed) }
        else if (comparePositions(at, position) >= 0) { over(); resolve() }
        else if (signal?.aborted === true) { over(); reject(signal.reason as Error) }
      }
      waiting.add(look)
      signal?.addEventListener('abort', look)
      look()
    }),
    fail: error => {
      failed = error
      tell()
    },
  }
}
