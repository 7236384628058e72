/** The whole application with its events in KurrentDB, as far as our double of the server goes. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { startKurrentdbDouble, type KurrentdbDouble } from '@samenspel/event-store-kurrentdb/testing'
import { dayOf, systemClock } from '@samenspel/kernel'
import { openStores } from './composition/stores.ts'
import { dataOf } from './testing/family.ts'
import { ask, settingsIn, startApi, type Answer, type RunningApi } from './testing/running-api.ts'
import { samenspel } from './testing/small-store.ts'

const verhoeven = demoId('family verhoeven')
const input = { kind: 'NOTE', subject: { kind: 'CHILD', memberIds: [demoId('verhoeven sem')] }, category: 'SOCIAL', setting: 'GROUP', occurredOn: dayOf(systemClock(), 'Europe/Amsterdam'), situation: 'Hij bouwde een brug.' }

let server: KurrentdbDouble
let api: RunningApi
beforeAll(async () => {
  server = await startKurrentdbDouble()
  api = await startApi({ settings: { store: { kind: 'kurrentdb', url: server.url } } })
})
afterAll(async () => {
  await api.stop()
  server.stop()
})

const situations = (answer: Answer) => dataOf<{ family: { contributions: { nodes: readonly { situation: string }[] } } }>(answer).family.contributions.nodes.map(({ situation }) => situation)
const contributions = 'query ($id: ID!) { family(id: $id) { contributions(first: 100) { nodes { situation } } } }'

describe('on KurrentDB', () => {
  test('what is recorded is read, also after a restart, and a calendar is found', async () => {
    const lotte = await api.as('pedagogical-worker')
    dataOf(await lotte.ask('mutation ($commandId: ID!, $familyId: ID!, $input: ContributionInput!) { addContribution(commandId: $commandId, familyId: $familyId, input: $input) { id } }', { commandId: randomUUID(), familyId: verhoeven, input }))
    expect(situations(await lotte.ask(contributions, { id: verhoeven }))).toContain(input.situation)
    const mother = await api.as('mother')
    const { openCalendarFeed: { url } } = dataOf<{ openCalendarFeed: { url: string } }>(await mother.ask('mutation ($commandId: ID!) { openCalendarFeed(commandId: $commandId) { url } }', { commandId: randomUUID() }))
    expect((await fetch(`${api.url}${url}`)).status).toBe(200)
    await api.restart()
    expect(situations(await ask(api.url, contributions, { id: verhoeven }, { cookie: lotte.cookie }))).toContain(input.situation)
    expect((await fetch(`${api.url}${url}`)).status).toBe(200)
    expect((await fetch(`${api.url}/readyz`)).status).toBe(200)
  })

  test('verify finds nothing wrong, and backup says what to use instead', async () => {
    const settings = { SAMENSPEL_DATA: join(api.folder, 'data'), SAMENSPEL_MASTER_KEY_FILE: join(api.folder, 'keys/master.key'), SAMENSPEL_STORE: server.url }
    const { exitCode, out } = await samenspel({ folder: api.folder, settings }, ['verify'])
    expect([exitCode, out]).toEqual([0, expect.stringContaining('All is well.')])
    const backup = await samenspel({ folder: api.folder, settings }, ['backup', 'here', '--keys', 'there'])
    expect([backup.exitCode, backup.told]).toEqual([78, expect.stringContaining('docs/operate/kurrentdb.md')])
  })

  test('neither a second process nor another store works on the same data folder; another log is noticed', async () => {
    const settings = { ...settingsIn(api.folder), store: { kind: 'kurrentdb' as const, url: server.url } }
    await expect(openStores(settings)).rejects.toThrow(/^Another process works on the data folder/)
    await expect(openStores(settingsIn(api.folder))).rejects.toThrow(/belongs to a store in KurrentDB, and SAMENSPEL_STORE names one in files/)
    const other = await startKurrentdbDouble()
    await api.restart(async () => {
      await expect(openStores({ ...settings, store: { kind: 'kurrentdb', url: other.url } })).rejects.toThrow('The read models and sessions were made from another log')
    })
    other.stop()
  })
})
