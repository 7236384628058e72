// A browser's stead in bare Node: one window for each process, in which one spec follows the other. Each begins as in a window that was
// just opened: nothing drawn, nothing kept, at the first address, and with what a window has where another spec put something else.
import { runInNewContext } from 'node:vm'
import { JSDOM } from 'jsdom'

const { window } = new JSDOM('<!DOCTYPE html>', { url: 'http://localhost/', pretendToBeVisual: true })

/** What a page uses and Node has itself: jsdom's own is older, or isn't there. */
const ofNode = new Set(['global', 'window', 'self', 'console', 'performance', 'crypto', 'fetch', 'AbortController', 'AbortSignal', 'structuredClone', 'queueMicrotask',
  'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate'])
const ofTheLanguage = new Set(runInNewContext('Object.getOwnPropertyNames(globalThis)'))
const isClass = (name) => /^[A-Z]/.test(name)

/** What stands in the global scope for something of the window: what it does is done by the window, and what it is may change there. */
const standIn = (name) => {
  if (isClass(name)) return { value: window[name], writable: true }
  if (typeof window[name] === 'function') return { value: window[name].bind(window), writable: true }
  return { get: () => window[name], set: (value) => { Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true }) } }
}
const names = [...Object.getOwnPropertyNames(window), 'addEventListener', 'removeEventListener', 'dispatchEvent']
  .filter((name) => !name.startsWith('_') && !ofNode.has(name) && !ofTheLanguage.has(name))
for (const name of names) Object.defineProperty(globalThis, name, { ...standIn(name), configurable: true, enumerable: true })
globalThis.window = globalThis
globalThis.self = globalThis

// Dutch is read here, whatever the machine speaks.
Object.defineProperty(window.navigator, 'languages', { value: ['nl-NL'], configurable: true })
// jsdom lays nothing out, so there is nothing to scroll.
globalThis.scrollTo = () => undefined
window.Element.prototype.scrollTo ??= () => undefined
// jsdom knows the dialog element, not its methods: here it opens and closes, without what is behind it.
window.HTMLDialogElement.prototype.showModal ??= function () { this.open = true }
window.HTMLDialogElement.prototype.close ??= function () {
  this.open = false
  this.dispatchEvent(new window.Event('close'))
}

const atFirst = Object.fromEntries([...names, 'fetch'].map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]))

/** A window as it was at first, for the next spec. */
export const openAgain = () => {
  for (const [name, descriptor] of Object.entries(atFirst)) Object.defineProperty(globalThis, name, descriptor)
  const { documentElement, head, body } = window.document
  for (const part of [documentElement, head, body]) for (const attribute of part.getAttributeNames()) part.removeAttribute(attribute)
  for (const part of [head, body]) part.replaceChildren()
  window.history.replaceState(null, '', '/')
  window.localStorage.clear()
  window.sessionStorage.clear()
}
