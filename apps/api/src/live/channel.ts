/** Tells, under a key, that something is to be read anew; what it is, is never said. */
export type Channel = {
  readonly publish: (key: string) => void
  /** What is published under any of these keys from now on; what comes while the listener is busy is told once. It ends when the listener returns. */
  readonly listen: (...keys: readonly string[]) => AsyncIterableIterator<void>
}

export const createChannel = (): Channel => {
  const listeners = new Map<string, Set<() => void>>()
  return {
    publish: (key) => { for (const tell of listeners.get(key) ?? []) tell() },
    listen: (...keys) => {
      let told = false
      let ended = false
      let wake: (() => void) | undefined
      const tell = (): void => {
        told = true
        wake?.()
      }
      for (const key of keys) listeners.set(key, (listeners.get(key) ?? new Set()).add(tell))
      const end = (): void => {
        ended = true
        for (const key of keys) {
          const own = listeners.get(key)
          own?.delete(tell)
          if (own?.size === 0) listeners.delete(key)
        }
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
