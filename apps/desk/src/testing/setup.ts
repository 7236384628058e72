import { jest } from '@jest/globals'
import { configure } from '@testing-library/react'

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 8_000 })

// jsdom knows the dialog element, not its methods.
HTMLDialogElement.prototype.showModal = jest.fn(function (this: HTMLDialogElement) { this.open = true })
HTMLDialogElement.prototype.close = jest.fn(function (this: HTMLDialogElement) { this.open = false })

// jsdom has no CSS.escape; the names of radio buttons here need none.
Object.assign(globalThis, { CSS: { escape: (text: string) => text } })

// Nothing is drawn, so nothing is scrolled.
window.scrollTo = jest.fn()
