import { useEffect, useLayoutEffect, useRef } from 'react'
import { placeInHistory, recall, remember } from './remembered.ts'

/** What says that somebody goes their own way, so that nobody scrolls for them any more. */
const ownWay = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/**
 * A page begins at its top; who goes back to one finds it as far down as they left it, once its contents are there again.
 * @param address which page is shown
 */
export const useScrollMemory = (address: string): void => {
  useEffect(() => {
    const byBrowser = history.scrollRestoration
    history.scrollRestoration = 'manual'
    // A page that is loaded anew is left to the browser.
    const leave = (): void => { history.scrollRestoration = byBrowser }
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [])

  const isOpened = useRef(false)
  useLayoutEffect(() => {
    const place = placeInHistory()
    const wanted = recall(place, 'scroll')
    const note = (): void => { if (placeInHistory() === place) remember(place, 'scroll', scrollY) }
    const listen = (): void => addEventListener('scroll', note, { passive: true })
    if (typeof wanted !== 'number' || wanted === 0 || typeof ResizeObserver === 'undefined') {
      // The page that the browser itself opened stands where the browser put it.
      if (isOpened.current) scrollTo(0, 0)
      isOpened.current = true
      listen()
      return () => removeEventListener('scroll', note)
    }
    // While the contents come, a shorter page must not be taken for where somebody was.
    const go = (): void => {
      scrollTo(0, wanted)
      if (scrollY >= wanted - 1) stop()
    }
    const growing = new ResizeObserver(go)
    const stop = (): void => {
      growing.disconnect()
      for (const sign of ownWay) removeEventListener(sign, stop)
      listen()
    }
    growing.observe(document.body)
    for (const sign of ownWay) addEventListener(sign, stop, { passive: true })
    go()
    return () => {
      stop()
      removeEventListener('scroll', note)
    }
  }, [address])
}
