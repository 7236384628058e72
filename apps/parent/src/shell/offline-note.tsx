import { Notice } from '@samenspel/ui'
import { useSyncExternalStore } from 'react'
import { useText } from '../texts.ts'

const listen = (onChange: () => void): (() => void) => {
  window.addEventListener('online', onChange)
  window.addEventListener('offline', onChange)
  return () => {
    window.removeEventListener('online', onChange)
    window.removeEventListener('offline', onChange)
  }
}

/** Says when the phone has no connection, for as long as that lasts. */
export const OfflineNote = () => {
  const text = useText()
  const isOnline = useSyncExternalStore(listen, () => navigator.onLine)
  return <Notice tone="wait">{!isOnline && text('state.offline')}</Notice>
}
