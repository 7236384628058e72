// Loaded into the API before anything of its own, by --import: how long its loop of events is held up, from one question to the next.
// It is asked over the channel between the two processes, so the API itself knows nothing of it.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/** Milliseconds between two looks; they are part of what is recorded. */
const resolution = 1

if (isMainThread && process.send !== undefined) {
  const delay = monitorEventLoopDelay({ resolution })
  const milliseconds = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - resolution)
  /** What the thread of the loop took of the processor between two looks: the rest of a delay is waiting for one. */
  let turns = []
  const taken = () => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000 }
  let before = taken()
  setInterval(() => {
    const now = taken()
    turns.push(now - before)
    before = now
  }, resolution).unref()
  const share = (values, of) => values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * of) - 1)] ?? 0
  delay.enable()
  process.on('message', (question) => {
    if (question === 'what was it') process.send({ half: milliseconds(delay.percentile(50)), most: milliseconds(delay.percentile(99)), longest: milliseconds(delay.max), own: share(turns, 0.99), ownLongest: share(turns, 1) })
    delay.reset()
    turns = []
  })
  process.channel.unref()
}
