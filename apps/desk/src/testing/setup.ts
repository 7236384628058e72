import { jest } from '@jest/globals'

// jsdom knows the dialog element, not its methods.
HTMLDialogElement.prototype.showModal = jest.fn(function (this: HTMLDialogElement) { this.open = true })
HTMLDialogElement.prototype.close = jest.fn(function (this: HTMLDialogElement) { this.open = false })
