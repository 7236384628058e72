import { afterEach, describe, expect, test } from '@jest/globals'
import { checkPlan, createPlanner, plan, possibleTimes, propose, replan, whyNot, type Asked, type Planner, type Progress } from './index.ts'
import { loadCase } from './testing/cases.ts'

const open: Planner[] = []
const aPlanner = (threads?: number): Planner => {
  const planner = createPlanner(threads === undefined ? {} : { threads })
  open.push(planner)
  return planner
}
afterEach(async () => { for (const planner of open.splice(0)) await planner.close() })

describe('a planner', () => {
  test('gives the same proposals from its thread as the engine gives here', async () => {
    const progress: Progress[] = []
    const proposals = await aPlanner().propose(loadCase('M-5'), { seconds: 60, onProgress: one => progress.push(one) })
    expect(proposals).toEqual(await propose(loadCase('M-5')))
    expect(progress.map(one => one.stage)).toEqual(['first', 'proven'])
  })

  test('leaves this thread free while it works', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    await aPlanner().propose(loadCase('L-1'))
    clearInterval(timer)
    expect(turns).toBeGreaterThan(3)
  })

  test('serves one after the other, each its own', async () => {
    const planner = aPlanner()
    const names = ['S-1', 'S-2', 'S-3']
    const all = await Promise.all(names.map(name => planner.propose(loadCase(name))))
    for (const [index, name] of names.entries()) expect(all[index]).toEqual(await propose(loadCase(name)))
  })

  test('finds other times for one need in its thread, before proposals that wait', async () => {
    const planner = aPlanner()
    const instance = loadCase('S-1')
    const need = instance.families[0]!.needs[0]!.id
    const order: string[] = []
    const note = (what: string) => (): void => { order.push(what) }
    const [, , times] = await Promise.all([
      planner.propose(loadCase('S-2')).then(note('first')), planner.propose(loadCase('S-3')).then(note('last')),
      planner.times(instance, { need, most: 5 }).then(found => { note('times')(); return found }),
    ])
    expect(order).toEqual(['first', 'times', 'last'])
    expect(times).toEqual(possibleTimes(instance, { need, most: 5 }))
    await expect(planner.times(instance, { need: 'nowhere', most: 5 })).rejects.toThrow('The family has no need nowhere')
  })

  test('stops when asked, while it works or waits, and then goes on with the next', async () => {
    const planner = aPlanner()
    const stopRunning = new AbortController()
    const stopWaiting = new AbortController()
    const running = planner.propose(loadCase('XXL-1'), { signal: stopRunning.signal, onProgress: () => stopRunning.abort(new Error('no longer asked')) })
    const waiting = planner.propose(loadCase('XXL-2'), { signal: stopWaiting.signal })
    const next = planner.propose(loadCase('S-1'))
    stopWaiting.abort(new Error('not this one'))
    await expect(waiting).rejects.toThrow('not this one')
    await expect(running).rejects.toThrow('no longer asked')
    expect((await next).proposals[0]).toMatchObject({ proven: true })
    await expect(planner.propose(loadCase('S-1'), { signal: AbortSignal.abort(new Error('never wanted')) })).rejects.toThrow('never wanted')
  })

  test('answers questions from its thread as the engine does here, and stops when asked', async () => {
    const planner = aPlanner()
    const instance = loadCase('M-5')
    const { proposals: [best] } = await planner.propose(instance)
    const asked: Asked = { plan: best!, need: best!.appointments[0]!.need, question: { kind: 'earlier' } }
    expect(await planner.answer(instance, asked)).toEqual(await whyNot(instance, asked))
    const stopping = new AbortController()
    const running = planner.propose(loadCase('XXL-1'), { onProgress: () => stopping.abort(new Error('no longer asked')) })
    const waiting = planner.answer(instance, asked, { signal: stopping.signal })
    await expect(waiting).rejects.toThrow('no longer asked')
    void running.catch(() => undefined)
    await expect(aPlanner().answer(instance, { ...asked, need: 'nothing' })).rejects.toThrow('no need nothing')
  })

  test('makes a plan again in its thread, and says what is wrong with the question', async () => {
    const planner = aPlanner()
    const instance = loadCase('M-5')
    const { appointments } = await plan(instance)
    expect(await planner.replan(instance, { standing: appointments })).toEqual(await replan(instance, { standing: appointments }))
    await expect(planner.replan(instance, { standing: [], mostMoved: 0.5 })).rejects.toThrow('mostMoved')
  })

  test('stops a region when asked and gives the best plan so far', async () => {
    const region = loadCase('region-20')
    const instance = { ...region, families: region.families.slice(0, 4) }
    const stop = new AbortController()
    const found = await aPlanner().region(instance, { signal: stop.signal, onProgress: ({ rounds }) => { if (rounds === 2) stop.abort() } })
    expect(found.ended).toBe('stopped')
    expect(found.rounds).toBeGreaterThanOrEqual(2)
    expect(checkPlan(instance, found.appointments)).toEqual({ violations: [], burden: found.burden })
  })

  test('passes on what goes wrong, and serves the next', async () => {
    const planner = aPlanner()
    await expect(planner.propose(loadCase('S-1'), { family: 'nobody' })).rejects.toThrow('no family nobody')
    expect((await planner.propose(loadCase('S-1'))).proposals).not.toHaveLength(0)
  })

  test('ends in time and says what is not proven', async () => {
    const { proposals: [best] } = await aPlanner().propose(loadCase('XXL-1'), { seconds: 0.2 })
    expect(best!.proven).toBe(false)
    expect(best!.appointments.length).toBeGreaterThan(0)
  })

  test('rejects what still waits or runs when it is closed', async () => {
    const planner = aPlanner()
    const orders = ['XXL-1', 'XXL-2'].map(name => expect(planner.propose(loadCase(name))).rejects.toThrow('closed'))
    await planner.close()
    await Promise.all(orders)
    await expect(planner.propose(loadCase('S-1'))).rejects.toThrow('closed')
  })
})
