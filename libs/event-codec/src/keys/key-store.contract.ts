import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createSecretKey, randomBytes } from 'node:crypto'
import type { Id } from '@samenspel/kernel'
import { seal, unseal } from '../sealing.ts'
import { KeyManagementUnavailable, type KeyManagement, type KeyStore } from './key-store.ts'

/** A place where keys are kept, empty at the start of each test. */
export type KeyStoreSubject = {
  /** Opens what is there, as a process of its own would. */
  readonly open: (kms: KeyManagement) => Promise<KeyStore>
  /** Changes one field of the row of a key, as a failing disk or a hand would. */
  readonly change: (id: Id, field: 'subject' | 'retention_class' | 'wrapped', value: string | Uint8Array) => Promise<void>
}

/** Made anew for each test: how a master key behaves, without its file. */
export const aKms = (): KeyManagement => {
  const master = createSecretKey(randomBytes(32))
  return {
    wrap: (key, context) => Promise.resolve(seal(master, key, context)),
    unwrap: async (wrapped, context) => {
      await Promise.resolve()
      return unseal(master, wrapped, context)
    },
  }
}

export const owner = { scope: 'family', subject: 'child:c', controller: 'day-centre', retentionClass: 'record' }
export const bytesOf = (key: { export: () => Buffer } | undefined) => key?.export().toString('hex')

/** What every key store keeps to. */
export const keyStoreContract = (subject: () => KeyStoreSubject): void => {
  let kms: KeyManagement
  let opened: KeyStore[]
  const open = async (): Promise<KeyStore> => {
    const keys = await subject().open(kms)
    opened.push(keys)
    return keys
  }
  beforeEach(() => {
    kms = aKms()
    opened = []
  })
  afterEach(async () => { for (const keys of opened) await keys.close().catch(() => {}) })

  test('the same owner gets the same key, also after a restart', async () => {
    const keys = await open()
    const [one, same, other] = await keys.keysFor([owner, owner, { ...owner, controller: 'hospital' }])
    await keys.close()
    const again = await open()
    const [later] = await again.keysFor([owner])
    expect([same?.id, later?.id]).toEqual([one?.id, one?.id])
    expect(bytesOf(later?.key)).toBe(bytesOf(one?.key))
    expect(bytesOf(await again.find(other!.id))).toBe(bytesOf(other?.key))
    expect(other?.id).not.toBe(one?.id)
  })
  test('asked for twice at once, one key is made', async () => {
    const keys = await open()
    const [[one], [other]] = await Promise.all([keys.keysFor([owner]), keys.keysFor([owner])])
    expect(one?.id).toBe(other?.id)
    expect(bytesOf(one?.key)).toBe(bytesOf(other?.key))
  })
  test('names keep apart, whatever is in them', async () => {
    const keys = await open()
    const odd = [{ ...owner, subject: 'a","b' }, { ...owner, subject: 'a', controller: 'b' }, { ...owner, subject: '' }, { ...owner, subject: 'ş{}\\' }, { ...owner, subject: 'NULL' }]
    const made = await keys.keysFor(odd)
    expect(new Set(made.map(({ id }) => id)).size).toBe(odd.length)
    expect((await keys.keysFor(odd)).map(({ id }) => id)).toEqual(made.map(({ id }) => id))
  })
  test('nobody asked for is no question', async () => {
    expect(await (await open()).keysFor([])).toEqual([])
  })
  test('a destroyed key is not found again; the next fact gets a new one, and all others stay', async () => {
    const keys = await open()
    const owners = Array.from({ length: 20 }, (_, i) => ({ ...owner, subject: `child:${i}` }))
    const made = await keys.keysFor(owners)
    expect(await keys.destroy({ scope: 'family', subject: 'child:7' })).toEqual([made[7]!.id])
    for (const store of [keys, await open()]) {
      for (const [i, { id, key }] of made.entries()) expect(bytesOf(await store.find(id))).toBe(i === 7 ? undefined : bytesOf(key))
    }
    const [next] = await keys.keysFor([owners[7]!])
    expect(made.map(({ id }) => id)).not.toContain(next?.id)
  })
  test('only what fits all that is given is destroyed', async () => {
    const keys = await open()
    const [, other, , later] = await keys.keysFor([owner, { ...owner, scope: 'other' }, { ...owner, controller: 'hospital' }, { ...owner, retentionClass: 'consent' }])
    expect(await keys.destroy({ scope: 'nobody' })).toEqual([])
    expect(await keys.destroy({ scope: 'family', retentionClass: 'record' })).toHaveLength(2)
    expect(await keys.find(other!.id)).toBeDefined()
    expect(await keys.destroy({ scope: 'family', subject: owner.subject })).toEqual([later!.id])
  })
  test('keys are destroyed by name too, and only those', async () => {
    const keys = await open()
    const [one, other] = await keys.keysFor([owner, { ...owner, controller: 'hospital' }])
    const before = await keys.epoch()
    expect(await keys.destroy({ ids: [] })).toEqual([])
    expect(await keys.epoch()).toBe(before)
    expect(await keys.destroy({ ids: [one!.id, 'nobody'] })).toEqual([one!.id])
    expect(await keys.epoch()).not.toBe(before)
    expect([await keys.find(one!.id), bytesOf(await keys.find(other!.id))]).toEqual([undefined, bytesOf(other?.key)])
    expect(await keys.destroy({ ids: [one!.id] })).toEqual([])
    expect(await keys.adopt([{ ...one!, owner }])).toEqual([])
  })
  test('which keys are kept is asked where they are kept, and not remembered', async () => {
    const keys = await open()
    const [one, other] = await keys.keysFor([owner, { ...owner, controller: 'hospital' }])
    expect([...await keys.kept([one!.id, other!.id])].sort()).toEqual([one!.id, other!.id].sort())
    await (await open()).destroy({ ids: [one!.id] })
    expect(await keys.kept([one!.id, other!.id])).toEqual([other!.id])
    expect(await keys.kept([])).toEqual([])
  })
  test('a key that is made while others are destroyed is found afterwards', async () => {
    const keys = await open()
    await keys.keysFor(['a', 'b', 'c'].map(name => ({ ...owner, subject: name })))
    const [, , made] = await Promise.all([keys.destroy({ scope: 'family', subject: 'a' }), keys.destroy({ scope: 'family', subject: 'b' }), keys.keysFor([{ ...owner, subject: 'd' }]), keys.destroy({ scope: 'family', subject: 'nobody' })])
    await keys.close()
    const again = await open()
    const [d, c] = await again.keysFor(['d', 'c'].map(name => ({ ...owner, subject: name })))
    expect([d?.id, bytesOf(d?.key)]).toEqual([made[0]?.id, bytesOf(made[0]?.key)])
    expect(bytesOf(c?.key)).toHaveLength(64)
  })
  test('what another process destroyed is gone here too, once this one lets go of what it remembers', async () => {
    const keys = await open()
    const [made] = await keys.keysFor([owner])
    const other = await open()
    expect(await other.destroy({ scope: 'family' })).toEqual([made!.id])
    await other.close()
    keys.forget()
    expect(await keys.find(made!.id)).toBeUndefined()
    expect((await keys.keysFor([owner]))[0]?.id).not.toBe(made!.id)
  })
  test('the keys of one scope can be taken along to another place, also twice; what was sealed elsewhere opens there', async () => {
    const keys = await open()
    const elsewhere = ['child:c', 'child:d'].map((name, i) => ({ id: `${i}9999999-9999-4999-8999-999999999999`, key: createSecretKey(randomBytes(32)), owner: { ...owner, subject: name } }))
    await keys.keysFor([{ ...owner, scope: 'other' }])
    for (let times = 0; times < 2; times++) expect(await keys.adopt(elsewhere)).toEqual(elsewhere.map(({ id }) => id))
    await keys.close()
    const again = await open()
    for (const { id, key, owner: of } of elsewhere) {
      expect(bytesOf(await again.find(id))).toBe(bytesOf(key))
      expect((await again.keysFor([of]))[0]?.id).toBe(id)
    }
    expect((await again.ofScope('family')).map(({ id, key, owner: of }) => [id, bytesOf(key), of])).toEqual(elsewhere.map(({ id, key, owner: of }) => [id, bytesOf(key), of]))
  })
  test('a key that was destroyed here does not come back with a copy', async () => {
    const keys = await open()
    const [gone, stays] = await keys.keysFor([owner, { ...owner, subject: 'child:d' }])
    const copy = (await keys.ofScope('family')).map(one => ({ ...one, key: createSecretKey(one.key.export()) }))
    await keys.destroy({ scope: 'family', subject: owner.subject })
    expect(await keys.adopt(copy)).toEqual([stays!.id])
    expect(await keys.find(gone!.id)).toBeUndefined()
  })
  test('a key that was destroyed where it comes from is not taken in from an older copy later; one that is here stays', async () => {
    const keys = await open()
    const [here] = await keys.keysFor([owner])
    const gone = { id: '99999999-9999-4999-8999-999999999999', key: createSecretKey(randomBytes(32)), owner: { ...owner, subject: 'child:d' } }
    for (let times = 0; times < 2; times++) expect(await keys.adopt([], [gone.id, here!.id])).toEqual([])
    expect(await keys.adopt([gone])).toEqual([])
    expect(await keys.find(gone.id)).toBeUndefined()
    expect(bytesOf(await keys.find(here!.id))).toBe(bytesOf(here!.key))
  })
  test('a key that contradicts one that is here is not taken in, nor are those that came with it', async () => {
    const keys = await open()
    const [made] = await keys.keysFor([owner])
    const fresh = () => createSecretKey(randomBytes(32))
    const other = { id: '99999999-9999-4999-8999-999999999999', key: fresh(), owner: { ...owner, subject: 'child:d' } }
    for (const wrong of [{ id: made!.id, key: fresh(), owner }, { id: made!.id, key: made!.key, owner: { ...owner, subject: 'child:e' } }, { id: '88888888-8888-4888-8888-888888888888', key: fresh(), owner }]) {
      await expect(keys.adopt([other, wrong])).rejects.toMatchObject({ code: 'key-contradicted' })
      expect(await keys.find(other.id)).toBeUndefined()
    }
    expect(bytesOf(await keys.find(made!.id))).toBe(bytesOf(made!.key))
  })
  test.each([['wrapped', new Uint8Array(61)], ['subject', 'child:another'], ['retention_class', 'another']] as const)('a key whose %s is not what was kept opens nothing, and does not keep others from being destroyed', async (field, value) => {
    const keys = await open()
    const [made, other] = await keys.keysFor([owner, { ...owner, scope: 'other' }])
    await subject().change(made!.id, field, value)
    keys.forget()
    await expect(async () => keys.find(made!.id)).rejects.toMatchObject({ code: 'key-damaged', keyId: made!.id })
    expect(await keys.damaged()).toEqual([made!.id])
    expect(await keys.destroy({ scope: 'other' })).toEqual([other!.id])
    await expect(async () => keys.find(made!.id)).rejects.toMatchObject({ code: 'key-damaged' })
    expect(await keys.destroy({ scope: 'family' })).toEqual([made!.id])
    expect(await keys.find(made!.id)).toBeUndefined()
    expect(await keys.damaged()).toEqual([])
  })
  test('while the master key is away, what is sealed opens and new facts are sealed; nothing is destroyed, and nothing is opened anew', async () => {
    const there = kms
    let isAway = false
    const whenThere = <Args extends readonly unknown[], Result>(ask: (...args: Args) => Promise<Result>) => (...args: Args): Promise<Result> =>
      isAway ? Promise.reject(new KeyManagementUnavailable('the vault does not answer')) : ask(...args)
    kms = { wrap: whenThere(there.wrap), unwrap: whenThere(there.unwrap) }
    const keys = await open()
    const [one] = await keys.keysFor([owner])
    isAway = true
    keys.forget()
    expect(bytesOf(await keys.find(one!.id))).toBe(bytesOf(one!.key))
    const [other] = await keys.keysFor([{ ...owner, controller: 'hospital' }])
    await expect(keys.destroy({ ids: [one!.id] })).rejects.toBeInstanceOf(KeyManagementUnavailable)
    expect(await keys.kept([one!.id, other!.id])).toHaveLength(2)
    await expect(open()).rejects.toBeInstanceOf(KeyManagementUnavailable)
    isAway = false
    expect(await keys.destroy({ ids: [one!.id] })).toEqual([one!.id])
    const again = await open()
    expect(await again.find(one!.id)).toBeUndefined()
    expect(bytesOf(await again.find(other!.id))).toBe(bytesOf(other!.key))
  })
  test('another master key is found out at once', async () => {
    await (await open()).close()
    await expect(subject().open(aKms())).rejects.toMatchObject({ code: 'wrong-master-key' })
    await open()
  })
}
