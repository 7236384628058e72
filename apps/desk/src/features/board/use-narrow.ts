import { useSyncExternalStore } from 'react'

const query = '(max-width: 48rem)'
const media = (): MediaQueryList | undefined => typeof matchMedia === 'function' ? matchMedia(query) : undefined

const listen = (onChange: () => void) => {
  const list = media()
  list?.addEventListener('change', onChange)
  return () => list?.removeEventListener('change', onChange)
}

/** Whether the window is too narrow for days side by side. */
export const useNarrow = (): boolean => useSyncExternalStore(listen, () => media()?.matches ?? false)
