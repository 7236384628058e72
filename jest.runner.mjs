// Specs run by `jest-light-runner`, in processes. A process that starts asks for what it has to know; the runner answers whoever asked
// or will ask, all at once, so that one which starts within the same millisecond may get its answer before it listens, and waits for
// ever. Here each gets an answer of its own.
import LightRunner from 'jest-light-runner/child-process'
import { Tinypool } from 'tinypool'

const { run } = Tinypool.prototype

/** What stands between one process and the runner: only its own questions are answered to it. */
const channelOf = (shared) => {
  const listeners = new Set()
  return {
    onMessage: (listener) => { listeners.add(listener) },
    postMessage: (message) => {
      for (const listener of listeners) shared.onMessage(listener)
      shared.postMessage(message)
    },
  }
}

Tinypool.prototype.run = function (task, { channel, ...options } = {}) {
  return run.call(this, task, channel === undefined ? options : { ...options, channel: channelOf(channel) })
}

export default LightRunner
