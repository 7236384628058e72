import { tokensOf } from '../sessions/cookies.ts'
import { refuse, type Middleware } from './protection.ts'

/** Requests of one session that are worked on at a time, and that may wait for it (security 3.1). */
export const mostAtOnce = 6
export const mostWaiting = 60

export type Turns = {
  /** Settles when it is one's turn, with `true`; at once with `false` when too many wait already. Who got a turn must give it back. */
  readonly enter: (key: string) => Promise<boolean>
  readonly leave: (key: string) => void
}

export const openTurns = (atOnce = mostAtOnce, waitingAtMost = mostWaiting): Turns => {
  const sessions = new Map<string, { busy: number; readonly waiting: (() => void)[] }>()
  return {
    enter: (key) => {
      const session = sessions.get(key) ?? { busy: 0, waiting: [] }
      sessions.set(key, session)
      if (session.busy < atOnce) {
        session.busy += 1
        return Promise.resolve(true)
      }
      if (session.waiting.length >= waitingAtMost) return Promise.resolve(false)
      return new Promise((resolve) => { session.waiting.push(() => { resolve(true) }) })
    },
    leave: (key) => {
      const session = sessions.get(key)
      if (session === undefined) return
      const next = session.waiting.shift()
      if (next !== undefined) { next(); return }
      session.busy -= 1
      if (session.busy === 0) sessions.delete(key)
    },
  }
}

/** Nobody can keep the server from others by asking much at once: of one session, the rest waits its turn. */
export const inTurn = (turns: Turns, secure: boolean): Middleware => (request, response, next) => {
  const key = [...tokensOf(request.headers, secure).values()].join(' ')
  if (key === '') { next(); return }
  void turns.enter(key).then((entered) => {
    if (!entered) {
      response.setHeader('retry-after', '2')
      refuse(request, response, 429, 'too-many-at-once')
      return
    }
    if (response.destroyed) { turns.leave(key); return }
    response.once('close', () => { turns.leave(key) })
    next()
  })
}
