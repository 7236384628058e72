/** Tells, under a key, that something is to be read anew; what it is, is never said. */
export type Channel = {
  readonly publish: (key: string) => void
  /** What is published under this key from now on; what comes while the listener is busy is told once. It ends when the listener returns. */
  readonly listen: (key: string) => AsyncIterableIterator<void>
}

export const createChannel = (): Channel => {
  const listeners = new Map<string, Set<() => void>>()
  return {
    publish: (key) => { for (const tell of listeners.get(key) ?? []) tell() },
    listen: (key) => {
      let told = false
      let ended = false
      let wake: (() => void) | undefined
      const tell = (): void => {
        told = true
        wake?.()
      }
      const own = listeners.get(key) ?? new Set()
      own.add(tell)
      listeners.set(key, own)
      const end = (): void => {
        ended = true
        own.delete(tell)
        if (own.size === 0) listeners.delete(key)
        wake?.()
      }
      const iterator: AsyncIterableIterator<void> = {
        next: async () => {
          while (!told && !ended) await new Promise<void>((resolve) => { wake = resolve })
          told = false
          return ended ? { done: true, value: undefined } : { done: false, value: undefined }
        },
        return: () => { end(); return Promise.resolve({ done: true, value: undefined }) },
        throw: (error) => { end(); return Promise.reject(error instanceof Error ? error : new Error(String(error))) },
        [Symbol.asyncIterator]: () => iterator,
      }
      return iterator
    },
  }
}
