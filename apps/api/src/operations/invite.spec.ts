import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { demoId, demoRegion, personas } from '@samenspel/demo-region'
import { dayOf, newId, system, systemClock } from '@samenspel/kernel'
import type { AllFiles } from '../composition/files.ts'
import { openFiles } from '../composition/open-files.ts'
import { openStores } from '../composition/stores.ts'
import { carryOut } from '../demo/open-region.ts'
import { openStateDatabase, type StateDatabase } from '../sessions/state-database.ts'
import { settingsIn } from '../testing/running-api.ts'
import { samenspel, smallStore, type SmallStore } from '../testing/small-store.ts'

let store: SmallStore
let state: StateDatabase
beforeAll(async () => {
  store = await smallStore()
  state = await openStateDatabase(join(store.dataFolder, 'state.sqlite'))
})
afterAll(async () => {
  await state.destroy()
  await store.remove()
})

/** What happens in the store as the application would leave it. */
const inFiles = async (happens: (files: AllFiles) => Promise<unknown>): Promise<void> => {
  const stores = await openStores(settingsIn(store.folder))
  await happens(openFiles(stores.events))
  await stores.close()
}
/** Somebody of the register. */
const register = (id: string): Promise<void> => inFiles(async (files) => {
  const step = demoRegion(dayOf(systemClock(), 'Europe/Amsterdam')).find((one) => one.to === 'practitioner' && one.id === id)
  if (step !== undefined) await carryOut(files, step, newId())
})

const kept = () => state.selectFrom('invitation').selectAll().execute()

describe('samenspel invite', () => {
  test('makes a code for a member of a family, while the application may run, and keeps no more of it than it must', async () => {
    const { exitCode, result } = await samenspel(store, ['invite', 'parent', demoId('family verhoeven'), demoId('verhoeven anouk'), '--json'])
    expect(exitCode).toBe(0)
    expect(result['code']).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}$/)
    expect(await kept()).toMatchObject([{ person: demoId('verhoeven anouk'), app: 'parent', role: 'familyMember', family: demoId('family verhoeven'), tries: 0, used_at: null }])
    expect(JSON.stringify(await kept())).not.toContain(String(result['code']).slice(6, 11))
  })

  test('makes one for an officer, who is nobody of the register', async () => {
    const organisation = personas.find(({ id }) => id === 'privacy-officer')?.organisation?.id ?? ''
    const { exitCode, result } = await samenspel(store, ['invite', 'officer', organisation, '--named', 'Paul Vermeer', '--json'])
    expect(exitCode).toBe(0)
    expect(await kept()).toContainEqual(expect.objectContaining({ person: result['person'], role: 'privacyOfficer', organisation, name: 'Paul Vermeer' }))
  })

  test('says who keeps the keys of an organisation, and takes it away again (samenspel keeper)', async () => {
    const ruud = demoId('practitioner ruud')
    await register(ruud)
    const keepers = () => state.selectFrom('keeper').select('person').execute()
    expect((await samenspel(store, ['keeper', 'name', ruud])).exitCode).toBe(0)
    expect((await samenspel(store, ['keeper', 'name', ruud])).exitCode).toBe(0)
    expect(await keepers()).toEqual([{ person: ruud }])
    expect((await samenspel(store, ['keeper', 'withdraw', ruud])).exitCode).toBe(0)
    expect(await keepers()).toEqual([])
    expect(await Promise.all([['name', newId()], ['withdraw', ruud]].map(async (words) => (await samenspel(store, ['keeper', ...words])).exitCode))).toEqual([66, 66])
    expect((await samenspel(store, ['keeper', 'crown', ruud])).exitCode).toBe(64)
  })

  test('makes none that would open nothing, for who left; the desk lets them in again', async () => {
    const karim = demoId('practitioner karim'), organisation = demoId('organisation wilgenboom')
    const said = { by: system, at: systemClock(), organisation } as const
    const asked = () => samenspel(store, ['invite', 'professional', karim])
    await register(karim)
    expect((await asked()).exitCode).toBe(0)
    await inFiles((files) => files.practitioners.handle(karim, { type: 'EndEmployment', ...said, until: '2026-01-31' }, newId()))
    expect(await asked()).toMatchObject({ exitCode: 66, told: expect.stringContaining('works there no more') })
    await inFiles((files) => files.practitioners.handle(karim, { type: 'ResumeEmployment', ...said }, newId()))
    expect((await asked()).exitCode).toBe(0)
  })

  test('says what is wrong, and makes none', async () => {
    const before = await kept()
    expect((await samenspel(store, ['invite', 'professional', newId()])).exitCode).toBe(66)
    expect((await samenspel(store, ['invite', 'parent', newId(), newId()])).exitCode).toBe(66)
    for (const words of [['invite', 'professional', 'hanne'], ['invite', 'child', newId()], ['invite', 'parent', demoId('family verhoeven')], ['invite', 'officer', newId()], ['invite']]) {
      const { exitCode, told } = await samenspel(store, words)
      expect([words, exitCode]).toEqual([words, 64])
      expect(told).toContain('Usage: samenspel invite')
    }
    expect(await kept()).toEqual(before)
  })

  test('takes away what was given', async () => {
    expect((await samenspel(store, ['invite', 'withdraw', demoId('verhoeven anouk')])).exitCode).toBe(0)
    expect((await kept()).map(({ person }) => person)).not.toContain(demoId('verhoeven anouk'))
  })
})
