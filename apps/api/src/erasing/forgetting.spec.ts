/** Every process lets go of what it remembers when somebody was erased, whichever of them carried it out, and keeps the entry of the ledger on its own machine. */
import { setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { EventStore } from '@samenspel/event-store'
import { openMemoryEventStore } from '@samenspel/event-store/testing'
import { newId } from '@samenspel/kernel'
import type { Trouble } from '@samenspel/read-models'
import { followErasures } from './forgetting.ts'

const family = newId()
let log: EventStore
let stopping: AbortController
let done: string[]
let troubles: Trouble[]
beforeEach(() => {
  log = openMemoryEventStore()
  stopping = new AbortController()
  done = []
  troubles = []
})
afterEach(async () => {
  stopping.abort()
  await log.close()
})

const written = (type: string, stream = `erasure-${family}`) => log.append(stream, 'any', [{ id: newId(), type, version: 1, metadata: {}, data: new Uint8Array(1) }])
const follow = (keepEntries: (family: string) => Promise<void>) =>
  followErasures({ log, forget: (whose) => { done.push(`forget ${whose}`) }, keepEntries, signal: stopping.signal, report: (trouble) => { troubles.push(trouble) } })
const until = async (condition: () => boolean) => { while (!condition()) await setTimeout(5) }

test('it keeps the entry when an erasure begins, and forgets once keys are destroyed; what was before its start it never remembered', async () => {
  await written('KeysDestroyed')
  await follow((whose) => { done.push(`keep ${whose}`); return Promise.resolve() })
  await written('ErasureBegun')
  await written('Noted', `case-${family}`)
  await written('KeysDestroyed')
  await until(() => done.length === 2)
  expect([done, troubles]).toEqual([[`keep ${family}`, `forget ${family}`], []])
})

test('a ledger that can not be written is told, and it forgets all the same', async () => {
  await follow(() => Promise.reject(Object.assign(new Error('no room'), { code: 'ENOSPC' })))
  await written('ErasureBegun')
  await written('KeysDestroyed')
  await until(() => done.length === 1)
  expect([done, troubles]).toEqual([[`forget ${family}`], [{ follower: 'erasure-ledger', what: 'held-up', code: 'ENOSPC' }]])
})
