import { randomUUID } from 'node:crypto'
import { copyFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { EventStoreUnavailable } from '@samenspel/event-store'
import { dayOf, systemClock } from '@samenspel/kernel'
import { StartProblem } from '../start-problem.ts'
import type { Stores } from '../composition/stores.ts'
import { tellOperatorAnew } from '../graphql/unavailable.ts'
import { command, dataOf } from '../testing/family.ts'
import { startProcess } from '../testing/process.ts'
import { samenspel, smallStore } from '../testing/small-store.ts'
import { ask, settingsIn, startApi, type Answer, type RunningApi } from '../testing/running-api.ts'
import { acceptLosses, lossSentence } from './accept-loss.ts'

const verhoeven = demoId('family verhoeven')
let api: RunningApi
let cookie: string
/** What takes nothing more now, as on a disk that is full. */
const full = new Set<'events' | 'accessLog'>()
const unlessFull = <Append extends (...given: never[]) => Promise<unknown>>(log: 'events' | 'accessLog', append: Append) =>
  ((...given) => full.has(log) ? Promise.reject(new EventStoreUnavailable('database or disk is full')) : append(...given)) as Append
const instead = (stores: Stores): Stores => ({
  ...stores,
  events: { ...stores.events, append: unlessFull('events', stores.events.append) },
  accessLog: { ...stores.accessLog, append: unlessFull('accessLog', stores.accessLog.append) },
})
beforeAll(async () => {
  api = await startApi({ instead })
  cookie = (await api.as('pedagogical-worker')).cookie
})
afterAll(() => api.stop())

const file = (name: string) => join(api.folder, 'data', name)
const yesterday = (name: string) => join(api.folder, `yesterday-${name}`)
const keep = (name: string) => copyFile(file(name), yesterday(name))
const putBack = (name: string) => copyFile(yesterday(name), file(name))

const write = (situation: string): Promise<Answer> => ask(api.url, 'mutation ($commandId: ID!, $familyId: ID!, $input: ContributionInput!) { addContribution(commandId: $commandId, familyId: $familyId, input: $input) { id } }', {
  commandId: randomUUID(), familyId: verhoeven,
  input: { kind: 'NOTE', subject: { kind: 'CHILD', memberIds: [demoId('verhoeven sem')] }, category: 'SOCIAL', setting: 'GROUP', occurredOn: dayOf(systemClock(), 'Europe/Amsterdam'), situation },
}, { cookie })
const read = (): Promise<Answer> => ask(api.url, 'query ($id: ID!) { family(id: $id) { contributions(first: 100) { nodes { situation } } } }', { id: verhoeven }, { cookie })
const situations = async () => dataOf<{ family: { contributions: { nodes: readonly { situation: string }[] } } }>(await read()).family.contributions.nodes.map(({ situation }) => situation)
const readiness = async () => (await fetch(`${api.url}/readyz`)).text()

test('events that are missing are counted; what is left is read, and nothing is recorded until an operator accepts', async () => {
  dataOf(await write('Hij stapelde blokken.'))
  await api.restart(() => keep('events.sqlite'))
  dataOf(await write('Hij zwaaide.'))
  dataOf(await write('Hij lachte.'))
  // Without its mark too: the access log knows how far the events were.
  await api.restart(async () => { await putBack('events.sqlite'); await rm(file('events.sqlite.mark')) })

  const { losses } = api.stores
  expect(losses).toMatchObject([{ file: file('events.sqlite'), missing: 2 }])
  expect(lossSentence(losses[0]!)).toMatch(/events\.sqlite misses its last 2 of \d+ events\./)
  expect(await readiness()).toBe('read-only\n')
  expect(await situations()).toContain('Hij stapelde blokken.')
  expect(await situations()).not.toContain('Hij zwaaide.')
  expect(await write('Hij sliep.')).toMatchObject({ errors: [{ extensions: { code: 'only-reading' }, message: expect.stringContaining('Uw tekst is niet weg.') }] })
  await expect(acceptLosses(settingsIn(api.folder), systemClock)).rejects.toBeInstanceOf(StartProblem)

  await api.restart(async () => { expect(await acceptLosses(settingsIn(api.folder), systemClock)).toEqual(losses) })
  expect(await readiness()).toBe('ready\n')
  dataOf(await write('Hij sliep.'))
  await api.restart()
  expect(api.stores.losses).toEqual([])
  expect(await situations()).toEqual(expect.arrayContaining(['Hij stapelde blokken.', 'Hij sliep.']))
})

test('lines of the access log that are missing: nothing is shown or recorded that could not be noted', async () => {
  await api.restart(() => keep('access-log.sqlite'))
  await situations()
  await api.restart(() => putBack('access-log.sqlite'))
  const before = await api.stores.events.lastPosition()
  expect(await readiness()).toBe('read-only\n')
  expect(await read()).toMatchObject({ errors: [{ extensions: { code: 'access-not-logged' } }] })
  expect(await write('Hij at.')).toMatchObject({ errors: [{ extensions: { code: 'access-not-logged' } }] })
  expect(await api.stores.events.lastPosition()).toBe(before)
  await api.restart(async () => { expect(await acceptLosses(settingsIn(api.folder), systemClock)).toMatchObject([{ file: file('access-log.sqlite') }]) })
  dataOf(await write('Hij at.'))
})

test('a disk that is full: nothing is shown that could not be noted, people read that they can try again, and so does a calendar; it goes on by itself', async () => {
  const told = jest.spyOn(console, 'error').mockReturnValue()
  tellOperatorAnew()
  const mother = await api.as('mother')
  const { openCalendarFeed: { url } } = dataOf<{ openCalendarFeed: { url: string } }>(await command(mother, 'mutation ($commandId: ID!) { openCalendarFeed(commandId: $commandId) { url } }', {}))
  const refused = { extensions: { code: 'store-unavailable' }, message: expect.stringContaining('Uw tekst is niet weg.') }
  full.add('events')
  expect(await write('Hij viel.')).toMatchObject({ errors: [refused] })
  expect(await situations()).not.toContain('Hij viel.')
  full.add('accessLog')
  const shown = await read()
  expect(shown).toMatchObject({ errors: [refused] })
  expect(JSON.stringify(shown)).not.toContain('blokken')
  expect(await write('Hij viel.')).toMatchObject({ errors: [refused] })
  const calendar = await fetch(`${api.url}${url}`, { headers: { 'accept-language': 'en' } })
  expect([calendar.status, calendar.headers.get('retry-after')]).toEqual([503, '5'])
  expect(await calendar.json()).toMatchObject({ errors: [{ extensions: { code: 'store-unavailable' }, message: expect.stringContaining('Please try again in a moment.') }] })
  // One line for all of it: the place of that output may be the disk that is full.
  expect(told.mock.calls).toEqual([['store-unavailable: database or disk is full']])
  told.mockRestore()
  full.clear()
  dataOf(await write('Hij viel.'))
  expect(await situations()).toContain('Hij viel.')
  expect((await fetch(`${api.url}${url}`)).status).toBe(200)
})

test.each([
  ['events.sqlite', /^\S+events\.sqlite is damaged; nothing was changed\. [^\n]+\n$/],
  ['access-log.sqlite', /^\S+access-log\.sqlite is damaged; nothing was changed\. [^\n]+\n$/],
  ['keys.sqlite', /^A file in the data folder \S+ is no database; nothing was changed\. [^\n]+\n$/],
])('%s that is no database any more stops the start with one sentence', async (name, sentence) => {
  await api.restart(async () => {
    await keep(name)
    await writeFile(file(name), 'nothing that a database begins with '.repeat(1_000))
    const { code, said } = await (await startProcess(api.folder)).ended
    expect(said).toMatch(sentence)
    expect(code).toBe(78)
    await putBack(name)
  })
  expect(await readiness()).toBe('ready\n')
})

test('the command line gives up only what an operator says yes to; verify then tells of the loss, and of nothing else', async () => {
  const store = await smallStore()
  try {
    expect(await samenspel(store, ['checkpoint'])).toMatchObject({ exitCode: 0 })
    store.tamper('events.sqlite', (database) => { database.exec('DELETE FROM event WHERE position > (SELECT max(position) - 3 FROM event)') })
    expect(await samenspel(store, ['accept-loss'])).toMatchObject({ exitCode: 64, told: expect.stringContaining('Nothing was done.') })
    expect((await samenspel(store, ['verify', '--json'])).exitCode).toBe(1)
    expect((await samenspel(store, ['accept-loss', '--yes', '--json'])).result).toMatchObject({ losses: [{ missing: 3 }] })
    expect((await samenspel(store, ['accept-loss', '--yes'])).out).toBe('Nothing is missing.')
    expect(await samenspel(store, ['checkpoint'])).toMatchObject({ exitCode: 0 })
    const { exitCode, out } = await samenspel(store, ['verify'])
    expect([exitCode, out]).toEqual([0, expect.stringContaining('All is well.')])
  } finally {
    await store.remove()
  }
})
