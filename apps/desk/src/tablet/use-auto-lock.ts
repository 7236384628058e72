import { useEffect, useEffectEvent, useRef, useState } from 'react'

/** Seconds before it locks in which it says so. */
const warnSeconds = 10
/** Seconds between two words to the server that somebody still works here. */
const stayEverySeconds = 12

const signs = ['pointerdown', 'keydown', 'wheel', 'touchmove', 'input'] as const

/**
 * Locks after so many seconds in which nobody touched anything, and at once when the screen goes dark or another page comes before this
 * one. It goes by the clock, not by counting: a tablet that slept locks when it wakes.
 * @returns whether it locks soon
 */
export const useAutoLock = (lockSeconds: number, onLock: () => void, onActive: () => void): boolean => {
  const [locksSoon, setLocksSoon] = useState(false)
  const touched = useRef(0)
  const told = useRef(0)
  const lock = useEffectEvent(onLock)
  const active = useEffectEvent(onActive)
  useEffect(() => {
    touched.current = Date.now()
    told.current = Date.now()
    const touch = (): void => {
      const now = Date.now()
      if (now - touched.current >= lockSeconds * 1000) { lock(); return }
      touched.current = now
      setLocksSoon(false)
      if (now - told.current < stayEverySeconds * 1000) return
      told.current = now
      active()
    }
    const look = (): void => {
      const left = lockSeconds * 1000 - (Date.now() - touched.current)
      if (left <= 0) lock()
      else setLocksSoon(left <= warnSeconds * 1000)
    }
    const hide = (): void => { if (document.visibilityState === 'hidden') lock(); else look() }
    const timer = setInterval(look, 1000)
    for (const sign of signs) addEventListener(sign, touch, { capture: true, passive: true })
    document.addEventListener('visibilitychange', hide)
    return () => {
      clearInterval(timer)
      for (const sign of signs) removeEventListener(sign, touch, { capture: true })
      document.removeEventListener('visibilitychange', hide)
    }
  }, [lockSeconds])
  return locksSoon
}
