// What sealing, chaining and opening add to an event, in memory, where the disk has no say. Prints microseconds an event as JSON.
import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { linkOf, noEvents, openFileKeyManagement, openSealedStore, openSqliteKeyStore, registerEvents } from '@samenspel/event-codec'
import { positionOf } from '@samenspel/event-store'
import { placeOf } from '../../../libs/event-codec/src/place.ts'
import { seal, unseal } from '../../../libs/event-codec/src/sealing.ts'

/** So few at once that nobody else gets the processor in between, most times. */
const [events, together, times] = [200, 20, 300]
const by = { person: randomUUID(), role: 'professional', organisation: randomUUID() }
const notes = Array.from({ length: events }, () => ({ type: 'NoteAdded', subject: { kind: 'child', person: by.person }, by, at: '2027-03-01T09:00:00.000Z', text: 'x'.repeat(340) }))

/** Keeps what it is given and nothing else: what is measured is the codec above it. */
const memory = () => {
  const kept = []
  return {
    append: async (stream, _, appended) => {
      for (const event of appended) kept.push({ ...event, stream, revision: kept.length, position: positionOf(kept.length + 1), recordedAt: '' })
      return { revision: kept.length - 1, position: positionOf(kept.length) }
    },
    readStream: async function* (_, { from = 0 } = {}) { yield* kept.slice(from) },
    kept,
  }
}

const best = {}
const measure = async (name, work) => {
  const began = performance.now()
  await work()
  best[name] = Math.min(best[name] ?? Infinity, (performance.now() - began) * 1000 / events)
}

const folder = mkdtempSync(join(tmpdir(), 'samenspel-bench-'))
mkdirSync(join(folder, 'data'))
const keys = await openSqliteKeyStore({ file: join(folder, 'data/keys.sqlite'), kms: openFileKeyManagement({ file: join(folder, 'master.key'), dataFolder: join(folder, 'data') }) })
const key = createSecretKey(randomBytes(32))
const nonce = randomBytes(12)
const place = Buffer.from('["diary-1",1,"NoteAdded",1]')

for (let time = 0; time < times; time += 1) {
  const store = memory()
  const sealed = openSealedStore({ store, keys, types: registerEvents({ NoteAdded: [] }), retentionClassOf: () => 'record' })
  await measure('sealed', async () => {
    let head = noEvents
    for (let at = 0; at < events; at += together) {
      const { revision } = await sealed.append('diary-1', head, notes.slice(at, at + together), { commandId: 'c' })
      head = { revision, link: store.kept.at(-1).metadata.link }
    }
  })
  await measure('opened', async () => { for await (const { content } of sealed.read('diary-1')) if (content.erased) throw new Error('not opened') })
  const plain = memory()
  await measure('kept', async () => { for (let at = 0; at < events; at += together) await plain.append('diary-1', at - 1, store.kept.slice(at, at + together)) })
  await measure('read', async () => { for await (const { data } of plain.readStream('diary-1')) if (data.length === 0) throw new Error('not read') })
  // The bytes of an event sealed, and the link over them; and the other way round. No JSON of its content, no keys to find, no streams.
  const texts = store.kept.map((event) => unseal(keys.find(event.metadata.keyId), event.data, placeOf(event)))
  const links = []
  await measure('sealedAlone', () => {
    for (const [at, { stream, revision, type, version, id, metadata }] of store.kept.entries()) {
      const event = { stream, revision, type, version, id, metadata, data: seal(key, texts[at], placeOf({ stream, revision, type, version })) }
      links.push({ event, link: linkOf('', event) })
    }
  })
  await measure('openedAlone', () => { for (const { event, link } of links) if (link !== linkOf('', event) || unseal(key, event.data, placeOf(event)).length === 0) throw new Error('not opened') })
  const ciphered = []
  await measure('cipher', () => {
    for (const { data } of store.kept) {
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      cipher.setAAD(place)
      const bytes = cipher.update(data)
      cipher.final()
      ciphered.push({ bytes, tag: cipher.getAuthTag() })
    }
  })
  await measure('decipher', () => {
    for (const { bytes, tag } of ciphered) {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce)
      decipher.setAAD(place)
      decipher.setAuthTag(tag)
      decipher.update(bytes)
      decipher.final()
    }
  })
}
await keys.close()
rmSync(folder, { recursive: true })
console.log(JSON.stringify({ seal: best.sealed - best.kept, open: best.opened - best.read, sealAlone: best.sealedAlone, openAlone: best.openedAlone, cipher: best.cipher, decipher: best.decipher }))
