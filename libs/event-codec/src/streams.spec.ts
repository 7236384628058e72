import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { nothingToDo } from '@samenspel/kernel'
import { comparePositions, EventStoreUnavailable, start } from '@samenspel/event-store'
import { noEvents } from './hash-chain.ts'
import { openSealedStore, type SealedStore } from './sealed-store.ts'
import { openStreams, type Foldable, type Streams } from './streams.ts'
import { add, child, diary, note, open, type DiaryEvent } from './testing/diary.ts'
import { openDiaryStore } from './testing/diary-store.ts'

const command = (commandId: string = randomUUID()) => ({ commandId })

let diaries: Awaited<ReturnType<typeof openDiaryStore>>
let streams: Streams
beforeEach(async () => {
  diaries = await openDiaryStore()
  streams = openStreams({ sealed: diaries.sealed })
})
afterEach(async () => { await diaries.close() })

/** Other processes on the same store: they share nothing in memory. */
const elsewhere = () => openStreams({ sealed: diaries.sealed })
const notes = async (through = streams) => (await through.state('diary-1', diary)).notes

describe('a command', () => {
  test('records what was decided, and says from which position on it shows', async () => {
    const { outcome, position } = await streams.handle('diary-1', diary, command(), open)
    expect(outcome).toMatchObject({ events: [{ type: 'DiaryOpened' }] })
    expect(position).toBe(await diaries.store.lastPosition())
    const second = await streams.handle('diary-1', diary, command(), add('a'))
    expect(comparePositions(second.position, position)).toBeGreaterThan(0)
    expect(await streams.state('diary-1', diary)).toEqual({ isOpen: true, notes: ['a'] })
  })
  test('that is refused, or has nothing to do, records nothing', async () => {
    expect(await streams.handle('diary-1', diary, command(), add('a'))).toEqual({ outcome: { refusal: { code: 'diary-closed' } }, position: start })
    const { position } = await streams.handle('diary-1', diary, command(), open)
    expect(await streams.handle('diary-1', diary, command(), () => nothingToDo)).toEqual({ outcome: { events: [] }, position })
    expect(await diaries.store.lastPosition()).toBe(position)
  })
  test('decides on what others wrote since', async () => {
    await streams.handle('diary-1', diary, command(), open)
    await elsewhere().handle('diary-1', diary, command(), add('theirs'))
    await streams.handle('diary-1', diary, command(), ({ notes }) => add(`after ${notes.length}`)({ isOpen: true, notes }))
    expect(await notes()).toEqual(['theirs', 'after 1'])
  })
  test('many at once are all carried out, each on the state after the one before', async () => {
    await streams.handle('diary-1', diary, command(), open)
    await Promise.all(Array.from({ length: 20 }, () => streams.handle('diary-1', diary, command(), state => add(String(state.notes.length))(state))))
    expect(await notes()).toEqual(Array.from({ length: 20 }, (_, i) => String(i)))
  })
  test('one that fails does not hold up the next', async () => {
    const failing = streams.handle('diary-1', diary, command(), () => { throw new Error('a mistake') })
    const next = streams.handle('diary-1', diary, command(), open)
    await expect(failing).rejects.toThrow('a mistake')
    expect((await next).outcome).toMatchObject({ events: [{ type: 'DiaryOpened' }] })
  })
})

describe('when somebody else writes in between', () => {
  /** Each time a decision is made, another process is quicker, this many times. */
  const beaten = (times: number) => {
    let left = times
    let decided = 0
    const sealed: typeof diaries.sealed = {
      ...diaries.sealed,
      append: async (...asked) => {
        if (left-- > 0) await diaries.sealed.append('diary-1', await diaries.sealed.head('diary-1'), [note('theirs')], command())
        return diaries.sealed.append(...asked)
      },
    }
    return { streams: openStreams({ sealed }), counting: (state: Parameters<ReturnType<typeof add>>[0]) => { decided++; return add(`mine ${state.notes.length}`)(state) }, decided: () => decided }
  }
  beforeEach(async () => { await streams.handle('diary-1', diary, command(), open) })

  test('it is decided again on the new state, fifty times at most', async () => {
    const { streams, counting, decided } = beaten(50)
    await streams.handle('diary-1', diary, command(), counting)
    expect(decided()).toBe(51)
    expect(await notes()).toEqual([...Array.from({ length: 50 }, () => 'theirs'), 'mine 50'])
  })
  test('then it gives up, has written nothing, and says that it can be asked again', async () => {
    const { streams, counting, decided } = beaten(51)
    await expect(streams.handle('diary-1', diary, command(), counting)).rejects.toBeInstanceOf(EventStoreUnavailable)
    expect(decided()).toBe(51)
    expect(new Set(await notes())).toEqual(new Set(['theirs']))
  })
  test('of four processes that all write here at once, each gets done what it was asked', async () => {
    const asked = [streams, elsewhere(), elsewhere(), elsewhere()].flatMap((own, process) => Array.from({ length: 15 }, (_, at) => own.handle('diary-1', diary, command(), add(`${process} ${at}`))))
    await Promise.all(asked)
    expect(new Set(await notes()).size).toBe(60)
  })
})

describe('the same command again', () => {
  beforeEach(async () => { await streams.handle('diary-1', diary, command(), open) })

  test('gets the first answer and changes nothing, also later and elsewhere', async () => {
    const first = await streams.handle('diary-1', diary, command('c1'), add('once'))
    await streams.handle('diary-1', diary, command(), add('another'))
    const again = () => { throw new Error('decided again') }
    expect(await streams.handle('diary-1', diary, command('c1'), again)).toEqual(first)
    expect(await elsewhere().handle('diary-1', diary, command('c1'), again)).toEqual(first)
    expect(await notes()).toEqual(['once', 'another'])
  })
  test('with several events, they are all in the answer', async () => {
    const two = () => ({ events: [note('a'), note('b')] })
    const first = await streams.handle('diary-1', diary, command('c1'), two)
    await streams.handle('diary-1', diary, command(), add('c'))
    expect(await streams.handle('diary-1', diary, command('c1'), two)).toEqual(first)
    expect(first.outcome).toEqual(two())
  })
  test('both at once: one effect, one answer', async () => {
    const both = await Promise.all([1, 2].map(() => streams.handle('diary-1', diary, command('c1'), add('once'))))
    expect(both[0]).toEqual(both[1])
    expect(await notes()).toEqual(['once'])
  })
  test('both at once in two processes: one effect, one answer', async () => {
    const both = await Promise.all([streams, elsewhere()].map(own => own.handle('diary-1', diary, command('c1'), add('once'))))
    expect(both[0]).toEqual(both[1])
    expect(await notes()).toEqual(['once'])
  })
  test('after its answer got lost on the way to the client', async () => {
    await diaries.sealed.append('diary-1', await diaries.sealed.head('diary-1'), [note('written')], command('c1'))
    expect((await streams.handle('diary-1', diary, command('c1'), add('again'))).outcome).toMatchObject({ events: [{ text: 'written' }] })
    expect(await notes()).toEqual(['written'])
  })
  test('is known for as long as it is one of the last 256, here and elsewhere', async () => {
    const ids = Array.from({ length: 257 }, (_, i) => `c${i}`)
    for (const id of ids) await streams.handle('diary-1', diary, command(id), add(id))
    const [own, other] = [streams, elsewhere()]
    for (const these of [own, other]) {
      const [oldest, known, newest] = await Promise.all([these.state('diary-1', diary), these.handle('diary-1', diary, command('c1'), add('again')), these.handle('diary-1', diary, command('c256'), add('again'))])
      expect(oldest.notes).toHaveLength(257)
      expect([known, newest].map(({ outcome }) => 'events' in outcome && outcome.events.map((event) => 'text' in event && event.text))).toEqual([['c1'], ['c256']])
    }
    expect((await streams.handle('diary-1', diary, command('c0'), add('anew'))).outcome).toMatchObject({ events: [{ text: 'anew' }] })
  })
  test('on another stream it is another command', async () => {
    await streams.handle('diary-1', diary, command('c1'), add('a'))
    await streams.handle('diary-2', diary, command('c1'), open)
    expect((await streams.state('diary-2', diary)).isOpen).toBe(true)
  })
})

describe('a state', () => {
  test('of a stream without events is where the decider begins', async () => {
    expect(await streams.state('diary-9', diary)).toBe(diary.initial)
  })
  /** From which revisions on was read. */
  const watching = (knownEnd: SealedStore['knownEnd'], most?: number) => {
    const read: number[] = []
    const sealed: SealedStore = { ...diaries.sealed, knownEnd, read: (stream, after = noEvents) => { read.push(after.revision + 1); return diaries.sealed.read(stream, after) } }
    return { read, watched: openStreams({ sealed, ...(most !== undefined && { most }) }) }
  }
  test('reads only what is new', async () => {
    await streams.handle('diary-1', diary, command(), open)
    await streams.handle('diary-1', diary, command(), add('a'))
    const { read, watched } = watching(() => undefined)
    await watched.state('diary-1', diary)
    await watched.state('diary-1', diary)
    await streams.handle('diary-1', diary, command(), add('b'))
    expect((await watched.state('diary-1', diary)).notes).toEqual(['a', 'b'])
    expect(read).toEqual([0, 2, 2])
  })
  test('reads nothing where it is known that nothing is new, nor where there is nothing at all', async () => {
    await streams.handle('diary-1', diary, command(), open)
    const { read, watched } = watching(diaries.sealed.knownEnd)
    await watched.state('diary-1', diary)
    await watched.state('diary-1', diary)
    expect(await watched.state('diary-9', diary)).toBe(diary.initial)
    expect(read).toEqual([0])
    // Unless it must not show which of both it is; who learns of the one anyway needs no reading of it.
    const mayLearn = ({ notes }: { readonly notes: readonly string[] }) => notes.includes('mine')
    await Promise.all([watched.readState('diary-1', diary, mayLearn), watched.readState('diary-9', diary, mayLearn)])
    expect(read.splice(1)).toEqual([1, 0])
    await watched.readState('diary-1', diary, () => true)
    expect(read.splice(1)).toEqual([])
    await streams.handle('diary-1', diary, command(), add('theirs'))
    expect((await watched.state('diary-1', diary)).notes).toEqual(['theirs'])
    expect(read).toEqual([0, 1])
  })
  test('of a long stream stays in memory while many short ones are asked for, but not while many long ones are', async () => {
    const [long, short] = [['diary-l1', 'diary-l2', 'diary-l3', 'diary-l4', 'diary-l5'], Array.from({ length: 8 }, (_, i) => `diary-s${i}`)]
    for (const stream of [...long, ...short]) await streams.handle(stream, diary, command(), open)
    for (const stream of long) await streams.handle(stream, diary, command(), () => ({ events: Array.from({ length: 99 }, () => note('a')) }))
    const readFor = async (asked: readonly string[]) => {
      // Of two halves each has room for a long one (120) and eight short ones (21).
      const { read, watched } = watching(diaries.sealed.knownEnd, 2 * (120 + 8 * 21))
      for (const stream of asked) await watched.state(stream, diary)
      return read.length
    }
    expect(await readFor(['diary-l1', ...short, 'diary-l1'])).toBe(9)
    expect(await readFor([...long, 'diary-l1'])).toBe(6)
  })
  test('is of who folded it, though somebody else folds the same stream', async () => {
    await streams.handle('diary-1', diary, command(), open)
    const counting: Foldable<number, DiaryEvent> = { initial: 0, evolve: (count) => count + 1 }
    expect(await streams.state('diary-1', counting)).toBe(1)
    expect(await streams.state('diary-1', diary)).toEqual({ isOpen: true, notes: [] })
    expect(await streams.state('diary-1', counting)).toBe(1)
  })
  test('does not read back what it has just recorded, and is what whoever reads it finds', async () => {
    const { read, watched } = watching(diaries.sealed.knownEnd)
    await watched.handle('diary-1', diary, command(), open)
    const twice = command()
    const first = await watched.handle('diary-1', diary, twice, () => ({ events: [note('a'), { ...note('b'), forgotten: undefined }] }))
    await watched.handle('diary-1', diary, command(), add('c'))
    const state = await watched.state('diary-1', diary)
    expect(read).toEqual([])
    expect(state).toEqual(await elsewhere().state('diary-1', diary))
    expect((await watched.handle('diary-1', diary, twice, add('again'))).position).toBe(first.position)
    expect((await elsewhere().handle('diary-1', diary, twice, add('again'))).position).toBe(first.position)
  })
  test('that was let go of while something was recorded is not kept', async () => {
    await streams.handle('diary-1', diary, command(), open)
    await streams.handle('diary-1', diary, command(), add('a'))
    const quick: SealedStore = { ...diaries.sealed, append: async (...asked) => {
      const appended = await diaries.sealed.append(...asked)
      await diaries.keys.destroy({ scope: '1', subject: `child:${child}` })
      own.forget()
      return appended
    } }
    const own = openStreams({ sealed: quick })
    await own.handle('diary-1', diary, command(), add('b'))
    expect(await notes(own)).toEqual(['erased', 'erased'])
  })
  test('as it was known at a moment', async () => {
    await streams.handle('diary-1', diary, command(), open)
    await streams.handle('diary-1', diary, command(), add('monday', { at: '2027-03-01T10:00:00.000Z' }))
    await streams.handle('diary-1', diary, command(), add('tuesday', { at: '2027-03-02T10:00:00.000Z' }))
    expect((await streams.stateAsOf('diary-1', diary, '2027-03-01T10:00:00.000Z')).notes).toEqual(['monday'])
    expect(await streams.stateAsOf('diary-1', diary, '2027-02-01T00:00:00.000Z')).toEqual(diary.initial)
  })
  test('an erased event leaves what the decider says, or nothing', async () => {
    await streams.handle('diary-1', diary, command(), open)
    await streams.handle('diary-1', diary, command(), add('a'))
    expect(await notes()).toEqual(['a'])
    await diaries.keys.destroy({ scope: '1', subject: `child:${child}` })
    streams.forget()
    expect(await notes()).toEqual(['erased'])
    expect(await notes(elsewhere())).toEqual(['erased'])
    expect((await elsewhere().state('diary-1', { initial: diary.initial, evolve: diary.evolve })).notes).toEqual([])
  })
  test('what is recorded while its key is destroyed is recorded once more with a new one, and can be read', async () => {
    await streams.handle('diary-1', diary, command(), open)
    await streams.handle('diary-1', diary, command(), add('before'))
    let destroyed = false
    const quick: SealedStore = openSealedStore({
      ...diaries.parts,
      store: { ...diaries.store, append: async (...asked) => {
        if (!destroyed) await diaries.keys.destroy({ scope: '1', subject: `child:${child}` })
        destroyed = true
        return diaries.store.append(...asked)
      } },
    })
    const own = openStreams({ sealed: quick })
    const asked = command()
    const { outcome } = await own.handle('diary-1', diary, asked, add('meanwhile'))
    expect(outcome).toMatchObject({ events: [{ text: 'meanwhile' }] })
    expect(await notes(elsewhere())).toEqual(['erased', 'erased', 'meanwhile'])
    expect((await elsewhere().handle('diary-1', diary, asked, add('meanwhile'))).outcome).toMatchObject({ events: [{ text: 'meanwhile' }] })
  })
  test('a broken chain is never a state', async () => {
    await streams.handle('diary-1', diary, command(), open)
    const [event] = await Array.fromAsync(diaries.store.readStream('diary-1'))
    await diaries.store.append('diary-1', 0, [{ ...event!, id: randomUUID() }])
    await expect(streams.state('diary-1', diary)).rejects.toMatchObject({ code: 'chain-broken', revision: 1 })
    await expect(streams.handle('diary-1', diary, command(), add('a'))).rejects.toMatchObject({ code: 'chain-broken' })
  })
})
