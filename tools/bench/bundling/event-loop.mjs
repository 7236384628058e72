// How long the program that serves people is kept from answering while ten families are planned: its planner has two threads, as in the API.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { figure, part, share } from './engine.mjs'

const [{ createPlanner }, { generateCase }] = await Promise.all(['index.ts', 'generator/generate-case.ts'].map(part))

const families = 10
/** Milliseconds between two looks at the loop; they are part of what is recorded. */
const resolution = 1

/** What the thread of this program took of the processor, in milliseconds. */
const ownTaken = () => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** In milliseconds, what 99 of 100 looks don't exceed: the delay by the clock, and what the thread itself did between two looks. */
const delayWhile = async (work) => {
  const delay = monitorEventLoopDelay({ resolution })
  const turns = []
  let before = ownTaken()
  const looking = setInterval(() => {
    const now = ownTaken()
    turns.push(now - before)
    before = now
  }, resolution)
  delay.enable()
  await work()
  delay.disable()
  clearInterval(looking)
  return { most: Math.max(0, delay.percentile(99) / 1e6 - resolution), own: share(turns, 0.99), longest: Math.max(...turns) }
}

export const eventLoop = async () => {
  const planner = createPlanner({ threads: 2 })
  const cases = Array.from({ length: families }, (_, index) => generateCase(index % 2 === 0 ? 'L' : 'XL25', index + 1))
  await planner.propose(cases[0])
  const idle = await delayWhile(() => pause(3000))
  const busy = await delayWhile(async () => {
    const proposed = await Promise.all(cases.map((instance) => planner.propose(instance, { onProgress: (progress) => { JSON.stringify(progress) } })))
    JSON.stringify(proposed)
  })
  await planner.close()
  return [
    figure(`the loop of events is held up while ${families} families are planned, 99 of 100`, busy.most, `ms (${Math.round(idle.most * 10) / 10} when nothing is planned)`, '≤ 20 ms', busy.most <= 20),
    figure('what the thread of that loop does meanwhile between two looks, 99 of 100', busy.own, `ms of the processor (longest ${Math.round(busy.longest)})`),
  ]
}
