import { createSecretKey } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId, personas } from '@samenspel/demo-region'
import { newId, systemClock, writeInstant, type Clock, type IsoInstant } from '@samenspel/kernel'
import type { Trouble } from '@samenspel/read-models'
import type { AllFiles } from '../composition/files.ts'
import { openFiles } from '../composition/open-files.ts'
import { openUnfinished } from '../read-models/unfinished.ts'
import { followIntoTables } from '../read-models/following.ts'
import { openSessions } from '../sessions/sessions.ts'
import { acted } from '../testing/followed.ts'
import { openedRegion, type OpenedRegion } from '../testing/opened-region.ts'
import { openConfirmations } from './confirmation.ts'
import { openPlacing } from './placing.ts'
import { openSilences } from './silence.ts'
import { openRegisterImports } from './register-imports.ts'
import { runProcesses, type Processes } from './run-processes.ts'

const verhoeven = demoId('family verhoeven')
const mother = personas.find(({ id }) => id === 'mother')?.person ?? ''

let region: OpenedRegion
beforeAll(async () => { region = await openedRegion() })
afterAll(() => region.close())

type Running = { readonly processes: Processes; readonly files: AllFiles; readonly troubles: readonly Trouble[]; readonly caughtUp: () => Promise<void> }

/** Runs the processes for as long as `work` takes. */
const running = async (work: (running: Running) => Promise<void>, { clock = systemClock, files = openFiles(region.stores.events) }: { readonly clock?: Clock; readonly files?: AllFiles } = {}): Promise<void> => {
  const { events, tables, state } = region.stores
  const stopping = new AbortController()
  const { signal } = stopping
  const troubles: Trouble[] = []
  const report = (trouble: Trouble) => { troubles.push(trouble) }
  const models = await followIntoTables({ events, tables, key: createSecretKey(Buffer.alloc(32)), sessions: openSessions(state, clock), signal, report })
  await models.caughtUp()
  const processes = await runProcesses({ events, database: tables.writing, files, unfinished: openUnfinished(tables.reading), confirmations: openConfirmations(files, clock), silences: openSilences(files, openConfirmations(files, clock), clock), placing: openPlacing(files, clock), registerImports: openRegisterImports(files, clock), carryingOut: { carryOut: () => Promise.resolve() }, clock, signal, report })
  try {
    await work({ processes, files, troubles, caughtUp: models.caughtUp })
  } finally {
    stopping.abort()
    await Promise.all([models.done, processes.done])
  }
}

const noted = async (files: AllFiles) => {
  const file = await files.cases.state(verhoeven)
  return file.isOpen ? { cancellations: file.overload.lateCancellations.length, prompts: file.overload.prompts.length } : undefined
}
const later = (at: IsoInstant, minutes: number): IsoInstant => writeInstant(Temporal.Instant.from(at).add({ minutes }))

describe('what the software does by itself', () => {
  test('two late cancellations open one question, also when the tables are lost and all is gone through again', async () => {
    await running(async ({ files }) => {
      await acted(region.stores, 'late-cancellations')
      await acted(region.stores, 'confirmations')
      expect(await noted(files)).toEqual({ cancellations: 2, prompts: 1 })
    })
    const end = await region.stores.events.lastPosition()
    await region.dropTables()
    await running(async ({ files }) => {
      await acted(region.stores, 'late-cancellations')
      await acted(region.stores, 'confirmations')
      expect(await noted(files)).toEqual({ cancellations: 2, prompts: 1 })
    })
    expect(await region.stores.events.lastPosition()).toBe(end)
  })

  test('a signal that nobody answered in time goes to the substitute, once', async () => {
    let now = systemClock()
    await running(async ({ processes, files, caughtUp }) => {
      const signalId = newId()
      const { refusal } = await files.cases.handle(verhoeven, { type: 'SignalTooMuch', by: { person: mother, role: 'familyMember' }, at: now, signalId, choice: 'callMe', closingDays: [] }, newId())
      expect(refusal).toBeUndefined()
      const signal = async () => {
        const file = await files.cases.state(verhoeven)
        return file.isOpen ? file.overload.signals.find((one) => one.signalId === signalId) : undefined
      }
      await caughtUp()
      await processes.look()
      expect(await signal()).toMatchObject({ isPassedToSubstitute: false })
      now = later((await signal())?.callBy ?? '', 1)
      await processes.look()
      expect(await signal()).toMatchObject({ isPassedToSubstitute: true })
      const end = await region.stores.events.lastPosition()
      await caughtUp()
      await processes.look()
      expect(await region.stores.events.lastPosition()).toBe(end)
    }, { clock: () => now })
  })

  test('what can not go on says so in one word, and goes on when it can', async () => {
    await region.dropTables()
    const files = openFiles(region.stores.events)
    let broken = true
    const state: AllFiles['cases']['state'] = (id) => broken ? Promise.reject(Object.assign(new Error('Sem Verhoeven'), { code: 'event-store-unavailable' })) : files.cases.state(id)
    await running(async ({ processes, troubles }) => {
      while (troubles.length < 2) await setImmediate()
      expect(processes.isHeldUp()).toBe(true)
      expect(troubles.toSorted((a, b) => a.follower < b.follower ? -1 : 1)).toEqual(['late-cancellations', 'silences'].map((follower) => ({ follower, what: 'held-up', code: 'event-store-unavailable' })))
      broken = false
      await acted(region.stores, 'late-cancellations')
      while (processes.isHeldUp()) await setImmediate()
    }, { files: { ...files, cases: { ...files.cases, state } } })
  })
})
