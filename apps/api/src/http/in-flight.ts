import type { Middleware } from './protection.ts'

export type InFlight = {
  readonly count: Middleware
  /** Settles when no answer is under way, or after `milliseconds`. */
  readonly finished: (milliseconds: number) => Promise<void>
}

/** Counts the answers that are under way, so that a stop can let them finish. */
export const countInFlight = (): InFlight => {
  let under = 0
  let tell = (): void => undefined
  return {
    count: (_request, response, next) => {
      under += 1
      response.once('close', () => {
        under -= 1
        if (under === 0) tell()
      })
      next()
    },
    finished: (milliseconds) => new Promise((resolve) => {
      if (under === 0) { resolve(); return }
      const timer = setTimeout(resolve, milliseconds)
      tell = () => { clearTimeout(timer); resolve() }
    }),
  }
}
