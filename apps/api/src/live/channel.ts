/** Messages under a key, for who listens now; who listens later has missed them. */
export type Channel<Message> = {
  readonly publish: (key: string, message: Message) => void
  /** What is published under this key from now on. It ends when the listener returns. */
  readonly listen: (key: string) => AsyncIterableIterator<Message>
}

/** @param mostWaiting when a slow listener falls behind further than this, the oldest messages are dropped: the newest one tells to read again. */
export const createChannel = <Message>(mostWaiting = 100): Channel<Message> => {
  const listeners = new Map<string, Set<(message: Message) => void>>()
  return {
    publish: (key, message) => { for (const listener of listeners.get(key) ?? []) listener(message) },
    listen: (key) => {
      const waiting: Message[] = []
      let wake: (() => void) | undefined
      let ended = false
      const take = (message: Message) => {
        waiting.push(message)
        if (waiting.length > mostWaiting) waiting.shift()
        wake?.()
      }
      const own = listeners.get(key) ?? new Set()
      own.add(take)
      listeners.set(key, own)
      const end = () => {
        ended = true
        own.delete(take)
        if (own.size === 0) listeners.delete(key)
        wake?.()
      }
      const iterator: AsyncIterableIterator<Message> = {
        next: async () => {
          while (waiting.length === 0 && !ended) await new Promise<void>((resolve) => { wake = resolve })
          return ended ? { done: true, value: undefined } : { done: false, value: waiting.shift() as Message }
        },
        return: () => { end(); return Promise.resolve({ done: true, value: undefined }) },
        throw: (error) => { end(); return Promise.reject(error instanceof Error ? error : new Error(String(error))) },
        [Symbol.asyncIterator]: () => iterator,
      }
      return iterator
    },
  }
}
