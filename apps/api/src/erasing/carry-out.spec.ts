/**
 * Killed anywhere, an erasure is carried out to its end by the next start; and with any one step of it left out, something of the erased
 * person is found: what is looked for here can be found.
 */
import { cpSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { EventStore } from '@samenspel/event-store'
import { newId } from '@samenspel/kernel'
import { openFiles } from '../composition/open-files.ts'
import { ownKey } from '../composition/own-key.ts'
import { openParts, type OpenedParts } from '../composition/parts.ts'
import { openStores, type Stores } from '../composition/stores.ts'
import { openAccessLog, type LogLine } from '../disclosure/access-log.ts'
import { openDrafts } from '../sessions/drafts.ts'
import { openVisits } from '../sessions/visits.ts'
import { anouk, clock, decideErasure, everyController, joost, marked, sem, today, tokensOfFather, verhoeven } from '../testing/erased-father.ts'
import { play, tokens } from '../testing/marked-region.ts'
import { settingsIn } from '../testing/running-api.ts'
import { readCertificate } from './certificate.ts'
import { openCarryingOut, type CarryingOutParts } from './carry-out.ts'
import { keepInLedger, ledgerFile, readLedger } from './ledger.ts'

const next = tokens()
const region = marked(next)
const his = tokensOfFather(region.marked)
const draft = `Half geschreven ${next()}`
const everything = [...his, draft]

let root: string
/** A folder in which it is decided that the father is erased, and nothing was done yet. */
let prepared: string
let erasureId: string
/** Of another organisation than those whose records go: somebody of it read of him. */
const reader = newId()
let copies = 0
/**
 * What a power cut right now would leave. The threads that write go on meanwhile, so what tells how far a log is (its mark, and the
 * access log of the events) is copied before that log: otherwise it would seem to miss something.
 */
const copyOf = (folder: string): string => {
  const copy = join(root, `copy-${copies += 1}`)
  const turnOf = (path: string) => path.endsWith('.mark') ? 0 : path.includes('access-log') ? 1 : 2
  for (const turn of [0, 1, 2]) cpSync(folder, copy, { recursive: true, filter: (path) => statSync(path).isDirectory() || turnOf(path) === turn })
  return copy
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'samenspel-erase-'))
  prepared = join(root, 'prepared')
  const stores = await openStores(settingsIn(prepared))
  const files = openFiles(stores.events)
  await play(stores, files, today, region.steps.filter(({ to, id }) => to === 'organisation' || to === 'practitioner' || id === verhoeven))
  await openDrafts(stores.state, await ownKey(stores.keys, 'drafts'), clock).save(joost, verhoeven, 'too-much', draft)
  await openVisits(stores.state, clock).mark(joost, verhoeven)
  // Whose own record it was needn't be told, nor who read of somebody else, nor who was stopped.
  const look = (organisation: string, person: string, outcome: LogLine['outcome'] = 'done'): LogLine => ({
    id: newId(), at: clock(), by: { person: newId(), role: 'professional', organisation }, action: 'read', operation: 'family', subject: { kind: person === joost ? 'adult' : 'child', person },
    category: 'unlabelled', outcome, policies: ['default'], consents: [], emergency: false, accessPoint: 'desk',
  })
  await openAccessLog(stores.accessLog, stores.keys).write(verhoeven, [look(reader, joost), look(everyController[1]!, joost), look(newId(), sem), look(newId(), joost, 'refused')])
  erasureId = await decideErasure(files)
  await stores.close()
})
afterAll(() => rm(root, { recursive: true, force: true }))

/** What can be read in a folder of what was his, with every key that is left and everything that this process remembers. */
const foundIn = async (stores: Stores, files = openFiles(stores.events)): Promise<readonly string[]> => {
  const parts: string[] = []
  for await (const { content } of stores.events.readAll()) parts.push(JSON.stringify(content))
  const drafts = openDrafts(stores.state, await ownKey(stores.keys, 'drafts'), clock)
  for (const { person, family, form } of await stores.state.selectFrom('draft').selectAll().execute()) parts.push(JSON.stringify(await drafts.find(person, family, form)))
  parts.push(JSON.stringify(await files.cases.state(verhoeven)))
  const whole = parts.join('\n')
  return everything.filter((text) => whole.includes(text))
}
const visitsIn = async ({ state }: Stores) => (await state.selectFrom('visit').select('person').execute()).map(({ person }) => person)

type Around = { readonly between?: (store: EventStore) => EventStore; readonly instead?: (stores: Stores) => Stores }

const opened = async <Result>(folder: string, { between, instead = (stores) => stores }: Around, work: (parts: OpenedParts, stores: Stores) => Promise<Result>): Promise<Result> => {
  const settings = settingsIn(folder)
  const stores = await openStores(settings, between)
  const parts = await openParts(instead(stores), clock, settings.urgentNumbers)
  try {
    return await work(parts, stores)
  } finally {
    await parts.close()
    await stores.close()
  }
}

/** Goes on with what is in a folder until the erasure is carried out. @returns its certificate */
const goOn = (folder: string, around: Around = {}) => opened(folder, around, async (parts, stores) => {
  await parts.start()
  for (;;) {
    const progress = (await openFiles(stores.events).erasures.state(verhoeven)).get(erasureId)?.progress
    if (progress?.status === 'carriedOut') return { certificate: readCertificate(progress.certificate, stores.signingKey), found: await foundIn(stores), visits: await visitsIn(stores) }
    await new Promise((resolve) => { setTimeout(resolve, 5) })
  }
})

describe('an erasure that is killed', () => {
  test('after any step is carried out by the next start, once, and with the same certificate', async () => {
    const folder = copyOf(prepared)
    const left: string[] = []
    /** How many erasures the ledger knew of just before keys went: whatever fails after that, no older copy of them brings him back. */
    let inLedger = 0
    // A copy of the disk after each append, and before and after the keys are destroyed: each is where a kill may be.
    const between = (store: EventStore): EventStore => ({ ...store, append: async (...asked) => { const appended = await store.append(...asked); left.push(copyOf(folder)); return appended } })
    const instead = (stores: Stores): Stores => {
      const destroy: Stores['keys']['destroy'] = async (which) => {
        inLedger = readLedger(ledgerFile(settingsIn(folder)), stores.signingKey).length
        left.push(copyOf(folder))
        const gone = await stores.keys.destroy(which)
        left.push(copyOf(folder))
        return gone
      }
      return { ...stores, keys: { ...stores.keys, destroy } }
    }
    const whole = await goOn(folder, { between, instead })
    expect([whole.found, whole.certificate.recipients]).toEqual([[], [reader]])
    expect(left.length).toBeGreaterThanOrEqual(5)
    expect(inLedger).toBe(1)
    for (const copy of [copyOf(prepared), ...left]) {
      const { certificate, found, visits } = await goOn(copy)
      expect([found, visits]).toEqual([[], []])
      expect([certificate.events, certificate.leaves, certificate.keys.length]).toEqual([whole.certificate.events, whole.certificate.leaves, whole.certificate.keys.length])
      const stores = await openStores(settingsIn(copy))
      const entries = readLedger(ledgerFile(settingsIn(copy)), stores.signingKey)
      const carriedOut = (await Array.fromAsync(stores.events.readAll({ filter: { streamPrefix: 'erasure-', types: ['ErasureCarriedOut'] } }))).length
      await stores.close()
      expect([entries.map(({ entry }) => entry.erasureId), carriedOut]).toEqual([[erasureId], 1])
    }
  })
})

describe('with one step left out', () => {
  /** Carries it out with some of its parts replaced. */
  const without = async (change: (parts: CarryingOutParts, stores: Stores) => Partial<CarryingOutParts>): Promise<{ readonly found: readonly string[]; readonly visits: readonly string[] }> => {
    const settings = settingsIn(copyOf(prepared))
    const stores = await openStores(settings)
    try {
      const files = openFiles(stores.events)
      await files.cases.state(verhoeven)
      const drafts = openDrafts(stores.state, await ownKey(stores.keys, 'drafts'), clock)
      const visits = openVisits(stores.state, clock)
      const parts: CarryingOutParts = {
        files, log: stores.log, keys: stores.keys, signingKey: stores.signingKey, accessLog: openAccessLog(stores.accessLog, stores.keys), mentions: () => Promise.resolve([]), settle: () => Promise.resolve(), keyBackupDays: 30, clock,
        keepEntry: (entry) => { keepInLedger(stores.erasing.ledger, [entry], stores.signingKey); return Promise.resolve() },
        forget: () => { stores.keys.forget(); files.forget() },
        clear: async ({ family, person }) => { await drafts.dropAbout(person, family); await visits.drop(person, family) },
      }
      await openCarryingOut({ ...parts, ...change(parts, stores) }).carryOut(verhoeven)
      return { found: await foundIn(stores, files), visits: await visitsIn(stores) }
    } finally {
      await stores.close()
    }
  }
  test('of none, nothing is found', async () => { expect(await without(() => ({}))).toEqual({ found: [], visits: [] }) })
  test('the keys: all of it is found', async () => {
    const { found } = await without(({ keys }) => ({ keys: { ...keys, destroy: () => Promise.resolve([]) } }))
    expect(found.length).toBeGreaterThan(his.length * 0.8)
  })
  test('forgetting: what the process remembers is found', async () => {
    expect((await without(() => ({ forget: () => undefined }))).found.length).toBeGreaterThan(3)
  })
  test('drafts and visits: those are found', async () => {
    expect(await without(() => ({ clear: () => Promise.resolve() }))).toEqual({ found: [draft], visits: [joost] })
    expect(anouk).not.toBe(joost)
  })
})
