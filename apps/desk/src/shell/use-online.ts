import { useSyncExternalStore } from 'react'

const listen = (onChange: () => void) => {
  addEventListener('online', onChange)
  addEventListener('offline', onChange)
  return () => {
    removeEventListener('online', onChange)
    removeEventListener('offline', onChange)
  }
}

/** Whether this machine has a connection at all. */
export const useOnline = (): boolean => useSyncExternalStore(listen, () => navigator.onLine)
