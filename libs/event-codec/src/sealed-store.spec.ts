import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { EventStoreUnavailable, type EventStore, type NewEvent, type RecordedEvent } from '@samenspel/event-store'
import { openMemoryEventStore } from '@samenspel/event-store/testing'
import { isErased } from './domain-event.ts'
import { noEvents } from './hash-chain.ts'
import { isAuthentic, type OpenedEvent } from './sealed-store.ts'
import { aboutChild, child, dayCentre, hospital, note, opened } from './testing/diary.ts'
import { openDiaryStore } from './testing/diary-store.ts'

const command = (commandId: string = randomUUID()) => ({ commandId })
const texts = (events: readonly OpenedEvent[]) => events.map(({ content }) => isErased(content) ? 'erased' : 'text' in content ? content.text : content.type)

let diaries: Awaited<ReturnType<typeof openDiaryStore>>
beforeEach(async () => { diaries = await openDiaryStore() })
afterEach(async () => { await diaries.close() })

const read = (stream: string, after = noEvents) => Array.fromAsync(diaries.sealed.read(stream, after))

describe('sealed events', () => {
  test('nothing that can be read reaches the store, and everything comes back', async () => {
    const event = note('geheim van Zoë 👩‍👧')
    await diaries.sealed.append('diary-1', noEvents, [event], command())
    const [stored] = await Array.fromAsync(diaries.store.readStream('diary-1'))
    expect(Buffer.from(stored!.data).includes('geheim')).toBe(false)
    expect(JSON.stringify(stored!.metadata)).not.toContain('geheim')
    expect((await read('diary-1'))[0]?.content).toEqual(event)
  })
  test('the envelope says who, about whom, when and why, in ids only (P-12)', async () => {
    const by = { ...dayCentre, onBehalfOf: hospital.person }
    await diaries.sealed.append('diary-1', noEvents, [note('a', { by })], { commandId: 'c1', correlationId: 'c0' })
    expect((await read('diary-1'))[0]?.envelope).toMatchObject({
      actor: dayCentre.person, onBehalfOf: hospital.person, organisation: dayCentre.organisation, subject: `child:${child}`,
      recordedAt: '2027-03-01T09:00:00.000Z', causationId: 'c1', correlationId: 'c0',
    })
  })
  test('the same text twice is sealed differently', async () => {
    await diaries.sealed.append('diary-1', noEvents, [note('same'), note('same')], command())
    const [one, other] = await Array.fromAsync(diaries.store.readStream('diary-1'))
    expect(Buffer.from(one!.data).equals(other!.data)).toBe(false)
  })
  test('one key for each subject, organisation and time of keeping; the file and the agenda of one family share it', async () => {
    const events = [opened(), note('a'), note('b'), note('c', { by: hospital }), note('d', { subject: { kind: 'adult', person: child } })]
    await diaries.sealed.append('diary-1', noEvents, events, command())
    await diaries.sealed.append('agenda-1', noEvents, [note('e')], command())
    await diaries.sealed.append('diary-2', noEvents, [note('f')], command())
    const keyIds = (await Array.fromAsync(diaries.sealed.readAll())).map(({ envelope }) => envelope.keyId)
    const [a, b, c, d, e, f] = keyIds.slice(1)
    expect(a).toBe(b)
    expect(a).toBe(e)
    expect(new Set([keyIds[0], a, c, d, f]).size).toBe(5)
  })
  test('old events read in the form of today', async () => {
    await diaries.sealed.append('diary-1', noEvents, [note('new')], command())
    expect((await read('diary-1'))[0]?.content).toMatchObject({ text: 'new', readers: ['family'], language: 'nl' })
  })
  test('reads on from a verified head', async () => {
    await diaries.sealed.append('diary-1', noEvents, [note('a'), note('b')], command())
    const head = await diaries.sealed.head('diary-1')
    await diaries.sealed.append('diary-1', head, [note('c')], command())
    expect(texts(await read('diary-1', head))).toEqual(['c'])
    expect(texts(await read('diary-1'))).toEqual(['a', 'b', 'c'])
    expect(await diaries.sealed.head('diary-9')).toEqual(noEvents)
  })
  test('an append on an older head is refused', async () => {
    await diaries.sealed.append('diary-1', noEvents, [note('a')], command())
    await expect(diaries.sealed.append('diary-1', noEvents, [note('b')], command())).rejects.toMatchObject({ code: 'wrong-expected-revision', actual: 0 })
    expect(texts(await read('diary-1'))).toEqual(['a'])
  })
  test('an unknown type is never written', async () => {
    await expect(diaries.sealed.append('diary-1', noEvents, [{ ...note('a'), type: 'Unheard' }], command())).rejects.toMatchObject({ code: 'unknown-event-type' })
    expect(await read('diary-1')).toEqual([])
  })
  test('a subscription hands over opened events', async () => {
    const stop = new AbortController()
    const got: OpenedEvent[] = []
    const { done } = diaries.sealed.subscribe({ signal: stop.signal }, event => {
      got.push(event)
      if (got.length === 2) stop.abort()
    })
    await diaries.sealed.append('diary-1', noEvents, [note('a'), note('b')], command())
    await done
    expect(texts(got)).toEqual(['a', 'b'])
  })
})

describe('a lost acknowledgement', () => {
  test('is asked for once more with the same events: written once, and the chain goes on', async () => {
    const forgetful = losingTheFirstAnswer(openMemoryEventStore())
    const own = await openDiaryStore(forgetful)
    await own.sealed.append('diary-1', noEvents, [note('a'), note('b')], command())
    await own.sealed.append('diary-1', await own.sealed.head('diary-1'), [note('c')], command())
    expect(texts(await Array.fromAsync(own.sealed.read('diary-1')))).toEqual(['a', 'b', 'c'])
    await own.close()
  })

  const losingTheFirstAnswer = (store: EventStore): EventStore => {
    let lost = false
    return {
      ...store,
      append: async (...asked) => {
        const appended = await store.append(...asked)
        if (lost) return appended
        lost = true
        throw new EventStoreUnavailable('no answer')
      },
    }
  }
})

describe('erasure', () => {
  test('what was about one person is gone; the stream, its order and its chain stay, and others are untouched (P-10)', async () => {
    await diaries.sealed.append('diary-1', noEvents, [note('a'), note('b', { by: hospital }), note('c', { subject: { kind: 'relation', persons: ['p', 'q'] } })], command())
    await diaries.sealed.append('diary-2', noEvents, [note('d')], command())
    expect(await diaries.keys.destroy({ scope: '1', subject: `child:${child}` })).toHaveLength(2)
    const events = await read('diary-1')
    expect(texts(events)).toEqual(['erased', 'erased', 'c'])
    expect(events[0]?.content).toEqual({ erased: true, type: 'NoteAdded', version: 3, subject: aboutChild, at: events[0]?.envelope.recordedAt })
    expect(texts(await read('diary-2'))).toEqual(['d'])
    expect(texts(await Array.fromAsync(diaries.sealed.readAll()))).toEqual(['erased', 'erased', 'c', 'd'])
  })
  test('one organisation can end without the other', async () => {
    await diaries.sealed.append('diary-1', noEvents, [note('a'), note('b', { by: hospital })], command())
    await diaries.keys.destroy({ scope: '1', controller: String(hospital.organisation) })
    expect(texts(await read('diary-1'))).toEqual(['a', 'erased'])
  })
  test('an erased subject keeps its kind and ids', async () => {
    const subjects = [{ kind: 'case' as const }, { kind: 'relation' as const, persons: ['p', 'q'] as const }, { kind: 'surroundings' as const, person: 'p' }]
    await diaries.sealed.append('diary-1', noEvents, subjects.map(subject => note('a', { subject })), command())
    await diaries.keys.destroy({ scope: '1' })
    expect((await read('diary-1')).map(({ content }) => content.subject)).toEqual(subjects)
  })
})

describe('tampering is found where it happened', () => {
  /** The store as somebody left it who can write its file. */
  const tampered = async (change: (events: readonly RecordedEvent[]) => readonly NewEvent[]) => {
    await diaries.sealed.append('diary-1', noEvents, [note('a'), note('b'), note('c', { by: hospital })], command())
    const store = openMemoryEventStore()
    await store.append('diary-1', 'none', change(await Array.fromAsync(diaries.store.readStream('diary-1'))))
    return { ...diaries.store, readStream: store.readStream, readAll: store.readAll }
  }
  const readTampered = async (change: (events: readonly RecordedEvent[]) => readonly NewEvent[]) => {
    const own = await openDiaryStore(await tampered(change))
    try {
      return await Array.fromAsync(own.sealed.read('diary-1'))
    } finally {
      await own.close()
    }
  }
  const at = (index: number, change: (event: RecordedEvent) => NewEvent) => (events: readonly RecordedEvent[]) => events.map((event, i) => i === index ? change(event) : event)

  test.each([
    ['changed bytes', 1, at(1, event => ({ ...event, data: event.data.map((byte, i) => i === 20 ? byte ^ 1 : byte) }))],
    ['a changed type', 1, at(1, event => ({ ...event, type: 'DiaryOpened' }))],
    ['a changed version', 1, at(1, event => ({ ...event, version: 2 }))],
    ['a changed actor', 1, at(1, event => ({ ...event, metadata: { ...event.metadata, actor: hospital.person } }))],
    ['a changed id', 1, at(1, event => ({ ...event, id: randomUUID() }))],
    ['a changed link', 1, at(1, event => ({ ...event, metadata: { ...event.metadata, link: 'x' } }))],
    ['a removed event', 1, (events: readonly RecordedEvent[]) => events.filter((_, i) => i !== 1)],
    ['a removed first event', 0, (events: readonly RecordedEvent[]) => events.slice(1)],
    ['two events swapped', 0, (events: readonly RecordedEvent[]) => [events[1]!, events[0]!, events[2]!]],
  ])('%s', async (_, revision, change) => {
    await expect(readTampered(change)).rejects.toMatchObject({ code: 'chain-broken', stream: 'diary-1', revision })
  })
  test('nothing changed reads as it was, so the tests above mean something', async () => {
    expect(await readTampered(events => events)).toHaveLength(3)
  })
  test('an event moved to another stream', async () => {
    await diaries.sealed.append('diary-1', noEvents, [note('a')], command())
    const [event] = await Array.fromAsync(diaries.store.readStream('diary-1'))
    await diaries.store.append('diary-2', 'none', [event!])
    await expect(read('diary-2')).rejects.toMatchObject({ code: 'chain-broken', stream: 'diary-2', revision: 0 })
    await expect(Array.fromAsync(diaries.sealed.readAll({ filter: { streamPrefix: 'diary-2' } }))).rejects.toMatchObject({ code: 'unreadable-content', stream: 'diary-2', revision: 0, eventId: event!.id })
  })
  test('a content is authentic with its key and in its place only', async () => {
    await diaries.sealed.append('diary-1', noEvents, [note('a'), note('b', { by: hospital })], command())
    const [event, other] = await Array.fromAsync(diaries.store.readStream('diary-1'))
    const [key, otherKey] = await Promise.all([event, other].map(async one => (await diaries.keys.find(String(one!.metadata['keyId'])))!))
    expect(isAuthentic(key!, event!)).toBe(true)
    expect(isAuthentic(otherKey!, event!)).toBe(false)
    for (const changed of [{ stream: 'diary-2' }, { revision: 1 }, { type: 'DiaryOpened' }, { version: 2 }, { data: new Uint8Array() }]) expect(isAuthentic(key!, { ...event!, ...changed })).toBe(false)
  })
  test('a newer event than this program knows', async () => {
    await diaries.sealed.append('diary-1', noEvents, [note('a')], command())
    const [event] = await Array.fromAsync(diaries.store.readStream('diary-1'))
    await diaries.store.append('other-1', 'none', [{ ...event!, version: 9 }])
    await expect(Array.fromAsync(diaries.sealed.readAll({ filter: { streamPrefix: 'other-' } }))).rejects.toMatchObject({ name: 'UnreadableEvent', stream: 'other-1' })
  })
})
