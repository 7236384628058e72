import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { setImmediate } from 'node:timers/promises'
import { createSecretKey, randomBytes } from 'node:crypto'
import { openPostgresDatabase } from '@samenspel/read-models'
import { startPrivatePostgres, type PrivatePostgres } from '@samenspel/private-postgres'
import { newId, writeInstant, type IsoInstant, type PersonId } from '@samenspel/kernel'
import type { Told } from '../disclosure/telling.ts'
import { openStateDatabase, prepareState, type StateDatabase, type StateTables } from '../sessions/state-database.ts'
import { openOutbox, type Outbox } from './outbox.ts'
import { openPost } from './post.ts'
import { usualPreferences, type MailPerson, type Preferences } from './preferences.ts'
import type { MessageKind, Reason } from './reasons.ts'
import type { Delivered, Transport } from './transport.ts'

const kinds = [
  { name: 'SQLite', begin: () => Promise.resolve(), open: () => openStateDatabase(':memory:'), end: () => Promise.resolve() },
  {
    name: 'PostgreSQL',
    begin: async () => { postgres = await startPrivatePostgres() },
    open: () => openPostgresDatabase<StateTables>({ url: postgres!.url, schema: `mail_${String.fromCharCode(97 + schemas++)}`, prepare: (transaction) => prepareState(transaction) }),
    end: () => postgres!.dispose(),
  },
]
let postgres: PrivatePostgres | undefined
let schemas = 0

const noon = '2027-01-12T11:00:00.000Z'
const anouk = newId()
const hanne = newId()
const never = new AbortController().signal

describe.each(kinds)('the post, in $name', ({ name, begin, open, end }) => {
  beforeAll(begin)
  afterAll(end)

  let database: StateDatabase
  let outbox: Outbox
  let now: IsoInstant
  let people: Map<PersonId, MailPerson>
  /** What may be told, by the id of what a reason is about. */
  let told: Map<string, Told>
  let given: { readonly to: string; readonly messageId: string; readonly text: string }[]
  beforeEach(async () => {
    database = await open()
    outbox = openOutbox(database)
    now = noon
    people = new Map([[anouk, withAddress('anouk')], [hanne, withAddress('hanne')]])
    told = new Map()
    given = []
  })
  afterEach(() => database.destroy())

  const withAddress = (local: string, change: Partial<Preferences> = {}): MailPerson => ({ preferences: { ...usualPreferences('nl'), address: `${local}@example.org`, ...change } })
  const later = (hours: number) => { now = writeInstant(Temporal.Instant.from(now).add({ minutes: hours * 60 })) }
  const take = (bytes: Buffer, to: string) => {
    const text = bytes.toString('utf8')
    given.push({ to, text, messageId: /^Message-ID: (.*)$/mi.exec(text)?.[1]?.trim() ?? '' })
  }
  const taking: Transport = { deliver: async ({ to, bytes, handOver }) => { if (!await handOver()) return { kind: 'not-ours' }; take(bytes, to); return { kind: 'sent' } } }
  const saying = (outcome: Delivered): Transport => ({ deliver: async ({ to, bytes, handOver }) => { if (outcome.kind === 'uncertain' && await handOver()) take(bytes, to); return outcome } })
  const postWith = (transport: Transport = taking, own: Outbox = outbox) => openPost({
    outbox: own, transport, clock: () => now, sender: { from: 'samenspel@example.org', publicUrl: 'https://samenspel.example.org' }, codeKey: createSecretKey(randomBytes(32)),
    preferences: {
      find: (person) => Promise.resolve(people.get(person)), drop: () => Promise.resolve(), offices: () => Promise.resolve([]), keepOffice: () => Promise.resolve(),
      change: (person, language, how) => { const after = how(people.get(person)?.preferences ?? usualPreferences(language)); people.set(person, { ...people.get(person), preferences: after }); return Promise.resolve(after) },
    },
    telling: ({ about }) => Promise.resolve('id' in about ? told.get(about.id) : undefined),
  })
  const reason = (kind: MessageKind, person: PersonId = anouk, what: Told = { isSilent: false }): Reason => {
    const about = newId()
    told.set(about, what)
    return { id: newId(), kind, person, role: person === hanne ? 'professional' : 'familyMember', about: { kind: 'appointment', id: about } }
  }
  const note = async (...reasons: readonly Reason[]) => { for (const one of reasons) await outbox.note({ ...one, family: 'a-family', zone: 'Europe/Amsterdam' }, now, now) }
  const send = (transport?: Transport) => postWith(transport).sendDue(never)
  const stateOf = async ({ id }: Reason) => (await outbox.newest(500)).find((row) => row.id === id)?.state

  test('what is due leaves once; noted again, it does not leave again', async () => {
    const proposal = reason('news')
    await note(proposal, proposal)
    await send()
    await note(proposal)
    await send()
    expect(given.map(({ to, messageId }) => [to, messageId])).toEqual([['anouk@example.org', `<${proposal.id}@example.org>`]])
    expect(await stateOf(proposal)).toBe('sent')
  })
  test('several reasons for one person are one mail', async () => {
    const [one, other] = [reason('work', hanne), reason('work', hanne)]
    await note(one, other, reason('news'))
    await send()
    expect(given.map(({ to }) => to).toSorted()).toEqual(['anouk@example.org', 'hanne@example.org'])
    expect([await stateOf(one), await stateOf(other)]).toEqual(['sent', 'sent'])
  })
  test('another mail with news comes after a day, or when the person has looked since', async () => {
    await note(reason('work', hanne))
    await send()
    later(1)
    await note(reason('work', hanne))
    await send()
    expect(given.length).toBe(1)
    later(23)
    await send()
    expect(given.length).toBe(2)
    later(1)
    people.set(hanne, { ...withAddress('hanne'), seenAt: now })
    later(1)
    await note(reason('work', hanne))
    await send()
    expect(given.length).toBe(3)
  })
  test('what somebody has seen in the meantime is no news', async () => {
    now = '2027-01-12T20:00:00.000Z'
    const proposal = reason('news')
    await note(proposal)
    await send()
    later(1)
    people.set(anouk, { ...withAddress('anouk'), seenAt: now })
    later(11)
    await send()
    expect([given.length, await stateOf(proposal)]).toEqual([0, 'dropped'])
  })
  test('somebody who waits is told at once, whatever else went before', async () => {
    await note(reason('work', hanne))
    await send()
    await note(reason('urgent', hanne))
    await send()
    expect(given.length).toBe(2)
  })
  test('in quiet hours nothing comes; after them it does', async () => {
    now = '2027-01-12T19:30:00.000Z'
    await note(reason('news'))
    await send()
    expect(given).toEqual([])
    now = '2027-01-13T07:00:00.000Z'
    await send()
    expect(given.length).toBe(1)
  })
  test('a reminder comes in the chosen time before; what moves it or calls it off counts until then', async () => {
    people.set(anouk, withAddress('anouk', { reminderHours: 2 }))
    const visit = reason('reminder', anouk, { isSilent: false, startsAt: '2027-01-13T13:00:00.000Z' })
    const off = reason('reminder', anouk, { isSilent: false, startsAt: '2027-01-13T13:00:00.000Z' })
    await note(visit, off)
    await send()
    now = '2027-01-13T10:59:00.000Z'
    await send()
    expect(given).toEqual([])
    if ('id' in off.about) told.delete(off.about.id)
    now = '2027-01-13T11:00:00.000Z'
    await send()
    expect([given.length, await stateOf(visit), await stateOf(off)]).toEqual([1, 'sent', 'dropped'])
  })
  test('a visit that has begun is not reminded of', async () => {
    const visit = reason('reminder', anouk, { isSilent: false, startsAt: noon })
    await note(visit)
    await send()
    expect([given.length, await stateOf(visit)]).toEqual([0, 'dropped'])
  })
  test('who is to be left in peace is asked about again later, and hears when it is over', async () => {
    const visit = reason('reminder', anouk, { isSilent: true, startsAt: '2027-01-13T11:00:00.000Z' })
    await note(visit)
    await send()
    expect(given).toEqual([])
    if ('id' in visit.about) told.set(visit.about.id, { isSilent: false, startsAt: '2027-01-13T11:00:00.000Z' })
    later(1)
    await send()
    expect(given.length).toBe(1)
  })
  test('what may no longer be told is dropped; so is all for who wants no mail', async () => {
    const [hidden, unwanted] = [reason('news'), reason('work', hanne)]
    if ('id' in hidden.about) told.delete(hidden.about.id)
    people.set(hanne, withAddress('hanne', { channel: 'none' }))
    await note(hidden, unwanted)
    await send()
    expect([given.length, await stateOf(hidden), await stateOf(unwanted)]).toEqual([0, 'dropped', 'dropped'])
  })
  test('a server that is away is tried again, later each time, and then everything leaves', async () => {
    const [one, other] = [reason('news'), reason('work', hanne)]
    await note(one, other)
    expect(await send(saying({ kind: 'not-now', code: 'econnection', isServer: true }))).toEqual({ trouble: 'econnection', sent: false })
    expect(await stateOf(one)).toBe('waiting')
    later(1)
    expect(await send()).toEqual({ sent: true })
    expect(given.length).toBe(2)
  })
  test('a refused address is tried no more; its owner finds that on their settings until a mail arrives again', async () => {
    const proposal = reason('news')
    await note(proposal)
    await send(saying({ kind: 'refused', code: 'smtp-550' }))
    later(30)
    await send()
    expect([given.length, await stateOf(proposal), people.get(anouk)?.preferences.lastRefused]).toEqual([0, 'refused', true])
    await note(reason('change'))
    await send()
    expect(people.get(anouk)?.preferences.lastRefused).toBe(false)
  })
  test('a mail of which the answer never came is uncertain: never sent again by itself, and again under the same name when the operator says so', async () => {
    const proposal = reason('news')
    await note(proposal)
    expect((await send(saying({ kind: 'uncertain', code: 'etimedout' }))).trouble).toContain(proposal.id)
    later(48)
    await send()
    expect([given.length, await stateOf(proposal)]).toEqual([1, 'uncertain'])
    expect(await outbox.letters('uncertain')).toEqual([{ letter: proposal.id, kind: 'news', at: noon, code: 'etimedout' }])
    expect(await outbox.settle(newId(), 'again', now)).toBe(false)
    expect(await outbox.settle(proposal.id, 'again', now)).toBe(true)
    later(48)
    await send()
    expect(new Set(given.map(({ messageId }) => messageId)).size).toBe(1)
    expect([given.length, await stateOf(proposal)]).toEqual([2, 'sent'])
  })

  test('two senders at once on one database send every mail once', async () => {
    const persons = Array.from({ length: 12 }, () => newId())
    for (const person of persons) people.set(person, withAddress(person))
    await note(...persons.flatMap((person) => [reason('news', person), reason('news', person), reason('reminder', person, { isSilent: false, startsAt: '2027-01-12T14:00:00.000Z' })]))
    const slow: Transport = { deliver: async (delivery) => { await setImmediate(); const outcome = await taking.deliver(delivery); await setImmediate(); return outcome } }
    await Promise.all([postWith(slow), postWith(slow, openOutbox(database)), postWith(slow)].map((post) => post.sendDue(never)))
    for (const person of persons) expect(given.filter(({ to }) => to === `${person}@example.org`).length).toBe(2)
    expect((await outbox.counts())).toMatchObject({ waiting: 0, claimed: 0, sending: 0, sent: 36 })
  })
  test('whoever takes over while the sender before is still busy gives nothing away twice', async () => {
    const proposal = reason('news')
    await note(proposal)
    const reached = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    const before = postWith({ deliver: async (delivery) => { reached.resolve(); await goOn.promise; return taking.deliver(delivery) } }).sendDue(never)
    await reached.promise
    await outbox.recover(now)
    await send()
    goOn.resolve()
    await before
    expect([given.length, await stateOf(proposal)]).toEqual([1, 'sent'])
  })
  test('killed between any two steps, a mail is given away at most once and never lost: it is sent, or it is uncertain', async () => {
    const outcomes: string[] = []
    for (let steps = 0; steps < 12; steps += 1) {
      given = []
      const proposal = reason('news', newId())
      people.set(proposal.person, withAddress(proposal.person))
      await note(proposal)
      await postWith(taking, killedAfter(outbox, steps)).sendDue(never).catch(() => undefined)
      await outbox.recover(now)
      await send()
      later(48)
      await outbox.recover(now)
      await send()
      const state = await stateOf(proposal)
      expect(given.length).toBeLessThanOrEqual(1)
      expect([steps, state === 'sent' || state === 'uncertain']).toEqual([steps, true])
      if (state === 'sent') expect([steps, given.length]).toEqual([steps, 1])
      outcomes.push(state ?? 'lost')
    }
    // Each of the two ends happens somewhere, or this tries nothing.
    expect(new Set(outcomes)).toEqual(new Set(['sent', 'uncertain']))
  })

  /** An outbox that does so many steps, and then fails at everything: as for a process that was killed. A step of which nobody heard is done all the same. */
  const killedAfter = (own: Outbox, steps: number): Outbox => {
    let left = steps
    return Object.fromEntries(Object.entries(own).map(([step, work]) => [step, async (...parts: readonly unknown[]) => {
      if (left === 0) throw new Error('killed')
      left -= 1
      const done: unknown = await (work as (...parts: readonly unknown[]) => Promise<unknown>)(...parts)
      if (left === 0 && steps % 2 === 0) throw new Error('killed')
      return done
    }])) as unknown as Outbox
  }

  test(`${name} keeps no address and no text of a mail`, async () => {
    await note(reason('news'), reason('work', hanne))
    await send()
    const rows = JSON.stringify(await database.selectFrom('message').selectAll().execute())
    expect(rows).not.toContain('example.org')
    expect(rows).not.toContain('bericht')
  })
})
