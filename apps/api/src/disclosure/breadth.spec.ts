import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { demoId } from '@samenspel/demo-region'
import { newId, systemClock, writeInstant, type PersonId } from '@samenspel/kernel'
import { openStateDatabase } from '../sessions/state-database.ts'
import { dataOf } from '../testing/family.ts'
import { startApi, type RunningApi } from '../testing/running-api.ts'
import { mostFamilies, openBreadth, type Breadth } from './breadth.ts'

describe('how many different families somebody opens', () => {
  let now: Temporal.Instant
  let breadth: Breadth
  let told: PersonId[]
  beforeEach(async () => {
    now = Temporal.Instant.from('2026-11-24T09:00:00.000Z')
    told = []
    breadth = openBreadth(await openStateDatabase(':memory:'), () => writeInstant(now), (person) => { told.push(person) }, 3)
  })

  test('has an end, and the operator is told once', async () => {
    expect([await breadth.opens('a', '1'), await breadth.opens('a', '2'), await breadth.opens('a', '3')]).toEqual([true, true, true])
    expect([await breadth.opens('a', '4'), await breadth.opens('a', '5')]).toEqual([false, false])
    expect(told).toEqual(['a'])
    expect(await breadth.opens('b', '4')).toBe(true)
  })

  test('counts no family twice: what was open can be read on', async () => {
    for (const family of ['1', '2', '3', '4']) await breadth.opens('a', family)
    expect([await breadth.opens('a', '1'), await breadth.opens('a', '4'), await breadth.opens('a', '3')]).toEqual([true, false, true])
  })

  test('is counted over one hour', async () => {
    for (const family of ['1', '2', '3', '4']) await breadth.opens('a', family)
    now = now.add({ minutes: 61 })
    expect(await breadth.opens('a', '4')).toBe(true)
  })
})

describe('who has opened file after file', () => {
  const verhoeven = demoId('family verhoeven')
  let api: RunningApi
  beforeAll(async () => { api = await startApi() })
  afterAll(() => api.stop())

  test('is told why there is no more, and that stands in the access log; a parent is never meant', async () => {
    const hanne = await api.as('coordinator')
    const { me } = dataOf<{ me: { id: string } }>(await hanne.ask('{ me { id } }'))
    await api.stores.state.insertInto('opened_family').values(Array.from({ length: mostFamilies }, () => ({ person: me.id, family: newId(), opened_at: systemClock() }))).execute()
    const ofFamily = 'query ($id: ID!) { family(id: $id) { name } }'
    expect(await hanne.ask(ofFamily, { id: verhoeven })).toMatchObject({ errors: [{ message: expect.stringContaining('erg veel gezinnen'), extensions: { code: 'too-many-families' } }] })
    const anouk = await api.as('mother')
    expect((await anouk.ask(ofFamily, { id: verhoeven })).errors).toBeUndefined()
    const paul = await api.as('privacy-officer')
    const { accessLog } = dataOf<{ accessLog: { nodes: readonly { refused: boolean }[] } }>(await paul.ask('query ($id: ID!) { accessLog(familyId: $id, first: 100) { nodes { refused } } }', { id: verhoeven }))
    expect(accessLog.nodes.some(({ refused }) => refused)).toBe(true)
    // What was open before the limit can be read on.
    await api.stores.state.updateTable('opened_family').set({ family: verhoeven }).where('family', '=', api.stores.state.selectFrom('opened_family').select('family').limit(1)).execute()
    expect((await hanne.ask(ofFamily, { id: verhoeven })).errors).toBeUndefined()
  })
})
