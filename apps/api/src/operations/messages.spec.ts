import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { newId } from '@samenspel/kernel'
import { openOutbox, type Outbox } from '../messages/outbox.ts'
import { openStateDatabase, type StateDatabase } from '../sessions/state-database.ts'
import { emptyStore, samenspel, type SmallStore } from '../testing/small-store.ts'

let store: SmallStore
let state: StateDatabase
let outbox: Outbox
const now = '2027-01-12T11:00:00.000Z'

beforeAll(async () => {
  store = await emptyStore()
  state = await openStateDatabase(join(store.dataFolder, 'state.sqlite'))
  outbox = openOutbox(state)
})
afterAll(async () => {
  await state.destroy()
  await store.remove()
})

/** A mail of which nobody knows whether it arrived. */
const uncertain = async (): Promise<string> => {
  const id = newId()
  await outbox.note({ id, kind: 'news', person: newId(), role: 'familyMember', about: { kind: 'proposal', id: newId() }, zone: 'Europe/Amsterdam' }, now, now)
  const claimed = await outbox.claim((await outbox.due(now)).filter((one) => one.id === id), newId(), now)
  await outbox.handOver(claimed!, now)
  await outbox.recover(now)
  return id
}

test('an operator finds every mail that may not have arrived, by a name that the mail server knows too, and settles it', async () => {
  expect(await samenspel(store, ['messages', '--json'])).toMatchObject({ exitCode: 0, result: { uncertain: [] } })
  const [lost, arrived] = [await uncertain(), await uncertain()]
  const found = await samenspel(store, ['messages'])
  expect(found.exitCode).toBe(1)
  expect(found.out).toContain(`uncertain ${lost} (news, ${now}, stopped-while-sending)`)
  expect((await samenspel(store, ['messages', '--again', lost])).exitCode).toBe(0)
  expect((await samenspel(store, ['messages', '--settled', arrived])).exitCode).toBe(0)
  expect(await samenspel(store, ['messages', '--json'])).toMatchObject({ exitCode: 0, result: { counts: { waiting: 1, settled: 1, uncertain: 0 } } })
  expect(await samenspel(store, ['messages', '--again', arrived])).toMatchObject({ exitCode: 66, told: `There is no uncertain letter ${arrived}.` })
})
